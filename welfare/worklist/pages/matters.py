"""The reader's own matters on the landing page and in the search: numbers and states, never what they are about."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.queries import SeenCase, cases_visible_to
from welfare.cases.words import STATE_LOOKS, STATE_WORDS
from welfare.rules.cases import CaseState

_DASHES = str.maketrans(dict.fromkeys("–—\u2212", "-"))
"""A number is read from paper or a message, and its dash typed as the keyboard has it."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter that the reader may see."""

    number: str
    state: str
    tone: str
    url: str


def own_matters(work: UnitOfWork, most: int) -> Sequence[Matter]:
    """The newest of the matters the reader may see that are not closed."""
    seen = cases_visible_to(work.session, work.actor, work.facts.on)
    return [_matter(found) for found in seen if found.case.state is not CaseState.CLOSED][:most]


def matters_numbered(work: UnitOfWork, term: str) -> Sequence[Matter]:
    """The matters the reader may see whose number holds what was typed.

    Compared here and not by the database: what was typed may be somebody's name, and databases keep logs.
    """
    wanted = _plain(term)
    seen = cases_visible_to(work.session, work.actor, work.facts.on)
    return [_matter(found) for found in seen if wanted and wanted in _plain(found.case.number)]


def _plain(number: str) -> str:
    return "".join(number.casefold().translate(_DASHES).split())


def _matter(found: SeenCase) -> Matter:
    state = found.case.state
    return Matter(
        found.case.number, str(STATE_WORDS[state]), STATE_LOOKS[state][0], url_for("cases.show", case=found.case.id)
    )
