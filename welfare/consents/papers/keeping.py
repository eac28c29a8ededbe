"""Keeping the scan of a signed paper: of an expression of will and of nothing else."""

from base64 import b64encode
from enum import StrEnum
from hashlib import sha256
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.models import ExpressionOfWill
from welfare.consents.papers.checking import CheckedFile
from welfare.consents.papers.models import SignedPaper, SignedPaperChunk
from welfare.rules.consent import Way
from welfare.rules.orders import JobOrder
from welfare.rules.registers import Register
from welfare.rules.signed_papers import MOST_PAPERS, PaperState

CHUNK_SIZE = 256 * 1024


class PaperJob(StrEnum):
    """What is left for afterwards when a paper has been kept."""

    SCAN = "papers:scan"


class NoSignedPaperError(TypeError):
    """The welfare register takes no attachment but an expression of will that was signed on paper (OHL 21 § 1)."""


class TooManyPapersError(ValueError):
    """So many scans of one expression are kept already."""


def keep_signed_paper(work: UnitOfWork, will: object, file: CheckedFile) -> SignedPaper:
    """Keep a checked file, sealed in pieces under the matter's key, and have it scanned.

    Raises NoSignedPaperError, TooManyPapersError.
    """
    if not isinstance(will, ExpressionOfWill) or will.way is not Way.PAPER or will.case_id is None:
        raise NoSignedPaperError
    work.session.scalars(select(ExpressionOfWill.id).where(ExpressionOfWill.id == will.id).with_for_update()).one()
    if papers_kept(work.session, will.id) >= MOST_PAPERS:
        raise TooManyPapersError
    pieces = [file.content[start : start + CHUNK_SIZE] for start in range(0, len(file.content), CHUNK_SIZE)]
    place = {"student_id": will.student_id, "case_id": will.case_id, "controller_id": will.controller_id}
    paper = SignedPaper(
        id=uuid4(),
        expression_id=will.id,
        kind=file.kind,
        size=len(file.content),
        chunks=len(pieces),
        state=PaperState.HELD,
        kept_at=work.now,
        kept_by=work.actor.account_id,
        **place,
    )
    work.encrypt_document(paper, SignedPaper.document, {"digest": sha256(file.content).hexdigest()})
    work.session.add(paper)
    work.session.flush()
    for number, piece in enumerate(pieces):
        chunk = SignedPaperChunk(id=uuid4(), paper_id=paper.id, expression_id=will.id, number=number, **place)
        work.encrypt(chunk, SignedPaperChunk.content, b64encode(piece).decode())
        work.session.add(chunk)
        work.session.flush()
        work.session.expunge(chunk)
    order_scan(work, paper)
    return paper


def order_scan(work: UnitOfWork, paper: SignedPaper) -> None:
    """Have a paper scanned once this is committed; ordered again, it is scanned again."""
    work.plan_job(
        JobOrder(
            kind=PaperJob.SCAN,
            key=(paper.id, int(work.now.timestamp())),
            controller_id=paper.controller_id,
            register=Register.WELFARE,
            payload={"paper": paper.id},
        )
    )


def settle(work: UnitOfWork, paper_id: UUID, state: PaperState) -> None:
    """Keep what the scanner has said; the content of an infected paper is removed."""
    paper = work.session.get_one(SignedPaper, paper_id)
    if paper.state is not PaperState.HELD:
        return
    paper.state, paper.scanned_at = state, work.now
    if state is PaperState.REFUSED:
        for chunk in work.session.scalars(select(SignedPaperChunk).where(SignedPaperChunk.paper_id == paper.id)).all():
            work.session.delete(chunk)
    work.note(paper.controller_id, Register.WELFARE, *paper.about(), scan=state.value)
    work.session.flush()


def papers_kept(session: Session, expression_id: UUID) -> int:
    """How many scans of an expression are kept; what was refused has left no content."""
    kept = (SignedPaper.expression_id == expression_id, SignedPaper.state != PaperState.REFUSED)
    return session.scalars(select(func.count()).select_from(SignedPaper).where(*kept)).one()
