"""One file, for whoever handles it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.audit.unit_of_work import UnitOfWork
from welfare.breaches.models import Breach
from welfare.breaches.naming import may_be_left_out
from welfare.breaches.pages.lists import BreachLine, line_of
from welfare.breaches.queries import people_of
from welfare.breaches.words import TELLING_WORDS
from welfare.consents.pages import Names
from welfare.rules.breaches import BreachState
from welfare.ui.formats import date_text, local, moment_text
from welfare.ui.locale import LANGUAGE_NAMES

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Concerned:
    """Somebody whose data it was."""

    id: UUID
    name: str
    events: str
    first_at: datetime | None
    last_at: datetime | None
    may_leave_out: bool


@dataclass(frozen=True, slots=True)
class BreachPage:
    """Everything of one file."""

    line: BreachLine
    facts: Pairs
    words: Pairs
    concerned: Sequence[Concerned]
    is_from_log: bool
    may_name: bool
    authority: Pairs
    people: Pairs
    asks_authority: bool
    asks_people: bool
    may_close: bool

    @classmethod
    def of(cls, work: UnitOfWork, row: Breach) -> "BreachPage":
        """Open the names of the reader and those concerned, and what has been written."""
        touched = people_of(work.session, row.id)
        names = Names.of(work, [], [row.person_id, *(each.student_id for each in touched)])
        line, is_open = line_of(work, row, names, len(touched)), row.state is BreachState.OPEN
        said = work.decrypt_document(row, Breach.document)
        return cls(
            line=line,
            facts=_facts(row, line),
            words=[
                (_("What happened"), said["what"]),
                (_("What may come of it"), said["effects"]),
                (_("What has been done"), said["measures"]),
            ],
            concerned=[
                Concerned(
                    each.student_id,
                    names.of_person(each.student_id),
                    _events(each.events) if each.events else "",
                    each.first_at,
                    each.last_at,
                    may_be_left_out(row, each),
                )
                for each in touched
            ],
            is_from_log=row.account_id is not None,
            may_name=is_open,
            authority=_authority(work, row),
            people=_people(work, row),
            asks_authority=is_open and row.authority is None,
            asks_people=is_open and row.people is None,
            may_close=is_open and row.authority is not None and row.people is not None,
        )


def _facts(row: Breach, line: BreachLine) -> Pairs:
    closed = [(_("Closed"), moment_text(row.closed_at))] if row.closed_at else []
    return [
        (_("What"), line.kind),
        (_("By whom"), line.who),
        (_("How many are concerned"), str(line.people)),
        *([(_("How much"), _events(row.events))] if row.events else []),
        (_("Since when"), _since(row)),
        (_("Risk"), line.risk),
        (_("Noticed"), moment_text(row.noticed_at)),
        (_("The authority at the latest"), moment_text(row.due_at)),
        *closed,
    ]


def _since(row: Breach) -> str:
    if row.since is None:
        return "–"
    if row.until is None:
        return date_text(local(row.since).date())
    first, last = moment_text(row.since), moment_text(row.until)
    return first if first == last else f"{first} – {last}"


def _authority(work: UnitOfWork, row: Breach) -> Pairs:
    if row.authority is None or row.authority_on is None:
        return []
    said = work.decrypt_document(row, Breach.authority_words)
    return [
        (_("Decision"), str(TELLING_WORDS[row.authority])),
        (_("Day"), date_text(row.authority_on)),
        (_("Reference"), row.authority_reference or "–"),
        (_("In words"), said["words"]),
    ]


def _people(work: UnitOfWork, row: Breach) -> Pairs:
    if row.people is None or row.people_on is None:
        return []
    said = work.decrypt_document(row, Breach.people_words)
    return [
        (_("Decision"), str(TELLING_WORDS[row.people])),
        (_("Day"), date_text(row.people_on)),
        (_("In words"), said["words"]),
        *((LANGUAGE_NAMES[code], words) for code, words in said.get("in", {}).items()),
    ]


def _events(number: int) -> str:
    return ngettext("%(num)d event", "%(num)d events", number)
