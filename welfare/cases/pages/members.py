"""The group by name, and why each may see the matter."""

from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.group import Group, Place, Seat
from welfare.cases.models import OutsideParticipant
from welfare.consents.pages import Names
from welfare.consents.words import STATUS_WORDS, WAY_SHORT
from welfare.rules.actors import WELFARE_PROFESSIONALS, Role
from welfare.rules.standing import Standing
from welfare.ui.formats import date_text

Reason = tuple[str, str]


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One member or outside participant, and the answer to "Why may they see this?"."""

    id: UUID
    name: str
    role: str
    tone: str
    reasons: tuple[Reason, ...]
    is_responsible: bool = False


def member_lines(group: Group, names: Names) -> tuple[MemberLine, ...]:
    """The members, the responsible person first."""
    return tuple(_member(group, place, names) for place in group.places)


def participant_lines(work: UnitOfWork, group: Group, names: Names) -> tuple[MemberLine, ...]:
    """Partners and relatives, who take part without an account."""
    work.prefetch(seat.participant for seat in group.seats)
    return tuple(_participant(work, group, seat, names) for seat in group.seats)


def _member(group: Group, place: Place, names: Names) -> MemberLine:
    role = Role(place.member.position)
    words = str(ROLE_WORDS[role])
    reasons = (
        (_("Member"), _("since %(day)s", day=date_text(place.member.since))),
        (_("Ground"), ground_text(group, place.consent, names)),
        (_("Sees"), _sees(group, place)),
        (_("Does not see"), _("The curator’s, psychologist’s or nurse’s own notes")),
    )
    return MemberLine(
        id=place.member.id,
        name=names.of_person(place.member.person_id),
        role=_("%(role)s, responsible person", role=words) if place.member.is_responsible else words,
        tone="health" if role in WELFARE_PROFESSIONALS else "",
        reasons=reasons,
        is_responsible=place.member.is_responsible,
    )


def _participant(work: UnitOfWork, group: Group, seat: Seat, names: Names) -> MemberLine:
    words = work.decrypt_document(seat.participant, OutsideParticipant.document)
    role = ", ".join(part for part in (words["role"], words["organisation"]) if part)
    reasons = (
        (_("Takes part"), _("since %(day)s", day=date_text(seat.participant.since))),
        (_("Ground"), ground_text(group, seat.consent, names)),
        (_("Sees"), _("Nothing here: there is no account. Hears what is spoken in a meeting.")),
    )
    return MemberLine(seat.participant.id, words["name"], role, "", reasons)


def ground_text(group: Group, consent: Standing, names: Names) -> str:
    """Whose consent a part rests on and how long it holds; or that it does not hold, and why."""
    if not consent.is_valid:
        return _("No consent in force: %(state)s", state=str(STATUS_WORDS[consent.status]).lower())
    rows = [row for row in group.said.rows if row.id in consent.grounds]
    whose = ", ".join(f"{names.of_person(row.giver_person_id)} ({WAY_SHORT[row.way]})" for row in rows)
    if consent.valid_to is None:
        return _("Consent of %(whose)s, in force until the matter closes", whose=whose)
    return _("Consent of %(whose)s, in force until %(day)s", whose=whose, day=date_text(consent.valid_to))


def _sees(group: Group, place: Place) -> str:
    if place.consent.is_valid and group.handling.is_valid:
        return _("The matter, its consents and the journal")
    if place.member.is_responsible:
        return _("The matter and its consents, to complete them. Not the journal.")
    return _("Nothing before the consents are in force")
