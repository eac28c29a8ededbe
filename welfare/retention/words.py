"""Words for the codes of retention."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from welfare.retention.models import ItemState, RunState
from welfare.rules.retention import CountedFrom, Disposal, KeepingRule, RecordKind
from welfare.rules.retention_ends import HoldReason, Kept, Thing

KIND_WORDS = {
    RecordKind.WELFARE_JOURNAL: _l("Student welfare journal and its matter"),
    RecordKind.WELFARE_WILL: _l("Consents, refusals and prohibitions"),
    RecordKind.WELFARE_PLAN: _l("Plans of matters and their versions"),
    RecordKind.MEETING_RECORD: _l("Meetings, their items and minutes"),
    RecordKind.OWN_WORDS: _l("Own words of students and guardians"),
    RecordKind.EMERGENCY_OPENING: _l("Emergency openings and their reviews"),
    RecordKind.LOG_REQUEST: _l("Requests for log information"),
    RecordKind.ACCESS_COPY: _l("Requests for copies of data, and the copies"),
    RecordKind.RECTIFICATION: _l("Corrections asked for outside any matter"),
    RecordKind.LOG_REVIEW: _l("Findings of the log review"),
    RecordKind.BREACH_FILE: _l("Files of data breaches"),
    RecordKind.PUPIL_DIRECTORY: _l("Directory of students and guardians"),
    RecordKind.STAFF_DIRECTORY: _l("Directory of the staff"),
    RecordKind.COMMUNAL_RECORD: _l("Records of communal work"),
    RecordKind.SUPPORT_REQUEST: _l("Requests for support"),
    RecordKind.SOCIAL_FAMILY_SERVICE: _l("Curator’s client records, families with children"),
    RecordKind.SOCIAL_WORKING_AGE_SERVICE: _l("Curator’s client records, adult students"),
    RecordKind.PATIENT_RECORD: _l("Patient records of the services"),
    RecordKind.USE_AND_DISCLOSURE_LOG: _l("Log of use and disclosure"),
}
FROM_WORDS = {
    CountedFrom.END_OF_STUDIES: _l("the end of studies"),
    CountedFrom.CLOSING: _l("the closing of the record"),
    CountedFrom.DEATH: _l("the death of the person"),
    CountedFrom.EVENT: _l("the event"),
}
DISPOSAL_WORDS = {
    Disposal.DESTROY: _l("Destroy"),
    Disposal.ARCHIVE: _l("Hand over to the archive, then destroy here"),
}
THING_WORDS = {
    Thing.MATTER: _l("Matter with its journal"),
    Thing.WILLS: _l("Expressions of will outside any matter"),
    Thing.REQUEST: _l("Request for support"),
    Thing.CLIENT_FILE: _l("Client record of a service"),
    Thing.LOG_REQUEST: _l("Request for log information"),
    Thing.ACCESS_COPY: _l("Request for a copy of data"),
    Thing.RECTIFICATION: _l("Request for a correction"),
    Thing.FINDING: _l("Finding of the log review"),
    Thing.BREACH: _l("File of a breach"),
    Thing.PUPIL: _l("Student in the directory, with guardians"),
    Thing.GUARDIAN: _l("Guardian in the directory, without a ward"),
    Thing.COMMUNAL: _l("Record of communal work"),
    Thing.STAFF: _l("Member of the staff in the directory"),
}
KEPT_WORDS = {
    Kept.OPEN: _l("Open"),
    Kept.NO_START: _l("The time has not begun: studies go on, or their end is not known"),
    Kept.NOT_YET: _l("The time is not over yet"),
    Kept.NOT_CONFIRMED: _l("Over the time offered, but nobody has decided on the rule"),
    Kept.ON_HOLD: _l("On hold"),
    Kept.ASKED_FOR: _l(
        "Somebody waits for log information, a copy or a correction about the person, or its use is being looked into"
    ),
    Kept.TO_ARCHIVE: _l("To be handed over to the archive first"),
    Kept.STILL_NAMED: _l("A record that is kept names the person"),
}
LEFT_WORDS = {kept.value: words for kept, words in KEPT_WORDS.items()} | {
    "gone": _l("It was not there any more"),
    "stray": _l("Something of another record hangs on it: nothing was touched"),
}
REASON_WORDS = {
    HoldReason.LOG_REQUEST: _l("Log information or a copy has been asked for"),
    HoldReason.CORRECTION: _l("A correction has been asked for"),
    HoldReason.COMPLAINT: _l("A complaint is being handled"),
    HoldReason.COURT: _l("A court or the police needs it"),
    HoldReason.BREACH: _l("A breach is being looked into"),
    HoldReason.RESEARCH: _l("A permit for research has been given"),
    HoldReason.OTHER: _l("Another reason, told in words"),
}
RUN_WORDS = {
    RunState.PROPOSED: _l("Waits for another person’s approval"),
    RunState.REFUSED: _l("Put aside"),
    RunState.APPROVED: _l("Being carried out"),
    RunState.DONE: _l("Carried out"),
}
RUN_LOOKS = {
    RunState.PROPOSED: ("soon", "clock"),
    RunState.REFUSED: ("", "exit"),
    RunState.APPROVED: ("go", "clock"),
    RunState.DONE: ("good", "check"),
}
ITEM_WORDS = {
    ItemState.LISTED: _l("To be destroyed"),
    ItemState.DESTROYED: _l("Destroyed"),
    ItemState.LEFT: _l("Left undestroyed"),
}


def near_words() -> str:
    """Why somebody else does it."""
    return _("It is about you or your family: somebody else looks after it (Administration Act, sections 27–28).")


def time_words(rule: KeepingRule) -> str:
    """So many years from what."""
    words = ngettext("%(num)d year from %(event)s", "%(num)d years from %(event)s", rule.years, event="{}")
    told = words.format(FROM_WORDS[rule.counted_from])
    if rule.years_from_birth:
        return _(
            "%(rule)s; where no death is known, %(years)d years from birth", rule=told, years=rule.years_from_birth
        )
    return told
