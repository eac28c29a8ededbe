"""Who may do what: one verb a permission, one row a way to be granted, read as English. Absent means denied."""

from collections.abc import Mapping
from dataclasses import dataclass

from welfare.rules.actors import Actor, Facts, Role
from welfare.rules.clauses import (
    Clause,
    gives_the_service,
    handling_consent_is_valid,
    has_no_conflict,
    has_no_successor,
    holds,
    informant_consent_is_valid,
    is_admitted,
    is_citizen,
    is_group_member,
    is_guardian,
    is_half_signed_in,
    is_handler,
    is_in_state,
    is_institution_staff,
    is_owner,
    is_responsible,
    is_sender,
    is_somebody_else,
    is_staff,
    is_system,
    is_the_student,
    is_welfare_professional,
    lead_is_vacant,
    leads_an_item,
    member_consent_is_valid,
    not_declined,
    not_excluded,
    not_shut_out,
    serves_the_controller,
    serves_the_school,
    teaches_the_student,
    works_at_the_school,
    works_at_the_school_as,
    works_in_the_service,
)
from welfare.rules.communal_grants import COMMUNAL_GRANTS, COORDINATORS
from welfare.rules.portal_grants import AS_FAMILY, PORTAL_GRANTS
from welfare.rules.rights_grants import RIGHTS_GRANTS
from welfare.rules.service_grants import SERVICE_GRANTS
from welfare.rules.verbs import Permission

__all__ = [
    "ADMINISTRATION",
    "AS_LEAD",
    "AS_MEMBER",
    "BREAK_GLASS",
    "DENIED",
    "GRANTS",
    "KEEPERS",
    "LIVE",
    "PRACTITIONERS",
    "SCHOOL_WIDE",
    "Decision",
    "Permission",
    "Row",
    "decide",
    "explain",
]

Row = tuple[Clause, ...]
PRACTITIONERS: tuple[Row, ...] = ((is_staff, is_institution_staff), (is_staff, is_welfare_professional))
"""Those who work with pupils: staff of the institution, and professionals of student welfare. No office does."""
AS_MEMBER: Row = (is_staff, is_group_member, member_consent_is_valid, handling_consent_is_valid, not_excluded)
"""A member of the group today, by consent (OHL 14 § 4, 19 § 1)."""
AS_LEAD: Row = (is_staff, is_responsible, member_consent_is_valid, handling_consent_is_valid, not_excluded)
"""The responsible person, who is a member like the others (OHL 14 § 4, 20 § 3; rule 16)."""
AS_INFORMANT: Row = (is_staff, is_owner, informant_consent_is_valid, not_excluded)
"""Somebody who takes no part and is asked by a written consent (OHL 22 § 2)."""
ADMINISTRATION = (Role.ADMINISTRATOR,)
KEEPERS = (Role.PROVIDER_COORDINATOR, Role.ADMINISTRATOR)
"""Those who keep what an education provider offers."""
LIVE = ("open", "follow_up")
BREAK_GLASS = "break_glass:"
"""The ground of whatever is done in a matter opened in an emergency; the code of the reason follows."""
SCHOOL_WIDE = (Role.PRINCIPAL, Role.STUDY_COUNSELLOR, Role.SPECIAL_TEACHER)
"""Institution staff whose task reaches every student of the school, not only groups of their own."""

