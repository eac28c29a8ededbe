"""Words for matters and groups, for why somebody sees a matter, and for what its log tells (IND §11)."""

from flask_babel import lazy_gettext as _l

from welfare.cases.actions import MemberBlock
from welfare.cases.waiting import Want
from welfare.rules.cases import CaseState, Initiator, Judge, OpeningLack
from welfare.rules.consent import ConsentKind
from welfare.rules.leads import LeadLoss

STATE_WORDS = {
    CaseState.PROPOSED: _l("Proposed"),
    CaseState.OPEN: _l("Open"),
    CaseState.FOLLOW_UP: _l("In follow-up"),
    CaseState.CLOSED: _l("Closed"),
}
STATE_LOOKS = {
    CaseState.PROPOSED: ("soon", "clock"),
    CaseState.OPEN: ("go", "folder"),
    CaseState.FOLLOW_UP: ("go", "eye"),
    CaseState.CLOSED: ("", "lock"),
}
INITIATOR_WORDS = {
    Initiator.STUDENT: _l("The pupil"),
    Initiator.GUARDIAN: _l("A guardian"),
    Initiator.STAFF: _l("School staff"),
    Initiator.SERVICE: _l("A welfare service"),
    Initiator.OTHER: _l("Somebody else"),
}
JUDGE_WORDS = {
    Judge.STUDENT: _l("The pupil"),
    Judge.GUARDIAN: _l("A guardian"),
    Judge.GROUP: _l("The group"),
    Judge.LEAD: _l("The responsible person"),
}
GROUND_WORDS = {
    "is_staff": _l("you work in student welfare or at the school"),
    "is_welfare_professional": _l("you are a social or health professional of student welfare"),
    "serves_the_school": _l("you serve the pupil’s school"),
    "is_group_member": _l("you are a member of the expert group"),
    "is_responsible": _l("you are the responsible person of the expert group"),
    "member_consent_is_valid": _l("the consent that names you is in force"),
    "handling_consent_is_valid": _l("the matter may be handled in the group by consent"),
    "not_excluded": _l("no conflict of interest shuts you out"),
    "is_owner": _l("the task is yours to carry out"),
    "informant_consent_is_valid": _l("a written consent in force lets the group ask you"),
    "is_handler": _l("the task is yours to follow up"),
    "lead_is_vacant": _l("the group has no responsible person"),
    "has_no_successor": _l("the group has no member who could lead it"),
    "has_no_conflict": _l("no conflict of interest shuts you out of the pupil’s matters"),
    "not_declined": _l("nobody has said no to you"),
    "is_proposed": _l("the matter has been proposed and not opened"),
    "is_follow_up_or_open": _l("the matter is open or in follow-up"),
    "is_follow_up_or_open_or_proposed": _l("the matter has not been closed"),
}
"""By the names of the clauses in rules/clauses.py; a test asks for every one that grants something here."""
UNSPOKEN_GROUNDS = frozenset({"is_staff", "not_excluded", "not_declined", "has_no_conflict"})
"""True of every reader, so not worth a word on every page."""
LACK_WORDS = {
    OpeningLack.HANDLING_CONSENT: _l("The consent to handle the matter in a group is missing"),
    OpeningLack.MEMBER_CONSENT: _l("A consent that names a member is missing"),
    OpeningLack.RESPONSIBLE_PERSON: _l("The group has no responsible person"),
    OpeningLack.ONE_RESPONSIBLE_PERSON: _l("The group has more than one responsible person"),
}
BLOCK_WORDS = {
    MemberBlock.NO_CONSENT: _l("The consent that names this person is not in force. Record it first."),
    MemberBlock.NO_ACCOUNT: _l("This person has no account yet. Ask the administrator for one."),
    MemberBlock.EXCLUDED: _l("A conflict of interest shuts this person out of the matter."),
    MemberBlock.NOT_AT_SCHOOL: _l("This person does not work at the school any more."),
    MemberBlock.RESPONSIBLE: _l("The responsible person hands the lead over first."),
}
LOSS_WORDS = {
    LeadLoss.NOBODY: _l("Nobody has been named."),
    LeadLoss.LEFT: _l("The one who led it has no post any more."),
    LeadLoss.NO_ACCOUNT: _l("The account of the one who led it is closed."),
    LeadLoss.EXCLUDED: _l("A conflict of interest shuts out the one who led it."),
}
KIND_SHORT = {
    ConsentKind.GROUP_MEMBER: _l("member"),
    ConsentKind.OUTSIDER_PARTICIPATION: _l("outside participant"),
}
WAIT_WORDS = {
    Want.CONSENTS: _l("Complete the consents"),
    Want.OPENING: _l("Open the matter: everything is ready"),
    Want.JOINING: _l("Add to the group the one who has been consented to"),
    Want.ASSESSMENT: _l("A pupil’s prohibition waits for its assessment"),
    Want.RENEWAL: _l("A consent ends"),
}
"""What a matter waits for, told on the landing page of the one who leads it: no name, and not what it is about."""
