"""Asking for the log from the page "Who has read": by the student, or by a guardian about a child."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.actions import AskedOnOwnPage, ask_on_own_page
from welfare.datarights.forms import LooksOddForm
from welfare.datarights.pages.choosing import subject_name
from welfare.datarights.pages.own import OddPage
from welfare.datarights.routes.blueprint import bp
from welfare.datarights.steps import AskedAlreadyError
from welfare.people.models import Person
from welfare.rules.permissions import Permission
from welfare.rules.registers import Register
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale

ODD = "/own/<own_student_id:student>/read/odd"


@bp.get(ODD, needs=Permission.LOG_REQUEST_ASK)
def begin_asking(work: UnitOfWork, student: Person) -> str:
    """What asking leads to, and the form; and the requests that wait for their answers."""
    page = OddPage.of(work, student, LooksOddForm())
    if Register.WELFARE in {option.value for option in page.form.register.options}:
        page.form.register.put(Register.WELFARE)
    return _draw(page)


@bp.post(ODD, needs=Permission.LOG_REQUEST_ASK, endpoint="ask")
def ask_oneself(work: UnitOfWork, student: Person) -> ResponseReturnValue:
    """Ask, and be told until when it is answered."""
    page = OddPage.of(work, student, LooksOddForm())
    form = page.form
    if not form.validate_on_submit():
        return _draw(page), 422
    asked = AskedOnOwnPage(
        name=subject_name(work, student),
        language=current_locale(),
        register=form.register.data,
        words=form.words.data,
    )
    try:
        row = ask_on_own_page(work, student, asked)
    except AskedAlreadyError:
        flash(_("You have asked already. This is how it stands."), "soon")
    else:
        flash(_("Received. You are answered by %(day)s.", day=date_text(row.due_on)), "good")
    return redirect(url_for("datarights.begin_asking", student=student.id), 303)


def _draw(page: OddPage) -> str:
    return render_template("datarights/odd.html", page=page, form=page.form)
