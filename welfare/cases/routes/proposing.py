"""Proposing a matter for a pupil."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases import actions
from welfare.cases.forms import FindForm, ProposeForm
from welfare.cases.pages import StudentList
from welfare.cases.queries import service_reach
from welfare.cases.routes.blueprint import bp
from welfare.cases.routes.drafting import is_draft_wanted, kept
from welfare.cases.waiting import PROPOSAL
from welfare.drafts.actions import discard_draft
from welfare.drafts.pages import SavedDraft, load_draft
from welfare.organisations.models import Organisation
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.requests.queries.own import led_to_a_proposal
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm


@bp.get("/cases/new", needs=Permission.CASE_PROPOSE)
def choose_student(work: UnitOfWork) -> str:
    """Choose the pupil among those of one's schools."""
    reach = service_reach(work.session, work.actor)
    return render_template("cases/choose_student.html", page=StudentList.of(work, reach, ""), find=FindForm())


@bp.post("/cases/new", needs=Permission.CASE_PROPOSE, writes_at_once=False, saves=False)
def find_student(work: UnitOfWork) -> ResponseReturnValue:
    """Seek the pupil by name or class; by POST, so that the words stand in no address and no log."""
    form = FindForm()
    is_sound = form.validate_on_submit()
    reach = service_reach(work.session, work.actor)
    page = StudentList.of(work, reach, form.words.data if is_sound else "")
    return render_template("cases/choose_student.html", page=page, find=form, form=form), 200 if is_sound else 422


@bp.get("/cases/new/<candidate_id:student>", needs=Permission.CASE_PROPOSE_FOR)
def propose_for(work: UnitOfWork, student: Person) -> str:
    """The form of a proposal."""
    saved = load_draft(work, PROPOSAL, student.id)
    form = ProposeForm(formdata=saved.formdata if saved else None, today=work.facts.on)
    if saved is None:
        form.suggest_new(work.facts.on, led_to_a_proposal(work.session, work.actor, student.id))
    return _drawn(work, student, form, saved)


@bp.post("/cases/new/<candidate_id:student>", needs=Permission.CASE_PROPOSE_FOR)
def propose(work: UnitOfWork, student: Person) -> ResponseReturnValue:
    """Propose a matter; its consents are recorded next."""
    form = ProposeForm(today=work.facts.on)
    if is_draft_wanted():
        return kept(work, PROPOSAL, form, student, url_for("cases.propose_for", student=student.id))
    if not form.validate_on_submit():
        return _drawn(work, student, form), 422
    school = work.session.get_one(Organisation, work.facts.school_id)
    case = actions.propose_case(work, school, student.id, form.to_command())
    discard_draft(work, PROPOSAL, student.id)
    flash(_("The matter %(number)s is proposed. Record the consents next.", number=case.number), "good")
    return redirect(url_for("cases.show", case=case.id), 303)


def _drawn(work: UnitOfWork, student: Person, form: ProposeForm, saved: SavedDraft | None = None) -> str:
    name = PersonName.of(work, student).full
    return render_template(
        "cases/propose.html", form=form, student=student, name=name, saved=saved, action=ActionForm()
    )
