"""By what mandate somebody asks for another, at every desk: shown to the officer before anything is told."""

from flask import flash, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.asked import AskedOfRegister
from welfare.datarights.desks.desk import Desk, back, taken
from welfare.datarights.forms import MandateForm
from welfare.datarights.pages.choosing import guardian_options
from welfare.datarights.pages.head import AskedHead
from welfare.datarights.steps import TakenError, keep_mandate
from welfare.people.models import Person


def add_mandate(desk: Desk) -> None:
    """Give a desk the step in which it is kept by what mandate a representative asks."""
    at = f"{desk.one_at}/mandate"

    @desk.bp.get(at, needs=desk.handle_needs)
    def begin_mandate(work: UnitOfWork, asked: AskedOfRegister) -> str:
        """Ask by what mandate."""
        return _draw(work, desk, asked, _form(work, asked))

    @desk.bp.post(at, needs=desk.handle_needs, endpoint="keep_mandate")
    def save_mandate(work: UnitOfWork, asked: AskedOfRegister) -> ResponseReturnValue:
        """Keep what was shown."""
        form = _form(work, asked)
        if not form.validate_on_submit():
            return _draw(work, desk, asked, form), 422
        try:
            keep_mandate(work, asked, form.mandate.data, form.giver_id)
        except TakenError:
            return taken(asked)
        flash(_("It is saved by what mandate it is asked."), "good")
        return back(asked)


def _form(work: UnitOfWork, asked: AskedOfRegister) -> MandateForm:
    form = MandateForm()
    subject = work.session.get(Person, asked.subject_id) if asked.subject_id else None
    form.guardian.offer(guardian_options(work, subject) if subject else [])
    return form


def _draw(work: UnitOfWork, desk: Desk, asked: AskedOfRegister, form: MandateForm) -> str:
    page = AskedHead.of(work, asked)
    return render_template("datarights/desks/mandate.html", desk=desk, page=page, form=form)
