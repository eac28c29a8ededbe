"""Words for what the trail keeps as codes (IND §11). A test asks for every code the house can write."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

from welfare.access.needs import Public
from welfare.accounts.words import ROLE_WORDS
from welfare.audit.event import Outcome
from welfare.emergencies.words import REASON_WORDS
from welfare.oversight.asked import Deeds
from welfare.oversight.permission_words import DEED_WORDS
from welfare.oversight.thing_words import COLUMN_WORDS, TABLE_WORDS
from welfare.rules.actors import Role
from welfare.rules.emergencies import EmergencyReason
from welfare.rules.permissions import BREAK_GLASS, Permission
from welfare.rules.registers import Register

PUBLIC_WORDS = {
    Public.SIGN_IN: _l("Signing in"),
    Public.SET_UP: _l("Making the first administrator"),
    Public.OWN_LETTER: _l("Coming to the own pages by a letter"),
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
