"""Finding cases: what the rules ask about one, and which of them an actor may see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, false, select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Loader, Reading
from welfare.cases.models import Case, CaseMember, Exclusion, ForATime
from welfare.consents.models import ExpressionOfWill
from welfare.consents.queries import said_about, said_in
from welfare.consents.wills import Said
from welfare.people.queries import Placed, reachable_students
from welfare.rules.actors import WELFARE_PROFESSIONALS, Actor, Facts, Membership, World
from welfare.rules.consent import ConsentKind
from welfare.rules.permissions import Permission, decide
from welfare.rules.registers import Register


@dataclass(frozen=True, slots=True)
class SeenCase:
    """A case that an actor may see, and how the actor stands to it."""

    case: Case
    facts: Facts


def load_case(reading: Reading, case_id: UUID) -> Loaded | None:
    """Loader of ``<case_id:case>``."""
    case = reading.session.get(Case, case_id)
    return None if case is None else Loaded(case, case_facts(reading, case))


def load_consent(reading: Reading, consent_id: UUID) -> Loaded | None:
    """Loader of ``<consent_id:consent>`` within a case, in the consents room's name."""
    case, row = reading.loaded.get("case"), reading.session.get(ExpressionOfWill, consent_id)
    if not isinstance(case, Case) or row is None or row.case_id != case.id:
        return None
    return Loaded(row, replace(case_facts(reading, case), subject_ids=row.about()))


def loader_within_case(model: type[ForATime]) -> Loader:
    """A loader of something that has not ended within a case."""

    def load(reading: Reading, row_id: UUID) -> Loaded | None:
        case, row = reading.loaded.get("case"), reading.session.get(model, row_id)
        if not isinstance(case, Case) or row is None or row.case_id != case.id or row.ended_at is not None:
            return None
        return Loaded(row, case_facts(reading, case))

    return load


def case_facts(reading: Reading, case: Case) -> Facts:
    """How the actor stands to a case today; for the loaders of whatever lies within it."""
    session, actor = reading.session, reading.actor
    on = reading.now.astimezone(HOME_ZONE).date()
    place = session.scalars(select(CaseMember).where(CaseMember.case_id == case.id, _is_own_place(actor))).first()
    excluded = session.scalars(select(Exclusion.id).where(Exclusion.case_id == case.id, _shuts_out(actor))).first()
    return facts_of(case, actor, said_about(session, case, on), place=place, is_excluded=excluded is not None)


def facts_of(case: Case, actor: Actor, said: Said, *, place: CaseMember | None, is_excluded: bool) -> Facts:
    """The facts of a case, from what has been read of it."""
    return Facts(
        on=said.on,
        subject_ids=(("case", case.id), ("person", case.student_id)),
        register=Register.WELFARE,
        controller_id=case.controller_id,
        school_id=case.school_id,
        student_id=case.student_id,
        state=case.state.value,
        membership=_membership(place, said) if place is not None and actor.posts else None,
        is_handling_consent_valid=said.standing(ConsentKind.GROUP_HANDLING).is_valid,
        is_excluded=is_excluded,
    )


def cases_visible_to(session: Session, actor: Actor, on: date, *conditions: ColumnElement[bool]) -> Sequence[SeenCase]:
    """The cases this actor may see on a day, equal to Permission.CASE_READ; the only source of lists, counts and hits.

    Whether a consent stands when several guardians decide is not a question for SQL. The database therefore gives the
    matters where the actor has a place and is not shut out, and the rule itself chooses among them.
    """
    statement = (
        select(Case, CaseMember)
        .join(CaseMember, CaseMember.case_id == Case.id)
        .where(_perhaps_visible_to(actor), *conditions)
        .order_by(Case.proposed_at.desc(), Case.id)
    )
    places: Mapping[Case, CaseMember] = {row[0]: row[1] for row in session.execute(statement)}
    said = said_in(session, list(places), on)
    seen = (SeenCase(c, facts_of(c, actor, said[c.id], place=p, is_excluded=False)) for c, p in places.items())
    return [found for found in seen if decide(actor, Permission.CASE_READ, found.facts).is_granted]


def is_excluded_from_student(session: Session, person_id: UUID | None, student_id: UUID) -> bool:
    """Whether a conflict of interest shuts a worker out of any matter of this student (HL 27-28 §)."""
    shut = (Exclusion.person_id == person_id, Exclusion.student_id == student_id, Exclusion.ended_at.is_(None))
    return person_id is not None and session.scalars(select(Exclusion.id).where(*shut)).first() is not None


def students_served_by(session: Session, actor: Actor, on: date) -> Sequence[Placed]:
    """The students for whom this actor may propose a matter: those reached by posts of student welfare alone."""
    serving = tuple(post for post in actor.posts if post.role in WELFARE_PROFESSIONALS)
    return reachable_students(session, replace(actor, posts=serving, class_ids=frozenset()), on)


def _membership(place: CaseMember, said: Said) -> Membership:
    standing = said.standing(ConsentKind.GROUP_MEMBER, place.person_id)
    return Membership(
        since=place.since,
        is_responsible=place.is_responsible,
        consent_id=next(iter(standing.grounds), None),
        consent_valid_to=standing.valid_to,
        is_consent_valid=standing.is_valid,
        position=place.position,
    )


def _perhaps_visible_to(actor: Actor) -> ColumnElement[bool]:
    if actor.world is not World.STAFF or not actor.full_sign_in or not actor.posts:
        return false()
    shut_out = exists().where(Exclusion.case_id == Case.id, _shuts_out(actor))
    return and_(_is_own_place(actor), ~shut_out)


def _is_own_place(actor: Actor) -> ColumnElement[bool]:
    return and_(CaseMember.account_id == actor.account_id, CaseMember.ended_at.is_(None))


def _shuts_out(actor: Actor) -> ColumnElement[bool]:
    return and_(Exclusion.person_id == actor.person_id, Exclusion.ended_at.is_(None))
