"""Who may do what, written from the law and from nothing else; the running application is compared with it.

The cast (see `cast.py`): Aada of class 8B has a request that Saara the curator handles, and an open matter for which
Saara is responsible. Oona (teacher) and Mirja (nurse) are members by Aada's consent. Petri's consent has expired,
Pirkko's has been withdrawn, Eeva is a member but shut out of the matter for kinship. In the meeting that Saara has
called, another pupil's matter has an item beside Aada's: Henrik comes to that one alone, Mirja is in both groups.
"""

from welfare.rules.permissions import Permission

TEACHERS = {"oona_own_teacher", "petri_expired_member", "another_class_teacher", "henrik_item_beside"}
INSTITUTION = TEACHERS | {"principal", "special_teacher", "study_counsellor", "assistant", "secretary"}
SERVICES_HERE = {
    "saara_curator",
    "curator_colleague",
    "psychologist",
    "mirja_nurse",
    "pirkko_withdrawn",
    "eeva_excluded",
}
SERVICES = SERVICES_HERE | {"curator_elsewhere"}
OFFICES = {"data_protection_officer", "administrator", "coordinator"}
STAFF = INSTITUTION | SERVICES | OFFICES
CITIZENS = {"aada_herself", "another_student", "aadas_guardian", "another_guardian"}
SIGNED_IN = STAFF | CITIZENS
GROUP = {"saara_curator", "oona_own_teacher", "mirja_nurse"}

INVITED_FAMILY = {"aada_herself", "aadas_guardian"}
GROUP_BESIDE = {"saara_curator", "mirja_nurse", "henrik_item_beside"}
"""The group of the other pupil's matter in the same meeting."""
FAMILY_BESIDE = {"another_student", "another_guardian"}

PROTECTORS = {"principal"} | (SERVICES_HERE - {"eeva_excluded"})
"""661/2009 36-37 §: who answers for the school, and the pupil's services."""

SENDERS = INSTITUTION | SERVICES | CITIZENS
"""OHL 15 § 1-2: the student, the guardian; 16 § 1: staff of the institution; and the services themselves."""
SENDERS_FOR_AADA = {
    "oona_own_teacher",
    "principal",
    "special_teacher",
    "study_counsellor",
    "aada_herself",
    "aadas_guardian",
} | SERVICES_HERE
"""A teacher for pupils of own groups; those whose task is the whole school; guardians for their own."""
CURATORS_HERE = {"saara_curator", "curator_colleague", "eeva_excluded"}
"""OHL 20 § 2: the receiving service's own record. Eeva is shut out of the matter, not of the curators' register."""

