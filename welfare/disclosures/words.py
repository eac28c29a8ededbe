"""Words of the disclosures room (OHL 20 § 5, 22-23 §; IND §11)."""

from flask_babel import lazy_gettext as _l

from welfare.rules.giving import How
from welfare.rules.notifications import NotificationGround
from welfare.rules.receivers import Receiver
from welfare.rules.teacher_notes import TeacherNoteHint

HOW_WORDS = {
    How.READ_HERE: _l("Read here"),
    How.PAPER: _l("On paper"),
    How.PARCEL: _l("A sealed package"),
    How.TOLD: _l("Told, or given in another system"),
    How.IN_JOURNAL: _l("Written into the journal of the group"),
}
HOW_NOTES = {
    How.READ_HERE: _l("Somebody with an account reads these passages for a time, and nothing else."),
    How.PAPER: _l("You print it and hand it over to the receiver yourself."),
    How.PARCEL: _l("To the new education provider, by consent. Nobody else can open the file."),
    How.TOLD: _l("By phone, at a meeting, in the receiver’s own system. The journal keeps what was given."),
}
"""The ways that are chosen by hand."""
RECEIVER_WORDS = {
    Receiver.NAMED_IN_CONSENT: _l("to whoever the consent names"),
    Receiver.NEW_PROVIDER: _l("to the new education provider"),
    Receiver.WELFARE_WORKERS: _l("to those who give the pupil’s own welfare services"),
    Receiver.TEACHERS: _l("to the pupil’s own teachers and the principal"),
    Receiver.SAFETY_AND_HEALTH: _l("to the principal, student health care or the police"),
    Receiver.POLICE: _l("to the police"),
    Receiver.CHILD_PROTECTION: _l("to child protection"),
    Receiver.SOCIAL_SERVICES: _l("to social services"),
    Receiver.PARTY: _l("to the person concerned, or a party"),
    Receiver.EXPERT: _l("to the expert who is asked"),
}
STATE_WORDS = {
    "open": _l("Open to its reader"),
    "over": _l("Closed"),
    "to_hand_over": _l("To be handed over"),
    "handed_over": _l("Handed over"),
    "parcel": _l("Sealed"),
    "told": _l("Told"),
    "in_journal": _l("In the journal"),
}
STATE_LOOKS = {
    "open": ("go", "eye"),
    "over": ("", "lock"),
    "to_hand_over": ("soon", "print"),
    "handed_over": ("good", "check"),
    "parcel": ("good", "lock"),
    "told": ("good", "check"),
    "in_journal": ("good", "check"),
}
HINT_WORDS = {
    TeacherNoteHint.REASON: _l("The text sounds like a reason. Teachers are told what to do, not why."),
    TeacherNoteHint.ILLNESS: _l("There is a word of illness in the text. Teachers are told what to do, not why."),
}
NOTICE_WORDS = {
    NotificationGround.NOTIFICATION: _l("Child protection notification"),
    NotificationGround.TOGETHER: _l("Request to child protection, together with the child or a parent"),
    NotificationGround.POLICE: _l("Notification to the police of an offence against the child"),
}
