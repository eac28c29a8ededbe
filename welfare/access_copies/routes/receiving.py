"""The officer's desk: the requests for copies, and receiving one."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access_copies.actions.receiving import ask_for_copy
from welfare.access_copies.forms.receiving import CopyRequestForm
from welfare.access_copies.models import AccessCopy
from welfare.access_copies.pages.lists import stated
from welfare.access_copies.routes.blueprint import bp
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.pages import DeskList, guardian_options
from welfare.datarights.pages.choosing import subject_name
from welfare.datarights.queries import registers_of
from welfare.people.models import Person
from welfare.rules.permissions import Permission
from welfare.ui.locale import current_locale

NEW, UNKNOWN = "/rights/copies/new/<data_subject_id:subject>", "/rights/copies/new/unknown"


@bp.get("/rights/copies", needs=Permission.ACCESS_COPY_LIST)
def desk(work: UnitOfWork) -> str:
    """The requests and their lights."""
    return render_template("access_copies/desk.html", page=DeskList.of(work, AccessCopy, stated))


@bp.get(UNKNOWN, needs=Permission.ACCESS_COPY_LIST)
def begin_unknown(work: UnitOfWork) -> str:
    """The form of a request about somebody whom the directory does not know."""
    return _draw_form(_form(work, None), None)


@bp.post(UNKNOWN, needs=Permission.ACCESS_COPY_LIST)
def receive_unknown(work: UnitOfWork) -> ResponseReturnValue:
    """Write it down; it is answered like any other."""
    return _receive(work, _form(work, None), None)


@bp.get(NEW, needs=Permission.ACCESS_COPY_RECEIVE)
def begin_for(work: UnitOfWork, subject: Person) -> str:
    """The form of a request about this person."""
    form = _form(work, subject)
    form.name.put(subject_name(work, subject))
    return _draw_form(form, subject)


@bp.post(NEW, needs=Permission.ACCESS_COPY_RECEIVE)
def receive(work: UnitOfWork, subject: Person) -> ResponseReturnValue:
    """Write the request down, with its last day."""
    return _receive(work, _form(work, subject), subject)


def _form(work: UnitOfWork, subject: Person | None) -> CopyRequestForm:
    form = CopyRequestForm(today=work.facts.on)
    form.offer(registers_of(work.session, work.actor), guardian_options(work, subject) if subject else [])
    if request.method == "GET":
        form.received_on.put(work.facts.on)
        form.language.put(current_locale())
        if len(form.register.options) == 1:
            form.register.put(form.register.options[0].value)
    return form


def _receive(work: UnitOfWork, form: CopyRequestForm, subject: Person | None) -> ResponseReturnValue:
    if not form.validate_on_submit():
        return _draw_form(form, subject), 422
    row = ask_for_copy(work, form.to_command(subject.id if subject else None))
    flash(_("The request is received. It is to be answered in time."), "good")
    return redirect(url_for("access_copies.show", asked=row.id), 303)


def _draw_form(form: CopyRequestForm, subject: Person | None) -> str:
    return render_template("access_copies/receive.html", form=form, subject=subject)
