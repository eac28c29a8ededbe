"""Looking a unit's communal work through and signing it; the signed reviews and their papers."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.guard import lets_through
from welfare.communal.loaders import leads_as
from welfare.documents.serving import pdf_answer
from welfare.insight import actions
from welfare.insight.forms import SignForm
from welfare.insight.models import CommunityReview
from welfare.insight.pages import ReviewsPage, SignPage, blocks_of_unit, review_paper
from welfare.insight.routes.blueprint import bp
from welfare.organisations.models import Organisation
from welfare.rules.permissions import Permission
from welfare.rules.registers import Register
from welfare.ui.locale import current_locale

REVIEWS = "/communal/<unit_id:unit>/reviews"


@bp.get(REVIEWS, needs=Permission.COMMUNITY_READ)
def reviews(work: UnitOfWork, unit: Organisation) -> str:
    """Every signed review, with its paper."""
    return render_template("insight/reviews.html", page=ReviewsPage.of(work, unit))


@bp.get(f"{REVIEWS}/new", needs=Permission.COMMUNITY_LEAD)
def begin_signing(work: UnitOfWork, unit: Organisation) -> str:
    """The comment and the tick."""
    return render_template("insight/sign.html", page=SignPage.of(work, unit), form=SignForm())


@bp.post(f"{REVIEWS}/new", needs=Permission.COMMUNITY_LEAD)
def sign(work: UnitOfWork, unit: Organisation) -> ResponseReturnValue:
    """Keep the page as it stands, with the comment."""
    form = SignForm()
    if not (form.validate_on_submit() and lets_through(work, unit, form)):
        return render_template("insight/sign.html", page=SignPage.of(work, unit), form=form), 422
    command = actions.SignReview(
        comment=form.comment.data,
        language=current_locale(),
        blocks=list(blocks_of_unit(work, unit)),
        signed_as=leads_as(work.actor, unit).value,
    )
    actions.sign_review(work, unit, command)
    flash(_("The review is signed. Its paper can be shown to the board."), "good")
    return redirect(url_for("insight.reviews", unit=unit.id), 303)


@bp.get(f"{REVIEWS}/<signed_id:review>/review.pdf", needs=Permission.COMMUNITY_READ)
def paper(work: UnitOfWork, unit: Organisation, review: CommunityReview) -> ResponseReturnValue:
    """The file of a signed review."""
    work.note(review.controller_id, Register.COMMUNAL, ("community_review", review.id), view="print")
    return pdf_answer(review_paper(review, unit))
