"""Seeking whom a request is about, at every desk."""

from flask import render_template
from flask.typing import ResponseReturnValue

from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.desks.desk import Desk
from welfare.datarights.forms import SeekForm
from welfare.datarights.pages.choosing import FoundPage


def add_seeking(desk: Desk) -> None:
    """Give a desk the page on which the person is sought by a name that no address holds."""
    at = f"{desk.list_at}/new"

    @desk.bp.get(at, needs=desk.list_needs)
    def begin(work: UnitOfWork) -> str:
        """Ask whom it is about."""
        del work
        return _draw(desk, SeekForm(formdata=None), None)

    @desk.bp.post(at, needs=desk.list_needs, writes_at_once=False, saves=False)
    def find(work: UnitOfWork) -> ResponseReturnValue:
        """Who answers to a name."""
        form = SeekForm()
        if not form.validate_on_submit():
            return _draw(desk, form, None), 422
        return _draw(desk, form, FoundPage.of(work, form.name.data))


def _draw(desk: Desk, form: SeekForm, page: FoundPage | None) -> str:
    return render_template("datarights/desks/find.html", desk=desk, form=form, page=page)
