"""The plans that somebody may read: of one's own matters, or one's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import url_for
from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.queries import cases_visible_to
from welfare.people.models import Person
from welfare.people.pages import Whereabouts, names_of
from welfare.plans.models import Plan
from welfare.plans.queries import own_plans
from welfare.rules.actors import World
from welfare.rules.cases import CaseState
from welfare.rules.goals import is_review_near
from welfare.rules.permissions import Permission, decide


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One plan."""

    name: str
    number: str
    version: int
    agreed_on: date
    review_on: date
    is_near: bool
    url: str


@dataclass(frozen=True, slots=True)
class PlansPage:
    """Those there are."""

    is_staff: bool
    lines: Sequence[PlanLine]

    @classmethod
    def of(cls, work: UnitOfWork) -> "PlansPage":
        """Open the names of those whose plans the actor may read."""
        is_staff = work.actor.world is World.STAFF
        found = _of_matters(work) if is_staff else list(own_plans(work.session, work.actor, work.facts))
        people = work.session.scalars(select(Person).where(Person.id.in_({case.student_id for _plan, case in found})))
        names = names_of(work, people.all())
        return cls(is_staff, [_line(work, plan, case, names[case.student_id].full) for plan, case in found])


def _of_matters(work: UnitOfWork) -> list[tuple[Plan, Case]]:
    seen = cases_visible_to(work.session, work.actor, work.facts.on)
    cases = {s.case.id: s.case for s in seen if decide(work.actor, Permission.PLAN_READ, s.facts).is_granted}
    plans = work.session.scalars(select(Plan).where(Plan.case_id.in_(cases)).order_by(Plan.review_on, Plan.id))
    return [(plan, cases[plan.case_id]) for plan in plans]


def _line(work: UnitOfWork, plan: Plan, case: Case, name: str) -> PlanLine:
    is_staff = work.actor.world is World.STAFF
    url = url_for("plans.show", case=case.id) if is_staff else url_for("plans.own", plan=plan.id)
    is_live = case.state is not CaseState.CLOSED
    return PlanLine(
        name=name,
        number=Whereabouts.of(work, work.session.get_one(Person, case.student_id)).told(case.number),
        version=plan.newest,
        agreed_on=plan.agreed_on,
        review_on=plan.review_on,
        is_near=is_live and is_review_near(plan.review_on, work.facts.on),
        url=url,
    )
