"""Counting a term once it is settled, and keeping what may be shown of it: done once a day by the house itself."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.audit.unit_of_work import UnitOfWork
from welfare.insight.counting import (
    Counts,
    arrangements_of,
    arrangements_offered,
    counties,
    providers_of_schools,
    requests_of,
)
from welfare.insight.headcount import count_pupils
from welfare.insight.models import AccessCount, AccessFigure, AccessRelease
from welfare.jobs.worker import Handler, Run
from welfare.rules.registers import HOUSE, Register
from welfare.rules.service_access import (
    Measure,
    release_arrangements,
    release_requests,
    settled_terms,
    year_of,
)
from welfare.rules.suppression import Figure
from welfare.rules.suppression_dimensions import ALL
from welfare.rules.suppression_plan import Cell, Released
from welfare.rules.terms import SchoolTerm

TERMS_BACK = 4
"""How far back a house counts that has not counted before: two school years."""


class ReleasingJob(StrEnum):
    """The kind of job that looks whether a term is settled."""

    LOOK = "insight:release"


@dataclass(frozen=True)
class Releasing:
    """Does the job of each day."""

    floor: int
    """From which number on counts are shown."""

    def handler(self) -> Handler:
        """As workers want it."""
        return Handler(self._run)

    def _run(self, run: Run) -> None:
        with run.finishing() as work:
            released = sum(release_settled(work, county_id, self.floor) for county_id in counties(work.session))
            counted = sum(count_pupils(work, county_id) for county_id in counties(work.session))
            work.note(HOUSE, Register.SESSION, released=released, counted=counted)


def release_settled(work: UnitOfWork, county_id: UUID, floor: int) -> int:
    """Count every settled term of a county that has not been counted; how many that were. Raises FloorError.

    The terms before a house was in use are not told to have been without requests.
    """
    known = select(AccessRelease.measure, AccessRelease.term_starts_on).where(AccessRelease.county_id == county_id)
    done = {(measure, starts_on) for measure, starts_on in work.session.execute(known)}
    released = 0
    for term, measure in product(settled_terms(work.facts.on, TERMS_BACK), Measure):
        counted = {} if (measure, term.starts_on) in done else _COUNTED[measure](work.session, county_id, term)
        is_in_use = any(each is measure and starts_on < term.starts_on for each, starts_on in done)
        if (measure, term.starts_on) not in done and (counted or is_in_use):
            release_counted(work, AccessRelease(county_id=county_id, measure=measure, floor=floor), term, counted)
            done.add((measure, term.starts_on))
            released += 1
    return released


def release_counted(work: UnitOfWork, row: AccessRelease, term: SchoolTerm, counted: Counts) -> None:
    """Keep what was counted in a term, and what may be shown of it. Raises FloorError."""
    row.id, row.term_starts_on, row.released_at = uuid4(), term.starts_on, work.now
    work.session.add(row)
    work.session.flush()
    for (school_id, kind), count in counted.items():
        work.session.add(AccessCount(release_id=row.id, school_id=school_id, kind=kind, count=count))
    work.session.add_all(_FIGURES[row.measure](work.session, row, counted))
    work.session.flush()


def _request_figures(session: Session, row: AccessRelease, counted: Counts) -> list[AccessFigure]:
    term = SchoolTerm(row.term_starts_on)
    counts: dict[Cell, int] = {(school_id, term, kind): count for (school_id, kind), count in counted.items()}
    earlier = _released(session, row.county_id, term.before)
    if earlier is not None:
        counts |= _counted(session, earlier)
    before = Released() if earlier is None else _shown(session, earlier)
    found = release_requests(providers_of_schools(session, row.county_id), counts, row.floor, term, before)
    return [
        _figure(row, row.county_id if place == ALL else place, kind, figure, is_year=time != term)
        for (place, time, kind), figure in found.figures.items()
        if time in {term, year_of(term)}
    ]


def _arrangement_figures(session: Session, row: AccessRelease, counted: Counts) -> list[AccessFigure]:
    """Each provider's own catalogue by itself."""
    schools, offered, figures = (
        providers_of_schools(session, row.county_id),
        arrangements_offered(session, row.county_id),
        [],
    )
    for provider_id, kinds in offered.items():
        own = {school: provider for school, provider in schools.items() if provider == provider_id}
        counts = {cell: count for cell, count in counted.items() if cell[0] in own and cell[1] in kinds}
        found = release_arrangements(own, kinds, counts, row.floor)
        figures += [_figure(row, place, kind, figure) for (place, kind), figure in found.figures.items()]
    return figures


def _released(session: Session, county_id: UUID, term: SchoolTerm) -> AccessRelease | None:
    same = (AccessRelease.county_id == county_id, AccessRelease.term_starts_on == term.starts_on)
    return session.scalars(select(AccessRelease).where(*same, AccessRelease.measure == Measure.REQUESTS)).one_or_none()


def _counted(session: Session, row: AccessRelease) -> dict[Cell, int]:
    term = SchoolTerm(row.term_starts_on)
    rows = session.scalars(select(AccessCount).where(AccessCount.release_id == row.id))
    return {(each.school_id, term, each.kind): each.count for each in rows}


def _shown(session: Session, row: AccessRelease) -> Released:
    """What was shown of a term, and what was not."""
    term = SchoolTerm(row.term_starts_on)
    rows = session.scalars(select(AccessFigure).where(AccessFigure.release_id == row.id, ~AccessFigure.is_year)).all()
    cells = {(ALL if each.place_id == row.county_id else each.place_id, term, each.kind): each.count for each in rows}
    shown: dict[Cell, int] = {cell: count for cell, count in cells.items() if count is not None}
    return Released(shown, frozenset(cell for cell, count in cells.items() if count is None))


def _figure(row: AccessRelease, place: object, kind: object, figure: Figure, *, is_year: bool = False) -> AccessFigure:
    return AccessFigure(release_id=row.id, place_id=place, kind=str(kind), count=figure.count, is_year=is_year)


_COUNTED = {Measure.REQUESTS: requests_of, Measure.ARRANGEMENTS: arrangements_of}
_FIGURES = {Measure.REQUESTS: _request_figures, Measure.ARRANGEMENTS: _arrangement_figures}
