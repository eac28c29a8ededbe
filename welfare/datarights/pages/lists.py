"""The requests of the controllers an officer serves, with the light of each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.asked import AskedOfRegister
from welfare.datarights.models import LogRequest
from welfare.datarights.queries import Asked, requests_of
from welfare.datarights.words import LIGHT_LOOKS, STATE_LOOKS, STATE_WORDS
from welfare.oversight.family import near_to
from welfare.oversight.words import REGISTER_WORDS
from welfare.rules.log_requests import Light, light_of

Look = tuple[str, str]
Stated = tuple[str, Look]
"""How far a request has come, in words and looks."""


@dataclass(frozen=True, slots=True)
class LightView:
    """How an answer stands, in words; colour and icon repeat them."""

    words: str
    look: Look


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One request in the list."""

    id: UUID
    number: str
    name: str
    register: str
    received_on: date
    due_on: date
    state: str
    look: Look
    light: LightView
    is_open: bool
    is_near: bool
    """Whether somebody else handles it (HL 27-28 §): its name is not opened."""


@dataclass(frozen=True, slots=True)
class DeskList:
    """The open ones by their last day, then what has been answered."""

    lines: tuple[AskedLine, ...]

    @property
    def waiting(self) -> list[AskedLine]:
        """Not answered yet."""
        return [line for line in self.lines if line.is_open]

    @property
    def answered(self) -> list[AskedLine]:
        """Sent, handed over or told."""
        return [line for line in self.lines if not line.is_open]

    @classmethod
    def of(cls, work: UnitOfWork, kind: type[Asked], stated: Callable[[Asked], Stated]) -> "DeskList":
        """Open the names in the requests of one kind; ``stated`` says how far each has come."""
        rows, near = requests_of(work.session, work.actor, kind), near_to(work.session, work.actor)
        of_family = {row.id for row in rows if near & {row.subject_id, row.asker_id}}
        work.prefetch([row for row in rows if row.id not in of_family])
        return cls(tuple(_line(work, row, stated(row), is_near=row.id in of_family) for row in rows))


def stated(row: LogRequest) -> Stated:
    """How far a log request has come."""
    return str(STATE_WORDS[row.state]), STATE_LOOKS[row.state]


def light_view(row: AskedOfRegister, today: date) -> LightView:
    """The light of one request."""
    light, days = light_of(row.due_on, today, row.sent_on), (row.due_on - today).days
    words = {
        Light.LATE: lambda: ngettext("%(num)d day late", "%(num)d days late", -days),
        Light.TODAY: lambda: _("Due today"),
        Light.SOON: lambda: ngettext("%(num)d day left", "%(num)d days left", days),
        Light.LATER: lambda: ngettext("%(num)d day left", "%(num)d days left", days),
        Light.MET: lambda: _("Answered in time"),
        Light.MISSED: lambda: _("Answered late"),
    }
    return LightView(words[light](), LIGHT_LOOKS[light])


def _line(work: UnitOfWork, row: AskedOfRegister, stated: Stated, *, is_near: bool) -> AskedLine:
    return AskedLine(
        id=row.id,
        number=row.number,
        name="" if is_near else work.decrypt_document(row, type(row).document)["name"],
        register=str(REGISTER_WORDS[row.register]),
        received_on=row.received_on,
        due_on=row.due_on,
        state=stated[0],
        look=stated[1],
        light=light_view(row, work.facts.on),
        is_open=row.sent_on is None,
        is_near=is_near,
    )
