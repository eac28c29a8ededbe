"""What the deeds on a request have in common: a page with one form, and what is said when somebody was faster."""

from flask import flash, render_template, url_for
from flask import redirect as lead_to
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from welfare.audit.unit_of_work import UnitOfWork
from welfare.db.base import Revised
from welfare.requests.actions.steps import RequestMovedOnError, check_unchanged
from welfare.requests.models import ContactRequest
from welfare.requests.pages.request import RequestPage
from welfare.rules.outcomes import OutcomeError
from welfare.rules.requests import TransitionError
from welfare.rules.talks import AnswerError
from welfare.ui.forms import RevisedForm

Answer = str | tuple[str, int] | Response
TOO_LATE = (RequestMovedOnError, TransitionError, OutcomeError, AnswerError)
"""The request has gone where the deed cannot follow."""


def form_page(
    work: UnitOfWork, request: ContactRequest, name: str, form: RevisedForm, status: int = 200, **more: object
) -> Answer:
    """The page of one deed: ``requests/<name>.html``."""
    page = RequestPage.of(work, request)
    return render_template(f"requests/{name}.html", page=page, form=form, **more), status


def is_sent(row: Revised, form: RevisedForm) -> bool:
    """Whether the form is whole and was decided on the row as it is. Raises RequestMovedOnError."""
    if not form.validate_on_submit():
        return False
    check_unchanged(row, form.revision.data)
    return True


def moved_on(
    work: UnitOfWork, request: ContactRequest, name: str, form: RevisedForm, row: Revised | None = None, **more: object
) -> Answer:
    """Somebody was faster: what was typed stays, over the request as it is now (409)."""
    for unsaved in list(work.session.new):
        work.session.expunge(unsaved)
    work.session.expire_all()
    form.revision.put((row or request).revision)
    form.refuse(None, _("The request has changed since you opened the page. Look at it as it is now, and decide anew."))
    return form_page(work, request, name, form, 409, **more)


def done(request: ContactRequest, words: str) -> Response:
    """Back to the request, with a word of what was done."""
    flash(words, "good")
    return lead_to(url_for("requests.show", request=request.id), 303)


def left(words: str) -> Response:
    """Back to the queue, from a request that is no longer one's own."""
    flash(words, "good")
    return lead_to(url_for("requests.queue"), 303)
