"""The plan's part of the page of a matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.pages.next_steps import NextStep
from welfare.cases.sections import CasePart
from welfare.plans.pages.opened import OpenedPlan
from welfare.plans.pages.plots import Ratings
from welfare.plans.queries import plan_of
from welfare.plans.words import OUTCOME_WORDS, RATER_WORDS
from welfare.rules.cases import CaseState
from welfare.rules.goals import is_review_near
from welfare.rules.permissions import Permission, decide
from welfare.rules.plans import PlanPart
from welfare.ui.formats import level_text, short_date_text


@dataclass(frozen=True, slots=True)
class GoalLine:
    """One goal, and how far each thinks it has come."""

    number: int
    title: str
    state: str


@dataclass(frozen=True, slots=True)
class PlanPreview:
    """The newest version in a few lines; None where nothing has been agreed on."""

    version: int
    agreed_on: date
    review_on: date
    is_near: bool
    voice: str
    goals: Sequence[GoalLine]


def plan_section(work: UnitOfWork, case: Case) -> CasePart | None:
    """The goals and how they go; nothing for one who sees the matter but not its plan."""
    if not decide(work.actor, Permission.PLAN_READ, work.facts).is_granted:
        return None
    plan = plan_of(work.session, case.id)
    may_write = decide(work.actor, Permission.PLAN_WRITE, work.facts).is_granted
    preview = None
    if plan is not None:
        opened = OpenedPlan.of(work, plan)
        preview = PlanPreview(
            version=plan.newest,
            agreed_on=plan.agreed_on,
            review_on=plan.review_on,
            is_near=may_write and is_review_near(plan.review_on, work.facts.on),
            voice=opened.text.words[PlanPart.STUDENT_WORDS],
            goals=list(_lines(opened)),
        )
    page = {"preview": preview, "case_id": case.id, "may_write": may_write}
    count = len(preview.goals) if preview else 0
    coming = [_review(case, preview.review_on)] if preview and case.state is not CaseState.CLOSED else []
    return CasePart(id="plan", title=_("Plan"), count=count, template="plans/_section.html", page=page, next=coming)


def _review(case: Case, day: date) -> NextStep:
    link = _("Open the plan"), url_for("plans.show", case=case.id)
    return NextStep(short_date_text(day), _("Review the plan"), "", link, on=day, is_readers=True)


def _lines(opened: OpenedPlan) -> Sequence[GoalLine]:
    ratings = Ratings(opened)
    return [GoalLine(goal.number, goal.title, _state(opened, ratings, goal.number)) for goal in opened.text.goals]


def _state(opened: OpenedPlan, ratings: Ratings, number: int) -> str:
    outcome = opened.row(number).outcome
    if outcome:
        return str(OUTCOME_WORDS[outcome])
    said = (f"{RATER_WORDS[rater]} {level_text(level)}" for rater, level in ratings.latest(number).items())
    return " · ".join(said) or _("Not rated yet")
