"""What the templates of this room are given. Files, notes and drafts are opened in this folder and nowhere else."""

from welfare.service_notes.pages.client import ClientPage
from welfare.service_notes.pages.clients import ClientsPage
from welfare.service_notes.pages.log import LogPage
from welfare.service_notes.pages.note import NotePage
from welfare.service_notes.pages.today import ClientTime, own_offers, times_of_day
from welfare.service_notes.pages.workers import CoverPage, OfferPage
from welfare.service_notes.pages.writing import ChoicePage, WritingPage

__all__ = [
    "ChoicePage",
    "ClientPage",
    "ClientTime",
    "ClientsPage",
    "CoverPage",
    "LogPage",
    "NotePage",
    "OfferPage",
    "WritingPage",
    "own_offers",
    "times_of_day",
]
