"""Making sure who asks, at every desk (GDPR 12(6))."""

from flask import flash, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.asked import AskedOfRegister
from welfare.datarights.desks.desk import Desk, back, taken
from welfare.datarights.forms import IdentityForm
from welfare.datarights.pages.head import AskedHead
from welfare.datarights.steps import TakenError, make_sure


def add_identity(desk: Desk) -> None:
    """Give a desk the step in which it is kept how it was made sure who asks."""
    at = f"{desk.one_at}/identity"

    @desk.bp.get(at, needs=desk.handle_needs)
    def begin_making_sure(work: UnitOfWork, asked: AskedOfRegister) -> str:
        """Ask how it was made sure who asks."""
        return _draw(work, desk, asked, IdentityForm(formdata=None))

    @desk.bp.post(at, needs=desk.handle_needs, endpoint="make_sure")
    def keep_identity(work: UnitOfWork, asked: AskedOfRegister) -> ResponseReturnValue:
        """Keep how it was."""
        form = IdentityForm()
        if not form.validate_on_submit():
            return _draw(work, desk, asked, form), 422
        try:
            make_sure(work, asked, form.way.data)
        except TakenError:
            return taken(asked)
        flash(_("It is saved how it was made sure who asks."), "good")
        return back(asked)


def _draw(work: UnitOfWork, desk: Desk, asked: AskedOfRegister, form: IdentityForm) -> str:
    page = AskedHead.of(work, asked)
    return render_template("datarights/desks/identity.html", desk=desk, page=page, form=form)
