"""What imports have left to look at."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.actions.reviews import mark_looked_at
from welfare.people.models import RosterReview
from welfare.people.roster.pages.reviews import review_page
from welfare.people.routes.room import bp
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm
from welfare.ui.paging import page_number


@bp.get("/roster/reviews", needs=Permission.PEOPLE_REVIEW)
def reviews(work: UnitOfWork) -> str:
    """People who are gone, and rows that could be read but not understood."""
    is_open = request.args.get("shown") != "looked-at"
    page = review_page(
        work,
        page_number(request.args.get("page")),
        lambda number: url_for("people.reviews", page=number, shown=None if is_open else "looked-at"),
        is_open=is_open,
    )
    return render_template("people/reviews.html", page=page, is_open=is_open, action=ActionForm())


@bp.post("/roster/reviews/<review_id:review>/looked-at", needs=Permission.PEOPLE_REVIEW)
def looked_at(work: UnitOfWork, review: RosterReview) -> ResponseReturnValue:
    """Somebody has looked at it."""
    if ActionForm().validate_on_submit():
        mark_looked_at(work, review)
        flash(_("Marked as looked at."), "good")
    return redirect(url_for("people.reviews"), 303)
