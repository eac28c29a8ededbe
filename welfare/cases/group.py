"""The expert group as it stands on a day: who is in it, by which consent, and what it still lacks."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from welfare.accounts.models import Account
from welfare.cases.models import Case, CaseMember, Exclusion, OutsideParticipant
from welfare.consents.queries import said_about
from welfare.consents.wills import Said
from welfare.rules.cases import MemberFacts, OpeningLack, what_blocks_opening
from welfare.rules.consent import ConsentKind
from welfare.rules.standing import Standing


@dataclass(frozen=True, slots=True)
class Place:
    """One member and how the consent that names the member stands."""

    member: CaseMember
    consent: Standing


@dataclass(frozen=True, slots=True)
class Seat:
    """One outside participant and how the specific consent stands."""

    participant: OutsideParticipant
    consent: Standing


@dataclass(frozen=True, slots=True)
class Group:
    """Everybody present in a matter's group, and what has been said of them."""

    said: Said
    places: tuple[Place, ...]
    seats: tuple[Seat, ...]

    @property
    def handling(self) -> Standing:
        """Whether the matter may be handled at all (OHL 19 § 1)."""
        return self.said.standing(ConsentKind.GROUP_HANDLING)

    @property
    def responsible(self) -> CaseMember | None:
        """Who leads it."""
        return next((place.member for place in self.places if place.member.is_responsible), None)

    @property
    def person_ids(self) -> frozenset[UUID]:
        """Its members in the directory."""
        return frozenset(place.member.person_id for place in self.places)

    @property
    def consented_outside(self) -> tuple[tuple[ConsentKind, UUID], ...]:
        """Whom a consent in force names and who is not in the group yet."""
        present = self.person_ids | {seat.participant.outsider_id for seat in self.seats}
        kinds = (ConsentKind.GROUP_MEMBER, ConsentKind.OUTSIDER_PARTICIPATION)
        asked = [(kind, named) for kind, named in self.said.questions if kind in kinds and named is not None]
        return tuple(
            (kind, named) for kind, named in asked if named not in present and self.said.standing(kind, named).is_valid
        )

    def lacks(self) -> tuple[OpeningLack, ...]:
        """What keeps it from meeting and writing (rules 8, 9 and 16)."""
        facts = [
            MemberFacts(p.member.person_id, p.consent, is_responsible=p.member.is_responsible) for p in self.places
        ]
        return what_blocks_opening(self.handling, facts)


def group_of(session: Session, case: Case, on: date) -> Group:
    """The group of a matter on a day."""
    said = said_about(session, case, on)
    return _group(said, members_of(session, case.id), participants_of(session, case.id))


def groups_in(session: Session, said: Mapping[UUID, Said]) -> Mapping[UUID, Group]:
    """The groups of many matters, by their ids, from what has been said in them; two queries, however many."""
    members: defaultdict[UUID, list[CaseMember]] = defaultdict(list)
    guests: defaultdict[UUID, list[OutsideParticipant]] = defaultdict(list)
    for member in session.scalars(_present_members(CaseMember.case_id.in_(said))):
        members[member.case_id].append(member)
    for guest in session.scalars(_present_participants(OutsideParticipant.case_id.in_(said))):
        guests[guest.case_id].append(guest)
    return {case_id: _group(found, members[case_id], guests[case_id]) for case_id, found in said.items()}


def lacks_of(session: Session, case: Case, on: date) -> tuple[OpeningLack, ...]:
    """What the group of a matter lacks on a day."""
    return group_of(session, case, on).lacks()


def members_of(session: Session, case_id: UUID) -> Sequence[CaseMember]:
    """Those who have a place, the responsible person first."""
    return session.scalars(_present_members(CaseMember.case_id == case_id)).all()


def participants_of(session: Session, case_id: UUID) -> Sequence[OutsideParticipant]:
    """Outside participants who have not left."""
    return session.scalars(_present_participants(OutsideParticipant.case_id == case_id)).all()


def exclusions_of(session: Session, case_id: UUID) -> Sequence[Exclusion]:
    """Workers shut out today."""
    present = (Exclusion.case_id == case_id, Exclusion.ended_at.is_(None))
    return session.scalars(select(Exclusion).where(*present).order_by(Exclusion.excluded_at, Exclusion.id)).all()


def account_of(session: Session, person_id: UUID) -> Account | None:
    """The enabled account of a person, if there is one."""
    found = session.scalars(select(Account).where(Account.person_id == person_id)).first()
    return found if found is not None and found.is_enabled else None


def _group(said: Said, members: Sequence[CaseMember], guests: Sequence[OutsideParticipant]) -> Group:
    places = (Place(row, said.standing(ConsentKind.GROUP_MEMBER, row.person_id)) for row in members)
    seats = (Seat(row, said.standing(ConsentKind.OUTSIDER_PARTICIPATION, row.outsider_id)) for row in guests)
    return Group(said, tuple(places), tuple(seats))


def _present_members(condition: ColumnElement[bool]) -> Select[CaseMember]:
    order = (CaseMember.is_responsible.desc(), CaseMember.since, CaseMember.id)
    return select(CaseMember).where(condition, CaseMember.ended_at.is_(None)).order_by(*order)


def _present_participants(condition: ColumnElement[bool]) -> Select[OutsideParticipant]:
    order = (OutsideParticipant.since, OutsideParticipant.id)
    return select(OutsideParticipant).where(condition, OutsideParticipant.ended_at.is_(None)).order_by(*order)
