"""What the gate asks about a version, a goal, a measure: always found within the plan of their matter."""

from dataclasses import replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.cases.models import Case
from welfare.cases.queries import case_facts
from welfare.consents.prohibitions import is_shut_out
from welfare.people.queries import guardians_of
from welfare.plans.models import OfPlan, Plan, PlanGoal, PlanMeasure, PlanVersion
from welfare.rules.actors import Actor, Facts
from welfare.rules.registers import Register

Row = TypeVar("Row", bound=OfPlan)


def load_version(reading: Reading, version_id: UUID) -> Loaded | None:
    """Loader of ``<version_id:version>`` within a case."""
    return _within_case(reading, reading.session.get(PlanVersion, version_id))


def load_goal(reading: Reading, goal_id: UUID) -> Loaded | None:
    """Loader of ``<goal_id:goal>`` within a case."""
    return _within_case(reading, reading.session.get(PlanGoal, goal_id))


def load_plan_measure(reading: Reading, measure_id: UUID) -> Loaded | None:
    """Loader of ``<plan_measure_id:measure>`` within a case; owner carries it out, handler follows it up."""
    found = _within_case(reading, reading.session.get(PlanMeasure, measure_id))
    if found is None or not isinstance(found.thing, PlanMeasure):
        return None
    return Loaded(found.thing, facts_of_measure(found.facts, found.thing))


def facts_of_measure(facts: Facts, measure: PlanMeasure) -> Facts:
    """The facts of its matter, and whose task it is."""
    return replace(facts, owner_account_id=measure.doer_account_id, handler_account_id=measure.follower_account_id)


def load_own_plan(reading: Reading, plan_id: UUID) -> Loaded | None:
    """Loader of ``<own_plan_id:plan>``: a plan as its student or a guardian finds it."""
    plan = reading.session.get(Plan, plan_id)
    if plan is None:
        return None
    case = reading.session.get_one(Case, plan.case_id)
    facts = family_facts(reading.session, reading.actor, case, Facts(on=reading.now.astimezone(HOME_ZONE).date()))
    return Loaded(plan, replace(facts, subject_ids=(*facts.subject_ids, ("welfare_plan", plan.id))))


def family_facts(session: Session, actor: Actor, case: Case, today: Facts) -> Facts:
    """How a student or a guardian stands to a matter: whose it is, and whether a prohibition shuts the guardian out."""
    is_guardian = actor.person_id is not None and case.student_id in actor.ward_ids
    is_told = not is_guardian or _is_told(session, actor, case, today.on)
    return Facts(
        on=today.on,
        subject_ids=(("case", case.id), ("person", case.student_id)),
        register=Register.WELFARE,
        controller_id=case.controller_id,
        school_id=case.school_id,
        student_id=case.student_id,
        state=case.state.value,
        is_shut_out=not is_told,
    )


def _is_told(session: Session, actor: Actor, case: Case, on: date) -> bool:
    """A guardian with the right to information (LHL 9 §) whom the minor has not shut out (OHL 18 § 2)."""
    if actor.person_id is None or is_shut_out(session, actor.person_id, case.student_id, on, case.id):
        return False
    bonds = guardians_of(session, case.student_id, on)
    return any(bond.may_receive_information for guardian, bond in bonds if guardian.id == actor.person_id)


def _within_case(reading: Reading, row: Row | None) -> Loaded | None:
    case = reading.loaded.get("case")
    if not isinstance(case, Case) or row is None or row.case_id != case.id:
        return None
    facts = case_facts(reading, case)
    return Loaded(row, replace(facts, subject_ids=(*facts.subject_ids, (row.__tablename__, row.id))))
