"""Assessments of one matter: started, looked at, asked more for, concluded."""

from collections.abc import Sequence

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.assessments import actions
from welfare.assessments.forms import AskForm, ConcludeForm, StartForm
from welfare.assessments.forms.assessing import USUAL_TIME
from welfare.assessments.models import Assessment, AssessmentProcess, Observation, ProcessVersion
from welfare.assessments.pages import AssessmentPage, ask_of, entry_of, informant_options, process_options
from welfare.assessments.queries import CATALOGUE, observations_of
from welfare.assessments.routes.blueprint import ASSESSMENT, bp
from welfare.assessments.words import INFORMANT_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.journal.actions import DisclosureRefusedError, NewEntry
from welfare.journal.pages.matter import MatterHead
from welfare.journal.queries import offices_of
from welfare.rules.assessments import ObservationState
from welfare.rules.journal import EntryKind
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm


@bp.get("/cases/<case_id:case>/assessments/new", needs=Permission.ASSESSMENT_MANAGE)
def begin_assessment(work: UnitOfWork, case: Case) -> str:
    """Which process, what for, and who is asked."""
    form = _start_form(work, case)
    form.due_on.put(work.facts.on + USUAL_TIME)
    return _draw_start(work, case, form)


@bp.post("/cases/<case_id:case>/assessments/new", needs=Permission.ASSESSMENT_MANAGE)
def new_assessment(work: UnitOfWork, case: Case) -> ResponseReturnValue:
    """Start it; everybody asked gets a task and a silent mail."""
    form = _start_form(work, case)
    if form.validate_on_submit():
        process = work.session.get_one(AssessmentProcess, form.model.data)
        version = CATALOGUE.numbered(work.session, process.id, process.newest)
        asked = ask_of(work, case, form.asked.data, version)
        if _have_questions(form, version, asked):
            command = actions.StartAssessment(process=process, aim=form.aim.data, due_on=form.due_on.data, asked=asked)
            try:
                assessment = actions.start_assessment(work, case, command)
            except DisclosureRefusedError:
                _refuse_consent(form)
            else:
                flash(_("The assessment has begun. Everybody asked has a task now."), "good")
                return _to(case, assessment)
    return _draw_start(work, case, form), 422


@bp.get(ASSESSMENT, needs=Permission.ASSESSMENT_READ)
def show(work: UnitOfWork, case: Case, assessment: Assessment) -> str:
    """The assessment, and the answers when nobody is still to answer."""
    page = AssessmentPage.of(work, case, assessment)
    return render_template("assessments/show.html", page=page, action=ActionForm())


@bp.get(f"{ASSESSMENT}/ask", needs=Permission.ASSESSMENT_MANAGE)
def begin_asking(work: UnitOfWork, case: Case, assessment: Assessment) -> str:
    """Who else may be asked."""
    return _draw_ask(work, case, assessment, _ask_form(work, case, assessment))


@bp.post(f"{ASSESSMENT}/ask", needs=Permission.ASSESSMENT_MANAGE)
def ask_more(work: UnitOfWork, case: Case, assessment: Assessment) -> ResponseReturnValue:
    """Ask them."""
    form = _ask_form(work, case, assessment)
    if form.validate_on_submit():
        version = CATALOGUE.numbered(work.session, assessment.process_id, assessment.version)
        asked = ask_of(work, case, form.asked.data, version)
        if _have_questions(form, version, asked):
            try:
                actions.ask(work, case, assessment, asked)
            except DisclosureRefusedError:
                _refuse_consent(form)
                return _draw_ask(work, case, assessment, form), 422
            except actions.AssessmentEndedError:
                flash(_("The assessment has been concluded already."), "soon")
            else:
                flash(_("They have been asked."), "good")
            return _to(case, assessment)
    return _draw_ask(work, case, assessment, form), 422


