"""What the templates of this room are given."""

from welfare.indicators.pages.datum import Datum, datum_of, datum_options
from welfare.indicators.pages.library import LibraryPage
from welfare.indicators.pages.overview import OverviewPage, small_of
from welfare.indicators.pages.single import IndicatorPage

__all__ = ["Datum", "IndicatorPage", "LibraryPage", "OverviewPage", "datum_of", "datum_options", "small_of"]
