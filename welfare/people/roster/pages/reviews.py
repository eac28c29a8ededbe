"""What imports have left to look at: names are opened, and nothing that tells where anybody lives or studies."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import Person
from welfare.people.pages import names_of
from welfare.people.roster.queries import reviews_of
from welfare.people.words import KIND_WORDS, REVIEW_WORDS
from welfare.ui.paging import Page

PAGE_SIZE = 25


@dataclass(frozen=True)
class ReviewLine:
    """One thing to look at."""

    id: UUID
    name: str
    kind: str
    words: str
    detail: str
    at: datetime
    looked_at: datetime | None


def review_page(work: UnitOfWork, number: int, url: Callable[[int], str], *, is_open: bool) -> Page[ReviewLine]:
    """Some of what there is to look at, or has been looked at."""
    first = (number - 1) * PAGE_SIZE
    total, rows = reviews_of(work.session, work.actor, first=first, size=PAGE_SIZE, is_open=is_open)
    people: list[Person] = [person for _, _, person in rows if person is not None]
    names = names_of(work, people)
    lines = [
        ReviewLine(
            id=review.id,
            name=names[person.id].full if person else "",
            kind=str(KIND_WORDS[person.kind]) if person else "",
            words=str(REVIEW_WORDS.get(review.code, review.code)),
            detail=review.detail,
            at=at,
            looked_at=review.looked_at,
        )
        for review, at, person in rows
    ]
    return Page(lines, number, PAGE_SIZE, total, url)
