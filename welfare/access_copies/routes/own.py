"""Asking for a copy on the own pages, and fetching it there for a time."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access_copies.actions.deciding import fetch
from welfare.access_copies.actions.receiving import CopyWished, ask_on_own_page
from welfare.access_copies.forms.fetching import FetchForm
from welfare.access_copies.forms.receiving import WishForm
from welfare.access_copies.models import AccessCopy
from welfare.access_copies.pages.own import FetchPage, OwnCopiesPage
from welfare.access_copies.pages.papers import copy_document, copy_paper
from welfare.access_copies.routes.blueprint import bp
from welfare.accounts.actions.second_factor import CodeRefusedError, give_code
from welfare.accounts.models import Account
from welfare.accounts.routes.steps import wait_words
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.pages.choosing import subject_name
from welfare.datarights.steps import AskedAlreadyError, NoRightError
from welfare.documents.serving import json_answer, pdf_answer
from welfare.people.models import Person
from welfare.rules.permissions import Permission
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale

OWN = "/own/<own_student_id:student>/copies"


@bp.get(OWN, needs=Permission.ACCESS_COPY_ASK)
def own_copies(work: UnitOfWork, student: Person) -> str:
    """What can be asked for, and what has been."""
    return _draw(work, student, WishForm())


@bp.post(OWN, needs=Permission.ACCESS_COPY_ASK, endpoint="ask")
def ask_oneself(work: UnitOfWork, student: Person) -> ResponseReturnValue:
    """Ask, and be told until when it is answered."""
    form = WishForm()
    if not form.validate_on_submit():
        return _draw(work, student, form), 422
    wished = CopyWished(name=subject_name(work, student), language=current_locale(), words=form.words.data)
    try:
        row = ask_on_own_page(work, student, wished)
    except AskedAlreadyError:
        flash(_("You have asked already. This is how it stands."), "soon")
    else:
        flash(_("Received. You are answered by %(day)s.", day=date_text(row.due_on)), "good")
    return redirect(url_for("access_copies.own_copies", student=student.id), 303)


@bp.get(f"{OWN}/<own_copy_id:copy>", needs=Permission.ACCESS_COPY_FETCH)
def begin_fetching(work: UnitOfWork, student: Person, copy: AccessCopy) -> str:
    """Ask for the second factor once more."""
    return _draw_fetch(work, student, copy, FetchForm(formdata=None))


@bp.post(f"{OWN}/<own_copy_id:copy>", needs=Permission.ACCESS_COPY_FETCH, endpoint="fetch")
def fetch_copy(work: UnitOfWork, student: Person, copy: AccessCopy) -> ResponseReturnValue:
    """The file, to whoever has proved once more to be who they are."""
    form = FetchForm()
    if not form.validate_on_submit() or not _is_proved(work, form):
        return _draw_fetch(work, student, copy, form), 422
    try:
        fetch(work, copy)
    except NoRightError:
        form.refuse(None, _("The copy cannot be fetched any more. Ask the data protection officer."))
        return _draw_fetch(work, student, copy, form), 422
    if form.kind.data == "json":
        return json_answer(copy_document(work, copy), "copy")
    return pdf_answer(copy_paper(work, copy))


def _is_proved(work: UnitOfWork, form: FetchForm) -> bool:
    """Whether the second factor is the actor's own, once more; each code opens once."""
    account = work.session.get_one(Account, work.actor.account_id)
    try:
        give_code(work, account, form.code.data)
    except CodeRefusedError as error:
        words = _("The code is not right, or it was too old or used before. Write a new code.")
        form.refuse("code", wait_words(error.wait) if error.wait else words)
        return False
    return True


def _draw(work: UnitOfWork, student: Person, form: WishForm) -> str:
    return render_template("access_copies/own.html", page=OwnCopiesPage.of(work, student), form=form)


def _draw_fetch(work: UnitOfWork, student: Person, copy: AccessCopy, form: FetchForm) -> str:
    return render_template("access_copies/fetch.html", page=FetchPage.of(work, student, copy), form=form)
