"""How students reach the welfare services, told in numbers that tell of nobody (OHL 15 § 1, 26 § 1; COM §4 and F52).

Requests are counted by school, school term and how soon the talk was held; arrangements by school, term and what was
arranged. A term is counted once, when all its time limits have run out, and released for a whole county at once: what
one school, one provider and the county are shown cannot be subtracted from each other, nor a year from its terms. A
released term does not change.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from welfare.rules.requests import HAS_CLOCK, Service
from welfare.rules.suppression import shown
from welfare.rules.suppression_cube import ReleasedBeforeError
from welfare.rules.suppression_dimensions import ALL, Dimension
from welfare.rules.suppression_plan import Cell, Plan, Released, View
from welfare.rules.suppression_release import Release, release
from welfare.rules.terms import SchoolTerm, Season, term_of

SETTLING = timedelta(days=31)
"""After a term: the seven working days of its last request have run out, over the holidays too (OHL 15 § 1)."""
YEAR = "year"
EFFORT = 50_000
"""A release is made once a term: some seconds may be spent on hiding less."""
Providers = Mapping[UUID, UUID]
"""The provider of each school, in a fixed order."""


class Measure(StrEnum):
    """What is counted."""

    REQUESTS = "requests"
    ARRANGEMENTS = "arrangements"


class Pace(StrEnum):
    """How soon a request led to a talk."""

    IN_TIME = "in_time"
    LATE = "late"
    NO_LIMIT = "no_limit"
    """Nurse and doctor (OHL 17 §), and what ended without a talk: with advice, or as the student wished (15 § 2)."""


def settled_terms(today: date, count: int) -> list[SchoolTerm]:
    """The latest terms whose limits have all run out, the earliest first."""
    found = term_of(today - SETTLING).before
    terms = [found]
    while len(terms) < count:
        terms.append(terms[-1].before)
    return terms[::-1]


def year_of(term: SchoolTerm) -> tuple[str, date]:
    """The school year that a term belongs to, as a key beside those of terms."""
    autumn = term if term.season is Season.AUTUMN else term.before
    return YEAR, autumn.starts_on


def pace_of(service: Service, due_on: date | None, talk_held_on: date | None, *, is_closed: bool) -> Pace:
    """How soon the talk was held, once the limit has run out; a request still open without one is late."""
    if service not in HAS_CLOCK or due_on is None:
        return Pace.NO_LIMIT
    if talk_held_on is not None:
        return Pace.IN_TIME if talk_held_on <= due_on else Pace.LATE
    return Pace.NO_LIMIT if is_closed else Pace.LATE


def asked_of(service: Service) -> Service:
    """Whom a request reaches: who is unsure asks the curator."""
    return Service.CURATOR if service is Service.UNSURE else service


def _kinds() -> Dimension:
    lines = [
        (f"{service}:{pace}", pace)
        for pace in Pace
        for service in Service
        if service is not Service.UNSURE and (service in HAS_CLOCK or pace is Pace.NO_LIMIT)
    ]
    return Dimension("kind", ("service", "pace"), tuple(lines))


KINDS = _kinds()


def release_requests(
    providers: Providers, counts: Mapping[Cell, int], floor: int, term: SchoolTerm, before: Released
) -> Release:
    """What may be shown of a term's requests, and of its school year when both its terms have been counted.

    ``counts`` by school, term and kind. A school that has changed its provider since autumn leaves the year without
    sums, for they would not agree with what was shown. Raises FloorError, DimensionError, UnknownCellError.
    """
    has_year = term.season is Season.SPRING and bool(before.shown or before.hidden)
    if has_year:
        both = [term.before, term]
        try:
            return release(_plan_of_requests(providers, both, ("term", "year"), floor, before), counts)
        except ReleasedBeforeError:
            pass
    alone = {cell: count for cell, count in counts.items() if cell[1] == term}
    return release(_plan_of_requests(providers, [term], ("term",), floor, Released()), alone)


def release_arrangements(
    providers: Providers, kinds: Sequence[str], counts: Mapping[tuple[UUID, str], int], floor: int
) -> Release:
    """What may be shown of one provider's arrangements in a term, by school and by what was arranged.

    A student may have several at once and over several terms, so neither kinds nor terms are summed up. What the
    provider's catalogue tells of all its schools together is known already.
    """
    sums = {(provider, kind): 0 for provider in providers.values() for kind in kinds}
    for (school, kind), count in counts.items():
        sums[providers[school], kind] += count
    known: dict[Cell, int] = {cell: count for cell, count in sums.items() if shown(count, floor) is not None}
    dimensions = (_places(providers), Dimension.flat("kind", kinds))
    views: list[View] = [{"place": "school", "kind": "kind"}, {"place": "provider", "kind": "kind"}]
    return release(Plan(dimensions, views, floor, Released(known), effort=EFFORT), dict(counts.items()))


def _plan_of_requests(
    providers: Providers, terms: Sequence[SchoolTerm], times: Iterable[str], floor: int, before: Released
) -> Plan:
    lines = tuple((term, year_of(term)) for term in terms)
    dimensions = (_places(providers), Dimension("time", ("term", "year"), lines), KINDS)
    wide = [{"place": place, "kind": kind} for place in ("provider", ALL) for kind in (ALL, "pace", "service")]
    narrow = [{"place": "school", "kind": kind} for kind in (ALL, "pace")]
    views = [{**view, "time": time} for time in times for view in (*narrow, *wide)]
    return Plan(dimensions, views, floor, before, effort=EFFORT)


def _places(providers: Providers) -> Dimension:
    return Dimension("place", ("school", "provider"), tuple(providers.items()))
