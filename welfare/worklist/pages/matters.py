"""The reader's own matters, on the landing page and in the search: never what they are about."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import url_for

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.queries import SeenCase
from welfare.cases.words import STATE_LOOKS, STATE_WORDS
from welfare.people.pages import names_of
from welfare.requests.queries.rows import students_by_id
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
    name: str = ""
    """Whose it is, where the page has opened the name."""


def own_matters(work: UnitOfWork, seen: Sequence[SeenCase], most: int) -> Sequence[Matter]:
    """The newest of these matters that are not closed, with the names of their pupils."""
    shown = [found for found in seen if found.case.state is not CaseState.CLOSED][:most]
    names = pupil_names(work, [found.case.student_id for found in shown])
    return [_matter(found, names[found.case.student_id]) for found in shown]


def matters_of(seen: Sequence[SeenCase], student_ids: Collection[UUID]) -> Mapping[UUID, Sequence[Matter]]:
    """Those of the matters that the reader may see which are of these pupils, by pupil."""
    found: dict[UUID, list[Matter]] = {id: [] for id in student_ids}
    for each in seen:
        if each.case.student_id in found:
            found[each.case.student_id].append(_matter(each))
    return found


def pupil_names(work: UnitOfWork, student_ids: Collection[UUID]) -> Mapping[UUID, str]:
    """The names of these pupils, opened once each."""
    students = students_by_id(work.session, student_ids) if student_ids else {}
    return {id: name.full for id, name in names_of(work, students.values()).items()}


def matters_numbered(seen: Sequence[SeenCase], term: str) -> Sequence[Matter]:
    """Those of the matters that the reader may see whose number holds what was typed.

    Compared here and not by the database: what was typed may be somebody's name, and databases keep logs.
    """
    wanted = _plain(term)
    return [_matter(found) for found in seen if wanted and wanted in _plain(found.case.number)]


def _plain(number: str) -> str:
    return "".join(number.casefold().translate(_DASHES).split())


def _matter(found: SeenCase, name: str = "") -> Matter:
    state, url = found.case.state, url_for("cases.show", case=found.case.id)
    return Matter(found.case.number, str(STATE_WORDS[state]), STATE_LOOKS[state][0], url, name)
