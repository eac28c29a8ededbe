"""Who may be named in a plan, and what the house knows of those who are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from welfare.accounts.actors import actor_behind
from welfare.accounts.models import Account
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.family import guardians_at
from welfare.cases.group import Place, exclusions_of, group_of
from welfare.cases.models import Case, CaseMember, OutsideParticipant
from welfare.people.models import Person
from welfare.people.pages import names_of
from welfare.plans.actions import Parties, Party
from welfare.plans.content import PlanText


@dataclass(frozen=True, slots=True)
class People:
    """Everybody of a matter by name: those who may be named, and those who may be no more."""

    student: str
    guardians: tuple[str, ...]
    members: Mapping[str, UUID]
    """Accounts of active members, by their folded names."""
    gone: frozenset[str]
    """Folded names of those whose place or consent has ended."""
    offered: tuple[str, ...]

    @classmethod
    def of(cls, work: UnitOfWork, case: Case) -> "People":
        """Open the names of a matter's people."""
        group = group_of(work.session, case, work.facts.on)
        student = work.session.get_one(Person, case.student_id)
        guardians = guardians_at(work.session, case, work.facts.on)
        ever = work.session.scalars(select(CaseMember.person_id).where(CaseMember.case_id == case.id)).all()
        people = work.session.scalars(select(Person).where(Person.id.in_(ever))).all()
        names = {id: name.full for id, name in names_of(work, [student, *guardians, *people]).items()}
        members = {names[p.member.person_id]: p.member.account_id for p in _here(work, case, group.places)}
        guests = [_guest_name(work, seat.participant) for seat in group.seats if seat.consent.is_valid]
        family = tuple(names[each.id] for each in guardians)
        return cls(
            student=names[student.id],
            guardians=family,
            members={folded(name): account_id for name, account_id in members.items()},
            gone=frozenset(folded(names[id]) for id in ever) - {folded(name) for name in members},
            offered=(names[student.id], *family, *members, *filter(None, guests)),
        )

    def party(self, typed: str) -> Party:
        """What is known of somebody named in a measure; more than one name, or an office, is nobody known."""
        name = folded(typed)
        return Party(self.members.get(name), has_left=name in self.gone)

    def parties(self, text: PlanText) -> Parties:
        """Both parties of every measure."""
        return {
            (goal.number, each.number): (self.party(each.by), self.party(each.followed_by))
            for goal in text.goals
            for each in goal.measures
        }


def folded(name: str) -> str:
    """A name as it is compared: what follows a comma is an office."""
    return " ".join(name.partition(",")[0].casefold().split())


def _here(work: UnitOfWork, case: Case, places: Sequence[Place]) -> list[Place]:
    """Members by a consent that stands, at work today, whom nothing shuts out (OHL 14 § 4; HL 27-28 §)."""
    shut_out = {row.person_id for row in exclusions_of(work.session, case.id)}
    stand = [place for place in places if place.consent.is_valid and place.member.person_id not in shut_out]
    return [place for place in stand if _is_at_work(work, place.member)]


def _is_at_work(work: UnitOfWork, member: CaseMember) -> bool:
    account = work.session.get_one(Account, member.account_id)
    return account.is_enabled and bool(actor_behind(work.session, account, work.facts.on).posts)


def _guest_name(work: UnitOfWork, guest: OutsideParticipant) -> str:
    return str(work.decrypt_document(guest, OutsideParticipant.document).get("name", ""))
