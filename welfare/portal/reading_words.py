"""Easy words for what somebody has read or done, and for why it was allowed: by the codes of the trail."""

from collections.abc import Mapping, Sequence

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

from welfare.emergencies.words import REASON_WORDS
from welfare.rules.emergencies import EmergencyReason
from welfare.rules.permissions import BREAK_GLASS

READ, WROTE = 0, 1
DEEDS: Mapping[str, tuple[str, str]] = {
    "case": (_l("read the matter"), _l("wrote in the matter or saw to its group")),
    "emergency": (
        _l("read the matter in an emergency, without being in the group"),
        _l("opened the matter in an emergency, or checked whether that was right"),
    ),
    "consent": (_l("read the permissions"), _l("wrote down a permission")),
    "prohibition": (_l("read a prohibition"), _l("wrote down a prohibition or its assessment")),
    "journal": (_l("read the journal"), _l("wrote in the journal")),
    "entry": (_l("opened the journal for writing"), _l("wrote in the journal")),
    "minutes": (_l("read the notes of a meeting"), _l("wrote the notes of a meeting")),
    "amendment": (_l("read the notes of a meeting"), _l("proposed a change to the notes of a meeting")),
    "meeting": (_l("looked at a meeting"), _l("arranged a meeting")),
    "invitation": (_l("looked at an invitation"), _l("arranged who is invited, or answered")),
    "attendance": (_l("looked at a meeting"), _l("marked who came to a meeting")),
    "measure": (_l("looked at what was agreed"), _l("marked what was agreed as done")),
    "plan": (_l("read the plan"), _l("wrote the plan")),
    "goal": (_l("looked at the goals"), _l("said how far the goals are")),
    "arrangement": (_l("read what has been arranged"), _l("wrote down what has been arranged")),
    "assessment": (_l("read an assessment"), _l("wrote an assessment")),
    "observation": (_l("opened the questions of the group"), _l("answered the questions of the group")),
    "disclosure": (_l("opened a form for giving information on"), _l("gave information on")),
    "group": (_l("looked what could be told to the group"), _l("told something to the group")),
    "notice": (_l("opened a form of a notification"), _l("wrote down a notification to an authority")),
    "copy": (_l("read what was given to them"), _l("read what was given to them")),
    "received": (_l("saw in a list what was given"), _l("saw in a list what was given")),
    "transfer": (_l("looked for information from another school"), _l("took in information from another school")),
    "teacher_note": (_l("read an instruction for lessons"), _l("gave an instruction for lessons")),
    "request": (_l("read a request for support"), _l("worked on a request for support")),
    "client": (_l("read the notes of a service"), _l("worked on the notes of a service")),
    "service_note": (_l("read the notes of a service"), _l("wrote in the notes of a service")),
    "appointment": (_l("looked at a time"), _l("arranged a time")),
    "feedback": (_l("offered the questions of feedback"), _l("offered the questions of feedback")),
    "feedback:give": (_l("opened the questions of feedback"), _l("sent the questions of feedback")),
    "feedback:give_meeting": (_l("opened the questions of feedback"), _l("sent the questions of feedback")),
    "non_disclosure": (_l("looked at how the address is hidden"), _l("wrote down how the address is hidden")),
    "place": (_l("opened the address"), _l("opened the address")),
    "audit": (_l("looked at who has read what"), _l("looked at who has read what")),
    "log_request": (_l("looked at a question about the log"), _l("worked on a question about the log")),
    "access_copy": (_l("read records for a copy that was asked for"), _l("worked on a copy that was asked for")),
    "rectification": (_l("looked at a correction asked for"), _l("worked on a correction asked for")),
    "log_review": (_l("checked whether a look was allowed"), _l("checked whether a look was allowed")),
    "breach": (_l("looked into what had happened to information"), _l("looked into what had happened to information")),
    "breach:seek": (_l("saw the name in a search"), _l("saw the name in a search")),
    "retention": (_l("looked at how long records are kept"), _l("decided how long records are kept")),
    "family_letter": (_l("looked at who gets a letter to the own pages"), _l("made a letter to the own pages")),
    "search": (_l("saw the name in a search"), _l("saw the name in a search")),
    "own_words": (_l("looked at the own words"), _l("wrote own words")),
    "portal": (_l("read the own pages"), _l("wrote on the own pages")),
    "roster": (
        _l("brought information from the school’s register"),
        _l("brought information from the school’s register"),
    ),
    "people": (_l("checked information of the school’s register"), _l("checked information of the school’s register")),
}
"""By a permission, or else by what stands before its colon."""
OTHER: tuple[str, str] = (_l("saw the name in a list"), _l("worked with information"))
KEEPS = "serves_the_controller_as_data_protection_officer_or_provider_coordinator_or_welfare_coordinator"
PRINTED = _l("printed something of it")
WHYS: Sequence[tuple[str, str]] = (
    ("is_guardian", lazy_pgettext("why read", "is a guardian")),
    ("is_own_worker", lazy_pgettext("why read", "is the own worker in the service")),
    ("covers_the_worker", lazy_pgettext("why read", "stands in for the own worker today")),
    ("is_offered_to", lazy_pgettext("why read", "was asked to take over the work")),
    ("informant_consent_is_valid", lazy_pgettext("why read", "was asked by a permission")),
    ("is_responsible", lazy_pgettext("why read", "answers for the matter")),
    ("member_consent_is_valid", lazy_pgettext("why read", "is in the group by a permission")),
    ("is_handler", lazy_pgettext("why read", "handles the request for support")),
    ("gives_the_service", lazy_pgettext("why read", "works in the service that was asked for help")),
    ("is_admitted", lazy_pgettext("why read", "is invited to the meeting")),
    ("teaches_the_student", lazy_pgettext("why read", "teaches the pupil")),
    ("lead_is_vacant", lazy_pgettext("why read", "could answer for a matter that nobody answers for")),
    ("serves_the_school", lazy_pgettext("why read", "works in the student welfare of the school")),
    ("holds_data_protection_officer", lazy_pgettext("why read", "watches over how information is used")),
    (
        "serves_the_controller_as_data_protection_officer",
        lazy_pgettext("why read", "watches over how information is used"),
    ),
    (KEEPS, lazy_pgettext("why read", "looks after how long records are kept")),
    ("is_welfare_professional", lazy_pgettext("why read", "works in student welfare")),
    ("is_institution_staff", lazy_pgettext("why read", "works at the school")),
)
"""By the clauses that granted it, the most telling first."""
WHY_ELSE = lazy_pgettext("why read", "did it as a part of the work")


def deed_of(permission: str, *, has_written: bool) -> str:
    """What was done, in easy words."""
    words = DEEDS.get(permission) or DEEDS.get(permission.partition(":")[0], OTHER)
    return str(words[WROTE if has_written else READ])


def why_of(grounds: Sequence[str]) -> str:
    """Why it was allowed, by the most telling of the clauses that granted it; of an emergency, its reason."""
    for reason in EmergencyReason:
        if f"{BREAK_GLASS}{reason.value}" in grounds:
            return str(REASON_WORDS[reason])
    return str(next((words for clause, words in WHYS if clause in grounds), WHY_ELSE))
