"""Words for the codes of the services' own records (IND §11)."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

from welfare.rules.registers import Register
from welfare.rules.requests import SenderKind
from welfare.rules.service_records import ContactWay, NoteField, NoteKind, WithWhom
from welfare.rules.service_workers import CoverBlock

SERVICE_WORDS = {
    Register.SOCIAL: _l("Curator’s clients"),
    Register.PSYCHOLOGY: _l("Psychologist’s clients"),
    Register.HEALTH: _l("Clients of school health care"),
}
RECORD_WORDS = {
    Register.SOCIAL: _l("Curator’s client narrative"),
    Register.PSYCHOLOGY: _l("Psychologist’s patient record"),
    Register.HEALTH: _l("Patient record of school health care"),
}
"""What the law calls the record of each service (IND §11)."""
KEPT_APART = {
    Register.SOCIAL: _l("Client register of social care, seen by nobody outside the curator service."),
    Register.PSYCHOLOGY: _l("Specially protected patient data, seen by nobody outside the psychologist service."),
    Register.HEALTH: _l("Patient register of health care, seen by nobody outside school health care."),
}
PLAN_WORDS = {
    Register.SOCIAL: _l("Client plan"),
    Register.PSYCHOLOGY: _l("Plan of the psychologist service"),
    Register.HEALTH: _l("Wellbeing and health plan"),
}
KIND_WORDS = {
    NoteKind.STARTED: _l("The service begins"),
    NoteKind.CONTACT: lazy_pgettext("service note", "Contact"),
    NoteKind.NOTE: lazy_pgettext("service note", "Note"),
    NoteKind.NEED: _l("Assessment of the need"),
    NoteKind.PLAN: _l("Plan"),
    NoteKind.ENDED: _l("The service ends"),
    NoteKind.CORRECTION: _l("Correction"),
}
KIND_NOTES = {
    NoteKind.STARTED: _l("On whose initiative and why it begins again."),
    NoteKind.CONTACT: _l("A visit, a call or a message: how, with whom, and what is necessary of it."),
    NoteKind.NOTE: _l("What is necessary to record about the client’s service."),
    NoteKind.NEED: _l("The client’s own view, and your assessment of what is needed."),
    NoteKind.PLAN: _l("Goals, measures, who does them and when they are looked at again, by a template."),
    NoteKind.ENDED: _l("Why the service ends. Times agreed on ahead are called off."),
}
KIND_ICONS = {
    NoteKind.STARTED: "folder",
    NoteKind.CONTACT: "speech",
    NoteKind.NOTE: "note",
    NoteKind.NEED: "target",
    NoteKind.PLAN: "flag",
    NoteKind.ENDED: "check",
    NoteKind.CORRECTION: "note",
}
FIELD_WORDS = {
    NoteField.INITIATOR: _l("On whose initiative"),
    NoteField.GROUNDS: _l("Why"),
    NoteField.WAY: _l("How"),
    NoteField.WITH_WHOM: _l("With whom"),
    NoteField.HEADING: _l("Heading"),
    NoteField.INFORMATION: _l("Information"),
    NoteField.SOURCE: _l("From whom the information is"),
    NoteField.STUDENT_VIEW: _l("The client’s own view"),
    NoteField.NEED: _l("Need of support"),
    NoteField.STRENGTHS: _l("Strengths and resources"),
    NoteField.GOALS: _l("Goals"),
    NoteField.MEASURES: _l("Measures"),
    NoteField.DOERS: _l("Who does them"),
    NoteField.FOLLOW_UP: _l("Follow-up"),
    NoteField.PARTNERS: _l("Partners and division of work"),
    NoteField.REASON: _l("Reason of the correction"),
}
INITIATORS = {
    SenderKind.STUDENT: _l("The pupil"),
    SenderKind.GUARDIAN: _l("A guardian"),
    SenderKind.STAFF: _l("School staff"),
    SenderKind.OTHER: _l("Somebody else"),
}
WAYS = {
    ContactWay.IN_PERSON: _l("Face to face"),
    ContactWay.PHONE: _l("By phone"),
    ContactWay.VIDEO: _l("By video"),
    ContactWay.MESSAGE: _l("By message"),
    ContactWay.HOME_VISIT: _l("Visit at home"),
}
PEOPLE = {
    WithWhom.STUDENT: _l("The pupil"),
    WithWhom.GUARDIAN: _l("A guardian"),
    WithWhom.SCHOOL: _l("School staff"),
    WithWhom.SERVICES: _l("Other services"),
    WithWhom.OTHER: _l("Somebody else"),
}
NO_CONFLICT = _l("I have no conflict of interest")
NO_CONFLICT_HINT = _l(
    "The client is not close to you, and nothing else puts your impartiality in doubt (Administrative Procedure Act, "
    "sections 27–28). Your word is kept in the log."
)
COVER_ERRORS = {
    CoverBlock.REVERSED: _l("The last day comes before the first. Check the days."),
    CoverBlock.PAST: _l("The days have passed. Write days that are to come."),
    CoverBlock.TOO_LONG: _l("A cover lasts a year at most. Hand the clients over for a longer absence."),
    CoverBlock.OVERLAPS: _l("You have a cover for some of these days already. End it first, or choose other days."),
}


def kind_words(kind: NoteKind, register: Register) -> str:
    """What a note is called in its register: a plan has a name of its own in each."""
    return str(PLAN_WORDS[register] if kind is NoteKind.PLAN else KIND_WORDS[kind])
