"""What the templates of this room are given."""

from welfare.indicators.pages.datum import Datum, datum_of, datum_options
from welfare.indicators.pages.importing import ImportPage, ImportsPage
from welfare.indicators.pages.library import LibraryPage
from welfare.indicators.pages.overview import OverviewPage, small_of
from welfare.indicators.pages.results import ResultsPage, sheet_title
from welfare.indicators.pages.single import IndicatorPage

__all__ = [
    "Datum",
    "ImportPage",
    "ImportsPage",
    "IndicatorPage",
    "LibraryPage",
    "OverviewPage",
    "ResultsPage",
    "datum_of",
    "datum_options",
    "sheet_title",
    "small_of",
]
