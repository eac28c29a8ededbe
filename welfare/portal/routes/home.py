"""Whose page, and the home."""

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import Person
from welfare.portal.pages import ChooserPage, HomePage, cards_of, only_one
from welfare.portal.routes.blueprint import OWN, bp
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm


@bp.get("/own", needs=Permission.PORTAL_SEE)
def choose(work: UnitOfWork) -> str | Response:
    """What waits at each child's page; who can only mean one goes straight on."""
    student_id = only_one(work)
    if student_id is not None:
        return redirect(url_for("portal.show", student=student_id), 303)
    page = ChooserPage.of(work)
    return render_template("portal/children.html", page=page, cards=cards_of(work, page.students))


@bp.get(OWN, needs=Permission.PORTAL_READ)
def show(work: UnitOfWork, student: Person) -> str:
    """What comes next, my help, and a way to ask."""
    return render_template("portal/home.html", page=HomePage.of(work, student), accept=ActionForm())
