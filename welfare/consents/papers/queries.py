"""Which forms have been printed in a matter, by which number one is found, and which scans an expression has."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.consents.papers.models import ConsentForm, SignedPaper


def forms_of(session: Session, case_id: UUID) -> Sequence[ConsentForm]:
    """The forms of a matter, the newest first."""
    order = (ConsentForm.printed_at.desc(), ConsentForm.number.desc())
    return session.scalars(select(ConsentForm).where(ConsentForm.case_id == case_id).order_by(*order)).all()


def form_by_number(session: Session, case_id: UUID, typed: str) -> ConsentForm | None:
    """The form of a number as it may be typed: with a hyphen for the dash, in small letters, with blanks."""
    number = "".join(typed.split()).upper().replace("-", "–")
    found = (ConsentForm.case_id == case_id, ConsentForm.number == number)
    return session.scalars(select(ConsentForm).where(*found)).first()


def papers_of(session: Session, expression_id: UUID) -> Sequence[SignedPaper]:
    """The scans of an expression, in the order in which they came."""
    order = (SignedPaper.kept_at, SignedPaper.id)
    return session.scalars(select(SignedPaper).where(SignedPaper.expression_id == expression_id).order_by(*order)).all()
