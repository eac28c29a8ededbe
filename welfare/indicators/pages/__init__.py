"""What the templates of this room are given."""

from welfare.indicators.pages.absences import AbsencesPage
from welfare.indicators.pages.climate import ClimatePage, controller_name
from welfare.indicators.pages.discussions import DiscussionsPage, sets_of
from welfare.indicators.pages.importing import ImportPage, ImportsPage
from welfare.indicators.pages.inspections import InspectionsPage, part_of
from welfare.indicators.pages.library import LibraryPage
from welfare.indicators.pages.overview import OverviewPage, Small, small_of
from welfare.indicators.pages.results import ResultsPage, sheet_title
from welfare.indicators.pages.single import IndicatorPage

__all__ = [
    "AbsencesPage",
    "ClimatePage",
    "DiscussionsPage",
    "ImportPage",
    "ImportsPage",
    "IndicatorPage",
    "InspectionsPage",
    "LibraryPage",
    "OverviewPage",
    "ResultsPage",
    "Small",
    "controller_name",
    "part_of",
    "sets_of",
    "sheet_title",
    "small_of",
]
