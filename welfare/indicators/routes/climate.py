"""A school's climate surveys, and the page on which a group answers by its code."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access import once
from welfare.access.needs import Public
from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.guard import lets_through
from welfare.communal.pages import UnitHead
from welfare.indicators import actions
from welfare.indicators.forms import CodeForm, SurveyForm, answer_form
from welfare.indicators.models.climate import ClimateCode, ClimateSurvey
from welfare.indicators.pages import ClimatePage, controller_name
from welfare.indicators.queries import survey_of_code
from welfare.indicators.questions import questions_for
from welfare.indicators.routes.blueprint import UNIT, bp
from welfare.indicators.routes.schools import check_school
from welfare.organisations.models import Organisation
from welfare.rules.climate import is_open
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm, PageForm
from welfare.ui.locale import current_locale

CLIMATE = f"{UNIT}/climate"
CODE = "/survey/<string:code>"


@bp.get(CLIMATE, needs=Permission.COMMUNITY_READ)
def climate(work: UnitOfWork, unit: Organisation) -> str:
    """The surveys so far."""
    check_school(work, unit)
    return render_template("indicators/climate.html", page=ClimatePage.of(work, unit), end=ActionForm())


@bp.get(f"{CLIMATE}/new", needs=Permission.COMMUNITY_LEAD)
def plan_survey(work: UnitOfWork, unit: Organisation) -> str:
    """Ask who is asked and until when."""
    check_school(work, unit)
    return _draw_new(work, unit, SurveyForm(today=work.facts.on))


@bp.post(f"{CLIMATE}/new", needs=Permission.COMMUNITY_LEAD)
def begin_survey(work: UnitOfWork, unit: Organisation) -> ResponseReturnValue:
    """Open it."""
    check_school(work, unit)
    form = SurveyForm(today=work.facts.on)
    if not (form.validate_on_submit() and lets_through(work, unit, form)):
        return _draw_new(work, unit, form), 422
    actions.begin_survey(work, unit, form.to_command())
    flash(_("The survey is open. Give each group its code."), "good")
    return redirect(url_for("indicators.climate", unit=unit.id), 303)


@bp.post(f"{CLIMATE}/<survey_id:survey>/end", needs=Permission.COMMUNITY_LEAD)
def end_survey(work: UnitOfWork, unit: Organisation, survey: ClimateSurvey) -> ResponseReturnValue:
    """End it for good."""
    if ActionForm().validate_on_submit():
        actions.end_survey(work, unit, survey)
        flash(_("The survey has ended; what was answered is shown."), "good")
    return redirect(url_for("indicators.climate", unit=unit.id), 303)


@bp.get("/survey", needs=Public.SURVEY)
def survey_door(work: UnitOfWork) -> str:
    """Ask for the code."""
    del work
    return render_template("indicators/survey_code.html", form=CodeForm())


@bp.post("/survey", needs=Public.SURVEY, writes_at_once=False)
def find_survey(work: UnitOfWork) -> ResponseReturnValue:
    """Lead to the questions."""
    form = CodeForm()
    if form.validate_on_submit():
        code = form.code.data.lower()
        if _running(work, code) is not None:
            return redirect(url_for("indicators.questions", code=code), 303)
        form.refuse("code", _("No survey is open by this code. Check it, or ask your teacher."))
    return render_template("indicators/survey_code.html", form=form), 422


@bp.get(CODE, needs=Public.SURVEY)
def questions(work: UnitOfWork, code: str) -> ResponseReturnValue:
    """The questions, with who asks, why, and that nobody has to answer."""
    found = _running(work, code)
    if found is None:
        return _gone()
    return _draw(work, found[0], code, answer_form(questions_for(found[0].audience)))


@bp.post(CODE, needs=Public.SURVEY)
def answer(work: UnitOfWork, code: str) -> ResponseReturnValue:
    """Count the answers; sent twice, they are counted once, without our knowing by whom."""
    form_key = once.key_of_form()
    if once.was_done_by_nobody(work.session, form_key):
        return _thanks()
    found = _running(work, code)
    if found is None:
        return _gone()
    survey, row = found
    asked = questions_for(survey.audience)
    form = answer_form(asked)
    if not form.validate_on_submit():
        return _draw(work, survey, code, form), 422
    answers: dict[str, Any] = {each.code: form[f"secret_{each.code}"].data for each in asked}
    try:
        actions.take_answers(work, survey, row, answers, form_key)
    except actions.NotOpenError:
        return _gone()
    return _thanks()


def _thanks() -> ResponseReturnValue:
    flash(_("Thank you. Your answers are counted with those of others; nobody can tell which are yours."), "good")
    return redirect(url_for("indicators.survey_door"), 303)


def _running(work: UnitOfWork, code: str) -> tuple[ClimateSurvey, ClimateCode] | None:
    found = survey_of_code(work.session, code.lower())
    if found is None:
        return None
    survey, row = found
    is_running = is_open(survey.opens_on, survey.closes_on, work.facts.on, is_ended=survey.ended_at is not None)
    return found if is_running and row.used < row.seats else None


def _gone() -> ResponseReturnValue:
    flash(_("No survey is open by this code. Check it, or ask your teacher."), "soon")
    return redirect(url_for("indicators.survey_door"), 303)


def _draw_new(work: UnitOfWork, unit: Organisation, form: SurveyForm) -> str:
    return render_template("indicators/survey_new.html", head=UnitHead.of(work, unit), form=form)


def _draw(work: UnitOfWork, survey: ClimateSurvey, code: str, form: PageForm) -> str:
    school = work.session.get_one(Organisation, survey.unit_id).name(current_locale())
    return render_template(
        "indicators/survey.html",
        form=form,
        fields=[form[name] for name in form.data if name.startswith("secret_")],
        school=school,
        controller=controller_name(work, survey.controller_id),
        address=url_for("indicators.answer", code=code),
    )
