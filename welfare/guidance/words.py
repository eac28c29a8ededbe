"""Words of instructions, needs and training."""

from flask_babel import lazy_gettext as _l

from welfare.rules.guidance import CompetenceArea, InstructionState, Readers

READERS_WORDS = {
    Readers.EVERYBODY: _l("Everybody who works here"),
    Readers.INSTITUTION: _l("Staff of the school"),
    Readers.TEACHING: _l("Teaching staff"),
    Readers.WELFARE: _l("Student welfare professionals"),
    Readers.PRINCIPALS: _l("Principals"),
}
STATE_WORDS = {
    InstructionState.COMING: _l("Not in force yet"),
    InstructionState.IN_FORCE: _l("In force"),
    InstructionState.ENDED: _l("In force no more"),
}
STATE_LOOKS = {
    InstructionState.COMING: ("", "clock"),
    InstructionState.IN_FORCE: ("good", "check"),
    InstructionState.ENDED: ("", "clock"),
}
AREA_WORDS = {
    CompetenceArea.EARLY_SUPPORT: _l("Early support and taking up worries"),
    CompetenceArea.BULLYING: _l("Preventing bullying and handling it"),
    CompetenceArea.EMOTIONAL_SKILLS: _l("Teaching emotional and social skills"),
    CompetenceArea.MENTAL_HEALTH: _l("Mental health and substances"),
    CompetenceArea.HEARING_CHILDREN: _l("Hearing and meeting children by their age"),
    CompetenceArea.CULTURES: _l("Languages, cultures and families"),
    CompetenceArea.ABSENCES: _l("Absences and belonging to school"),
    CompetenceArea.RECORDS: _l("Confidentiality and records"),
}
