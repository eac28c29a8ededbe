"""What the own pages show; sealed words are opened here."""

from welfare.portal.pages.answering import AnswersPage
from welfare.portal.pages.children import cards_of
from welfare.portal.pages.chooser import ChooserPage, only_one
from welfare.portal.pages.coming_of_age import OfAgePage
from welfare.portal.pages.home import HomePage
from welfare.portal.pages.leaving_out import LeaveOutPage, LeavingOutPage
from welfare.portal.pages.meeting_feedback import MeetingFeedbackPage
from welfare.portal.pages.own_words import MattersToWriteIn, OwnWordsPage
from welfare.portal.pages.reads import ReadsPage

__all__ = [
    "AnswersPage",
    "ChooserPage",
    "HomePage",
    "LeaveOutPage",
    "LeavingOutPage",
    "MattersToWriteIn",
    "MeetingFeedbackPage",
    "OfAgePage",
    "OwnWordsPage",
    "ReadsPage",
    "cards_of",
    "only_one",
]
