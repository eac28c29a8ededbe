"""The log of one client file, for its own worker: who has seen or done what (ATL 10 §)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.event import Outcome
from welfare.audit.reading import Happening, Mark, events_about, mark_text
from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.actors import Role
from welfare.rules.permissions import Permission
from welfare.service_notes.models import ClientFile
from welfare.service_notes.pages.head import ClientHead, staff_names

PAGE_SIZE = 50
READ_WORDS = {
    Permission.WORKLIST_SEE: _l("saw the client on the worklist"),
    Permission.CLIENT_LIST: _l("saw the client in the list of clients"),
    Permission.CLIENT_BEGIN_FOR: _l("was told that the pupil is a client already"),
    Permission.CLIENT_READ: _l("read the record"),
    Permission.CLIENT_LOG_READ: _l("read the log"),
    Permission.CLIENT_HAND_OVER: _l("opened the form of a hand-over"),
    Permission.CLIENT_DISCLOSE: _l("looked to which group something could be told"),
    Permission.GROUP_TELL: _l("looked what could be told to the expert group"),
    Permission.CLIENT_TAKE_OVER: _l("read an offer of the client"),
    Permission.CLIENT_TAKE_VACANT: _l("saw that the client has no worker"),
    Permission.SERVICE_NOTE_WRITE: _l("opened the form of a note"),
    Permission.SERVICE_NOTE_CORRECT: _l("opened a note for correction"),
    Permission.SERVICE_NOTE_PRINT: _l("printed the plan"),
    Permission.APPOINTMENT_KEEP: _l("looked at an appointment"),
}
WRITE_WORDS = {
    Permission.CLIENT_BEGIN_FOR: _l("took the pupil as a client"),
    Permission.CLIENT_HAND_OVER: _l("offered the client to a colleague, or took the offer back"),
    Permission.CLIENT_TAKE_OVER: _l("answered an offer of the client"),
    Permission.CLIENT_TAKE_VACANT: _l("took the client over from a worker who had left"),
    Permission.GROUP_TELL: _l("gave the expert group passages of the record"),
    Permission.SERVICE_NOTE_WRITE: _l("wrote a note"),
    Permission.SERVICE_NOTE_CORRECT: _l("corrected a note"),
    Permission.APPOINTMENT_KEEP: _l("planned, moved or called off an appointment"),
}
OTHER_WORDS = _l("handled the record in another way")


@dataclass(frozen=True, slots=True)
class LogLine:
    """One event in words."""

    at: datetime
    who: str
    role: str
    words: str


@dataclass(frozen=True, slots=True)
class LogPage:
    """A page of the log, newest first."""

    client: ClientHead
    lines: tuple[LogLine, ...]
    older: str | None

    @classmethod
    def of(cls, work: UnitOfWork, file: ClientFile, before: Mark | None) -> "LogPage":
        """Open the names of those who did something."""
        found = events_about(work.session, file.id, before, PAGE_SIZE + 1)
        shown = found[:PAGE_SIZE]
        names = staff_names(work, (event.person_id for event in shown if event.person_id))
        older = mark_text(shown[-1].mark) if len(found) > PAGE_SIZE else None
        return cls(ClientHead.of(work, file), tuple(_line(work, event, names) for event in shown), older)


def _line(work: UnitOfWork, event: Happening, names: Mapping[UUID, str]) -> LogLine:
    name = names.get(event.person_id, "") if event.person_id else _("The system")
    who = _("%(name)s (you)", name=name) if event.person_id == work.actor.person_id else name
    words = _what(event)
    if event.outcome is Outcome.REFUSED:
        words = _("was refused: %(what)s", what=words)
    elif event.outcome is Outcome.FAILED:
        words = _("tried and did not succeed: %(what)s", what=words)
    return LogLine(event.at, who, ", ".join(str(ROLE_WORDS[Role(role)]) for role in event.roles), words)


def _what(event: Happening) -> str:
    try:
        permission = Permission(event.permission)
    except ValueError:
        return str(OTHER_WORDS)
    words = WRITE_WORDS.get(permission) if event.written else None
    return str(words or READ_WORDS.get(permission) or WRITE_WORDS.get(permission) or OTHER_WORDS)
