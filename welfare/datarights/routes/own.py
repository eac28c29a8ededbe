"""Asking for the log from the page "Who has read": by the student, or by a guardian about a child."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.actions import AskedAlreadyError, AskedOnOwnPage, ask_on_own_page
from welfare.datarights.forms import LooksOddForm
from welfare.datarights.pages.choosing import subject_name
from welfare.datarights.pages.own import OddPage
from welfare.datarights.routes.blueprint import bp
from welfare.people.models import Person
from welfare.rules.permissions import Permission
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale

ODD = "/own/<own_student_id:student>/read/odd"


@bp.get(ODD, needs=Permission.LOG_REQUEST_ASK)
def begin_asking(work: UnitOfWork, student: Person) -> str:
    """What asking leads to, and the form; or the request that waits for its answer."""
    return _draw(work, student, LooksOddForm())


@bp.post(ODD, needs=Permission.LOG_REQUEST_ASK, endpoint="ask")
def ask_oneself(work: UnitOfWork, student: Person) -> ResponseReturnValue:
    """Ask, and be told until when it is answered."""
    form = LooksOddForm()
    if not form.validate_on_submit():
        return _draw(work, student, form), 422
    asked = AskedOnOwnPage(name=subject_name(work, student), language=current_locale(), words=form.words.data)
    try:
        row = ask_on_own_page(work, student, asked)
    except AskedAlreadyError:
        flash(_("You have asked already. This is how it stands."), "soon")
    else:
        flash(_("Received. You are answered by %(day)s.", day=date_text(row.due_on)), "good")
    return redirect(url_for("datarights.begin_asking", student=student.id), 303)


def _draw(work: UnitOfWork, student: Person, form: LooksOddForm) -> str:
    return render_template("datarights/odd.html", page=OddPage.of(work, student), form=form)
