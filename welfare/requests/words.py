"""Words for the codes of the requests room (IND §11)."""

from flask_babel import lazy_gettext as _l

from welfare.rules.outcomes import Outcome
from welfare.rules.queues import QueueGroup, StepKind
from welfare.rules.requests import SenderKind, Service, StatusWord, Urgency
from welfare.rules.safe_contact import ContactWay, HomeContact
from welfare.rules.sending import GuardianTold, TaskKind
from welfare.rules.subjects import CHOICES, Subject
from welfare.rules.talks import TalkAnswer, TalkWay

SERVICES = {
    Service.CURATOR: _l("Curator"),
    Service.PSYCHOLOGIST: _l("Psychologist"),
    Service.NURSE: _l("School nurse"),
    Service.DOCTOR: _l("School doctor"),
    Service.UNSURE: _l("I am not sure"),
}
SERVICE_NOTES = {
    Service.CURATOR: _l("Friends, family, absences, coping"),
    Service.PSYCHOLOGIST: _l("Mind, learning, fears, crises"),
    Service.NURSE: _l("Health, sleep, symptoms. Open also without an appointment"),
    Service.UNSURE: _l("The curator considers and directs to the right person"),
}
RECEIVERS = SERVICES | {Service.UNSURE: _l("Curator")}
"""Who receives it, in the words of whoever looks at it afterwards."""

URGENCIES = {Urgency.URGENT: _l("Urgent"), Urgency.NORMAL: _l("Not urgent")}
SENDERS = {
    SenderKind.STUDENT: _l("The pupil asks"),
    SenderKind.STAFF: _l("School staff asks"),
    SenderKind.GUARDIAN: _l("A guardian asks"),
    SenderKind.OTHER: _l("Somebody else asks"),
}
STATUSES = {
    StatusWord.RECEIVED: _l("Received"),
    StatusWord.TALK_OFFERED: _l("Talk offered"),
    StatusWord.TAKEN_BACK: _l("Taken back"),
    StatusWord.HANDLED: _l("Handled"),
}
STATUS_TONES = {
    StatusWord.RECEIVED: "",
    StatusWord.TALK_OFFERED: "go",
    StatusWord.TAKEN_BACK: "",
    StatusWord.HANDLED: "good",
}

SUBJECTS = {
    Subject.ATTENDANCE: _l("Attendance and absences"),
    Subject.COPING_AND_MOOD: _l("Coping and mood"),
    Subject.LEARNING: _l("Learning and school work"),
    Subject.PEERS_AND_BULLYING: _l("Friends and bullying"),
    Subject.FAMILY: _l("Family"),
    Subject.SUBSTANCES: _l("Substances"),
    Subject.SAFETY_AND_VIOLENCE: _l("Safety and violence"),
    Subject.HEALTH: _l("Health"),
    Subject.TRANSITION: _l("Changing school or level"),
    Subject.CRISIS: _l("Sudden crisis"),
    Subject.OTHER: _l("Something else"),
}
SUBJECT_CHOICES = {subject: SUBJECTS[subject] for subject in CHOICES}

GUARDIAN_TOLD = {
    GuardianTold.TOLD: _l("Yes"),
    GuardianTold.NOT_YET: _l("Not yet"),
    GuardianTold.STUDENT_FORBIDS: _l("The pupil does not want the guardian to be told"),
}
DUTIES = {
    TaskKind.TELL_STUDENT: _l("Tell the pupil about the request"),
    TaskKind.TELL_GUARDIAN: _l("Tell the guardian about the request"),
    TaskKind.ASSESS_PROHIBITION: _l("Assess the pupil's wish that the guardian is not told"),
}
WAYS = {TalkWay.IN_PERSON: _l("Face to face"), TalkWay.PHONE: _l("By phone"), TalkWay.VIDEO: _l("By video")}
SAFE_WAYS = {
    ContactWay.OWN_PAGES: _l("Here on these pages"),
    ContactWay.PHONE: _l("A call or a text message to my own number"),
    ContactWay.AT_SCHOOL: _l("At school"),
}
HOME_CONTACTS = {
    HomeContact.FINE: _l("Yes, you may"),
    HomeContact.NEVER: _l("No. Do not call, write or send mail to my home"),
}
ANSWERS = {
    TalkAnswer.ACCEPTED: _l("Agreed"),
    TalkAnswer.DECLINED: _l("Declined"),
    TalkAnswer.NO_ANSWER: _l("No answer"),
    TalkAnswer.HELD: _l("Held"),
    TalkAnswer.NOT_HELD: _l("Agreed but not held"),
}
ANSWER_TONES = {
    TalkAnswer.ACCEPTED: "good",
    TalkAnswer.DECLINED: "",
    TalkAnswer.NO_ANSWER: "soon",
    TalkAnswer.HELD: "good",
    TalkAnswer.NOT_HELD: "soon",
}
OUTCOMES = {
    Outcome.ADVICE_ONLY: _l("Advice was enough"),
    Outcome.SERVICE_CONTINUES: _l("The service continues"),
    Outcome.GROUP_PROPOSED: _l("An expert group is proposed"),
    Outcome.REDIRECTED: _l("Directed to other help"),
    Outcome.CLEARLY_UNNECESSARY: _l("A talk is clearly unnecessary"),
    Outcome.TALK_DECLINED: _l("The pupil did not want the talk that was offered"),
    Outcome.TAKEN_BACK: _l("The pupil has taken the request back"),
}
OUTCOME_NOTES = {
    Outcome.ADVICE_ONLY: _l("No client relationship begins"),
    Outcome.SERVICE_CONTINUES: _l("You go on together with the pupil"),
    Outcome.GROUP_PROPOSED: _l("You propose a matter to a multidisciplinary group; it needs consents"),
    Outcome.REDIRECTED: _l("Another service, or help outside student welfare"),
    Outcome.CLEARLY_UNNECESSARY: _l("Give the reason in words"),
    Outcome.TALK_DECLINED: _l("The offered times stay as evidence"),
    Outcome.TAKEN_BACK: _l("You have seen that all is well"),
}
GROUPS = {QueueGroup.NOW: _l("Now"), QueueGroup.THIS_WEEK: _l("This week"), QueueGroup.LATER: _l("Later")}
STEPS = {
    StepKind.CLAIMED: _l("Claimed"),
    StepKind.CLAIMED_OVER: _l("Taken over from a colleague"),
    StepKind.HANDED_TO_COLLEAGUE: _l("Handed to a colleague"),
    StepKind.RETURNED: _l("Returned to the queue"),
    StepKind.HANDED_TO_SERVICE: _l("Handed to another service"),
    StepKind.URGENCY_CHANGED: _l("Urgency changed"),
    StepKind.KEPT_OUT: _l("A worker was shut out"),
    StepKind.ADDED_TO: _l("Something was added to the request"),
    StepKind.TAKEN_BACK: _l("The request was taken back"),
    StepKind.CLOSED: _l("Handled"),
}
