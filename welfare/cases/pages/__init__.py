"""What the cases room shows; names and sealed words are opened here."""

from welfare.cases.pages.case import CasePage
from welfare.cases.pages.choices import joiners, leaders, staff_choices
from welfare.cases.pages.exclusions import ExclusionList
from welfare.cases.pages.head import CaseHead
from welfare.cases.pages.leads import LeadPage, vacant_leads
from welfare.cases.pages.lists import CaseList, StudentList
from welfare.cases.pages.log import LogPage
from welfare.cases.pages.steps import StepPage
from welfare.cases.pages.text import CaseWords, conflict_of, words_of

__all__ = [
    "CaseHead",
    "CaseList",
    "CasePage",
    "CaseWords",
    "ExclusionList",
    "LeadPage",
    "LogPage",
    "StepPage",
    "StudentList",
    "conflict_of",
    "joiners",
    "leaders",
    "staff_choices",
    "vacant_leads",
    "words_of",
]
