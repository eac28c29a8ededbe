"""What is shown of forms and of signed papers; sealed words are opened here."""

from welfare.consents.papers.pages.printed import (
    FormGapError,
    PrintedForm,
    asked_words,
    language_of,
    matter_words,
    paper_of,
)
from welfare.consents.papers.pages.signed import SignedPapers

__all__ = ["FormGapError", "PrintedForm", "SignedPapers", "asked_words", "language_of", "matter_words", "paper_of"]
