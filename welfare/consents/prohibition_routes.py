"""A minor's prohibitions seen from the student: for the professionals who may assess them (OHL 18 § 2)."""

from dataclasses import replace

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.blueprint import GuardedBlueprint
from welfare.access.gate import refuse_within
from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents import actions
from welfare.consents.forms import AssessmentForm, ProhibitionForm, WithdrawalForm
from welfare.consents.models import ExpressionOfWill
from welfare.consents.pages import ProhibitionList, ProhibitionPage, guardian_choices
from welfare.consents.queries import load_prohibition
from welfare.organisations.models import Organisation
from welfare.people.models import Person
from welfare.people.queries import is_kin, load_student
from welfare.rules.events import ConflictAsked
from welfare.rules.permissions import Permission

bp = GuardedBlueprint(
    "prohibitions", __name__, subjects={"student_id": load_student, "prohibition_id": load_prohibition}
)


@bp.get("/students/<student_id:student>/prohibitions", needs=Permission.PROHIBITION_READ)
def index(work: UnitOfWork, student: Person) -> str:
    """Whom a pupil has left out."""
    _refuse_the_excluded(work, Permission.PROHIBITION_READ, student)
    return render_template("consents/prohibitions.html", page=ProhibitionList.of(work, student))


@bp.get("/students/<student_id:student>/prohibitions/new", needs=Permission.PROHIBITION_RECORD)
def begin(work: UnitOfWork, student: Person) -> str:
    """The form of a prohibition that covers all of the student's welfare."""
    _refuse_the_excluded(work, Permission.PROHIBITION_RECORD, student)
    form, guardians = _form(work, student)
    form.suggest_new(work.facts.on)
    return render_template("consents/prohibition_new.html", student=student, form=form, guardians=guardians)


@bp.post("/students/<student_id:student>/prohibitions/new", needs=Permission.PROHIBITION_RECORD)
def record(work: UnitOfWork, student: Person) -> ResponseReturnValue:
    """Record it; it shuts nobody out before it has been assessed."""
    _refuse_the_excluded(work, Permission.PROHIBITION_RECORD, student)
    form, guardians = _form(work, student)
    if form.validate_on_submit():
        try:
            row = actions.record_will(work, _school(work, student), form.to_command(student.id))
        except actions.IncompleteWillError as error:
            form.refuse_lacks(error.lacks)
        else:
            return redirect(url_for("prohibitions.begin_assessment", student=student.id, prohibition=row.id), 303)
    return render_template("consents/prohibition_new.html", student=student, form=form, guardians=guardians), 422


@bp.get("/students/<student_id:student>/prohibitions/<prohibition_id:prohibition>", needs=Permission.PROHIBITION_READ)
def show(work: UnitOfWork, student: Person, prohibition: ExpressionOfWill) -> str:
    """One prohibition and its assessments."""
    _refuse_the_excluded(work, Permission.PROHIBITION_READ, student)
    return render_template("consents/prohibition.html", page=ProhibitionPage.of(work, prohibition))


@bp.get(
    "/students/<student_id:student>/prohibitions/<prohibition_id:prohibition>/assess",
    needs=Permission.PROHIBITION_ASSESS,
)
def begin_assessment(work: UnitOfWork, student: Person, prohibition: ExpressionOfWill) -> str:
    """The pupil's reason, and the form."""
    _refuse_the_excluded(work, Permission.PROHIBITION_ASSESS, student)
    form = _assessment_form(work)
    form.suggest_new(work.facts.on, actions.professions_of(work.actor, work.facts.school_id))
    return render_template("consents/assess.html", page=ProhibitionPage.of(work, prohibition), form=form)


@bp.post(
    "/students/<student_id:student>/prohibitions/<prohibition_id:prohibition>/assess",
    needs=Permission.PROHIBITION_ASSESS,
)
def assess(work: UnitOfWork, student: Person, prohibition: ExpressionOfWill) -> ResponseReturnValue:
    """Record the assessment; from here on the guardian is shut out, or is not."""
    _refuse_the_excluded(work, Permission.PROHIBITION_ASSESS, student)
    form = _assessment_form(work)
    if form.validate_on_submit():
        found = actions.assess_interest(work, prohibition, form.to_command())
        if found.is_clearly_against_interest:
            flash(_("The assessment is recorded. The guardian is not left out."), "good")
        else:
            flash(_("The assessment is recorded. The guardian is left out from now on."), "good")
        return redirect(url_for("prohibitions.show", student=student.id, prohibition=prohibition.id), 303)
    return render_template("consents/assess.html", page=ProhibitionPage.of(work, prohibition), form=form), 422


@bp.get(
    "/students/<student_id:student>/prohibitions/<prohibition_id:prohibition>/withdraw",
    needs=Permission.PROHIBITION_RECORD,
)
def begin_withdrawal(work: UnitOfWork, student: Person, prohibition: ExpressionOfWill) -> str:
    """What taking the prohibition back means, and the form."""
    _refuse_the_excluded(work, Permission.PROHIBITION_RECORD, student)
    form = WithdrawalForm(today=work.facts.on)
    form.given_on.put(work.facts.on)
    return render_template("consents/withdraw.html", page=ProhibitionPage.of(work, prohibition), form=form)


@bp.post(
    "/students/<student_id:student>/prohibitions/<prohibition_id:prohibition>/withdraw",
    needs=Permission.PROHIBITION_RECORD,
)
def withdraw(work: UnitOfWork, student: Person, prohibition: ExpressionOfWill) -> ResponseReturnValue:
    """Record that the pupil took the prohibition back."""
    _refuse_the_excluded(work, Permission.PROHIBITION_RECORD, student)
    form, page = WithdrawalForm(today=work.facts.on), ProhibitionPage.of(work, prohibition)
    if form.validate_on_submit() and form.allows(is_in_force=page.may_be_withdrawn):
        try:
            actions.withdraw_will(work, _school(work, student), prohibition, form.to_command(), prohibition.case_id)
        except (actions.WithdrawalError, actions.IncompleteWillError):
            form.refuse_day()
        else:
            flash(_("The withdrawal is recorded. The guardian is not left out any more."), "good")
            return redirect(url_for("prohibitions.index", student=student.id), 303)
    return render_template("consents/withdraw.html", page=page, form=form), 422


def _form(work: UnitOfWork, student: Person) -> tuple[ProhibitionForm, int]:
    choices = guardian_choices(work, student)
    form = ProhibitionForm(today=work.facts.on)
    form.offer(choices)
    return form, len(choices.guardians)


def _assessment_form(work: UnitOfWork) -> AssessmentForm:
    form = AssessmentForm(today=work.facts.on)
    form.offer(actions.professions_of(work.actor, work.facts.school_id))
    return form


def _school(work: UnitOfWork, student: Person) -> actions.AtSchool:
    school = work.session.get_one(Organisation, work.facts.school_id)
    return actions.AtSchool.of(student, school)


def _refuse_the_excluded(work: UnitOfWork, permission: Permission, student: Person) -> None:
    """Nobody comes here about an own child, or in a conflict of interest that is recorded (HL 27-28 §).

    The latter is known to the cases room alone, so its word is asked for and the rule asked again.
    """
    if work.actor.person_id is not None:
        asked = ConflictAsked(student.id, work.actor.person_id)
        work.tell(asked)
        is_excluded = asked.is_excluded or is_kin(work.session, work.actor.person_id, student.id)
        refuse_within(work, permission, replace(work.facts, is_excluded=is_excluded))
