"""Finding cases: what the rules ask about one, and which of them an actor may see."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, false, or_, select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Loader, Reading
from welfare.cases.models import Case, CaseMember, Exclusion, ForATime
from welfare.cases.presence import Present, is_led, presences_in
from welfare.consents.models import ExpressionOfWill
from welfare.consents.papers.models import ConsentForm, SignedPaper
from welfare.consents.queries import said_about, said_in
from welfare.consents.wills import Said
from welfare.people.queries import Reach, load_student
from welfare.rules.actors import INSTITUTION_STAFF, WELFARE_PROFESSIONALS, Actor, Facts, Membership, World
from welfare.rules.cases import CaseState
from welfare.rules.consent import ConsentKind
from welfare.rules.leads import has_successor, why_nobody_leads
from welfare.rules.permissions import Permission, decide
from welfare.rules.registers import Register
from welfare.rules.standing import NOES


@dataclass(frozen=True, slots=True)
class SeenCase:
    """A case that an actor may see, how the actor stands to it, and what has been said in it."""

    case: Case
    facts: Facts
    said: Said


@dataclass(frozen=True, slots=True)
class Conflicts:
    """The matters that a conflict of interest shuts an actor out of, and whose they are (HL 27-28 §)."""

    case_ids: frozenset[UUID]
    student_ids: frozenset[UUID]


def load_case(reading: Reading, case_id: UUID) -> Loaded | None:
    """Loader of ``<case_id:case>``."""
    case = reading.session.get(Case, case_id)
    return None if case is None else Loaded(case, case_facts(reading, case))


def load_candidate(reading: Reading, student_id: UUID) -> Loaded | None:
    """Loader of ``<candidate_id:student>``: a student for whom a matter may be proposed.

    A conflict of interest is known to this room alone, so the facts of the directory are completed here, once for all
    routes of a proposal.
    """
    found = load_student(reading, student_id)
    if found is None:
        return None
    is_excluded = is_excluded_from_student(reading.session, reading.actor.person_id, student_id)
    return replace(found, facts=replace(found.facts, is_excluded=is_excluded))


def load_consent(reading: Reading, consent_id: UUID) -> Loaded | None:
    """Loader of ``<consent_id:consent>`` within a case, in the consents room's name."""
    case, row = reading.loaded.get("case"), reading.session.get(ExpressionOfWill, consent_id)
    if not isinstance(case, Case) or row is None or row.case_id != case.id:
        return None
    return Loaded(row, replace(case_facts(reading, case), subject_ids=row.about()))


def load_form(reading: Reading, form_id: UUID) -> Loaded | None:
    """Loader of ``<form_id:form>`` within a case, in the consents room's name: a form printed in this matter."""
    case, row = reading.loaded.get("case"), reading.session.get(ConsentForm, form_id)
    if not isinstance(case, Case) or row is None or row.case_id != case.id:
        return None
    return Loaded(row, replace(case_facts(reading, case), subject_ids=row.about()))


def load_paper(reading: Reading, paper_id: UUID) -> Loaded | None:
    """Loader of ``<paper_id:paper>`` within an expression of a case: a scan of that expression alone."""
    will, row = reading.loaded.get("consent"), reading.session.get(SignedPaper, paper_id)
    case = reading.loaded.get("case")
    if not isinstance(case, Case) or not isinstance(will, ExpressionOfWill) or row is None:
        return None
    if row.expression_id != will.id:
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
    group = presences_in(session, [case.id], on)[case.id]
    return facts_of(case, actor, said_about(session, case, on), group, conflicts_of(session, actor))


def facts_of(case: Case, actor: Actor, said: Said, group: Sequence[Present], conflicts: Conflicts) -> Facts:
    """The facts of a case, from what has been read of it."""
    place = next((each.place for each in group if each.place.account_id == actor.account_id), None)
    presences = [each.presence for each in group]
    is_vacant = why_nobody_leads(presences) is not None
    return replace(
        facts_about(case, said.on),
        membership=_membership(place, said) if place is not None and _may_sit(actor, case, place) else None,
        is_handling_consent_valid=said.standing(ConsentKind.GROUP_HANDLING).is_valid,
        is_excluded=case.id in conflicts.case_ids,
        has_conflict=case.student_id in conflicts.student_ids,
        is_lead_vacant=is_vacant,
        has_successor=is_vacant and has_successor(presences, _consented(group, said)),
        is_declined=is_vacant and _is_declined(actor, said),
    )


def facts_about(case: Case, on: date) -> Facts:
    """What is true of a case on a day, whoever asks."""
    return Facts(
        on=on,
        subject_ids=(("case", case.id), ("person", case.student_id)),
        register=Register.WELFARE,
        controller_id=case.controller_id,
        school_id=case.school_id,
        student_id=case.student_id,
        state=case.state.value,
    )


