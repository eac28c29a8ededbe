"""Who helps in a matter, and why each may see it: from the rows that grant it (rules/permissions.py `explain`)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _

from welfare.accounts.actors import actor_behind
from welfare.accounts.models import Account
from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.group import Group, Place, Seat, group_of
from welfare.cases.models import Case, OutsideParticipant
from welfare.cases.presence import Present, presences_in
from welfare.cases.queries import conflicts_of, facts_of
from welfare.consents.models import ExpressionOfWill
from welfare.consents.pages import Names
from welfare.portal.pages.reader import Reader
from welfare.rules.actors import WELFARE_PROFESSIONALS, Role
from welfare.rules.permissions import Permission, explain
from welfare.rules.standing import Standing
from welfare.ui.formats import date_text

Reason = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Companion:
    """One who takes part, and the answer to "Why may they see this?"."""

    name: str
    role: str
    tone: str
    reasons: Sequence[Reason]


def companions_in(work: UnitOfWork, case: Case, reader: Reader) -> Sequence[Companion]:
    """Everybody who has a place in the group of a matter, the responsible person first, then those from outside."""
    group = group_of(work.session, case, work.facts.on)
    present = presences_in(work.session, [case.id], work.facts.on)[case.id]
    names = Names.of(work, [], _named_in(group, reader))
    grounds = {place.member.id: _grounds(work, case, group, present, place) for place in group.places}
    work.prefetch(seat.participant for seat in group.seats)
    told = _Told(work.actor.person_id, reader, group, names.by_id)
    members = [told.member(place, grounds[place.member.id]) for place in group.places]
    return [*members, *(told.guest(work, seat) for seat in group.seats)]


def _grounds(work: UnitOfWork, case: Case, group: Group, present: Sequence[Present], place: Place) -> tuple[str, ...]:
    """The clauses by which this member may see the matter today; none where nothing grants it."""
    member = actor_behind(work.session, work.session.get_one(Account, place.member.account_id), work.facts.on)
    facts = facts_of(case, member, group.said, present, conflicts_of(work.session, member))
    return explain(member, Permission.CASE_READ, facts)


def _named_in(group: Group, reader: Reader) -> set[UUID]:
    """Members, and givers as far as they are told: the page knows the student already."""
    givers = {row.giver_person_id for row in group.said.rows} if reader.is_student else set()
    return {place.member.person_id for place in group.places} | givers


@dataclass(frozen=True, slots=True)
class _Told:
    """What this reader is told of a group; of another guardian never the name (rule 37)."""

    me: UUID | None
    reader: Reader
    group: Group
    names: Mapping[UUID, str]

    def member(self, place: Place, grounds: Sequence[str]) -> Companion:
        role = Role(place.member.position)
        words = str(ROLE_WORDS[role])
        name = self.names.get(place.member.person_id, "") if self.reader.may_know_where else ""
        reasons = (
            (_("In the group"), _("since %(day)s", day=date_text(place.member.since))),
            (_("Why"), self._yes(place.consent)),
            (_("Sees"), _seen(grounds)),
            (_("Does not see"), _("What a curator, a psychologist or a nurse notes for themselves")),
        )
        return Companion(
            name=name or words,
            role=_("%(role)s, answers for the matter", role=words) if place.member.is_responsible else words,
            tone="health" if role in WELFARE_PROFESSIONALS else "",
            reasons=reasons,
        )

    def guest(self, work: UnitOfWork, seat: Seat) -> Companion:
        words = work.decrypt_document(seat.participant, OutsideParticipant.document)
        may_know = self.reader.may_know_where
        role = ", ".join(part for part in (words["role"], words["organisation"] if may_know else "") if part)
        name = words["name"] if may_know else role or _("outside participant")
        reasons = (
            (_("In the group"), _("since %(day)s", day=date_text(seat.participant.since))),
            (_("Why"), self._yes(seat.consent)),
            (_("Sees"), _("Nothing here. Hears what is said in a meeting.")),
        )
        return Companion(name, role if may_know else "", "", reasons)

    def _yes(self, consent: Standing) -> str:
        if not consent.is_valid:
            return _("No permission is in force today.")
        said = [self._said(row) for row in self.group.said.rows if row.id in consent.grounds]
        if consent.valid_to is None:
            said.append(_("It holds until the matter is over."))
        else:
            said.append(_("It holds until %(day)s.", day=date_text(consent.valid_to)))
        return " ".join(said)

    def _said(self, row: ExpressionOfWill) -> str:
        day = date_text(row.given_on)
        if row.giver_person_id == self.me:
            return _("You said yes on %(day)s.", day=day)
        if row.giver_person_id == self.reader.student_id:
            return _("%(name)s said yes on %(day)s.", name=self.reader.given_name, day=day)
        if self.reader.is_student:
            return _("%(name)s said yes on %(day)s.", name=self.names.get(row.giver_person_id, ""), day=day)
        return _("Another guardian said yes on %(day)s.", day=day)


def _seen(grounds: Sequence[str]) -> str:
    if "member_consent_is_valid" in grounds and "handling_consent_is_valid" in grounds:
        return _("This matter, its journal and its plan. Nothing else of yours.")
    if "is_responsible" in grounds:
        return _("What the matter is about and who has been asked. Not the journal.")
    return _("Nothing today.")
