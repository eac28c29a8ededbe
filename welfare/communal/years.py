"""School years and their terms, as the pages of every communal room name them."""

from collections.abc import Callable, Iterable

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.rules.school_years import EARLIEST, LATEST, SchoolYear
from welfare.rules.terms import SchoolTerm, Season

SEASON_WORDS = {Season.AUTUMN: _l("Autumn term"), Season.SPRING: _l("Spring term")}


def year_words(year: int) -> str:
    """A school year as people say it."""
    return SchoolYear(year).name


def term_words(term: SchoolTerm) -> str:
    """A term as people say it."""
    year = term.starts_on.year
    return _("Autumn %(year)s", year=year) if term.season is Season.AUTUMN else _("Spring %(year)s", year=year)


def asked_year(this_year: int) -> int:
    """The school year that the address asks for; this one where it asks for none, or for rubbish."""
    raw = request.args.get("year", "")
    year = int(raw) if raw.isascii() and raw.isdigit() and len(raw) == len(str(this_year)) else this_year
    return year if EARLIEST <= year <= LATEST else this_year


def year_links(years: Iterable[int], chosen: int, address: Callable[[int], str]) -> list[tuple[str, str, bool]]:
    """The ways between school years, the newest first."""
    return [(year_words(year), address(year), year == chosen) for year in sorted({*years, chosen}, reverse=True)]
