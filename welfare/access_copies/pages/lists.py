"""How far a request for a copy has come."""

from flask_babel import gettext as _

from welfare.access_copies.models import AccessCopy
from welfare.access_copies.words import OUTCOME_WORDS, STATE_LOOKS, STATE_WORDS
from welfare.datarights.pages.lists import Stated
from welfare.rules.access_copies import CopyOutcome, CopyState


def state_words(row: AccessCopy) -> str:
    """How far it is, and what was decided; what is refused has no copy to hand over."""
    if (row.state, row.outcome) == (CopyState.SENT, CopyOutcome.REFUSED):
        return _("Refusal sent")
    state = str(STATE_WORDS[row.state])
    return f"{state}: {OUTCOME_WORDS[row.outcome]}" if row.outcome else state


def stated(row: AccessCopy) -> Stated:
    """The same, with its looks."""
    return state_words(row), STATE_LOOKS[row.state]
