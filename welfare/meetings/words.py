"""Words of meetings and invitations (IND §11)."""

from flask_babel import lazy_gettext as _l

from welfare.rules.cases import Part
from welfare.rules.invitations import Invitability, NotInvited, Reply
from welfare.rules.meetings import AgendaBlock, ItemBlock, ItemState, MeetingState, Presence
from welfare.rules.minutes import MinutesLack

STATE_WORDS = {
    MeetingState.PLANNED: _l("Planned"),
    MeetingState.RUNNING: _l("Going on"),
    MeetingState.ENDED: _l("Held"),
    MeetingState.CANCELLED: _l("Called off"),
}
STATE_LOOKS = {
    MeetingState.PLANNED: ("", "calendar"),
    MeetingState.RUNNING: ("go", "clock"),
    MeetingState.ENDED: ("good", "check"),
    MeetingState.CANCELLED: ("late", "alert"),
}
ITEM_WORDS = {
    ItemState.WAITING: _l("Waits for its turn"),
    ItemState.NOW: _l("Being handled now"),
    ItemState.HANDLED: _l("Handled, the entry is unfinished"),
    ItemState.FINAL: _l("In the journal"),
}
ITEM_LOOKS = {
    ItemState.WAITING: ("", "clock"),
    ItemState.NOW: ("go", "clock"),
    ItemState.HANDLED: ("soon", "note"),
    ItemState.FINAL: ("good", "check"),
}
BLOCK_WORDS = {
    ItemBlock.NO_HANDLING_CONSENT: _l("the consent to handle the matter in a group is not in force"),
    ItemBlock.NOT_LIVE: _l("the matter is not open"),
    ItemBlock.TWICE: _l("the matter is on the agenda already"),
    ItemBlock.OTHER_REGISTER: _l("it is in the register of another education provider"),
}
AGENDA_BLOCK_WORDS = {
    AgendaBlock.BEGUN: _l("The meeting has begun or is over. Its agenda is not changed any more."),
    AgendaBlock.LAST_ITEM: _l("This is the only matter of the meeting. Call the whole meeting off instead."),
}
PART_WORDS = {
    Part.STUDENT: _l("pupil"),
    Part.GUARDIAN: _l("guardian"),
    Part.EXPERT: _l("member of the group"),
    Part.PARTNER: _l("cooperation partner"),
    Part.RELATIVE: _l("relative or close person"),
}
REPLY_WORDS = {
    Reply.NONE: _l("No answer yet"),
    Reply.ACCEPTED: _l("Comes"),
    Reply.DECLINED: _l("Does not come"),
    Reply.PROPOSED: _l("Proposes another time"),
}
REPLY_LOOKS = {
    Reply.NONE: ("", "clock"),
    Reply.ACCEPTED: ("good", "check"),
    Reply.DECLINED: ("late", "alert"),
    Reply.PROPOSED: ("soon", "calendar"),
}
INVITABILITY_WORDS = {
    Invitability.VALID: _l("Consent in force"),
    Invitability.NO_CONSENT_NEEDED: _l("No consent needed"),
    Invitability.EXPIRES_BEFORE: _l("The consent ends before the meeting"),
    Invitability.MISSING: _l("Consent missing"),
    Invitability.REFUSED: _l("Consent refused"),
    Invitability.SHUT_OUT: _l("Left out by the pupil"),
}
INVITABILITY_LOOKS = {
    Invitability.VALID: ("good", "check"),
    Invitability.NO_CONSENT_NEEDED: ("good", "check"),
    Invitability.EXPIRES_BEFORE: ("soon", "clock"),
    Invitability.MISSING: ("soon", "alert"),
    Invitability.REFUSED: ("late", "alert"),
    Invitability.SHUT_OUT: ("late", "lock"),
}
NOT_INVITED_WORDS = {
    NotInvited.OWN_WISH: _l("does not wish to come"),
    NotInvited.HEARD_OTHERWISE: _l("is heard in another way"),
    NotInvited.AGE_OR_DEVELOPMENT: _l("age or development speaks against it"),
    NotInvited.UNREACHABLE: _l("could not be reached"),
    NotInvited.OTHER: _l("another reason"),
}
PRESENCE_WORDS = {
    Presence.ABSENT: _l("Not here"),
    Presence.HERE: _l("In the room"),
    Presence.REMOTE: _l("From afar"),
    Presence.LEFT: _l("Has left"),
}
LACK_WORDS = {
    MinutesLack.UNREADABLE: _l("a part of the text cannot be opened; tell the data protection officer"),
    MinutesLack.IDENTITY_CODE: _l("there is a personal identity code in the text; take it out"),
    MinutesLack.GUARDIAN_VIEW: _l("the guardian’s view, or why it is missing"),
}
