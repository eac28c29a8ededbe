"""Scans of signed papers: attached to an expression of will, held until they are scanned, and handed out."""

from flask import Response, flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.models import ExpressionOfWill
from welfare.consents.papers.forms import SignedPaperForm
from welfare.consents.papers.keeping import (
    NoSignedPaperError,
    TooManyPapersError,
    keep_signed_paper,
    order_scan,
)
from welfare.consents.papers.models import SignedPaper
from welfare.consents.papers.pages.content import PaperGapError, content_of
from welfare.consents.papers.routes.blueprint import bp, handed_out
from welfare.consents.papers.serving import serving_here
from welfare.consents.wills import Matter
from welfare.rules.permissions import Permission
from welfare.rules.registers import Register
from welfare.rules.signed_papers import PaperKind, PaperState

PAPERS = "/cases/<case_id:case>/consents/<consent_id:consent>/papers"
TYPES = {PaperKind.PDF: "application/pdf", PaperKind.JPEG: "image/jpeg", PaperKind.PNG: "image/png"}
NAMES = {PaperKind.PDF: "paper.pdf", PaperKind.JPEG: "paper.jpg", PaperKind.PNG: "paper.png"}


@bp.get(f"{PAPERS}/new", needs=Permission.CONSENT_RECORD)
def choose_file(work: UnitOfWork, case: Matter, consent: ExpressionOfWill) -> str:
    """Where the scan is chosen."""
    del work
    return _draw(case, consent, SignedPaperForm())


@bp.post(f"{PAPERS}/new", needs=Permission.CONSENT_RECORD, writes_at_once=False)
def attach(work: UnitOfWork, case: Matter, consent: ExpressionOfWill) -> ResponseReturnValue:
    """Keep the scan; looking at the file is slow, and is done before anybody else has to wait."""
    form = SignedPaperForm()
    if form.validate_on_submit() and form.checked is not None:
        work.start_writing()
        try:
            keep_signed_paper(work, consent, form.checked)
        except NoSignedPaperError:
            form.refuse("file", _("This answer was not given on paper, so there is no paper to attach."))
        except TooManyPapersError:
            form.refuse("file", _("Three files are attached to this answer already, and no more fit."))
        else:
            flash(_("The signed paper is kept with the answer."), "good")
            return redirect(url_for("consents.show", case=case.id, consent=consent.id), 303)
    return _draw(case, consent, form), 422


@bp.post(f"{PAPERS}/<paper_id:paper>/scan", needs=Permission.CONSENT_RECORD)
def scan_again(work: UnitOfWork, case: Matter, consent: ExpressionOfWill, paper: SignedPaper) -> ResponseReturnValue:
    """Have a paper scanned that still waits, for instance because the scanner was away."""
    if paper.state is PaperState.HELD:
        order_scan(work, paper)
        flash(_("The scanner is asked again. Look here in a while."), "soon")
    return redirect(url_for("consents.show", case=case.id, consent=consent.id), 303)


@bp.get(f"{PAPERS}/<paper_id:paper>", needs=Permission.CONSENT_READ)
def hand_out(work: UnitOfWork, case: Matter, consent: ExpressionOfWill, paper: SignedPaper) -> Response:
    """The file of a paper, if it may be handed out; the trail tells it from reading the page."""
    if not serving_here().allows(paper.state):
        refuse(work, work.facts)
    work.note(case.controller_id, Register.WELFARE, *paper.about(), way="download")
    try:
        content = content_of(work, paper)
    except PaperGapError:
        flash(_("The file cannot be opened: a part of it is missing or has been changed."), "late")
        return make_response(redirect(url_for("consents.show", case=case.id, consent=consent.id), 303))
    return handed_out(content, TYPES[paper.kind], NAMES[paper.kind])


def _draw(case: Matter, consent: ExpressionOfWill, form: SignedPaperForm) -> str:
    return render_template("consents/attach.html", case=case, consent=consent, form=form)
