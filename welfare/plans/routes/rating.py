"""Rating goals, as a member: in one's own name, or writing down what the student or a guardian says."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _

from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.journal.pages.matter import MatterHead
from welfare.plans.actions import RateGoals, RatingRefusedError, rate
from welfare.plans.forms import RatingForm
from welfare.plans.models import Plan
from welfare.plans.pages.rating import form_of, open_goals, raters_of
from welfare.plans.queries import plan_of
from welfare.plans.routes.blueprint import PLAN, Answer, bp
from welfare.plans.words import RATING_BLOCK_WORDS
from welfare.rules.goals import RatingBlock
from welfare.rules.permissions import Permission

RATE = f"{PLAN}/rate"


@bp.get(RATE, needs=Permission.GOAL_RATE)
def begin_rating(work: UnitOfWork, case: Case) -> Answer:
    """The goals, each with its levels."""
    form = _form(work, case)
    form.rated_on.put(work.facts.on)
    return _draw(work, case, form)


@bp.post(RATE, needs=Permission.GOAL_RATE, endpoint="rate")
def keep_rating(work: UnitOfWork, case: Case) -> Answer:
    """Keep what was said."""
    form = _form(work, case)
    if not form.validate_on_submit():
        return _draw(work, case, form), 422  # type: ignore[return-value]  # Flask's pair
    command = RateGoals(rater=form.rater.data, rated_on=form.rated_on.data, levels=form.levels, note=form.note.data)
    try:
        rate(work, case, command)
    except RatingRefusedError as error:
        refuse_blocks(form, error.blocks)
        return _draw(work, case, form), 422  # type: ignore[return-value]  # Flask's pair
    flash(_("The rating is kept."), "good")
    return redirect(url_for("plans.show", case=case.id), 303)


def refuse_blocks(form: RatingForm, blocks: tuple[RatingBlock, ...]) -> None:
    """Say what keeps a rating from being kept, at its field."""
    for block in blocks:
        is_of_day = block is not RatingBlock.NOTHING and "rated_on" in form
        form.refuse("rated_on" if is_of_day else f"goal_{form.NUMBERS[0]}", str(RATING_BLOCK_WORDS[block]))


def plan_or_refuse(work: UnitOfWork, case: Case) -> Plan:
    """The plan of a matter; where there is none, there is no page."""
    return plan_of(work.session, case.id) or refuse(work, work.facts)


def _form(work: UnitOfWork, case: Case) -> RatingForm:
    form = form_of(work, open_goals(work, plan_or_refuse(work, case)))
    form.offer_raters(raters_of(work, case))
    return form


def _draw(work: UnitOfWork, case: Case, form: RatingForm) -> str:
    return render_template("plans/rate.html", matter=MatterHead.of(work, case), form=form)
