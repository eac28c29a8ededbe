"""Words for what the journal keeps as codes; statutory terms follow the act (OHL 20 §; IND §11)."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

from welfare.rules.disclosure import DisclosureGround
from welfare.rules.journal import EntryKind, Field, FieldGroup

KIND_WORDS = {
    EntryKind.NOTE: lazy_pgettext("journal entry", "Note"),
    EntryKind.MEETING: _l("Meeting of the expert group"),
    EntryKind.OWN_WORDS: _l("The pupil’s own words"),
    EntryKind.OPENING: _l("Opening of the matter"),
    EntryKind.DISCLOSURE: _l("Disclosure"),
    EntryKind.CORRECTION: _l("Correction"),
}
KIND_PLURALS = {
    EntryKind.NOTE: _l("Notes"),
    EntryKind.MEETING: _l("Meetings"),
    EntryKind.OWN_WORDS: _l("Own words"),
    EntryKind.OPENING: _l("Openings"),
    EntryKind.DISCLOSURE: _l("Disclosures"),
    EntryKind.CORRECTION: _l("Corrections"),
}
KIND_NOTES = {
    EntryKind.NOTE: _l("A call, a talk, an agreement: what is necessary about measures done and to be done."),
    EntryKind.MEETING: _l("Who took part, what was handled, and the plan with its doers and followers."),
    EntryKind.OWN_WORDS: _l("What the pupil wants to have written, as the pupil said it."),
    EntryKind.OPENING: _l("Subject, background and initiator: the beginning of the journal."),
    EntryKind.DISCLOSURE: _l("What was given to someone outside the group, to whom and on what ground."),
}
KIND_ICONS = {
    EntryKind.NOTE: "note",
    EntryKind.MEETING: "people",
    EntryKind.OWN_WORDS: "speech",
    EntryKind.OPENING: "folder",
    EntryKind.DISCLOSURE: "share",
    EntryKind.CORRECTION: "note",
}
FIELD_WORDS = {
    Field.STUDENT_NAME: _l("name"),
    Field.IDENTITY_CODE: _l("personal identity code"),
    Field.HOME_MUNICIPALITY: _l("home municipality"),
    Field.GUARDIAN_CONTACTS: _l("contact details of a guardian"),
    Field.SUBJECT: _l("subject"),
    Field.BACKGROUND: _l("background"),
    Field.INITIATOR: _l("initiator"),
    Field.HANDLING: _l("what was handled"),
    Field.PARTICIPANTS: _l("participants and their position"),
    Field.PLAN: _l("a measure"),
    Field.CARRIED_OUT_BY: _l("who carries out each measure"),
    Field.FOLLOWED_UP_BY: _l("who follows up each measure"),
    Field.INFORMATION: _l("the necessary information"),
    Field.WRITTEN_ON: _l("date"),
    Field.AUTHOR: _l("author"),
    Field.AUTHOR_OFFICE: _l("the author’s profession or office"),
    Field.STUDENT_VIEW: _l("the pupil’s view, or why it is missing"),
    Field.WHAT: _l("what is given"),
    Field.TO_WHOM: _l("to whom"),
    Field.GROUND: _l("on what ground"),
    Field.CORRECTED_ENTRY: _l("the entry to be corrected"),
    Field.CORRECTION_REASON: _l("the reason for the correction"),
}
GROUP_WORDS = {
    FieldGroup.STUDENT: _l("Pupil and guardian"),
    FieldGroup.MATTER: _l("Subject, background, initiator"),
    FieldGroup.HANDLING: _l("Handling, participants and position"),
    FieldGroup.PLAN: _l("Measures, who carries out and who follows up"),
    FieldGroup.MEASURES: _l("Information on measures"),
    FieldGroup.AUTHORSHIP: _l("Date, author and office"),
    FieldGroup.HEARING: _l("The pupil’s view"),
    FieldGroup.DISCLOSURE: _l("What, to whom, on what ground"),
    FieldGroup.CORRECTION: _l("What is corrected and why"),
}
GROUND_WORDS = {
    DisclosureGround.CONSENT: _l("Written consent"),
    DisclosureGround.TRANSFER_CONSENT: _l("Consent to transfer to a new school"),
    DisclosureGround.TEACHING: _l("Necessary for teaching"),
    DisclosureGround.COMPULSORY_EDUCATION: _l("Necessary for arranging compulsory education"),
    DisclosureGround.STUDENTS_WELFARE: _l("Necessary for the pupil’s own welfare work"),
    DisclosureGround.UPPER_SECONDARY_TASK: _l("Necessary for a task in upper secondary education"),
    DisclosureGround.VOCATIONAL_TASK: _l("Necessary for a task in vocational education"),
    DisclosureGround.THREAT_TO_LIFE: _l("Assessing a threat to life or health"),
    DisclosureGround.CHILD_PROTECTION: _l("Child protection notification"),
    DisclosureGround.EVIDENT_SOCIAL_NEED: _l("Evident need of social services"),
    DisclosureGround.SOCIAL_AUTHORITY_REQUEST: _l("Request of a social authority"),
    DisclosureGround.PARTYS_RIGHT: _l("Right of a party, or of the person concerned"),
    DisclosureGround.CONSULTATION: _l("Asking an expert for advice"),
}
