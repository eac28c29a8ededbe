"""An item's record: its entry with the corrections, the round of amendments, the lock, and what follows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select

from welfare.accounts.models import Account
from welfare.audit.gap import Gap, GapDocument
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.consents.queries import people_by_id
from welfare.journal.actions import NewEntry
from welfare.journal.models import JournalEntry
from welfare.journal.pages.entries import EntryView, OpenedRecord
from welfare.journal.pages.lines import Line
from welfare.journal.pages.matter import MatterHead
from welfare.journal.queries import offices_of
from welfare.meetings.actions.amending import proposal_blocks
from welfare.meetings.models import Amendment, Attendee, Meeting, MeetingItem
from welfare.meetings.pages.measures import MeasureLine, measure_lines
from welfare.meetings.pages.meeting import attendee_names, office_of
from welfare.meetings.queries.measures import measures_of_item
from welfare.meetings.queries.records import amendments_of, family_of, record_digest, record_of, round_of
from welfare.meetings.queries.seen import items_seen
from welfare.meetings.record_words import AMENDMENT_BLOCK_WORDS, AMENDMENT_LOOKS, AMENDMENT_WORDS, PROPOSABLE
from welfare.people.pages import names_of
from welfare.rules.amendments import AmendmentState, may_lock
from welfare.rules.journal import EntryKind
from welfare.rules.minutes import Section
from welfare.rules.permissions import Permission, decide
from welfare.ui.fields import Option


class UnreadableRecordError(ValueError):
    """The entry or the proposal cannot be opened now."""


@dataclass(frozen=True, slots=True)
class ProposalView:
    """One proposal and its answer."""

    id: UUID
    section: str
    text: str
    by: str
    on_behalf_of: str
    proposed_at: datetime
    words: str
    look: tuple[str, str]
    is_open: bool
    reason: str
    answered_by: str
    answered_at: datetime | None
    correction_id: UUID | None


@dataclass(frozen=True, slots=True)
class LockView:
    """When the record was locked, and whether it still is what was locked."""

    at: datetime
    digest: str
    is_intact: bool


@dataclass(frozen=True, slots=True)
class RecordPlace:
    """Where one is: the matter, and its item of a meeting."""

    matter: MatterHead
    meeting_id: UUID
    item_id: UUID
    began: datetime

    @classmethod
    def of(cls, work: UnitOfWork, meeting: Meeting, item: MeetingItem) -> "RecordPlace":
        """Open the name of the student."""
        matter = MatterHead.of(work, work.session.get_one(Case, item.case_id))
        return cls(matter, meeting.id, item.id, begins_at(work, item))


@dataclass(frozen=True, slots=True)
class RecordPage:
    """The page of an item's final minutes."""

    place: RecordPlace
    entries: tuple[EntryView, ...]
    whole: tuple[Line, ...]
    """How the record reads with its corrections; empty where there are none."""
    last_day: date | None
    is_running: bool
    proposals: Sequence[ProposalView]
    measures: Sequence[MeasureLine]
    lock: LockView | None
    read_back_on: date | None
    why_no_proposal: str
    may: Mapping[str, bool]
    """What the reader may do: propose, answer, lock, read_back, print."""

    @property
    def undecided(self) -> int:
        """Proposals that wait for an answer."""
        return sum(proposal.is_open for proposal in self.proposals)

    @classmethod
    def of(cls, work: UnitOfWork, meeting: Meeting, item: MeetingItem) -> "RecordPage":
        """Open the record. Raises NoRecordError."""
        line = record_of(work.session, item)
        opened = OpenedRecord.of(work, line)
        amendments = amendments_of(work.session, item)
        round_ = round_of(item, work.facts)
        blocks = proposal_blocks(work, item)
        undecided = sum(each.state is AmendmentState.PROPOSED for each in amendments)
        return cls(
            place=RecordPlace.of(work, meeting, item),
            entries=tuple(opened.view(each) for each in line),
            whole=opened.whole(line[-1]) if len(line) > 1 else (),
            last_day=item.amend_until,
            is_running=round_.is_running,
            proposals=proposal_views(work, amendments),
            measures=measure_lines(work, work.facts, measures_of_item(work.session, item)),
            lock=_lock(item, line),
            read_back_on=item.read_back_on,
            why_no_proposal=str(AMENDMENT_BLOCK_WORDS[blocks[0]]) if blocks else "",
            may={
                "propose": _may(work, Permission.AMENDMENT_PROPOSE) and not blocks,
                "answer": _may(work, Permission.AMENDMENT_DECIDE) and not round_.is_locked,
                "lock": _may(work, Permission.MINUTES_FINALISE) and may_lock(round_, undecided=undecided),
                "read_back": _may(work, Permission.MINUTES_FINALISE),
                "print": _may(work, Permission.MINUTES_PRINT),
            },
        )


