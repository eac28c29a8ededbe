"""Words for what the trail keeps as codes (IND §11). A test asks for every code the house can write."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

from welfare.access.needs import Public
from welfare.accounts.words import ROLE_WORDS
from welfare.audit.event import Outcome
from welfare.emergencies.words import REASON_WORDS
from welfare.oversight.asked import Deeds
from welfare.oversight.thing_words import COLUMN_WORDS, TABLE_WORDS
from welfare.rules.actors import Role
from welfare.rules.emergencies import EmergencyReason
from welfare.rules.permissions import BREAK_GLASS, Permission
from welfare.rules.registers import Register

DEED_WORDS = {
    Permission.SIGN_IN_FINISH: _l("Second factor of a sign-in"),
    Permission.SESSION_END: _l("Signing out"),
    Permission.ACCOUNT_OWN: _l("One’s own account"),
    Permission.ACCOUNT_OWN_SESSION_END: _l("Signing out on another browser"),
    Permission.WORKLIST_SEE: _l("Opening the worklist"),
    Permission.PORTAL_SEE: _l("Opening the own pages of pupils and guardians"),
    Permission.PORTAL_READ: _l("Reading one’s own pages, or one’s child’s"),
    Permission.PORTAL_LOG_READ: _l("Looking at who has read one’s own information"),
    Permission.SEARCH: _l("Searching for a pupil or a matter"),
    Permission.IDENTITY_CODE_SEEK: _l("Searching for a pupil by the identity code"),
    Permission.DRAFT_KEEP: _l("Keeping an unfinished text"),
    Permission.REQUEST_SEND: _l("Beginning a request for support"),
    Permission.REQUEST_SEND_FOR: _l("Sending a request for support"),
    Permission.REQUEST_SENT_LIST: _l("Listing one’s own requests"),
    Permission.REQUEST_RECEIPT_READ: _l("Reading the receipt of a request"),
    Permission.REQUEST_ADD: _l("Adding to one’s own request"),
    Permission.REQUEST_TAKE_BACK: _l("Taking one’s own request back"),
    Permission.REQUEST_TALK_ACCEPT: _l("Agreeing to the time of a talk"),
    Permission.REQUEST_QUEUE: _l("Reading the queue of requests"),
    Permission.REQUEST_READ: _l("Reading a request"),
    Permission.REQUEST_CLAIM: _l("Claiming a request"),
    Permission.REQUEST_HANDLE: _l("Handling a request"),
    Permission.CASE_LIST: _l("Listing one’s own matters"),
    Permission.CASE_PROPOSE: _l("Beginning to propose a matter"),
    Permission.CASE_PROPOSE_FOR: _l("Proposing a matter"),
    Permission.CASE_READ: _l("Reading a matter"),
    Permission.CASE_MANAGE: _l("Managing a matter and its group"),
    Permission.CASE_TAKE_LEAD: _l("Taking the lead of a group that has lost it"),
    Permission.CASE_TEXT_EDIT: _l("Editing a matter’s title and background"),
    Permission.CASE_LOG_READ: _l("Reading a matter’s log"),
    Permission.CONSENT_READ: _l("Reading a consent"),
    Permission.CONSENT_RECORD: _l("Recording a consent"),
    Permission.CONSENT_GIVE_OWN: _l("Giving or taking back one’s own consent"),
    Permission.OWN_WORDS_WRITE: _l("Writing own words in a matter"),
    Permission.OWN_WORDS_SHOW: _l("Deciding whether a group sees own words"),
    Permission.PROHIBITION_OWN: _l("Reading one’s own prohibitions as a minor"),
    Permission.PROHIBITION_SAY_OWN: _l("Asking to leave a guardian out, or taking it back, as a minor"),
    Permission.PROHIBITION_READ: _l("Reading a minor’s prohibition"),
    Permission.PROHIBITION_RECORD: _l("Recording a minor’s prohibition"),
    Permission.PROHIBITION_ASSESS: _l("Assessing a minor’s prohibition"),
    Permission.JOURNAL_READ: _l("Reading a journal"),
    Permission.JOURNAL_SEARCH: _l("Searching a journal"),
    Permission.ENTRY_WRITE: _l("Writing a journal entry"),
    Permission.ENTRY_CORRECT: _l("Correcting a journal entry"),
    Permission.DISCLOSURE_RECORD: _l("Recording a disclosure"),
    Permission.GROUP_TELL: _l("Telling a group from a service’s record"),
    Permission.DISCLOSURE_HAND_OVER: _l("The paper of a disclosure"),
    Permission.RECEIVED_LIST: _l("Listing what one has been given"),
    Permission.COPY_OPEN: _l("Reading what one has been given"),
    Permission.TEACHER_NOTE_GIVE: _l("Telling teachers what to do in class"),
    Permission.TEACHER_NOTE_READ: _l("Marking a note to teachers as read"),
    Permission.TRANSFER_RECEIVE: _l("Opening a package from another provider"),
    Permission.TRANSFER_KEYS: _l("Keys and partners for packages between providers"),
    Permission.NOTICE_RECORD: _l("Recording a notification to child protection or the police"),
    Permission.MEETING_LIST: _l("Listing one’s own meetings"),
    Permission.MEETING_PLAN: _l("Planning a meeting"),
    Permission.MEETING_PLAN_FOR: _l("Calling a group together"),
    Permission.MEETING_READ: _l("Reading a meeting"),
    Permission.MEETING_MANAGE: _l("Changing or calling off a meeting"),
    Permission.MEETING_RUN: _l("Running a meeting"),
    Permission.MEETING_FEED: _l("Managing one’s own calendar feed"),
    Permission.INVITATION_MANAGE: _l("Inviting to a meeting"),
    Permission.INVITATION_REPLY: _l("Answering an invitation"),
    Permission.ATTENDANCE_KEEP: _l("Writing down who is present"),
    Permission.MINUTES_READ: _l("Reading the minutes of a meeting"),
    Permission.MINUTES_WRITE: _l("Writing the minutes of a meeting"),
    Permission.MINUTES_FINALISE: _l("Finalising the minutes of a meeting"),
    Permission.MINUTES_PRINT: _l("Printing the minutes of a meeting"),
    Permission.AMENDMENT_PROPOSE: _l("Proposing an amendment"),
    Permission.AMENDMENT_DECIDE: _l("Deciding on an amendment"),
    Permission.MEASURE_END: _l("Ending a measure"),
    Permission.CLIENT_LIST: _l("Listing one’s own clients"),
    Permission.CLIENT_BEGIN: _l("Beginning to take a client"),
    Permission.CLIENT_BEGIN_FOR: _l("Taking a pupil as a client"),
    Permission.CLIENT_READ: _l("Reading a client file"),
    Permission.CLIENT_LOG_READ: _l("Reading a client file’s log"),
    Permission.CLIENT_DISCLOSE: _l("Choosing a group to tell"),
    Permission.CLIENT_HAND_OVER: _l("Handing a client over"),
    Permission.CLIENT_TAKE_OVER: _l("Answering an offered client"),
    Permission.CLIENT_TAKE_VACANT: _l("Taking over a client whose worker has left"),
    Permission.SERVICE_NOTE_WRITE: _l("Writing a service note"),
    Permission.SERVICE_NOTE_CORRECT: _l("Correcting a service note"),
    Permission.SERVICE_NOTE_PRINT: _l("Printing a client’s plan"),
    Permission.APPOINTMENT_KEEP: _l("Keeping a client’s appointments"),
    Permission.COVER_ARRANGE: _l("Arranging a cover for an absence"),
    Permission.COVER_END: _l("Ending a cover"),
    Permission.CATALOGUE_SEE: _l("Looking at what the provider offers"),
    Permission.CATALOGUE_KEEP: _l("Changing what the provider offers"),
    Permission.ARRANGEMENT_READ: _l("Reading the arrangements of a matter"),
    Permission.ARRANGEMENT_AGREE: _l("Agreeing on an arrangement"),
    Permission.PLAN_LIST: _l("Listing plans"),
    Permission.PLAN_READ: _l("Reading a plan"),
    Permission.PLAN_WRITE: _l("Writing a plan"),
    Permission.PLAN_PRINT: _l("Printing a plan"),
    Permission.GOAL_RATE: _l("Rating goals"),
    Permission.GOAL_CLOSE: _l("Closing a goal"),
    Permission.PLAN_READ_OWN: _l("Reading one’s own plan"),
    Permission.PLAN_PRINT_OWN: _l("Printing one’s own plan"),
    Permission.GOAL_RATE_OWN: _l("Rating one’s own goals"),
    Permission.ASSESSMENT_READ: _l("Reading an assessment"),
    Permission.ASSESSMENT_MANAGE: _l("Starting or changing an assessment"),
    Permission.ASSESSMENT_CONCLUDE: _l("Concluding an assessment"),
    Permission.OBSERVATION_GIVE: _l("Answering the questions of an assessment"),
    Permission.FEEDBACK_OFFER: _l("Offering the feedback questions"),
    Permission.FEEDBACK_GIVE: _l("Answering the feedback questions"),
    Permission.FEEDBACK_RESULTS: _l("Looking at the results of feedback"),
    Permission.COMMUNITY_SEE: _l("Opening communal work"),
    Permission.COMMUNITY_READ: _l("Reading communal work"),
    Permission.COMMUNITY_WRITE: _l("Writing communal work"),
    Permission.COMMUNITY_CLOSE_MEMO: _l("Closing the memo of a communal meeting, and adding to it"),
    Permission.COMMUNITY_DO_TASK: _l("Telling that a task of the annual clock has been done"),
    Permission.COMMUNITY_END_DECISION: _l("Telling what came of a decision of a communal meeting"),
    Permission.COMMUNITY_LEAD: _l("Leading communal work: naming, approving, signing"),
    Permission.PROGRAMME_RECORD: _l("Counting what a programme does"),
    Permission.PROGRAMME_TAKE_BACK: _l("Taking back one’s own count of a programme"),
    Permission.IDEA_BRING: _l("Bringing an idea of a class"),
    Permission.IDEA_GIVE: _l("Giving an idea to the own class"),
    Permission.COMPARISON_SEE: _l("Comparing schools"),
    Permission.AUDIT_READ: _l("Reading the audit trail"),
    Permission.AUDIT_EXPORT: _l("Exporting the audit trail"),
    Permission.AUDIT_VERIFY: _l("Verifying the audit trail"),
    Permission.AUDIT_ANCHOR: _l("Accepting a chain as it stands"),
    Permission.LOG_REVIEW_LIST: _l("Listing findings of the log review"),
    Permission.LOG_REVIEW_HANDLE: _l("Handling a finding of the log review"),
    Permission.DECOY_LIST: _l("Listing decoys"),
    Permission.DECOY_KEEP: _l("Keeping a decoy"),
    Permission.EMERGENCY_OPEN: _l("Opening a matter in an emergency"),
    Permission.EMERGENCY_READ: _l("Reading a matter opened in an emergency"),
    Permission.EMERGENCY_END: _l("Ending an emergency opening"),
    Permission.EMERGENCY_LIST: _l("Listing emergency openings"),
    Permission.EMERGENCY_REVIEW: _l("Reviewing an emergency opening"),
    Permission.LOG_REQUEST_LIST: _l("Looking at requests for log information"),
    Permission.LOG_REQUEST_ASK: _l("Asking on the own pages who has used the information"),
    Permission.LOG_REQUEST_RECEIVE: _l("Receiving a request for log information"),
    Permission.LOG_REQUEST_HANDLE: _l("Handling a request for log information"),
    Permission.ACCESS_COPY_LIST: _l("Looking at requests for copies of data"),
    Permission.ACCESS_COPY_ASK: _l("Asking on the own pages for a copy of the data"),
    Permission.ACCESS_COPY_FETCH: _l("Fetching a copy of the data on the own pages"),
    Permission.ACCESS_COPY_RECEIVE: _l("Receiving a request for a copy of data"),
    Permission.ACCESS_COPY_HANDLE: _l("Handling a request for a copy of data"),
    Permission.ACCESS_COPY_REVIEW: _l("Reviewing the records for a copy that was asked for"),
    Permission.ORGANISATION_SEE: _l("Looking at organisations"),
    Permission.ORGANISATION_EDIT: _l("Changing an organisation"),
    Permission.COUNTY_ADD: _l("Adding a wellbeing services county"),
    Permission.PROVIDER_ADD: _l("Adding an education provider"),
    Permission.CALENDAR_EDIT: _l("Changing a school calendar"),
    Permission.ROSTER_IMPORT: _l("Importing a roster"),
    Permission.PEOPLE_REVIEW: _l("Reviewing what a roster left"),
    Permission.ACCOUNT_LIST: _l("Listing accounts"),
    Permission.ACCOUNT_ADMINISTER: _l("Administering an account"),
    Permission.NON_DISCLOSURE_LIST: _l("Listing who is under non-disclosure"),
    Permission.NON_DISCLOSURE_READ: _l("Looking at a non-disclosure for safety"),
    Permission.NON_DISCLOSURE_SET: _l("Setting or renewing a non-disclosure for safety"),
    Permission.NON_DISCLOSURE_PROPOSE: _l("Proposing the end of a non-disclosure"),
    Permission.NON_DISCLOSURE_END: _l("Confirming the end of a non-disclosure"),
    Permission.NON_DISCLOSURE_LOOKS: _l("Looking who has opened a hidden address"),
    Permission.PLACE_READ: _l("Opening a restricted address"),
    Permission.JOB_LIST: _l("Looking at background jobs"),
    Permission.JOB_RETRY: _l("Having a background job tried again"),
    Permission.SYSTEM_SET_UP: _l("Setting up the instance"),
    Permission.SYSTEM_MAINTAIN: _l("Maintaining the instance"),
    Permission.JOB_RUN: _l("Doing what was left for afterwards"),
}
PUBLIC_WORDS = {
    Public.SIGN_IN: _l("Signing in"),
    Public.SET_UP: _l("Making the first administrator"),
    Public.STATIC: _l("A file without data"),
    Public.HEALTH: _l("Asking whether the service is alive"),
    Public.LANGUAGE: _l("Choosing a language"),
    Public.LEGAL: _l("Reading a public statement"),
    Public.CALENDAR_FEED: _l("Times fetched by one’s own calendar"),
    Public.CLOCK_FEED: _l("Days of an annual clock fetched by a calendar"),
    Public.SURVEY: _l("Answering a survey by its code"),
}
OUTCOME_WORDS = {
    Outcome.DONE: _l("Done"),
    Outcome.REFUSED: lazy_pgettext("access", "Refused"),
    Outcome.FAILED: _l("Failed"),
}
OUTCOME_LOOKS = {Outcome.DONE: ("good", "check"), Outcome.REFUSED: ("late", "lock"), Outcome.FAILED: ("soon", "alert")}
DEEDS_WORDS = {
    Deeds.MATTERS: _l("Matters and groups"),
    Deeds.REQUESTS: _l("Requests for support"),
    Deeds.JOURNAL: _l("Journal and disclosures"),
    Deeds.MEETINGS: _l("Meetings and minutes"),
    Deeds.CLIENTS: _l("Clients and service notes"),
    Deeds.PLANS: _l("Plans and goals"),
    Deeds.CONSENTS: _l("Consents and prohibitions"),
    Deeds.COMMUNAL: _l("Communal work"),
    Deeds.OVERVIEWS: _l("Worklist, search and drafts"),
    Deeds.ACCOUNTS: _l("Sign-in and accounts"),
    Deeds.ADMINISTRATION: _l("Organisations, rosters and addresses"),
    Deeds.AUDIT: _l("The audit trail itself"),
    Deeds.RIGHTS: _l("Rights of the people in the registers"),
    Deeds.SYSTEM: _l("System and public pages"),
}
REGISTER_WORDS = {
    Register.WELFARE: _l("Student welfare register"),
    Register.SOCIAL: _l("Curator’s client register"),
    Register.PSYCHOLOGY: _l("Psychologist’s patient register"),
    Register.HEALTH: _l("Patient register of school health care"),
    Register.DIRECTORY: _l("Directory of people"),
    Register.COMMUNAL: _l("Communal work"),
    Register.AUDIT: _l("Audit trail"),
    Register.SESSION: _l("Sign-in data"),
    Register.INDEX: _l("Search keys"),
}
_GROUND_WORDS = {
    "is_staff": _l("staff, fully signed in"),
    "works_in_the_community": _l("works in the school or office, above it or below it"),
    "leads_the_community": _l("leads the school or office"),
    "is_in_its_welfare_group": _l("sits in its welfare group"),
    "chairs_the_welfare_group": _l("leads its welfare group"),
    "is_citizen": _l("pupil or guardian, signed in"),
    "is_system": _l("the system, by an operator"),
    "is_half_signed_in": _l("password given, second factor not yet"),
    "is_institution_staff": _l("works at the school"),
    "works_at_the_school": _l("works at this school"),
    "is_welfare_professional": _l("social or health professional of student welfare"),
    "serves_the_school": _l("serves the pupil’s school"),
    "teaches_the_student": _l("the pupil is in one of their groups"),
    "gives_the_service": _l("gives the service at the pupil’s school"),
    "is_sender": _l("sent it"),
    "is_handler": _l("has claimed it"),
    "keeps_the_register": _l("works in the service that keeps the register"),
    "is_own_worker": _l("own worker of the client"),
    "covers_the_worker": _l("stands in for the own worker"),
    "keeps_the_register_here": _l("works in this service at the client’s school"),
    "is_without_worker": _l("the client’s worker has left the service"),
    "is_offered_to": _l("the client is offered to them"),
    "works_in_the_service": _l("works in the service"),
    "is_somebody_else": _l("not one’s own"),
    "is_owner": _l("one’s own"),
    "informant_consent_is_valid": _l("asked by a written consent that names the worker"),
    "is_the_student": _l("the matter is one’s own"),
    "is_guardian": _l("guardian of the pupil"),
    "is_group_member": _l("member of the expert group"),
    "member_consent_is_valid": _l("named by a consent in force"),
    "handling_consent_is_valid": _l("consent to handle the matter in a group in force"),
    "is_responsible": _l("responsible person of the group"),
    "is_admitted": _l("an item of the meeting is theirs"),
    "leads_an_item": _l("responsible person of a matter on the agenda"),
    "lead_is_vacant": _l("the group has no responsible person"),
    "has_no_successor": _l("nobody in the group could take the lead"),
    "has_no_conflict": _l("no conflict of interest in any matter of the pupil"),
    "not_declined": _l("nobody who decides has said no to them"),
    "not_excluded": _l("no conflict of interest"),
    "decides_here": _l("the own answer counts in the matter"),
    "not_shut_out": _l("not shut out by the minor"),
}


def deed_words(permission: str) -> str:
    """What was done, by the code of the event; a code of another release stands as it is."""
    if permission.startswith("public:"):
        reason = next((r for r in Public if f"public:{r.name.lower()}" == permission), None)
        return permission if reason is None else str(PUBLIC_WORDS[reason])
    known = next((p for p in Permission if p.value == permission), None)
    return permission if known is None else str(DEED_WORDS[known])


def ground_words(ground: str) -> str:
    """Why it was granted, by the name of a clause in rules/clauses.py."""
    if ground in _GROUND_WORDS:
        return str(_GROUND_WORDS[ground])
    if ground.startswith(BREAK_GLASS):
        reason = next((r for r in EmergencyReason if f"{BREAK_GLASS}{r.value}" == ground), None)
        return _("emergency: %(reason)s", reason=REASON_WORDS[reason]) if reason else ground
    if ground.startswith("public: "):
        return _("open to everybody")
    for prefix, words in (
        ("holds_", _("holds the office: %(roles)s")),
        ("serves_the_controller_as_", _("holds an office at the controller: %(roles)s")),
        ("works_at_the_school_as_", _("works at the pupil’s school as: %(roles)s")),
    ):
        if ground.startswith(prefix):
            return words % {"roles": _roles(ground.removeprefix(prefix))}
    return _("it was in a state that allows it") if ground.startswith("is_") else ground


def place_words(place: str) -> str:
    """A sealed column, by ``table.column``."""
    table, _dot, column = place.partition(".")
    words = {"table": TABLE_WORDS.get(table, table), "column": COLUMN_WORDS.get(column, column)}
    return _("%(table)s: %(column)s", **words)


def _roles(names: str) -> str:
    known = (next((role for role in Role if role.value == name), None) for name in names.split("_or_"))
    return ", ".join(str(ROLE_WORDS[role]) for role in known if role is not None)
