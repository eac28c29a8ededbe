"""How many asked for support in each municipality, service by service and school year by school year (COM F43).

Out of released figures alone: the figure of a municipality is that of its education provider, or the sum of several
where every one of them may be shown. What is hidden of one of them hides the municipality.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.small_numbers import small_number_floor
from welfare.communal.years import year_words
from welfare.documents.comma_separated import csv_text
from welfare.documents.paper import Block, Table
from welfare.feedback.words import SERVICE_WORDS
from welfare.insight.aggregates import RequestFigures, request_figures, together
from welfare.insight.queries import counties_overseen, providers_overseen
from welfare.insight.words import HIDDEN_WORDS, figure_words, share_words
from welfare.organisations.models import Organisation
from welfare.organisations.reference import municipality
from welfare.rules.requests import Service
from welfare.rules.suppression import PROTECTED, Hidden
from welfare.ui.columns import Columns
from welfare.ui.locale import current_locale

SERVICES = tuple(each for each in Service if each is not Service.UNSURE)
YEARS = 3
Yearly = Mapping[date, RequestFigures]
"""By the first day of the spring term with which the school year ended."""


@dataclass(frozen=True, slots=True)
class DemandYear:
    """The municipalities of one school year, by name, and the county's last."""

    title: str
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class DemandPage:
    """The latest school years, and each municipality over them."""

    heads: Sequence[str]
    years: Sequence[DemandYear]
    plots: Sequence[Columns]
    floor: int

    @classmethod
    def of(cls, work: UnitOfWork) -> "DemandPage":
        """Read what has been released of the places that the reader answers for; two statements and one of figures."""
        places = demand_of(work)
        spring = sorted({starts_on for yearly in places.values() for starts_on in yearly}, reverse=True)[:YEARS]
        return cls(
            heads=[
                _("Municipality"),
                *(str(SERVICE_WORDS[each]) for each in SERVICES),
                _("Together"),
                _("Talk in time"),
            ],
            years=[DemandYear(_year(each), _rows(places, each)) for each in spring],
            plots=[_plot(name, yearly, spring[::-1]) for name, yearly in places.items()] if len(spring) > 1 else [],
            floor=small_number_floor(),
        )

    @property
    def blocks(self) -> Sequence[Block]:
        """The same on paper."""
        return [Table(self.heads, year.rows, heading=_demand(year.title)) for year in self.years]

    @property
    def table(self) -> str:
        """The same as a file."""
        return csv_text(
            [_("School year"), *self.heads], [[year.title, *row] for year in self.years for row in year.rows]
        )


def demand_of(work: UnitOfWork) -> Mapping[str, Yearly]:
    """The school years of every municipality by its name, and of the county under its own, the last."""
    counties = counties_overseen(work.session, work.actor)
    providers = providers_overseen(work.session, work.actor)
    figures = request_figures(work.session, [place.id for place in (*providers, *counties)])
    named = sorted(((municipality_name(each), each) for each in providers), key=lambda pair: pair[0])
    found: dict[str, Yearly] = {}
    for name, group in groupby(named, key=lambda pair: pair[0]):
        found[name] = _joined([_yearly(figures, each.id) for _name, each in group])
    found |= {county.name(current_locale()): _yearly(figures, county.id) for county in counties}
    return {name: yearly for name, yearly in found.items() if yearly}


def municipality_name(provider: Organisation) -> str:
    """The municipality in which a provider teaches; the provider itself where nobody has told."""
    place = municipality(provider.municipality_code)
    if place is None:
        return provider.name(current_locale())
    return place.name_sv if current_locale() == "sv" else place.name_fi


def _yearly(figures: Mapping[UUID, Sequence[RequestFigures]], place_id: UUID) -> Yearly:
    return {each.term.starts_on: each for each in figures.get(place_id, ()) if each.is_year}


def _joined(places: Sequence[Yearly]) -> Yearly:
    years = {starts_on for yearly in places for starts_on in yearly}
    return {each: together([yearly[each] for yearly in places if each in yearly]) for each in years}


def _rows(places: Mapping[str, Yearly], spring: date) -> list[Sequence[str]]:
    return [_row(name, yearly[spring]) for name, yearly in places.items() if spring in yearly]


def _row(name: str, year: RequestFigures) -> Sequence[str]:
    asked = [year.asked_of(service) or PROTECTED for service in SERVICES]
    return [name, *map(figure_words, asked), figure_words(year.received), share_words(year.in_time())]


def _plot(name: str, yearly: Yearly, springs: Sequence[date]) -> Columns:
    labels = [_short(each) for each in springs]
    values = [yearly[each].received.count if each in yearly else None for each in springs]
    hidden = str(HIDDEN_WORDS[Hidden.PROTECTED])
    told = [hidden if value is None else str(value) for value in values]
    finding = ", ".join(f"{label}: {value}" for label, value in zip(labels, told, strict=True))
    return Columns(name, finding, labels, values, hidden)


def _year(spring: date) -> str:
    return year_words(spring.year - 1)


def _short(spring: date) -> str:
    return f"{spring.year - 1}–{spring.year % 100:02d}"


def _demand(year: str) -> str:
    return _("Requests by municipality, school year %(year)s", year=year)
