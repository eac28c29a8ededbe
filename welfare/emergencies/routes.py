"""Opening a matter in an emergency, reading it for its hour, and the officer's reviews."""

from collections.abc import Sequence
from uuid import UUID

from flask import Response, flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.blueprint import GuardedBlueprint
from welfare.accounts.routes.proving import is_proved
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.queries import cases_visible_to
from welfare.emergencies.actions import (
    NothingChosenError,
    ReviewedError,
    end_emergency,
    open_matter,
    review_emergency,
)
from welfare.emergencies.forms import OpenForm, ReviewForm
from welfare.emergencies.models import Emergency
from welfare.emergencies.pages import OpenedPage, OpeningPage, OpeningsPage
from welfare.emergencies.queries import load_emergency, load_endangered, matters_to_open, officers_of
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm

bp = GuardedBlueprint(
    "emergencies", __name__, subjects={"endangered_id": load_endangered, "emergency_id": load_emergency}
)
NEW, ONE = "/emergencies/new/<endangered_id:student>", "/emergencies/<emergency_id:emergency>"


@bp.get(NEW, needs=Permission.EMERGENCY_OPEN)
def begin(work: UnitOfWork, student: Person) -> str:
    """What opening means, and the form."""
    return _draw_form(work, student, OpenForm(formdata=None))


@bp.post(NEW, needs=Permission.EMERGENCY_OPEN, endpoint="open")
def open_one(work: UnitOfWork, student: Person) -> ResponseReturnValue:
    """Open it, once the second factor has been given again; until then nothing tells whether there is a matter."""
    form = OpenForm()
    if not form.validate_on_submit() or not is_proved(work, form, form.code.data):
        return _draw_form(work, student, form), 422
    case = _chosen(work, student, form)
    if case is None:
        return _draw_form(work, student, form), 422
    try:
        row = open_matter(work, case, form.to_command())
    except NothingChosenError:
        form.refuse("sections", _("Choose at least one part."))
        return _draw_form(work, student, form), 422
    if set(officers_of(work.session, row.controller_id, work.facts.on)) - {row.person_id}:
        flash(_("The matter is open for an hour. The responsible person and the officer have been told."), "soon")
    else:
        flash(_("The matter is open for an hour, and the responsible person has been told."), "soon")
        flash(_("No other data protection officer serves here, so nobody could review it: tell your superior."), "late")
    return redirect(url_for("emergencies.show", emergency=row.id), 303)


@bp.get(ONE, needs=Permission.EMERGENCY_READ)
def show(work: UnitOfWork, emergency: Emergency) -> str:
    """The chosen sections, to be read."""
    page = OpenedPage.of(work, emergency)
    return render_template("emergencies/show.html", page=page, ending=ActionForm(formdata=None))


@bp.post(f"{ONE}/end", needs=Permission.EMERGENCY_END)
def end(work: UnitOfWork, emergency: Emergency) -> Response:
    """End it before its hour."""
    end_emergency(work, emergency)
    flash(_("The matter is closed to you again. The opening will be reviewed."), "good")
    return make_response(redirect(url_for("worklist.show"), 303))


@bp.get("/emergencies", needs=Permission.EMERGENCY_LIST)
def index(work: UnitOfWork) -> str:
    """The openings to be reviewed, and the reviewed."""
    return render_template("emergencies/index.html", page=OpeningsPage.of(work))


@bp.get(f"{ONE}/review", needs=Permission.EMERGENCY_REVIEW)
def begin_review(work: UnitOfWork, emergency: Emergency) -> str:
    """One opening, and the form of its review."""
    return _draw_review(work, emergency, ReviewForm(formdata=None, today=work.facts.on))


@bp.post(f"{ONE}/review", needs=Permission.EMERGENCY_REVIEW)
def review(work: UnitOfWork, emergency: Emergency) -> ResponseReturnValue:
    """Keep what was found."""
    form = ReviewForm(today=work.facts.on)
    if not form.validate_on_submit():
        return _draw_review(work, emergency, form), 422
    try:
        review_emergency(work, emergency, form.to_command())
    except ReviewedError:
        flash(_("Somebody has reviewed it already. This is what was found."), "soon")
    else:
        flash(_("The review is saved."), "good")
    return redirect(url_for("emergencies.begin_review", emergency=emergency.id), 303)


def _chosen(work: UnitOfWork, student: Person, form: OpenForm) -> Case | None:
    """The one matter it is about: by its number where that is known, or else the newest that is not open to the actor.

    Nothing here tells which matters there are, or how many: the numbers of others stand on the page once one is open.
    """
    found = matters_to_open(work.session, work.actor, student.id)
    wanted = "".join(form.number.data.casefold().split())
    if wanted:
        found = [case for case in found if "".join(case.number.casefold().split()) == wanted]
    own = _own(work, found)
    closed = [case for case in found if case.id not in own]
    if closed:
        return closed[0]
    if own:
        form.refuse("number", _("You may read this matter without an emergency: open it among your matters."))
    else:
        form.refuse("number", _("No matter of the pupil that goes on at your school has been found."))
    return None


def _own(work: UnitOfWork, found: Sequence[Case]) -> set[UUID]:
    """Those that the actor may read as a member of the group."""
    among = Case.id.in_([case.id for case in found])
    return (
        {seen.case.id for seen in cases_visible_to(work.session, work.actor, work.facts.on, among)} if found else set()
    )


def _draw_form(work: UnitOfWork, student: Person, form: OpenForm) -> str:
    return render_template("emergencies/open.html", student=PersonName.of(work, student).full, form=form)


def _draw_review(work: UnitOfWork, emergency: Emergency, form: ReviewForm) -> str:
    return render_template("emergencies/review.html", page=OpeningPage.of(work, emergency), form=form)
