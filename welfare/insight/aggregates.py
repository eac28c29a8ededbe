"""What may be shown of how students reach the services: of a school, of a provider's schools, of a county (F52).

Everything here has gone through the suppression engine when its term was released (releasing.py, rules/suppression.py);
feedback grows in batches of its own and is summed here by the same rules.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.insight.models import AccessFigure, AccessRelease
from welfare.rules.requests import Service
from welfare.rules.service_access import KINDS, Measure, Pace
from welfare.rules.suppression import PROTECTED, Figure, Share, shown_share
from welfare.rules.suppression_dimensions import ALL
from welfare.rules.terms import SchoolTerm

Kinds = Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class RequestFigures:
    """The requests of one place in a term, or in the school year that ended with it."""

    term: SchoolTerm
    is_year: bool
    floor: int
    kinds: Kinds

    @property
    def received(self) -> Figure:
        """How many requests came."""
        return self.kinds[ALL]

    def by_pace(self, pace: Pace) -> Figure:
        """How many of them led to a talk so soon."""
        return self.kinds[pace]

    def in_time(self) -> Share:
        """The share of talks begun within the limit, of those that had one and were not done without (OHL 15 § 1)."""
        return _share(self.kinds[Pace.IN_TIME], self.kinds[Pace.LATE])

    def in_time_of(self, service: Service) -> Share | None:
        """The same of one service, where it is told: of a provider and of the county."""
        kinds = [self.kinds.get(f"{service}:{pace}") for pace in (Pace.IN_TIME, Pace.LATE)]
        return None if None in kinds else _share(*(each for each in kinds if each is not None))

    def asked_of(self, service: Service) -> Figure | None:
        """How many came to one service, where it is told."""
        kinds = [self.kinds.get(f"{service}:{pace}") for pace in Pace if f"{service}:{pace}" in KINDS.places]
        return None if None in kinds else _sum([each for each in kinds if each is not None])


@dataclass(frozen=True, slots=True)
class ArrangementFigures:
    """In how many students' matters each arrangement of a place was in use in a term, by its id."""

    term: SchoolTerm
    floor: int
    kinds: Mapping[UUID, Figure]


def request_figures(session: Session, place_ids: Collection[UUID]) -> Mapping[UUID, Sequence[RequestFigures]]:
    """By place, the latest first, a year before its spring. A place without any figures has none."""
    return {
        place_id: [
            RequestFigures(SchoolTerm(starts_on), is_year, floor, kinds)
            for (starts_on, is_year, floor), kinds in periods.items()
        ]
        for place_id, periods in _figures(session, Measure.REQUESTS, place_ids).items()
    }


def arrangement_figures(session: Session, place_ids: Collection[UUID]) -> Mapping[UUID, Sequence[ArrangementFigures]]:
    """By place, the latest first: schools and providers."""
    return {
        place_id: [
            ArrangementFigures(SchoolTerm(starts_on), floor, {UUID(kind): figure for kind, figure in kinds.items()})
            for (starts_on, _is_year, floor), kinds in periods.items()
        ]
        for place_id, periods in _figures(session, Measure.ARRANGEMENTS, place_ids).items()
    }


def together(places: Sequence[RequestFigures]) -> RequestFigures:
    """What several places of the same period were asked, kind by kind; hidden where it is hidden in one of them."""
    first = places[0]
    kinds = {kind: _sum([place.kinds.get(kind, PROTECTED) for place in places]) for kind in first.kinds}
    return RequestFigures(first.term, first.is_year, max(place.floor for place in places), kinds)


def _figures(
    session: Session, measure: Measure, place_ids: Collection[UUID]
) -> Mapping[UUID, Mapping[tuple[date, bool, int], Kinds]]:
    statement = (
        select(AccessFigure, AccessRelease)
        .join(AccessRelease, AccessRelease.id == AccessFigure.release_id)
        .where(AccessRelease.measure == measure, AccessFigure.place_id.in_(place_ids))
        .order_by(AccessRelease.term_starts_on.desc(), AccessFigure.is_year.desc(), AccessFigure.kind)
    )
    found: dict[UUID, dict[tuple[date, bool, int], dict[str, Figure]]] = {}
    for figure, row in session.execute(statement):
        period = (row.term_starts_on, figure.is_year, row.floor)
        kinds = found.setdefault(figure.place_id, {}).setdefault(period, {})
        kinds[figure.kind] = PROTECTED if figure.count is None else Figure(figure.count)
    return found


def _share(part: Figure, rest: Figure) -> Share:
    return shown_share(part, _sum([part, rest]))


def _sum(figures: Sequence[Figure]) -> Figure:
    """What shown figures add up to; hidden if one of them is."""
    counts = [figure.count for figure in figures if figure.count is not None]
    return Figure(sum(counts)) if len(counts) == len(figures) else PROTECTED
