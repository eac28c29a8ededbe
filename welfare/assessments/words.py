"""Words of assessments: capacities, states, the scale."""

from flask_babel import lazy_gettext as _l

from welfare.rules.assessments import AssessmentState, Informant, ObservationState, QuestionFault

INFORMANT_WORDS = {
    Informant.STUDENT: _l("Pupil"),
    Informant.GUARDIAN: _l("Guardian"),
    Informant.TEACHER: _l("Teacher or other school staff"),
    Informant.PROFESSIONAL: _l("Nurse or other welfare professional"),
}
STATE_WORDS = {
    AssessmentState.OPEN: _l("Going on"),
    AssessmentState.CONCLUDED: _l("Concluded"),
}
STATE_LOOKS = {AssessmentState.OPEN: ("go", "clock"), AssessmentState.CONCLUDED: ("good", "check")}
OBSERVATION_WORDS = {
    ObservationState.ASKED: _l("Waits for the answer"),
    ObservationState.ANSWERED: _l("Answered"),
    ObservationState.CALLED_OFF: _l("Not asked any more"),
}
OBSERVATION_LOOKS = {
    ObservationState.ASKED: ("soon", "clock"),
    ObservationState.ANSWERED: ("good", "check"),
    ObservationState.CALLED_OFF: ("", "clock"),
}
SCALE_WORDS = {
    1: _l("1 – needs much support"),
    2: _l("2 – needs support"),
    3: _l("3 – goes with a little support"),
    4: _l("4 – goes mostly well"),
    5: _l("5 – goes well"),
}
FAULT_WORDS = {
    QuestionFault.UNEVEN: _l("Finnish and Swedish must have equally many lines: each question once in both languages."),
    QuestionFault.MANY: _l("There are too many lines. Leave some out."),
    QuestionFault.MARK: _l("One of the languages lacks the star at the beginning of the line."),
    QuestionFault.EMPTY: _l("A line has nothing but a star. Write the question."),
    QuestionFault.LONG: _l("A line is longer than 300 signs. Shorten it."),
}