@bp.post(f"{ASSESSMENT}/asked/<asked_id:asked>/call-off", needs=Permission.ASSESSMENT_MANAGE)
def call_off(work: UnitOfWork, case: Case, assessment: Assessment, asked: Observation) -> ResponseReturnValue:
    """Wait no more for somebody."""
    if ActionForm().validate_on_submit():
        actions.call_off(work, asked)
        flash(_("The answer is not waited for any more."), "good")
    return _to(case, assessment)


@bp.get(f"{ASSESSMENT}/conclude", needs=Permission.ASSESSMENT_CONCLUDE)
def begin_conclusion(work: UnitOfWork, case: Case, assessment: Assessment) -> ResponseReturnValue:
    """The answers side by side, and the question."""
    page = AssessmentPage.of(work, case, assessment)
    if page.comparison is None:
        flash(_("An assessment is concluded when nobody is still to answer."), "soon")
        return _to(case, assessment)
    return render_template("assessments/conclude.html", page=page, form=ConcludeForm())


@bp.post(f"{ASSESSMENT}/conclude", needs=Permission.ASSESSMENT_CONCLUDE)
def conclude(work: UnitOfWork, case: Case, assessment: Assessment) -> ResponseReturnValue:
    """Write the conclusion into the journal."""
    page, form = AssessmentPage.of(work, case, assessment), ConcludeForm()
    if not form.validate_on_submit():
        return render_template("assessments/conclude.html", page=page, form=form), 422
    document = entry_of(page, form.conclusion.data, with_answers=form.with_answers.data)
    new = NewEntry(
        kind=EntryKind.NOTE,
        occurred_on=work.facts.on,
        office=offices_of(work.actor)[0],
        document=document,
        replaces_draft=False,
    )
    try:
        actions.conclude(work, case, assessment, new)
    except actions.AssessmentEndedError:
        flash(_("The assessment has been concluded already."), "soon")
    except actions.StillWaitingError:
        form.refuse(None, _("An assessment is concluded when nobody is still to answer."))
        return render_template("assessments/conclude.html", page=page, form=form), 422
    else:
        flash(_("The conclusion is in the journal. The answers have been removed."), "good")
    return _to(case, assessment)


def _refuse_consent(form: AskForm) -> None:
    form.refuse("asked", _("The written consent that names one of them is not in force any more. Leave that one out."))


def _have_questions(form: AskForm, version: ProcessVersion, asked: Sequence[actions.Ask]) -> bool:
    """Whether the process asks anything of each of them; if not, the form says of whom."""
    mute = dict.fromkeys(
        str(INFORMANT_WORDS[each.informant]) for each in asked if not version.questions(each.informant)
    )
    if mute:
        form.refuse("asked", _("The process has no questions for: %(whom)s. Leave them out.", whom=", ".join(mute)))
    return not mute


def _start_form(work: UnitOfWork, case: Case) -> StartForm:
    form = StartForm(today=work.facts.on)
    form.model.offer(process_options(work, case))
    form.offer_people(informant_options(work, case))
    return form


def _ask_form(work: UnitOfWork, case: Case, assessment: Assessment) -> AskForm:
    rows = observations_of(work.session, assessment.id)
    known = [row.person_id for row in rows if row.state is not ObservationState.CALLED_OFF]
    form = AskForm()
    form.offer_people(informant_options(work, case, known))
    return form


def _draw_start(work: UnitOfWork, case: Case, form: StartForm) -> str:
    return render_template("assessments/start.html", matter=MatterHead.of(work, case), form=form)


def _draw_ask(work: UnitOfWork, case: Case, assessment: Assessment, form: AskForm) -> str:
    matter = MatterHead.of(work, case)
    return render_template("assessments/ask.html", matter=matter, assessment=assessment, form=form)


def _to(case: Case, assessment: Assessment) -> ResponseReturnValue:
    return redirect(url_for("assessments.show", case=case.id, assessment=assessment.id), 303)
