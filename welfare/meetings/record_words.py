"""Words of final minutes: their sections, and the proposals to mend them (IND §11)."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

from welfare.rules.amendments import AmendmentBlock, AmendmentState
from welfare.rules.minutes import Section

PROPOSABLE = {
    Section.SUBJECT: _l("Subject"),
    Section.BACKGROUND: _l("Background"),
    Section.HANDLING: _l("What was discussed"),
    Section.STUDENT_VIEW: _l("The pupil’s view"),
    Section.GUARDIAN_VIEW: _l("The guardian’s view"),
    Section.INFORMATION: _l("Information on measures"),
}
"""Sections to which amendments are proposed; why a view is missing, the view itself replaces."""
AMENDMENT_WORDS = {
    AmendmentState.PROPOSED: _l("Waits for an answer"),
    AmendmentState.ACCEPTED: lazy_pgettext("amendment", "Accepted"),
    AmendmentState.REJECTED: lazy_pgettext("amendment", "Not accepted"),
}
AMENDMENT_LOOKS = {
    AmendmentState.PROPOSED: ("soon", "clock"),
    AmendmentState.ACCEPTED: ("good", "check"),
    AmendmentState.REJECTED: ("late", "alert"),
}
AMENDMENT_BLOCK_WORDS = {
    AmendmentBlock.NOT_FINAL: _l("The minutes are not final yet."),
    AmendmentBlock.LOCKED: _l("The record is locked. A mistake is mended by a correction in the journal."),
    AmendmentBlock.ROUND_IS_OVER: _l("The days for proposals are over."),
    AmendmentBlock.DID_NOT_ATTEND: _l("Amendments are proposed by those who were at the meeting."),
    AmendmentBlock.DECIDED_ALREADY: _l("Somebody has answered this proposal already."),
    AmendmentBlock.REASON: _l("Write why the proposal is not accepted."),
}
