"""Openings as the officer sees them: why, by whom, what of it, and what was found. Nothing of the matter itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.consents.pages import Names
from welfare.emergencies.models import Emergency
from welfare.emergencies.queries import is_near, openings_of
from welfare.emergencies.words import FINDING_LOOKS, FINDING_SHORT, FINDING_WORDS, REASON_WORDS, SECTION_WORDS
from welfare.organisations.queries import WEEKDAYS
from welfare.rules.deadlines import days_left
from welfare.ui.formats import clock_text, date_text, moment_text

Look = tuple[str, str]


@dataclass(frozen=True, slots=True)
class OpeningLine:
    """One opening in the list."""

    id: UUID
    opened_at: datetime
    number: str
    who: str
    role: str
    reason: str
    due_on: date
    state: str
    look: Look
    is_waiting: bool
    is_kept: bool
    """Whether somebody else reviews it: it is the reader's own, or of the reader's family."""


@dataclass(frozen=True, slots=True)
class OpeningsPage:
    """Those that wait for a review, then the reviewed."""

    lines: Sequence[OpeningLine]

    @property
    def waiting(self) -> list[OpeningLine]:
        """Not reviewed yet."""
        return [line for line in self.lines if line.is_waiting]

    @property
    def reviewed(self) -> list[OpeningLine]:
        """Reviewed."""
        return [line for line in self.lines if not line.is_waiting]

    @classmethod
    def of(cls, work: UnitOfWork) -> "OpeningsPage":
        """Open the names of those who opened."""
        rows = openings_of(work.session, work.actor)
        names = Names.of(work, [], [row.person_id for row in rows])
        return cls([_line(work, row, names) for row in rows])


@dataclass(frozen=True, slots=True)
class OpeningPage:
    """One opening, for whoever reviews it."""

    line: OpeningLine
    facts: Sequence[tuple[str, str]]
    found: Sequence[tuple[str, str]]
    may_review: bool

    @classmethod
    def of(cls, work: UnitOfWork, row: Emergency) -> "OpeningPage":
        """Open the reason in words, the pupil's name, and the review."""
        names = Names.of(work, [], [row.person_id, row.student_id])
        words = work.decrypt_document(row, Emergency.document)
        line = _line(work, row, names)
        ended = row.ended_at or row.ends_at
        facts = [
            (_("Who"), f"{line.who}, {line.role}"),
            (_("Pupil"), names.of_person(row.student_id)),
            (_("Matter"), line.number),
            (_("Reason"), line.reason),
            (_("In words"), words["words"]),
            (_("What was opened"), ", ".join(str(SECTION_WORDS[section]) for section in row.chosen)),
            (_("Open"), f"{moment_text(row.opened_at)}–{clock_text(ended)}"),
            (_("Review at the latest"), date_text(row.review_due_on)),
        ]
        return cls(line, facts, _found(work, row), row.reviewed_at is None)


def _found(work: UnitOfWork, row: Emergency) -> list[tuple[str, str]]:
    if row.finding is None or row.reviewed_at is None:
        return []
    words = work.decrypt_document(row, Emergency.review)
    found = [
        (_("What was found"), str(FINDING_WORDS[row.finding])),
        (_("Grounds in words"), words["words"]),
        (_("Reviewed"), moment_text(row.reviewed_at)),
    ]
    if row.delayed_until:
        found.append((_("The pupil’s log shows it after"), f"{date_text(row.delayed_until)}: {words.get('delay', '')}"))
    return found


def _line(work: UnitOfWork, row: Emergency, names: Names) -> OpeningLine:
    state, look = _state(row, work.facts.on)
    near = is_near(work.session, work.actor, row.student_id)
    return OpeningLine(
        id=row.id,
        opened_at=row.opened_at,
        number="" if near else work.session.get_one(Case, row.case_id).number,
        who=names.of_person(row.person_id),
        role=str(ROLE_WORDS[row.role]),
        reason=str(REASON_WORDS[row.reason]),
        due_on=row.review_due_on,
        state=state,
        look=look,
        is_waiting=row.reviewed_at is None,
        is_kept=near or row.account_id == work.actor.account_id,
    )


def _state(row: Emergency, today: date) -> tuple[str, Look]:
    if row.finding is not None:
        return str(FINDING_SHORT[row.finding]), FINDING_LOOKS[row.finding]
    left = days_left(row.review_due_on, today, WEEKDAYS)
    if left < 0:
        return ngettext("%(num)d working day late", "%(num)d working days late", -left), ("late", "alert")
    if left == 0:
        return _("Review today"), ("soon", "clock")
    return ngettext("%(num)d working day left", "%(num)d working days left", left), ("go", "clock")
