"""What the consents room shows; names and sealed words are opened here."""

from welfare.consents.pages.cards import WillCard, will_cards
from welfare.consents.pages.choices import known_words, will_choices
from welfare.consents.pages.detail import WillPage
from welfare.consents.pages.lists import QuestionLine, WillList, question_lines
from welfare.consents.pages.named import Names
from welfare.consents.pages.prohibitions import ProhibitionList, ProhibitionPage, decision_of, guardian_choices

__all__ = [
    "Names",
    "ProhibitionList",
    "ProhibitionPage",
    "QuestionLine",
    "WillCard",
    "WillList",
    "WillPage",
    "decision_of",
    "guardian_choices",
    "known_words",
    "question_lines",
    "will_cards",
    "will_choices",
]
