"""The copy as paper and file, and the decisions on paper."""

from flask import Response

from welfare.access.gate import refuse as turn_away
from welfare.access_copies.models import AccessCopy
from welfare.access_copies.pages.papers import copy_document, copy_paper, decision_paper
from welfare.access_copies.queries import is_right_lost
from welfare.access_copies.routes.blueprint import ONE, bp
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.queries import may_be_told
from welfare.documents.serving import json_answer, pdf_answer
from welfare.rules.permissions import Permission


@bp.get(f"{ONE}/copy.pdf", needs=Permission.ACCESS_COPY_HANDLE)
def copy_pdf(work: UnitOfWork, asked: AccessCopy) -> Response:
    """The copy on paper."""
    _refuse_ungiven(work, asked)
    return pdf_answer(copy_paper(work, asked))


@bp.get(f"{ONE}/copy.json", needs=Permission.ACCESS_COPY_HANDLE)
def copy_json(work: UnitOfWork, asked: AccessCopy) -> Response:
    """The copy for machines (see docs/access_copy.md)."""
    _refuse_ungiven(work, asked)
    return json_answer(copy_document(work, asked), "copy")


@bp.get(f"{ONE}/decision.pdf", needs=Permission.ACCESS_COPY_HANDLE)
def decision_pdf(work: UnitOfWork, asked: AccessCopy) -> Response:
    """The decision on paper."""
    if asked.decision is None or is_right_lost(work.session, asked, work.facts):
        turn_away(work, work.facts)
    return pdf_answer(decision_paper(work, asked))


def _refuse_ungiven(work: UnitOfWork, asked: AccessCopy) -> None:
    """A copy exists once it has been decided on, while whoever asks has the right to it."""
    if asked.copy is None or not may_be_told(work.session, asked, work.facts):
        turn_away(work, work.facts)
