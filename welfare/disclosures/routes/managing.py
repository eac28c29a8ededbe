"""What has been given out of a matter: looking at it, its paper, handing that over, closing a copy."""

from flask import Response, flash, make_response, redirect, render_template, url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.disclosures.actions import AlreadyClosedError, NoPaperError, close_copy, hand_over
from welfare.disclosures.forms import HandOverForm
from welfare.disclosures.models import Disclosure
from welfare.disclosures.pages import GivenPage
from welfare.disclosures.pages.paper import disclosure_paper
from welfare.disclosures.routes.blueprint import DISCLOSURE, bp
from welfare.documents.pdf import pdf_of
from welfare.drafts.desk import Answer
from welfare.rules.permissions import Permission
from welfare.rules.printing import PrintPurpose
from welfare.rules.registers import Register
from welfare.ui.forms import ActionForm

FILE_NAME = "document.pdf"
"""It says nothing: a downloaded file lies about under its name."""


@bp.get(DISCLOSURE, needs=Permission.JOURNAL_READ)
def show(work: UnitOfWork, case: Case, disclosure: Disclosure) -> Answer:
    """What was given, to whom and on what ground, and when it was opened."""
    form = HandOverForm(today=work.facts.on, formdata=None)
    form.on.put(work.facts.on)
    return _drawn(work, case, disclosure, form)


@bp.post(f"{DISCLOSURE}/document.pdf", needs=Permission.DISCLOSURE_HAND_OVER, writes_at_once=False, saves=False)
def paper(work: UnitOfWork, case: Case, disclosure: Disclosure) -> Answer:
    """The file that is printed and handed over."""
    purpose = PrintPurpose.DISCLOSURE.value
    work.note(case.controller_id, Register.WELFARE, ("disclosure", disclosure.id), view="print", purpose=purpose)
    response: Response = make_response(pdf_of(disclosure_paper(work, disclosure)))
    response.mimetype = "application/pdf"
    response.headers["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return response


@bp.post(f"{DISCLOSURE}/handed-over", needs=Permission.DISCLOSURE_HAND_OVER)
def handed_over(work: UnitOfWork, case: Case, disclosure: Disclosure) -> Answer:
    """When the paper changed hands."""
    form = HandOverForm(today=work.facts.on)
    if not form.validate_on_submit():
        return _drawn(work, case, disclosure, form, 422)
    try:
        hand_over(work, disclosure, form.on.data)
    except NoPaperError:
        flash(_("There is no paper to be handed over, or it has been handed over already."), "soon")
    else:
        flash(_("It is written down when the receiver got the paper."), "good")
    return _to_disclosure(case, disclosure)


@bp.post(f"{DISCLOSURE}/close", needs=Permission.CASE_MANAGE)
def close(work: UnitOfWork, case: Case, disclosure: Disclosure) -> Answer:
    """Close a copy before its last day."""
    try:
        close_copy(work, disclosure)
    except AlreadyClosedError:
        flash(_("The copy is closed already."), "soon")
    else:
        flash(_("The copy is closed. Its reader cannot open it any more."), "good")
    return _to_disclosure(case, disclosure)


def _drawn(work: UnitOfWork, case: Case, row: Disclosure, form: HandOverForm, status: int = 200) -> Response:
    page = GivenPage.of(work, case, row)
    words = {"page": page, "form": form, "action": ActionForm(formdata=None)}
    return make_response(render_template("disclosures/show.html", **words), status)


def _to_disclosure(case: Case, row: Disclosure) -> Answer:
    return redirect(url_for("disclosures.show", case=case.id, disclosure=row.id), 303)