LAW: dict[Permission, set[str]] = {
    Permission.SIGN_IN_FINISH: {"half_signed_in"},
    Permission.SESSION_END: SIGNED_IN | {"half_signed_in"},
    Permission.ACCOUNT_OWN: SIGNED_IN,
    Permission.ACCOUNT_OWN_SESSION_END: {"oona_own_teacher"},
    Permission.WORKLIST_SEE: SIGNED_IN,
    Permission.PORTAL_SEE: CITIZENS,  # JulkL 11-12 §: staff have no part in it
    Permission.PORTAL_READ: {"aada_herself", "aadas_guardian"},
    Permission.PORTAL_LOG_READ: {"aada_herself", "aadas_guardian"},  # ATL 11 §, GDPR 15
    Permission.SEARCH: INSTITUTION | SERVICES,  # no office works with pupils
    Permission.IDENTITY_CODE_SEEK: SERVICES,  # TSL 29 §: their record holds the code (OHL 20 § 2), a teacher’s does not
    Permission.DRAFT_KEEP: SIGNED_IN,
    Permission.REQUEST_SEND: SENDERS,
    Permission.REQUEST_SEND_FOR: SENDERS_FOR_AADA,
    Permission.REQUEST_SENT_LIST: SENDERS,
    Permission.REQUEST_RECEIPT_READ: {"oona_own_teacher"},
    # Aada has asked; the talk is her right (OHL 15 § 1), so nobody else comes to it or gives it up (18 § 3).
    Permission.REQUEST_ADD: {"aada_herself"},
    Permission.REQUEST_TAKE_BACK: {"aada_herself"},
    Permission.REQUEST_TALK_ACCEPT: {"aada_herself"},
    Permission.REQUEST_QUEUE: SERVICES,
    Permission.REQUEST_READ: CURATORS_HERE,
    Permission.REQUEST_CLAIM: CURATORS_HERE,
    Permission.REQUEST_HANDLE: {"saara_curator"},
    Permission.CASE_LIST: INSTITUTION | SERVICES,
    Permission.CASE_PROPOSE: SERVICES,
    Permission.CASE_PROPOSE_FOR: SERVICES_HERE - {"eeva_excluded"},  # HL 27-28 §: not for a relative's child
    Permission.CASE_READ: GROUP,  # OHL 14 § 4, 19 § 1: by consent, while it stands
    Permission.CASE_MANAGE: {"saara_curator"},
    Permission.CASE_TAKE_LEAD: set(),  # Saara leads; who may when she is gone: test_vacant_lead.py
    Permission.CASE_TEXT_EDIT: GROUP,
    Permission.CASE_LOG_READ: GROUP,
    Permission.CONSENT_READ: GROUP,
    Permission.CONSENT_RECORD: {"saara_curator"},
    Permission.CONSENT_GIVE_OWN: {"aada_herself"},  # OHL 14 § 4, 19 § 1: she is able, so no guardian's answer counts
    Permission.OWN_WORDS_WRITE: INVITED_FAMILY,  # OHL 18 § 1
    Permission.OWN_WORDS_SHOW: {"aada_herself"},  # the writer of the version decides
    Permission.PORTAL_OF_AGE: {"aada_herself"},  # LHL 3 §: what goes on is the student's to decide
    Permission.PROHIBITION_OWN: {"aada_herself"},  # OHL 18 § 2: the minor, and nobody in the minor's place
    Permission.PROHIBITION_SAY_OWN: {"aada_herself"},
    Permission.PROHIBITION_ASSESS: SERVICES_HERE,  # OHL 18 § 2: a social or health professional of student welfare
    Permission.PROHIBITION_READ: SERVICES_HERE,
    Permission.PROHIBITION_RECORD: SERVICES_HERE,
    Permission.JOURNAL_READ: GROUP,
    Permission.JOURNAL_SEARCH: GROUP,
    Permission.ENTRY_WRITE: GROUP,
    Permission.ENTRY_CORRECT: GROUP,
    Permission.DISCLOSURE_RECORD: GROUP,  # OHL 19 § 3, 23 § 4, LSL 25 §: what is each one's own; the rest is Saara's
    Permission.DISCLOSURE_HAND_OVER: {
        "saara_curator"
    },  # OHL 20 § 3, 5: who keeps the journal answers for what leaves it
    Permission.GROUP_TELL: {"saara_curator"},  # OHL 23 § 2: a member, out of the own record; Mirja has no client here
    Permission.RECEIVED_LIST: INSTITUTION | SERVICES,
    Permission.TRANSFER_RECEIVE: {"saara_curator"},
    Permission.TRANSFER_KEYS: {"administrator"},
    Permission.NOTICE_RECORD: GROUP,  # LSL 25 §: each one's own duty
    Permission.TEACHER_NOTE_GIVE: {"saara_curator"},
    Permission.TEACHER_NOTE_READ: {"oona_own_teacher"},  # POL 40 § 2: whoever teaches Aada today
    Permission.COPY_OPEN: {"special_teacher"},  # Erja has been given a passage, nobody else (OHL 22 § 1)
    Permission.MEETING_LIST: SENDERS,  # whoever may be in a group, and families
    Permission.MEETING_PLAN: INSTITUTION | SERVICES,
    Permission.MEETING_PLAN_FOR: {"saara_curator"},
    # OHL 14 § 4, 18 § 1: both groups and those whose items they are. Each sees the own items and no sign of others.
    Permission.MEETING_READ: GROUP | INVITED_FAMILY | GROUP_BESIDE | FAMILY_BESIDE,
    Permission.MEETING_MANAGE: {"saara_curator"},
    Permission.MEETING_RUN: {"saara_curator"},
    Permission.MEETING_FEED: SENDERS | {"coordinator"},  # OHL 14 § 1: the steering group meets, too
    Permission.INVITATION_MANAGE: {"saara_curator"},
    Permission.INVITATION_REPLY: {"oona_own_teacher"},  # the invitation is hers
    Permission.ATTENDANCE_KEEP: GROUP,
    Permission.MINUTES_READ: GROUP,
    Permission.MINUTES_WRITE: GROUP,
    Permission.MINUTES_FINALISE: {"saara_curator"},  # OHL 20 § 3: the responsible person keeps the journal
    Permission.MINUTES_PRINT: GROUP,
    Permission.AMENDMENT_PROPOSE: GROUP,
    Permission.AMENDMENT_DECIDE: {"saara_curator"},
    Permission.MEASURE_END: GROUP,  # Mirja carries it out, Oona follows it up, Saara leads
    # OHL 20 § 2, 21 § 2: the service's own record. Saara is Aada's own worker, her colleague stands in for her today,
    # and to Kaarlo, a curator elsewhere, Aada is offered. No nurse, psychologist, group or office finds any of it.
    Permission.CLIENT_LIST: SERVICES,
    Permission.CLIENT_BEGIN: SERVICES,
    Permission.CLIENT_BEGIN_FOR: SERVICES_HERE,
    Permission.CLIENT_READ: {"saara_curator", "curator_colleague"},
    Permission.CLIENT_LOG_READ: {"saara_curator"},
    Permission.CLIENT_DISCLOSE: {"saara_curator", "curator_colleague"},
    Permission.CLIENT_HAND_OVER: {"saara_curator"},
    Permission.CLIENT_TAKE_OVER: {"curator_elsewhere"},
    # Aada's psychologist has left; the one who works at her school now may take the client over (TihL 16 §).
    Permission.CLIENT_TAKE_VACANT: {"psychologist"},
    Permission.SERVICE_NOTE_WRITE: {"saara_curator", "curator_colleague"},
    Permission.SERVICE_NOTE_CORRECT: {"saara_curator", "curator_colleague"},
    Permission.SERVICE_NOTE_PRINT: {"saara_curator", "curator_colleague"},
    Permission.APPOINTMENT_KEEP: {"saara_curator", "curator_colleague"},
    Permission.COVER_ARRANGE: SERVICES,
    Permission.COVER_END: {"saara_curator"},
    Permission.CATALOGUE_SEE: {"administrator", "coordinator"},  # the provider's own offices
    Permission.CATALOGUE_KEEP: {"administrator", "coordinator"},
    Permission.ARRANGEMENT_READ: GROUP,  # OHL 20 § 4 k. 4: part of the plan of measures
    Permission.ARRANGEMENT_AGREE: GROUP,
    Permission.PLAN_LIST: SENDERS,  # whoever may be in a group, and families
    Permission.PLAN_READ: GROUP,  # OHL 20 § 4 k. 4: a part of the journal
    Permission.PLAN_WRITE: GROUP,
    Permission.PLAN_PRINT: GROUP,
    Permission.GOAL_RATE: GROUP,
    Permission.GOAL_CLOSE: GROUP,
    Permission.PLAN_READ_OWN: INVITED_FAMILY,  # JulkL 11-12 §: the party, and a guardian nobody has shut out
    Permission.PLAN_PRINT_OWN: INVITED_FAMILY,
    Permission.GOAL_RATE_OWN: INVITED_FAMILY,  # OHL 18 § 1: their view counts
    Permission.ASSESSMENT_READ: GROUP,
    Permission.ASSESSMENT_MANAGE: GROUP,
    Permission.ASSESSMENT_CONCLUDE: {"saara_curator"},  # OHL 20 § 3: who keeps the journal
    Permission.FEEDBACK_OFFER: set(),  # Aada's matter is open; who may when it is closed: tests/rooms/feedback
    Permission.FEEDBACK_GIVE: {"aada_herself"},  # another matter of hers has been closed
    Permission.FEEDBACK_GIVE_MEETING: {"aada_herself"},  # rule 38: of a meeting that she took part in herself
    Permission.FEEDBACK_RESULTS: {"administrator", "coordinator"},
    Permission.OBSERVATION_GIVE: {"aada_herself"},  # she has been asked, and nobody else sees her questions
    # OHL 4 § 2, 14 §: everybody who works at the school; the principal and the provider's coordinator lead it.
    Permission.COMMUNITY_SEE: INSTITUTION | SERVICES | {"coordinator"},
    Permission.COMMUNITY_READ: INSTITUTION | SERVICES_HERE | {"coordinator"},
    # OHL 14 § 2: and whoever sits in the school's welfare group, which Kirsi leads and Oona is a member of.
    Permission.COMMUNITY_WRITE: {"principal", "coordinator", "curator_colleague", "oona_own_teacher"},
    # Oona coordinates the programme, and would do so without her seat: tests/rooms/programmes.
    Permission.PROGRAMME_RECORD: {"principal", "coordinator", "curator_colleague", "oona_own_teacher"},
    Permission.IDEA_BRING: INSTITUTION | SERVICES_HERE | {"coordinator"},  # OHL 4 § 2: everybody who works there
    Permission.IDEA_GIVE: {"aada_herself", "another_student"},  # each for the own class
    Permission.PROGRAMME_TAKE_BACK: {"oona_own_teacher"},  # and has written the entry
    Permission.COMMUNITY_CLOSE_MEMO: {"principal", "coordinator", "curator_colleague"},
    # Mirja has taken on what the group decided.
    Permission.COMMUNITY_END_DECISION: {
        "principal",
        "coordinator",
        "curator_colleague",
        "oona_own_teacher",
        "mirja_nurse",
    },
    # OHL 4 § 2: the task is the school nurses', of whom there are two; a pupil's consent has nothing to do with it.
    Permission.COMMUNITY_DO_TASK: {
        "principal",
        "coordinator",
        "curator_colleague",
        "oona_own_teacher",
        "mirja_nurse",
        "pirkko_withdrawn",
    },
    Permission.COMMUNITY_LEAD: {"principal", "coordinator"},
    Permission.COMPARISON_SEE: {"coordinator"},  # OHL 13 a §, 26 § 1: whoever answers for all schools
    Permission.AUDIT_READ: {"data_protection_officer"},
    Permission.AUDIT_EXPORT: {"data_protection_officer"},
    Permission.AUDIT_VERIFY: set(),
    Permission.AUDIT_ANCHOR: set(),
    # OHL 23 § 2, TihL 16-17 §: the pupil's own services, but a relative; Kirsi has opened it, and somebody else looks.
    Permission.EMERGENCY_OPEN: SERVICES_HERE - {"eeva_excluded"},
    Permission.EMERGENCY_READ: {"curator_colleague"},
    Permission.EMERGENCY_END: {"curator_colleague"},
    Permission.EMERGENCY_LIST: {"data_protection_officer"},
    Permission.EMERGENCY_REVIEW: {"data_protection_officer"},
    Permission.LOG_REVIEW_LIST: {"data_protection_officer"},  # TihL 17 §: the controller follows how its data is used
    Permission.LOG_REVIEW_HANDLE: {"data_protection_officer"},
    Permission.BREACH_LIST: {"data_protection_officer"},  # GDPR 33-34, 39
    Permission.BREACH_OPEN: {"data_protection_officer"},  # GDPR 33(5): the controller documents any breach
    Permission.BREACH_SEEK: {"data_protection_officer"},
    Permission.BREACH_HANDLE: {"data_protection_officer"},
    Permission.DECOY_LIST: {"data_protection_officer"},  # who is watched must not know of it: the officer alone
    Permission.DECOY_KEEP: {"data_protection_officer"},
    Permission.LOG_REQUEST_LIST: {"data_protection_officer"},  # GDPR 38-39: the controller's officer answers
    Permission.LOG_REQUEST_ASK: {"aada_herself", "aadas_guardian"},  # GDPR 15, ATL 11 §; LHL 4 §
    Permission.LOG_REQUEST_RECEIVE: {"data_protection_officer"},
    Permission.LOG_REQUEST_HANDLE: {"data_protection_officer"},
    Permission.RECTIFICATION_LIST: {"data_protection_officer"},  # GDPR 16: the controller answers
    Permission.RECTIFICATION_ASK: {"aada_herself", "aadas_guardian"},
    Permission.RECTIFICATION_RECEIVE: {"data_protection_officer"},
    Permission.RECTIFICATION_HANDLE: {"data_protection_officer"},
    Permission.RECTIFICATION_ASSESS: {"saara_curator"},  # OHL 20 § 3: who keeps the journal
    Permission.ACCESS_COPY_LIST: {"data_protection_officer"},  # GDPR 15, JulkL 12 §: the controller answers
    Permission.ACCESS_COPY_ASK: {"aada_herself", "aadas_guardian"},
    Permission.ACCESS_COPY_FETCH: {"aada_herself"},  # she has asked, and the copy lies there for her
    Permission.ACCESS_COPY_RECEIVE: {"data_protection_officer"},
    Permission.ACCESS_COPY_HANDLE: {"data_protection_officer"},
    Permission.ACCESS_COPY_REVIEW: {"data_protection_officer"},  # this request is being reviewed
    Permission.RETENTION_SEE: {"coordinator", "data_protection_officer"},  # TihL 21 §
    Permission.RETENTION_READ: {"coordinator", "data_protection_officer"},
    Permission.RETENTION_RULE: {"coordinator"},  # the controller decides; GDPR 38(6): its officer does not
    Permission.RETENTION_HOLD: {"coordinator", "data_protection_officer"},
    Permission.RETENTION_PROPOSE: {"coordinator", "data_protection_officer"},
    Permission.RETENTION_APPROVE: {"coordinator"},  # another's list: this one is the officer's
    Permission.ORGANISATION_SEE: {"administrator"},
    Permission.ORGANISATION_EDIT: {"administrator"},
    Permission.PROVIDER_ADD: set(),  # the county's own administrators, and the cast has none
    Permission.COUNTY_ADD: {"administrator"},
    Permission.CALENDAR_EDIT: {"administrator"},
    Permission.ROSTER_IMPORT: {"administrator"},
    Permission.PEOPLE_REVIEW: {"administrator"},
    # The office of the school knows its families; the provider’s administrator sees to every account.
    Permission.FAMILY_LETTER_LIST: {"secretary", "administrator"},
    Permission.FAMILY_LETTER_MAKE: {"secretary", "administrator"},
    Permission.ACCOUNT_LIST: {"administrator"},
    Permission.ACCOUNT_ADMINISTER: {"administrator"},
    # 661/2009 37 §: whose duty directly needs it; HL 27-28 §: nobody near the family
    Permission.PLACE_READ: PROTECTORS,
    Permission.NON_DISCLOSURE_LIST: {"principal", "data_protection_officer"} | SERVICES,
    Permission.NON_DISCLOSURE_READ: PROTECTORS,
    Permission.NON_DISCLOSURE_SET: PROTECTORS,
    Permission.NON_DISCLOSURE_PROPOSE: PROTECTORS,
    Permission.NON_DISCLOSURE_END: PROTECTORS,  # by two: who proposed it is refused in tests/rooms/non_disclosures
    Permission.NON_DISCLOSURE_LOOKS: {"principal", "data_protection_officer"},
    Permission.JOB_LIST: {"administrator"},  # GDPR 32: whoever sees to the service; who got a mail is not shown
    Permission.JOB_RETRY: {"administrator"},
    Permission.JOB_RUN: set(),
    Permission.SYSTEM_SET_UP: set(),
    Permission.SYSTEM_MAINTAIN: set(),
}
"""Permissions by name; what is not here has no law yet and fails the test."""

LAW_BESIDE: dict[Permission, set[str]] = {
    Permission.INVITATION_MANAGE: {"saara_curator"},
    Permission.INVITATION_REPLY: {"henrik_item_beside"},
    Permission.ATTENDANCE_KEEP: GROUP_BESIDE,
    Permission.MINUTES_READ: GROUP_BESIDE,
    Permission.MINUTES_WRITE: GROUP_BESIDE,
    Permission.MINUTES_FINALISE: {"saara_curator"},
    Permission.MINUTES_PRINT: GROUP_BESIDE,
    Permission.AMENDMENT_PROPOSE: GROUP_BESIDE,
    Permission.AMENDMENT_DECIDE: {"saara_curator"},
    Permission.MEASURE_END: GROUP_BESIDE,
}
"""The same for the item beside Aada's (OHL 14 § 4, 20 § 3-5, 22 § 1): whoever sits at one alone finds nothing there."""