def cases_visible_to(session: Session, actor: Actor, on: date, *conditions: ColumnElement[bool]) -> Sequence[SeenCase]:
    """The cases this actor may see on a day, equal to Permission.CASE_READ; the only source of lists, counts and hits.

    Whether a consent stands when several guardians decide is not a question for SQL. The database therefore gives the
    matters where the actor has a place and is not shut out, and the rule itself chooses among them.
    """
    candidates = and_(_is_unhindered(actor), _has_place(actor), *conditions)
    return _granted(session, actor, on, Permission.CASE_READ, candidates)


def cases_without_lead(session: Session, actor: Actor, on: date) -> Sequence[SeenCase]:
    """The cases whose vacant lead this actor may take, equal to Permission.CASE_TAKE_LEAD."""
    served = actor.schools(*WELFARE_PROFESSIONALS)
    proposal = and_(Case.state == CaseState.PROPOSED, Case.school_id.in_(served))
    candidates = and_(_is_unhindered(actor), ~is_led(on), or_(_has_place(actor), proposal))
    return _granted(session, actor, on, Permission.CASE_TAKE_LEAD, candidates)


def is_excluded_from_student(session: Session, person_id: UUID | None, student_id: UUID) -> bool:
    """Whether a conflict of interest shuts a worker out of any matter of this student (HL 27-28 §)."""
    shut = (Exclusion.person_id == person_id, Exclusion.student_id == student_id, Exclusion.ended_at.is_(None))
    return person_id is not None and session.scalars(select(Exclusion.id).where(*shut)).first() is not None


def service_reach(session: Session, actor: Actor) -> Reach:
    """Among whom this actor may propose a matter: those reached by posts of student welfare alone."""
    serving = tuple(post for post in actor.posts if post.role in WELFARE_PROFESSIONALS)
    return Reach(replace(actor, posts=serving, class_ids=frozenset()), conflicts_of(session, actor).student_ids)


def _granted(
    session: Session, actor: Actor, on: date, permission: Permission, candidates: ColumnElement[bool]
) -> list[SeenCase]:
    """The candidates that the rule grants, the newest first; a fixed number of queries, however many."""
    order = (Case.proposed_at.desc(), Case.id)
    cases = session.scalars(select(Case).where(candidates).order_by(*order)).all()
    if not cases:
        return []
    said = said_in(session, cases, on)
    groups = presences_in(session, [case.id for case in cases], on)
    conflicts = conflicts_of(session, actor)
    seen = (SeenCase(c, facts_of(c, actor, said[c.id], groups[c.id], conflicts), said[c.id]) for c in cases)
    return [found for found in seen if decide(actor, permission, found.facts).is_granted]


def conflicts_of(session: Session, actor: Actor) -> Conflicts:
    """What a conflict of interest shuts the actor out of today."""
    rows = session.execute(select(Exclusion.case_id, Exclusion.student_id).where(_shuts_out(actor))).all()
    return Conflicts(frozenset(row.case_id for row in rows), frozenset(row.student_id for row in rows))


def _consented(group: Sequence[Present], said: Said) -> frozenset[UUID]:
    named = (each.place.person_id for each in group)
    return frozenset(one for one in named if said.standing(ConsentKind.GROUP_MEMBER, one).is_valid)


def _is_declined(actor: Actor, said: Said) -> bool:
    if actor.person_id is None:
        return False
    return said.standing(ConsentKind.GROUP_MEMBER, actor.person_id).status in NOES


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


def _may_sit(actor: Actor, case: Case, place: CaseMember) -> bool:
    """A place in the group is of somebody at work at the school; who leads it keeps it elsewhere, to hand it over."""
    is_at_work = case.school_id in actor.schools(*INSTITUTION_STAFF, *WELFARE_PROFESSIONALS)
    return is_at_work or (place.is_responsible and bool(actor.roles & WELFARE_PROFESSIONALS))


def _is_unhindered(actor: Actor) -> ColumnElement[bool]:
    if actor.world is not World.STAFF or not actor.full_sign_in or not actor.posts:
        return false()
    return ~exists().where(Exclusion.case_id == Case.id, _shuts_out(actor))


def _has_place(actor: Actor) -> ColumnElement[bool]:
    own = (CaseMember.account_id == actor.account_id, CaseMember.ended_at.is_(None))
    return exists().where(CaseMember.case_id == Case.id, *own)


def _shuts_out(actor: Actor) -> ColumnElement[bool]:
    return and_(Exclusion.person_id == actor.person_id, Exclusion.ended_at.is_(None))