def begins_at(work: UnitOfWork, item: MeetingItem) -> datetime:
    """When the item began, or was expected to: the meeting's own beginning would tell of items before it."""
    seen = items_seen(work.session, work.actor, work.now, [item.meeting_id])[item.meeting_id]
    return item.began_at or next(each.begins for each in seen if each.item.id == item.id)


def family_options(work: UnitOfWork, item: MeetingItem) -> list[Option]:
    """The student and the guardians whose wish may be written down, by name."""
    family = family_of(work.session, item, work.facts)
    names = attendee_names(work, family)
    return [Option(row.id, names[row.known_as], office_of(row)) for row in family]


def texts_now(work: UnitOfWork, item: MeetingItem) -> Mapping[Section, str]:
    """How each section reads today, for one who proposes another wording."""
    line = record_of(work.session, item)
    document = OpenedRecord.of(work, line).text_of(line[-1])
    return {section: document.get(section.value) or "" for section in PROPOSABLE}


def proposal_views(work: UnitOfWork, amendments: Sequence[Amendment]) -> Sequence[ProposalView]:
    """Proposals with their answers, opened."""
    work.prefetch(amendments)
    names = _Named.of(work, amendments)
    return [_view(work, each, names) for each in amendments]


def proposed_text(work: UnitOfWork, amendment: Amendment) -> str:
    """The words of a proposal. Raises UnreadableRecordError."""
    text: str = work.decrypt_document(amendment, Amendment.document)["text"]
    if isinstance(text, Gap):
        raise UnreadableRecordError
    return text


def correction_by(work: UnitOfWork, item: MeetingItem, amendment: Amendment, reason: str) -> NewEntry:
    """The correction that puts a proposal into the record as it reads today. Raises UnreadableRecordError."""
    line = record_of(work.session, item)
    now = OpenedRecord.of(work, line).text_of(line[-1])
    if isinstance(now, GapDocument):
        raise UnreadableRecordError
    (view,) = proposal_views(work, [amendment])
    given = reason or _("An amendment proposed after the meeting by %(name)s.", name=view.on_behalf_of or view.by)
    corrected = {**now, amendment.section.value: proposed_text(work, amendment)}
    if amendment.section is Section.STUDENT_VIEW:
        corrected[Section.STUDENT_VIEW_ABSENT.value] = ""
    return NewEntry(
        kind=EntryKind.CORRECTION,
        occurred_on=line[-1].occurred_on,
        office=offices_of(work.actor)[0],
        document={"reason": given, "corrected": corrected},
    )


@dataclass(frozen=True)
class _Named:
    """Names of accounts and of attendees, opened once each."""

    accounts: Mapping[UUID, str]
    attendees: Mapping[UUID, str]

    @classmethod
    def of(cls, work: UnitOfWork, amendments: Sequence[Amendment]) -> "_Named":
        asked = {id for each in amendments for id in (each.proposed_by, each.decided_by) if id is not None}
        wishes = {each.on_behalf_of for each in amendments if each.on_behalf_of is not None}
        people = _people_of(work, asked)
        rows = work.session.scalars(select(Attendee).where(Attendee.id.in_(wishes))).all() if wishes else ()
        known = attendee_names(work, rows) if rows else {}
        return cls(people, {row.id: known.get(row.known_as, "") for row in rows})


def _people_of(work: UnitOfWork, account_ids: set[UUID]) -> Mapping[UUID, str]:
    statement = select(Account.id, Account.person_id).where(Account.id.in_(account_ids))
    owners: dict[UUID, Any] = {row[0]: row[1] for row in work.session.execute(statement)} if account_ids else {}
    names = names_of(work, people_by_id(work.session, owners.values()).values())
    return {id: names[person_id].full for id, person_id in owners.items() if person_id in names}


def _view(work: UnitOfWork, amendment: Amendment, names: _Named) -> ProposalView:
    words = work.decrypt_document(amendment, Amendment.document)
    return ProposalView(
        id=amendment.id,
        section=str(PROPOSABLE[amendment.section]),
        text=words["text"],
        by=names.accounts.get(amendment.proposed_by, ""),
        on_behalf_of=names.attendees.get(amendment.on_behalf_of, "") if amendment.on_behalf_of else "",
        proposed_at=amendment.proposed_at,
        words=str(AMENDMENT_WORDS[amendment.state]),
        look=AMENDMENT_LOOKS[amendment.state],
        is_open=amendment.state is AmendmentState.PROPOSED,
        reason=words.get("reason", ""),
        answered_by=names.accounts.get(amendment.decided_by, "") if amendment.decided_by else "",
        answered_at=amendment.decided_at,
        correction_id=amendment.correction_id,
    )


def _lock(item: MeetingItem, line: Sequence[JournalEntry]) -> LockView | None:
    if item.locked_at is None or item.lock_digest is None:
        return None
    then = [entry for entry in line if entry.written_at <= item.locked_at]
    return LockView(item.locked_at, item.lock_digest, record_digest(then) == item.lock_digest)


def _may(work: UnitOfWork, permission: Permission) -> bool:
    return decide(work.actor, permission, work.facts).is_granted
