"""The content of a signed paper, put together from its sealed pieces."""

from base64 import b64decode
from hashlib import sha256
from hmac import compare_digest

from sqlalchemy import select

from welfare.audit.gap import Gap
from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.papers.models import SignedPaper, SignedPaperChunk


class PaperGapError(LookupError):
    """A piece is missing or cannot be opened, or the whole is not what was kept."""


def content_of(work: UnitOfWork, paper: SignedPaper) -> bytes:
    """The whole file. Raises PaperGapError."""
    order = select(SignedPaperChunk).where(SignedPaperChunk.paper_id == paper.id).order_by(SignedPaperChunk.number)
    chunks = work.session.scalars(order).all()
    pieces = [work.decrypt(chunk, SignedPaperChunk.content) for chunk in chunks]
    if len(pieces) != paper.chunks or any(isinstance(piece, Gap) for piece in pieces):
        raise PaperGapError(paper.id)
    content = b"".join(map(b64decode, pieces))
    digest = work.decrypt_document(paper, SignedPaper.document)["digest"]
    if not compare_digest(sha256(content).hexdigest(), str(digest)):
        raise PaperGapError(paper.id)
    return content
