"""What has been given out of a matter, for its group: to whom, on what ground, and when it was opened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from welfare.audit.event import Outcome
from welfare.audit.reading import events_about
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.consents.queries import people_by_id
from welfare.disclosures.models import Disclosure
from welfare.disclosures.pages.shown import Shown
from welfare.disclosures.queries import disclosures_of, is_over
from welfare.disclosures.words import HOW_WORDS, STATE_LOOKS, STATE_WORDS
from welfare.journal.pages.matter import MatterHead
from welfare.journal.words import GROUND_WORDS
from welfare.people.pages import names_of
from welfare.rules.disclosure import citation
from welfare.rules.giving import How
from welfare.rules.permissions import Permission, decide
from welfare.ui.locale import current_locale

MOST_OPENINGS = 200
"""Of the newest events about one copy; an opening is one of them."""


@dataclass(frozen=True, slots=True)
class GivenLine:
    """One disclosure in a list."""

    id: UUID
    to_whom: str
    ground: str
    how: str
    given_at: datetime
    open_until: date | None
    words: str
    look: tuple[str, str]


@dataclass(frozen=True, slots=True)
class GivenPage:
    """One disclosure."""

    matter: MatterHead
    line: GivenLine
    law: str
    shown: Shown
    entry_id: UUID
    given_by: str
    handed_over_on: date | None
    openings: Sequence[datetime]
    is_copy: bool
    is_paper: bool
    is_parcel: bool
    may_close: bool
    may_hand_over: bool

    @classmethod
    def of(cls, work: UnitOfWork, case: Case, row: Disclosure) -> "GivenPage":
        """Open it, with the name of who gave it."""
        givers = names_of(work, people_by_id(work.session, [row.given_by_person_id]).values())
        is_open = row.how is How.READ_HERE and not is_over(work.session, row, case, work.facts.on)
        return cls(
            matter=MatterHead.of(work, case),
            line=_line(work, case, row),
            law=citation(row.ground, current_locale()),
            shown=Shown.of(work, row),
            entry_id=row.entry_id,
            given_by=givers[row.given_by_person_id].full,
            handed_over_on=row.handed_over_on,
            openings=_openings(work, row),
            is_copy=row.how is How.READ_HERE,
            is_paper=row.how is How.PAPER,
            is_parcel=row.how is How.PARCEL,
            may_close=is_open and decide(work.actor, Permission.CASE_MANAGE, work.facts).is_granted,
            may_hand_over=decide(work.actor, Permission.DISCLOSURE_HAND_OVER, work.facts).is_granted,
        )


def given_lines(work: UnitOfWork, case: Case) -> list[GivenLine]:
    """What has been given out of a matter, the newest first."""
    rows = disclosures_of(work.session, case.id)
    work.prefetch(rows)
    return [_line(work, case, row) for row in rows]


def state_of(work: UnitOfWork, case: Case, row: Disclosure) -> str:
    """How it stands, as a code of STATE_WORDS."""
    if row.how in {How.TOLD, How.IN_JOURNAL, How.PARCEL}:
        return row.how.value
    if row.how is How.PAPER:
        return "handed_over" if row.handed_over_on else "to_hand_over"
    return "over" if is_over(work.session, row, case, work.facts.on) else "open"


def _line(work: UnitOfWork, case: Case, row: Disclosure) -> GivenLine:
    state = state_of(work, case, row)
    return GivenLine(
        id=row.id,
        to_whom=work.decrypt_document(row, Disclosure.document)["to_whom"],
        ground=str(GROUND_WORDS[row.ground]),
        how=str(HOW_WORDS[row.how]),
        given_at=row.given_at,
        open_until=row.open_until,
        words=str(STATE_WORDS[state]),
        look=STATE_LOOKS[state],
    )


def _openings(work: UnitOfWork, row: Disclosure) -> list[datetime]:
    """When the receiver has opened the copy: every opening is an event, and this reads them back."""
    events = events_about(work.session, row.id, None, MOST_OPENINGS)
    opening = (Permission.COPY_OPEN.value, Outcome.DONE)
    return [event.at for event in events if (event.permission, event.outcome) == opening]
