"""The log of one matter: who has seen or done what, for those who may see the matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.event import Outcome
from welfare.audit.reading import Happening, Mark, events_about, mark_text
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.log_words import OTHER_WORDS, PRINT_WORDS, READ_WORDS, WRITE_WORDS
from welfare.cases.models import Case
from welfare.consents.pages import Names
from welfare.rules.actors import Role
from welfare.rules.permissions import Permission

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class LogLine:
    """One event in words."""

    at: datetime
    who: str
    role: str
    words: str
    is_refusal: bool


@dataclass(frozen=True, slots=True)
class LogPage:
    """A page of the log, newest first."""

    number: str
    case_id: UUID
    lines: tuple[LogLine, ...]
    older: str | None

    @classmethod
    def of(cls, work: UnitOfWork, case: Case, before: Mark | None) -> "LogPage":
        """Open the names of those who did something."""
        found = events_about(work.session, case.id, before, PAGE_SIZE + 1)
        shown = found[:PAGE_SIZE]
        names = Names.of(work, [], {event.person_id for event in shown})
        older = mark_text(shown[-1].mark) if len(found) > PAGE_SIZE else None
        return cls(case.number, case.id, log_lines(work, shown, names), older)


def log_lines(work: UnitOfWork, events: Sequence[Happening], names: Names) -> tuple[LogLine, ...]:
    """Events in words, with names that have been opened."""
    return tuple(_line(work, event, names) for event in events)


def _line(work: UnitOfWork, event: Happening, names: Names) -> LogLine:
    is_own = event.person_id is not None and event.person_id == work.actor.person_id
    name = names.of_person(event.person_id) or _("The system")
    who = _("%(name)s (you)", name=name) if is_own else name
    roles = ", ".join(str(ROLE_WORDS[Role(role)]) for role in event.roles)
    is_refusal = event.outcome is not Outcome.DONE
    words = _what(event)
    if event.outcome is Outcome.REFUSED:
        words = _("was refused: %(what)s", what=words)
    elif event.outcome is Outcome.FAILED:
        words = _("tried and did not succeed: %(what)s", what=words)
    return LogLine(event.at, who, roles, words, is_refusal)


def _what(event: Happening) -> str:
    if event.codes.get("way") == "print":
        return str(PRINT_WORDS)
    try:
        permission = Permission(event.permission)
    except ValueError:
        return str(OTHER_WORDS)
    words = WRITE_WORDS.get(permission) if event.written else None
    return str(words or READ_WORDS.get(permission) or WRITE_WORDS.get(permission) or OTHER_WORDS)
