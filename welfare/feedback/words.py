"""Words of feedback: the questions, the grades, why there were no answers."""

from flask_babel import lazy_gettext as _l

from welfare.rules.feedback import FeedbackQuestion, OfferState, SkipReason
from welfare.rules.meeting_feedback import UNSAID, MeetingQuestion, Respondent
from welfare.rules.requests import Service

QUESTION_WORDS = {
    FeedbackQuestion.HELPED: _l("Did you get help with what you wished for?"),
    FeedbackQuestion.HEARD: _l("Were you listened to?"),
    FeedbackQuestion.AGAIN: _l("Would you ask for help again if you needed it?"),
}
QUESTION_SHORT = {
    FeedbackQuestion.HELPED: _l("Got help"),
    FeedbackQuestion.HEARD: _l("Was listened to"),
    FeedbackQuestion.AGAIN: _l("Would ask again"),
}
GRADE_WORDS = {
    1: _l("1 – not at all"),
    2: _l("2 – a little"),
    3: _l("3 – somewhat"),
    4: _l("4 – mostly"),
    5: _l("5 – fully"),
}
MEETING_QUESTION_WORDS = {
    MeetingQuestion.HEARD: _l("Were you listened to at the meeting?"),
    MeetingQuestion.CLEAR: _l("Did you understand what was talked about?"),
    MeetingQuestion.NEXT: _l("Do you know what happens next?"),
}
MEETING_QUESTION_SHORT = {
    MeetingQuestion.HEARD: _l("Was listened to"),
    MeetingQuestion.CLEAR: _l("Understood what was said"),
    MeetingQuestion.NEXT: _l("Knows what happens next"),
}
RESPONDENT_WORDS = {Respondent.STUDENT: _l("Pupils"), Respondent.GUARDIAN: _l("Guardians")}
MEETING_GRADE_WORDS = {**GRADE_WORDS, UNSAID: _l("I do not want to say")}
STATE_WORDS = {
    OfferState.OFFERED: _l("Waits for the pupil"),
    OfferState.GIVEN: _l("Given"),
    OfferState.SKIPPED: _l("Not given"),
}
STATE_LOOKS = {
    OfferState.OFFERED: ("soon", "clock"),
    OfferState.GIVEN: ("good", "check"),
    OfferState.SKIPPED: ("", "clock"),
}
SKIP_WORDS = {
    SkipReason.DECLINED: _l("The pupil does not want to answer"),
    SkipReason.NOT_REACHED: _l("The pupil cannot be reached"),
    SkipReason.NOT_FITTING: _l("It does not fit the pupil’s age or situation"),
    SkipReason.OTHER: _l("Another reason"),
}
SERVICE_WORDS = {
    Service.CURATOR: _l("Curator"),
    Service.PSYCHOLOGIST: _l("Psychologist"),
    Service.NURSE: _l("School nurse"),
    Service.DOCTOR: _l("School doctor"),
    Service.UNSURE: _l("Curator"),
}
