"""The plan in plain words: as the student or a guardian reads it, and as a member reads it with them."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.people.models import Person
from welfare.people.pages import Whereabouts
from welfare.plans.actions import RateGoals, RatingRefusedError, rate
from welfare.plans.forms import RatingForm
from welfare.plans.models import Plan
from welfare.plans.pages.easy import EasyFor, EasyPlan, goal_told
from welfare.plans.pages.rating import form_of, open_goals
from welfare.plans.routes.blueprint import OWN, PLAN, bp
from welfare.plans.routes.rating import plan_or_refuse, refuse_blocks
from welfare.rules.goals import Rater
from welfare.rules.permissions import Permission, decide
from welfare.ui.layouts import layout_for

RATERS = {EasyFor.STUDENT: Rater.STUDENT, EasyFor.GUARDIAN: Rater.GUARDIAN}


@bp.get(OWN, needs=Permission.PLAN_READ_OWN)
def own(work: UnitOfWork, plan: Plan) -> str:
    """One's own plan, or one's child's."""
    page = EasyPlan.of(work, work.session.get_one(Case, plan.case_id), plan, reader_of(work, plan))
    may_rate = any(not goal.outcome for goal in page.goals) and _may(work, Permission.GOAL_RATE_OWN)
    return render_template("plans/easy.html", page=page, layout=layout_for(work.actor), may_rate=may_rate, matter=None)


@bp.get(f"{PLAN}/plain/<any(student, guardian):reader>", needs=Permission.PLAN_READ)
def plain(work: UnitOfWork, case: Case, reader: str) -> str:
    """The same, to be read together."""
    page = EasyPlan.of(work, case, plan_or_refuse(work, case), EasyFor(reader))
    words = {"layout": layout_for(work.actor), "may_rate": False, "matter": case}
    return render_template("plans/easy.html", page=page, **words)


@bp.get(f"{OWN}/rate", needs=Permission.GOAL_RATE_OWN)
def begin_own_rating(work: UnitOfWork, plan: Plan) -> str:
    """How far the goals are today, as one sees it oneself."""
    return _draw(work, plan, _form(work, plan))


@bp.post(f"{OWN}/rate", needs=Permission.GOAL_RATE_OWN)
def keep_own_rating(work: UnitOfWork, plan: Plan) -> ResponseReturnValue:
    """Keep it."""
    form, case = _form(work, plan), work.session.get_one(Case, plan.case_id)
    if not form.validate_on_submit():
        return _draw(work, plan, form), 422
    rater = RATERS[reader_of(work, plan)]
    command = RateGoals(rater=rater, rated_on=work.facts.on, levels=form.levels, note=form.note.data, feeling=form.felt)
    try:
        rate(work, case, command)
    except RatingRefusedError as error:
        refuse_blocks(form, error.blocks)
        return _draw(work, plan, form), 422
    flash(_("Thank you. What you think is kept in the plan."), "good")
    return redirect(url_for("plans.own", plan=plan.id), 303)


def reader_of(work: UnitOfWork, plan: Plan) -> EasyFor:
    """In what part the actor reads a plan of the own family."""
    return EasyFor.STUDENT if work.actor.person_id == plan.student_id else EasyFor.GUARDIAN


def _form(work: UnitOfWork, plan: Plan) -> RatingForm:
    where = Whereabouts.of(work, work.session.get_one(Person, plan.student_id))
    goals = {number: goal_told(goal, where) for number, goal in open_goals(work, plan).items()}
    form = form_of(work, goals)
    form.is_own(goals, is_student=reader_of(work, plan) is EasyFor.STUDENT)
    return form


def _draw(work: UnitOfWork, plan: Plan, form: RatingForm) -> str:
    is_student = reader_of(work, plan) is EasyFor.STUDENT
    words = {"layout": layout_for(work.actor), "is_student": is_student, "plan": plan}
    return render_template("plans/rate_own.html", form=form, **words)


def _may(work: UnitOfWork, permission: Permission) -> bool:
    return decide(work.actor, permission, work.facts).is_granted
