"""Signed reviews of a unit, and the place where the next one is signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.communal.parts import PageAction, UnitPart
from welfare.insight.models import CommunityReview
from welfare.insight.queries import reviews_of
from welfare.insight.words import role_words
from welfare.organisations.models import Organisation
from welfare.organisations.words import term_words
from welfare.rules.terms import SchoolTerm, term_of


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One signed review."""

    id: UUID
    term: str
    signed_at: datetime
    by: str
    comment: str


@dataclass(frozen=True, slots=True)
class ReviewsPage:
    """Every signed review of a unit, the latest first."""

    head: UnitHead
    lines: Sequence[ReviewLine]

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "ReviewsPage":
        """Read them."""
        return cls(UnitHead.of(work, unit), [_line(row) for row in reviews_of(work.session, unit.id)])


@dataclass(frozen=True, slots=True)
class SignPage:
    """Where the term of today is signed."""

    head: UnitHead
    term: str
    last: ReviewLine | None

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "SignPage":
        """What is asked, and who signed last."""
        lines = [_line(row) for row in reviews_of(work.session, unit.id)[:1]]
        return cls(UnitHead.of(work, unit), term_words(term_of(work.facts.on)), lines[0] if lines else None)


def review_part(work: UnitOfWork, unit: Organisation) -> UnitPart:
    """The reviews' part of the page of a unit: who has signed, and for whoever leads it the way to sign."""
    page = SignPage.of(work, unit)
    sign = PageAction(
        words=_("Look through and sign"),
        address=url_for("insight.begin_signing", unit=unit.id),
        icon="check",
        is_primary=True,
    )
    return UnitPart(
        id="review",
        title=_("Signed review"),
        template="insight/_part.html",
        page=page,
        link=(_("All reviews"), url_for("insight.reviews", unit=unit.id)) if page.last else None,
        actions=[*([_paper_of(page.last, unit)] if page.last else []), *([sign] if page.head.may_lead else [])],
        is_wide=True,
    )


def _paper_of(line: ReviewLine, unit: Organisation) -> PageAction:
    address = url_for("insight.paper", unit=unit.id, review=line.id)
    return PageAction(words=_("PDF of the last review"), address=address, icon="print")


def _line(review: CommunityReview) -> ReviewLine:
    term = term_words(SchoolTerm(review.term_starts_on))
    return ReviewLine(review.id, term, review.signed_at, role_words(review.signed_as), review.comment)
