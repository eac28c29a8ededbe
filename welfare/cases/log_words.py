"""What the log of a matter tells, in words: the verb of each permission, as read and as written."""

from flask_babel import lazy_gettext as _l

from welfare.rules.permissions import Permission

READ_WORDS = {
    Permission.WORKLIST_SEE: _l("saw the matter on the worklist"),
    Permission.SEARCH: _l("found the matter by searching"),
    Permission.CASE_LIST: _l("saw the matter in a list"),
    Permission.CASE_READ: _l("read the matter"),
    Permission.CASE_MANAGE: _l("looked at the group’s settings"),
    Permission.CASE_TAKE_LEAD: _l("saw that the group has no responsible person"),
    Permission.CASE_TEXT_EDIT: _l("opened the title and background for editing"),
    Permission.CASE_LOG_READ: _l("read the log"),
    Permission.CONSENT_READ: _l("read a consent"),
    Permission.CONSENT_RECORD: _l("opened the form of a consent"),
    Permission.PROHIBITION_READ: _l("read a prohibition"),
    Permission.PROHIBITION_ASSESS: _l("opened a prohibition for assessment"),
    Permission.PROHIBITION_RECORD: _l("opened the form of a prohibition"),
    Permission.JOURNAL_READ: _l("read the journal"),
    Permission.JOURNAL_SEARCH: _l("searched the journal"),
    Permission.ENTRY_WRITE: _l("opened the form of an entry"),
    Permission.ENTRY_CORRECT: _l("opened an entry for correction"),
    Permission.DISCLOSURE_RECORD: _l("opened the form of a disclosure"),
    Permission.DISCLOSURE_HAND_OVER: _l("printed a disclosure"),
    Permission.RECEIVED_LIST: _l("saw in a list what was disclosed"),
    Permission.COPY_OPEN: _l("read what was disclosed to them"),
    Permission.TEACHER_NOTE_GIVE: _l("opened the form of a note to teachers"),
    Permission.TEACHER_NOTE_READ: _l("marked a note to teachers as read"),
    Permission.NOTICE_RECORD: _l("opened the form of a record"),
    Permission.INVITATION_MANAGE: _l("looked at who is invited to a meeting"),
    Permission.MINUTES_READ: _l("read the minutes of a meeting"),
    Permission.MINUTES_PRINT: _l("printed the minutes of a meeting"),
    Permission.AMENDMENT_PROPOSE: _l("opened the form of an amendment"),
    Permission.AMENDMENT_DECIDE: _l("opened a proposed amendment"),
    Permission.MEASURE_END: _l("looked at a measure"),
    Permission.DRAFT_KEEP: _l("opened a draft"),
}
WRITE_WORDS = {
    Permission.CASE_PROPOSE_FOR: _l("proposed the matter"),
    Permission.CASE_MANAGE: _l("changed the group or the state of the matter"),
    Permission.CASE_TAKE_LEAD: _l("took the lead of the group"),
    Permission.CASE_TEXT_EDIT: _l("changed the title or background"),
    Permission.CONSENT_RECORD: _l("recorded an expression of will"),
    Permission.PROHIBITION_ASSESS: _l("assessed a prohibition"),
    Permission.PROHIBITION_RECORD: _l("recorded a prohibition"),
    Permission.ENTRY_WRITE: _l("wrote in the journal"),
    Permission.ENTRY_CORRECT: _l("corrected an entry"),
    Permission.DISCLOSURE_RECORD: _l("recorded a disclosure"),
    Permission.DISCLOSURE_HAND_OVER: _l("handed a disclosure over on paper"),
    Permission.TEACHER_NOTE_GIVE: _l("told the teachers what to do in class"),
    Permission.NOTICE_RECORD: _l("made a record"),
    Permission.INVITATION_MANAGE: _l("changed who is invited to a meeting"),
    Permission.INVITATION_REPLY: _l("answered an invitation to a meeting"),
    Permission.MEETING_MANAGE: _l("moved or called off a meeting"),
    Permission.AMENDMENT_PROPOSE: _l("proposed an amendment to the minutes"),
    Permission.AMENDMENT_DECIDE: _l("answered a proposed amendment"),
    Permission.MEASURE_END: _l("told what became of a measure"),
    Permission.DRAFT_KEEP: _l("kept a draft"),
}
PRINT_WORDS = _l("printed a consent")
OTHER_WORDS = _l("handled the matter in another way")
