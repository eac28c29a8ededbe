"""What the officer sees of breaches, what is printed, and what those concerned are told."""

from welfare.breaches.pages.file import BreachPage
from welfare.breaches.pages.languages import languages_of
from welfare.breaches.pages.lists import BreachesPage, BreachLine, clock_of
from welfare.breaches.pages.naming import NamingPage
from welfare.breaches.pages.paper import breach_paper
from welfare.breaches.pages.told import Told, told_to

__all__ = [
    "BreachLine",
    "BreachPage",
    "BreachesPage",
    "NamingPage",
    "Told",
    "breach_paper",
    "clock_of",
    "languages_of",
    "told_to",
]
