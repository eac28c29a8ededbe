"""Words for the codes of rectifications."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

from welfare.rules.rectifications import RectificationOutcome, RectificationRefusal, RectificationState

STATE_WORDS = {
    RectificationState.RECEIVED: lazy_pgettext("rectification", "Being assessed"),
    RectificationState.DECIDED: lazy_pgettext("rectification", "Decided"),
    RectificationState.TOLD: lazy_pgettext("rectification", "Answered"),
}
STATE_LOOKS = {
    RectificationState.RECEIVED: ("go", "inbox"),
    RectificationState.DECIDED: ("go", "note"),
    RectificationState.TOLD: ("good", "check"),
}
OUTCOME_WORDS = {
    RectificationOutcome.CORRECTED: _l("The record was corrected"),
    RectificationOutcome.COMPLETED: _l("The asker’s own statement stands beside the record"),
    RectificationOutcome.AT_SOURCE: _l("It is corrected where the directory has it from"),
    RectificationOutcome.REFUSED: _l("Nothing was corrected"),
}
OUTCOME_NOTES = {
    RectificationOutcome.CORRECTED: _l("Correct it first, in the way of the record; both texts are kept."),
    RectificationOutcome.COMPLETED: _l("What the asker says it should be goes into the record, as the asker’s words."),
    RectificationOutcome.AT_SOURCE: _l(
        "Ask whoever keeps the pupil register or the population register to correct it, and write here whom you asked."
    ),
    RectificationOutcome.REFUSED: _l("A written decision goes to the asker, with the grounds."),
}
REFUSAL_WORDS = {
    RectificationRefusal.NOT_WRONG: _l("What stands there is not inaccurate"),
    RectificationRefusal.ASSESSMENT: _l("It is a professional’s assessment of that time, recorded as it was made"),
    RectificationRefusal.OTHERS_WORDS: _l("It records what somebody said, and they said it"),
    RectificationRefusal.NO_RIGHT: _l("Whoever asks has not shown a right to ask for it"),
}
