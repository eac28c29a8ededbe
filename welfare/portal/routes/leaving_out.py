"""A minor leaves a guardian out, and takes it back."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.actions import IncompleteWillError, WithdrawalError
from welfare.consents.models import ExpressionOfWill
from welfare.people.models import Person
from welfare.portal.leaving_out import NowhereError, OfAgeError, SaidAlreadyError, leave_out, take_back
from welfare.portal.pages import LeaveOutPage, LeavingOutPage
from welfare.portal.routes.blueprint import OWN, bp
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm
from welfare.ui.locale import current_locale

LEFT_OUT = f"{OWN}/left-out"


@bp.get(LEFT_OUT, needs=Permission.PROHIBITION_OWN)
def left_out(work: UnitOfWork, student: Person) -> str:
    """Whom one has asked to leave out, and how it stands."""
    return render_template("portal/left_out.html", page=LeavingOutPage.of(work, student), again=ActionForm())


@bp.get(f"{LEFT_OUT}/new", needs=Permission.PROHIBITION_OWN)
def begin_leaving_out(work: UnitOfWork, student: Person) -> str:
    """What it means, and the form."""
    return _draw(LeaveOutPage.of(work, student))


@bp.post(f"{LEFT_OUT}/new", needs=Permission.PROHIBITION_SAY_OWN)
def leave_guardian_out(work: UnitOfWork, student: Person) -> ResponseReturnValue:
    """Record the wish; it waits for a professional's assessment."""
    page = LeaveOutPage.of(work, student)
    form = page.form
    if not form.validate_on_submit():
        return _draw(page), 422
    try:
        leave_out(work, student, form.to_command(current_locale()))
    except SaidAlreadyError:
        form.refuse("guardians", _("You have asked this already. See how it stands on the page before."))
        return _draw(page), 422
    except (OfAgeError, NowhereError, IncompleteWillError):
        form.refuse(None, _("This cannot be asked here. Ask the curator, the psychologist or the nurse."))
        return _draw(page), 422
    flash(_("Your wish is kept. Somebody of the student welfare talks with you about it."), "good")
    return redirect(url_for("portal.left_out", student=student.id), 303)


@bp.post(f"{LEFT_OUT}/<own_prohibition_id:prohibition>/take-back", needs=Permission.PROHIBITION_SAY_OWN)
def take_leaving_out_back(work: UnitOfWork, student: Person, prohibition: ExpressionOfWill) -> ResponseReturnValue:
    """The guardian is left out no more, from now on."""
    try:
        take_back(work, student, prohibition)
    except (OfAgeError, NowhereError, WithdrawalError, IncompleteWillError):
        flash(_("This had been taken back or changed already. See how it stands now."), "soon")
    else:
        flash(_("Taken back. The guardian is left out no more."), "good")
    return redirect(url_for("portal.left_out", student=student.id), 303)


def _draw(page: LeaveOutPage) -> str:
    return render_template("portal/leave_out.html", page=page, form=page.form)
