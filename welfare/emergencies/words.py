"""Words for the codes of emergencies."""

from flask_babel import lazy_gettext as _l

from welfare.rules.emergencies import EmergencyFinding, EmergencyReason, EmergencySection

REASON_WORDS = {
    EmergencyReason.DANGER_TO_LIFE: _l("Somebody’s life or health is in danger"),
    EmergencyReason.CHILD_PROTECTION: _l("Child protection or the police must be told at once"),
    EmergencyReason.MISSING_PUPIL: _l("The pupil is missing"),
    EmergencyReason.LEAD_OUT_OF_REACH: _l("Help cannot wait, and nobody of the group can be reached"),
}
SECTION_WORDS = {
    EmergencySection.MATTER: _l("What the matter is about, and who is in the group"),
    EmergencySection.JOURNAL: _l("Journal"),
    EmergencySection.PLAN: _l("Plan"),
}
FINDING_WORDS = {
    EmergencyFinding.JUSTIFIED: _l("It was necessary"),
    EmergencyFinding.TOO_WIDE: _l("It was necessary, but more was opened than was needed"),
    EmergencyFinding.NOT_JUSTIFIED: _l("It was not necessary: handled as a breach"),
}
FINDING_SHORT = {
    EmergencyFinding.JUSTIFIED: _l("Was necessary"),
    EmergencyFinding.TOO_WIDE: _l("Too much was opened"),
    EmergencyFinding.NOT_JUSTIFIED: _l("Was not necessary"),
}
FINDING_LOOKS = {
    EmergencyFinding.JUSTIFIED: ("good", "check"),
    EmergencyFinding.TOO_WIDE: ("soon", "alert"),
    EmergencyFinding.NOT_JUSTIFIED: ("late", "alert"),
}
