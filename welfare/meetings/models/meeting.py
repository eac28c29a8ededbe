"""The meeting, its items and those who attend them."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.cases.models import OfCase
from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.holder import KeyHolder
from welfare.crypto.sealed import Sealed, Subject
from welfare.db.base import INTERNAL, SECRET, coded, column
from welfare.rules.cases import Part
from welfare.rules.invitations import NotInvited, Reply
from welfare.rules.meetings import ItemState, MeetingState
from welfare.rules.registers import Register


class Meeting(Sealed):
    """One sitting. ``document`` = {place, link}: sealed, because where a student will be may be a secret itself."""

    __tablename__ = "meeting"
    __table_args__ = (Index(None, "convenor_account_id", "starts_at"),)

    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    """The education provider, in whose welfare register every item lies."""
    convenor_account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    convenor_person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    starts_at: Mapped[datetime] = column(INTERNAL, nullable=False, index=True)
    ends_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    state: Mapped[MeetingState] = column(INTERNAL, coded(MeetingState), nullable=False)
    series_id: Mapped[UUID | None] = column(INTERNAL, index=True)
    """The same in every meeting of one recurring series."""
    calendar_uid: Mapped[UUID] = column(INTERNAL, nullable=False, unique=True)
    """By which calendars know it (RFC 5545 § 3.8.4.7): no id that an address of ours holds."""
    calendar_sequence: Mapped[int] = column(INTERNAL, nullable=False, default=0)
    """How often what calendars show has changed (RFC 5545 § 3.8.7.4)."""
    planned_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    began_at: Mapped[datetime | None] = column(INTERNAL)
    ended_at: Mapped[datetime | None] = column(INTERNAL)
    cancelled_at: Mapped[datetime | None] = column(INTERNAL)
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)

    def key_holder(self) -> KeyHolder:
        """A key of the meeting's own, for it belongs to no single matter."""
        return KeyHolder(self.controller_id, Register.WELFARE, self.id)

    def about(self) -> tuple[Subject, ...]:
        """The meeting."""
        return (("meeting", self.id),)


class MeetingItem(OfCase):
    """One matter on the agenda of one meeting. What it is about stands in the matter; here is only its life."""

    __tablename__ = "meeting_item"
    __table_args__ = (UniqueConstraint("meeting_id", "case_id"),)

    meeting_id: Mapped[UUID] = column(INTERNAL, ForeignKey("meeting.id"), nullable=False, index=True)
    place: Mapped[int] = column(INTERNAL, nullable=False)
    """Where it stands on the agenda, from 1; never shown to one who attends another item."""
    minutes: Mapped[int] = column(INTERNAL, nullable=False)
    """How long it is expected to take."""
    state: Mapped[ItemState] = column(INTERNAL, coded(ItemState), nullable=False)
    began_at: Mapped[datetime | None] = column(INTERNAL)
    ended_at: Mapped[datetime | None] = column(INTERNAL)
    next_meeting_on: Mapped[date | None] = column(INTERNAL)
    """When the group agreed to meet again, from which the next meeting is proposed."""
    entry_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("journal_entry.id"), unique=True)
    """The journal entry that its minutes became."""
    finalised_at: Mapped[datetime | None] = column(INTERNAL)
    finalised_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    amend_until: Mapped[date | None] = column(INTERNAL)
    """The last day of the round of amendments."""
    locked_at: Mapped[datetime | None] = column(INTERNAL)
    lock_digest: Mapped[str | None] = column(INTERNAL, String(64))
    """SHA-256 over the sealed entry and its corrections when they were locked; the lock's event holds it too."""
    read_back_on: Mapped[date | None] = column(INTERNAL)
    """The day the record was read back to the student."""


class Attendee(OfCase):
    """Somebody's part in one item: asked or not and why, the answer, and whether in the room.

    ``document`` = {why_not, note}: why the student or a guardian was not invited, and what was written beside the
    answer; what was not said is left out. Names stay where they are: in the directory, or with the outside participant.
    """

    __tablename__ = "meeting_attendee"
    __table_args__ = (
        UniqueConstraint("item_id", "person_id"),
        UniqueConstraint("item_id", "outsider_id"),
        Index(None, "account_id", "meeting_id"),
    )

    meeting_id: Mapped[UUID] = column(INTERNAL, ForeignKey("meeting.id"), nullable=False)
    item_id: Mapped[UUID] = column(INTERNAL, ForeignKey("meeting_item.id"), nullable=False, index=True)
    part: Mapped[Part] = column(INTERNAL, coded(Part), nullable=False)
    person_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("person.id"))
    outsider_id: Mapped[UUID | None] = column(INTERNAL)
    """Who is not in the directory: the id by which consents name this participant."""
    account_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    office: Mapped[str] = column(INTERNAL, String(40), nullable=False, default="")
    """Role code of an expert: the *position* of OHL 20 § 4 k. 3."""
    invited_at: Mapped[datetime | None] = column(INTERNAL)
    not_invited: Mapped[NotInvited | None] = column(INTERNAL, coded(NotInvited))
    reply: Mapped[Reply] = column(INTERNAL, coded(Reply), nullable=False, default=Reply.NONE)
    replied_at: Mapped[datetime | None] = column(INTERNAL)
    proposed_at: Mapped[datetime | None] = column(INTERNAL)
    """The other time proposed."""
    is_present: Mapped[bool] = column(INTERNAL, nullable=False, default=False)
    is_remote: Mapped[bool] = column(INTERNAL, nullable=False, default=False)
    came_at: Mapped[datetime | None] = column(INTERNAL)
    """When first present at the item; kept when the person leaves, for the record names all who took part."""
    left_at: Mapped[datetime | None] = column(INTERNAL)
    document: Mapped[Encrypted | None] = column(SECRET, EncryptedText())

    @property
    def known_as(self) -> UUID:
        """The one id by which the attendee is told from others, in the directory or outside it."""
        return self.person_id or self.outsider_id or self.id
