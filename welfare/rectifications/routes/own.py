"""Asking on the own pages for something to be corrected, and what came of it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.pages.choosing import subject_name
from welfare.people.models import Person
from welfare.rectifications.actions import SaidToBeWrong, ask_on_own_page
from welfare.rectifications.forms import WrongForm
from welfare.rectifications.pages.lists import OwnRectificationsPage
from welfare.rectifications.pages.records import record_options
from welfare.rectifications.queries import own_records
from welfare.rectifications.routes.blueprint import bp
from welfare.rules.permissions import Permission
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale

OWN = "/own/<own_student_id:student>/corrections"


@bp.get(OWN, needs=Permission.RECTIFICATION_ASK)
def own_rectifications(work: UnitOfWork, student: Person) -> str:
    """What has been asked for, and the form."""
    return _draw(work, student, _form(work, student))


@bp.post(OWN, needs=Permission.RECTIFICATION_ASK, endpoint="ask")
def ask_oneself(work: UnitOfWork, student: Person) -> ResponseReturnValue:
    """Ask, and be told until when it is answered."""
    form = _form(work, student)
    if not form.validate_on_submit():
        return _draw(work, student, form), 422
    records = own_records(work.session, work.actor, student, work.facts)
    said = SaidToBeWrong(
        record=next(each for each in records if each.key == form.record.data),
        name=subject_name(work, student),
        language=current_locale(),
        wrong=form.wrong.data,
        right=form.right.data,
    )
    row = ask_on_own_page(work, student, said)
    flash(_("Received. You are answered by %(day)s.", day=date_text(row.due_on)), "good")
    return redirect(url_for("rectifications.own_rectifications", student=student.id), 303)


def _form(work: UnitOfWork, student: Person) -> WrongForm:
    form = WrongForm()
    form.record.offer(record_options(own_records(work.session, work.actor, student, work.facts)))
    return form


def _draw(work: UnitOfWork, student: Person, form: WrongForm) -> str:
    return render_template("rectifications/own.html", page=OwnRectificationsPage.of(work, student), form=form)