GRANTS: Mapping[Permission, tuple[Row, ...]] = {
    Permission.SIGN_IN_FINISH: ((is_half_signed_in,),),
    Permission.SESSION_END: ((is_staff,), (is_citizen,), (is_half_signed_in,)),
    Permission.ACCOUNT_OWN: ((is_staff,), (is_citizen,)),
    Permission.ACCOUNT_OWN_SESSION_END: ((is_staff, is_owner), (is_citizen, is_owner)),
    Permission.WORKLIST_SEE: ((is_staff,), (is_citizen,)),
    Permission.SEARCH: PRACTITIONERS,
    # TSL 29 §: where a statutory task calls for telling people apart; OHL 20 § 2 puts the code into their record.
    Permission.IDENTITY_CODE_SEEK: ((is_staff, is_welfare_professional),),
    Permission.DRAFT_KEEP: ((is_staff,), (is_citizen,)),
    # OHL 15-16 §: staff must, student and guardian may; nobody can block it.
    Permission.REQUEST_SEND: (*PRACTITIONERS, (is_citizen,)),
    Permission.REQUEST_SEND_FOR: (
        (is_staff, works_at_the_school_as(*SCHOOL_WIDE)),
        (is_staff, teaches_the_student),
        (is_staff, is_welfare_professional, serves_the_school),
        (is_citizen, is_the_student),
        (is_citizen, is_guardian),
    ),
    Permission.REQUEST_SENT_LIST: (*PRACTITIONERS, (is_citizen,)),
    Permission.REQUEST_RECEIPT_READ: ((is_staff, is_sender), (is_citizen, is_sender)),
    # OHL 20-21 §: the request is the receiving service's own record.
    Permission.REQUEST_QUEUE: ((is_staff, is_welfare_professional),),
    # What one handles is still read after a post at the school has ended, by those who work in the service at all.
    Permission.REQUEST_READ: (
        (is_staff, gives_the_service, not_excluded),
        (is_staff, is_handler, works_in_the_service, not_excluded),
    ),
    Permission.REQUEST_CLAIM: (
        (is_staff, gives_the_service, not_excluded, is_in_state("received", "claimed", "talk_offered", "talk_held")),
    ),
    Permission.REQUEST_HANDLE: ((is_staff, gives_the_service, is_handler, not_excluded),),
    # OHL 14 § 4, 19 §: membership by consent, and only while it stands.
    Permission.CASE_LIST: PRACTITIONERS,
    Permission.CASE_PROPOSE: ((is_staff, is_welfare_professional),),
    Permission.CASE_PROPOSE_FOR: ((is_staff, is_welfare_professional, serves_the_school, not_excluded),),
    Permission.CASE_READ: (
        AS_MEMBER,
        (is_staff, is_responsible, not_excluded),
    ),
    Permission.CASE_MANAGE: ((is_staff, is_responsible, not_excluded),),
    # OHL 14 § 4: from among the group; a proposal whose group is still empty goes to one who might have proposed it.
    Permission.CASE_TAKE_LEAD: (
        (*AS_MEMBER, lead_is_vacant),
        (is_staff, is_group_member, member_consent_is_valid, not_excluded, lead_is_vacant, is_in_state("proposed")),
        (
            is_staff,
            is_welfare_professional,
            serves_the_school,
            has_no_conflict,
            not_declined,
            lead_is_vacant,
            has_no_successor,
            is_in_state("proposed"),
        ),
    ),
    Permission.CASE_TEXT_EDIT: (
        (*AS_MEMBER, is_in_state(*LIVE)),
        (is_staff, is_responsible, not_excluded, is_in_state("proposed", *LIVE)),
    ),
    Permission.CASE_LOG_READ: (
        AS_MEMBER,
        (is_staff, is_responsible, not_excluded),
    ),
    Permission.CONSENT_READ: (
        AS_MEMBER,
        (is_staff, is_responsible, not_excluded),
    ),
    Permission.CONSENT_RECORD: ((is_staff, is_responsible, not_excluded),),
    # OHL 18 § 2: by a social or health professional of student welfare, never by a teacher or a principal.
    Permission.PROHIBITION_READ: ((is_staff, is_welfare_professional, serves_the_school, not_excluded),),
    Permission.PROHIBITION_RECORD: ((is_staff, is_welfare_professional, serves_the_school, not_excluded),),
    Permission.PROHIBITION_ASSESS: ((is_staff, is_welfare_professional, serves_the_school, not_excluded),),
    # OHL 20 §: the journal is read and written by those who are members now.
    Permission.JOURNAL_READ: (AS_MEMBER,),
    Permission.JOURNAL_SEARCH: (AS_MEMBER,),
    Permission.ENTRY_WRITE: ((*AS_MEMBER, is_in_state(*LIVE)),),
    Permission.ENTRY_CORRECT: (AS_MEMBER,),
    # OHL 20 § 3 and 5: the lead answers for what leaves the journal; on what is each one's own duty or right (19 § 3,
    # 23 § 4, LSL 25 §) every member decides. Which ground is whose, rules/receivers.py tells.
    Permission.DISCLOSURE_RECORD: ((*AS_MEMBER, is_in_state(*LIVE)),),
    Permission.DISCLOSURE_HAND_OVER: (
        (*AS_MEMBER, is_owner, is_in_state(*LIVE)),
        (*AS_LEAD, is_in_state(*LIVE)),
    ),
    # OHL 23 § 2: what the group cannot do without, from a service's record, by the member who keeps it (rule 22).
    Permission.GROUP_TELL: ((*AS_MEMBER, is_welfare_professional, is_in_state(*LIVE)),),
    Permission.RECEIVED_LIST: PRACTITIONERS,
    # OHL 22 § 2, 23 § 2: what was given to one person, for as long as its ground stands.
    Permission.COPY_OPEN: ((is_staff, is_owner, not_excluded, is_in_state("open")),),
    # POL 40 § 2: what is necessary for teaching, to whoever teaches the pupil on the day of reading.
    Permission.TEACHER_NOTE_GIVE: ((*AS_LEAD, is_in_state(*LIVE)),),
    Permission.TEACHER_NOTE_READ: ((is_staff, teaches_the_student, not_excluded, is_in_state("running")),),
    # OHL 23 § 3: what was sent by consent, to the one who keeps the journal there.
    Permission.TRANSFER_RECEIVE: ((*AS_LEAD, is_in_state(*LIVE)),),
    Permission.TRANSFER_KEYS: ((is_staff, serves_the_controller(*ADMINISTRATION)),),
    # LSL 25 §: the duty is each one's own.
    Permission.NOTICE_RECORD: ((*AS_MEMBER, is_in_state(*LIVE)),),
    # OHL 14 § 4, 18-20 §: the group meets; each student's item is for those whom that student's consents name.
    Permission.MEETING_LIST: (*PRACTITIONERS, (is_citizen,)),
    Permission.MEETING_PLAN: PRACTITIONERS,
    Permission.MEETING_PLAN_FOR: ((*AS_LEAD, is_in_state(*LIVE)),),
    Permission.MEETING_READ: ((is_staff, is_admitted), (is_staff, is_owner), (is_citizen, is_admitted)),
    Permission.MEETING_MANAGE: ((is_staff, is_owner),),
    Permission.MEETING_RUN: ((is_staff, is_owner, is_admitted), (is_staff, leads_an_item)),
    # OHL 14 § 1-2: those who steer and coordinate meet in groups as well; a feed tells one's own times and no more.
    Permission.MEETING_FEED: (*PRACTITIONERS, (is_citizen,), (is_staff, holds(*COORDINATORS))),
    Permission.INVITATION_MANAGE: ((*AS_LEAD, is_in_state(*LIVE)),),
    Permission.INVITATION_REPLY: ((*AS_MEMBER, is_owner), (is_citizen, is_owner, is_admitted, not_shut_out)),
    Permission.ATTENDANCE_KEEP: ((*AS_MEMBER, is_in_state(*LIVE)),),
    Permission.MINUTES_READ: (AS_MEMBER,),
    Permission.MINUTES_WRITE: ((*AS_MEMBER, is_in_state(*LIVE)),),
    Permission.MINUTES_FINALISE: ((*AS_LEAD, is_in_state(*LIVE)),),
    Permission.MINUTES_PRINT: (AS_MEMBER,),
    Permission.AMENDMENT_PROPOSE: (AS_MEMBER,),
    Permission.AMENDMENT_DECIDE: (AS_LEAD,),
    Permission.MEASURE_END: (
        (*AS_MEMBER, is_owner, is_in_state(*LIVE)),
        (*AS_MEMBER, is_handler, is_in_state(*LIVE)),
        (*AS_LEAD, is_in_state(*LIVE)),
    ),
    # IND §9, COM F29-F30: what a provider offers is its own office's to keep, and knows no student.
    Permission.CATALOGUE_SEE: ((is_staff, holds(*KEEPERS)),),
    Permission.CATALOGUE_KEEP: ((is_staff, serves_the_controller(*KEEPERS)),),
    # OHL 20 § 4 k. 4: what is agreed on for a student belongs to the plan of measures, and so to the group.
    Permission.ARRANGEMENT_READ: (AS_MEMBER,),
    Permission.ARRANGEMENT_AGREE: ((*AS_MEMBER, is_in_state(*LIVE)),),
    # OHL 20 § 4 k. 4: a part of the journal; the student and a minor's guardian are party to it (JulkL 11-12 §).
    Permission.PLAN_LIST: (*PRACTITIONERS, (is_citizen,)),
    Permission.PLAN_READ: (AS_MEMBER,),
    Permission.PLAN_WRITE: ((*AS_MEMBER, is_in_state(*LIVE)),),
    Permission.PLAN_PRINT: (AS_MEMBER,),
    Permission.GOAL_RATE: ((*AS_MEMBER, is_in_state(*LIVE)),),
    Permission.GOAL_CLOSE: ((*AS_MEMBER, is_in_state(*LIVE)),),
    Permission.PLAN_READ_OWN: AS_FAMILY,
    Permission.PLAN_PRINT_OWN: AS_FAMILY,
    Permission.GOAL_RATE_OWN: tuple((*row, is_in_state(*LIVE)) for row in AS_FAMILY),
    # OHL 14 § 4, 19-20 §: work of the group; whoever is asked sees the own questions alone, the family for its own.
    # That a group assesses a pupil is secret (22 § 1): staff who take no part are asked by a written consent that names
    # them (22 § 2 mom 1 k.), for as long as it stands and they work where the pupil is.
    Permission.ASSESSMENT_READ: (AS_MEMBER,),
    Permission.ASSESSMENT_MANAGE: ((*AS_MEMBER, is_in_state(*LIVE)),),
    Permission.ASSESSMENT_CONCLUDE: ((*AS_LEAD, is_in_state(*LIVE)),),
    Permission.OBSERVATION_GIVE: (
        (*AS_MEMBER, is_owner, is_in_state(*LIVE)),
        (*AS_INFORMANT, works_at_the_school, handling_consent_is_valid, is_in_state(*LIVE)),
        (*AS_INFORMANT, serves_the_school, handling_consent_is_valid, is_in_state(*LIVE)),
        (is_citizen, is_owner, is_the_student, handling_consent_is_valid, is_in_state(*LIVE)),
        (is_citizen, is_owner, is_guardian, not_shut_out, handling_consent_is_valid, is_in_state(*LIVE)),
    ),
    # Rule 38: the answers belong to nobody; whoever offers the questions learns only whether they were answered.
    Permission.FEEDBACK_OFFER: ((is_staff, is_responsible, not_excluded, is_in_state("closed")),),
    Permission.FEEDBACK_GIVE: ((is_citizen, is_the_student, is_in_state("closed")),),
    Permission.FEEDBACK_RESULTS: ((is_staff, holds(*KEEPERS)),),
    Permission.ORGANISATION_SEE: ((is_staff, holds(*ADMINISTRATION)),),
    Permission.ORGANISATION_EDIT: ((is_staff, serves_the_controller(*ADMINISTRATION)),),
    Permission.PROVIDER_ADD: ((is_staff, serves_the_controller(*ADMINISTRATION)),),
    Permission.COUNTY_ADD: ((is_staff, holds(*ADMINISTRATION)),),
    Permission.CALENDAR_EDIT: ((is_staff, serves_the_controller(*ADMINISTRATION)),),
    Permission.ROSTER_IMPORT: ((is_staff, holds(*ADMINISTRATION)), (is_system,)),
    Permission.PEOPLE_REVIEW: ((is_staff, holds(*ADMINISTRATION)),),
    Permission.ACCOUNT_LIST: ((is_staff, holds(*ADMINISTRATION)),),
    Permission.ACCOUNT_ADMINISTER: ((is_staff, serves_the_controller(*ADMINISTRATION), is_somebody_else),),
    Permission.JOB_LIST: ((is_staff, holds(*ADMINISTRATION)),),
    Permission.JOB_RETRY: ((is_staff, serves_the_controller(*ADMINISTRATION)),),
    Permission.SYSTEM_SET_UP: ((is_system,),),
    Permission.SYSTEM_MAINTAIN: ((is_system,),),
    Permission.JOB_RUN: ((is_system,),),
    **{Permission(code): rows for code, rows in SERVICE_GRANTS.items()},
    **{Permission(code): rows for code, rows in COMMUNAL_GRANTS.items()},
    **{Permission(code): rows for code, rows in RIGHTS_GRANTS.items()},
    **{Permission(code): rows for code, rows in PORTAL_GRANTS.items()},
}


@dataclass(frozen=True, slots=True)
class Decision:
    """Granted or not, and by which clauses of which row."""

    is_granted: bool
    grounds: tuple[str, ...] = ()


DENIED = Decision(is_granted=False)


def decide(actor: Actor, permission: Permission, facts: Facts) -> Decision:
    """Whether the actor may, on these facts: the first row all of whose clauses hold. An empty row never grants."""
    if permission in actor.switched_off:
        return DENIED
    for row in GRANTS.get(permission, ()):
        if row and all(clause(actor, facts) for clause in row):
            emergency = (f"{BREAK_GLASS}{facts.break_glass}",) if facts.break_glass else ()
            return Decision(is_granted=True, grounds=(*(clause.__name__ for clause in row), *emergency))
    return DENIED


def explain(actor: Actor, permission: Permission, facts: Facts) -> tuple[str, ...]:
    """The granting clauses, for "Why may I see this?"; empty when the answer is no."""
    return decide(actor, permission, facts).grounds
