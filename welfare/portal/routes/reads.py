"""Who has read what is kept about a student."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from welfare.audit.reading import read_mark
from welfare.audit.unit_of_work import UnitOfWork
from welfare.breaches.pages import told_to
from welfare.datarights.pages.own_answers import is_answered
from welfare.people.models import Person
from welfare.portal.pages import ChooserPage, ReadsPage, only_one
from welfare.portal.routes.blueprint import OWN, bp
from welfare.rules.permissions import Permission


@bp.get("/own/read", needs=Permission.PORTAL_SEE)
def choose_reads(work: UnitOfWork) -> str | Response:
    """Choose whose; who can only mean one goes straight on."""
    student_id = only_one(work)
    if student_id is not None:
        return redirect(url_for("portal.reads", student=student_id), 303)
    return render_template("portal/choose.html", page=ChooserPage.of(work), endpoint="portal.reads")


@bp.get(f"{OWN}/read", needs=Permission.PORTAL_LOG_READ)
def reads(work: UnitOfWork, student: Person) -> str:
    """Visits, the newest first."""
    page = ReadsPage.of(work, student, read_mark(request.args.get("before", "")))
    told = {"breaches": told_to(work, student), "is_answered": is_answered(work, student)}
    return render_template("portal/reads.html", page=page, **told)
