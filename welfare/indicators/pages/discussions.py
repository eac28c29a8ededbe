"""With whom results were talked through."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.communal.words import LIGHT_LOOKS
from welfare.indicators.models import ResultDiscussion
from welfare.indicators.pages.results import sheet_title
from welfare.indicators.places import place_code
from welfare.indicators.queries import ResultSet, catalogue_of, discussions_of, result_sets
from welfare.indicators.sheets import sheets_of
from welfare.indicators.words import PARTY_WORDS
from welfare.organisations.models import Organisation
from welfare.rules.discussions import Party, state_of_discussions
from welfare.rules.duties import DutyState


@dataclass(frozen=True, slots=True)
class PartyLight:
    """Whether results were talked through with one party, and when last."""

    party: str
    words: str
    held_on: date | None


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One set of results with its three lights."""

    key: str
    title: str
    look: tuple[str, str]
    words: str
    lights: Sequence[PartyLight]


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the log."""

    id: UUID
    title: str
    party: str
    held_on: date
    how: str
    decided: str


@dataclass(frozen=True, slots=True)
class DiscussionsPage:
    """Which results have been talked through with whom."""

    head: UnitHead
    lines: Sequence[ResultLine]
    log: Sequence[LogLine]

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "DiscussionsPage":
        """Read results and log."""
        rows = discussions_of(work.session, [unit.id]).get(unit.id, ())
        sets = sets_of(work, unit)
        titles = dict(sets)
        return cls(
            head=UnitHead.of(work, unit),
            lines=[_line(each, title, rows) for each, title in sets if each[1] >= work.facts.on.year - 1],
            log=[_log(row, titles) for row in rows],
        )


def sets_of(work: UnitOfWork, unit: Organisation) -> Sequence[tuple[ResultSet, str]]:
    """The results a unit has, the newest first, each with its name."""
    known = result_sets(work.session, [place_code(unit)]).get(place_code(unit), {})
    found = [
        ((sheet.code, year), f"{sheet_title(sheet)} · {year}")
        for sheet in sheets_of(unit, catalogue_of(work.session, unit).entries, with_counted=True)
        for year in {year for code in sheet.codes for year in known.get(code, ())}
    ]
    return sorted(found, key=lambda pair: (-pair[0][1], pair[1]))


def state_words(state: DutyState, left: int) -> str:
    """How far it is, said after the colour."""
    if state is DutyState.IN_ORDER:
        return _("talked through with all")
    return ngettext("one has not heard", "%(num)d have not heard", left)


def _line(each: ResultSet, title: str, rows: Sequence[ResultDiscussion]) -> ResultLine:
    own = [row for row in rows if (row.sheet, row.year) == each]
    latest: dict[Party, date] = {}
    for row in own:
        latest.setdefault(row.party, row.held_on)
    state = state_of_discussions(set(latest))
    lights = [PartyLight(party.value, str(words), latest.get(party)) for party, words in PARTY_WORDS.items()]
    words = state_words(state, len(Party) - len(latest))
    return ResultLine(f"{each[0]}/{each[1]}", title, LIGHT_LOOKS[state], words, lights)


def _log(row: ResultDiscussion, titles: Mapping[ResultSet, str]) -> LogLine:
    title = titles.get((row.sheet, row.year), str(row.year))
    return LogLine(row.id, title, str(PARTY_WORDS[row.party]), row.held_on, row.how, row.decided)
