"""The form of a rating made ready."""

from collections.abc import Mapping

from werkzeug.exceptions import Conflict

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.family import guardians_at
from welfare.cases.models import Case
from welfare.plans.content import GoalText
from welfare.plans.forms import RatingForm, rating_form
from welfare.plans.models import Plan
from welfare.plans.pages.opened import opened_text
from welfare.plans.queries import goals_of, newest_version
from welfare.rules.goals import Rater


def open_goals(work: UnitOfWork, plan: Plan) -> Mapping[int, GoalText]:
    """The goals that may be rated, by number, in the words of the newest version."""
    numbers = {goal.number for goal in goals_of(work.session, plan.id) if goal.outcome is None}
    text = opened_text(work, newest_version(work.session, plan))
    return {goal.number: goal for goal in text.goals if goal.number in numbers}


def form_of(work: UnitOfWork, goals: Mapping[int, GoalText]) -> RatingForm:
    """The form with the levels of these goals. Raises Conflict where there is no goal that could be rated."""
    if not goals:
        raise Conflict
    form = rating_form(tuple(goals))(today=work.facts.on)
    form.offer_goals(goals)
    return form


def raters_of(work: UnitOfWork, case: Case) -> list[Rater]:
    """Whose view may be written down: a guardian's only where there is one who has a part in the matter."""
    has_guardian = bool(guardians_at(work.session, case, work.facts.on))
    return [rater for rater in Rater if rater is not Rater.GUARDIAN or has_guardian]
