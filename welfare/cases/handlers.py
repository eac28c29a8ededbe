"""What follows in a group from what is said about it, in the same transaction."""

from contextlib import suppress

from welfare.access.needs import Reading
from welfare.audit.unit_of_work import Listeners, UnitOfWork
from welfare.cases.actions import MemberRefusedError, add_member, add_participant, end_participation, remove_member
from welfare.cases.group import members_of, participants_of
from welfare.cases.models import Case, MemberEnd
from welfare.cases.queries import is_excluded_from_student, load_candidate, load_case
from welfare.cases.waiting import PROPOSAL, WORDS
from welfare.consents.models import ExpressionOfWill
from welfare.consents.pages.named import outsider_words
from welfare.consents.queries import said_about
from welfare.rules.consent import Answer, ConsentKind
from welfare.rules.events import ConflictAsked, DraftsAsked, WillRecorded
from welfare.rules.permissions import Permission, decide
from welfare.rules.standing import NOES

ENDS = {Answer.REFUSED: MemberEnd.REFUSED, Answer.WITHDRAWN: MemberEnd.WITHDRAWN}


def follow_a_will(work: UnitOfWork, told: WillRecorded) -> None:
    """A no ends the part of the one it names; a yes that holds begins it, if the recorder wished so."""
    row = work.session.get_one(ExpressionOfWill, told.will_id)
    case = work.session.get_one(Case, told.case_id)
    if row.kind not in {ConsentKind.GROUP_MEMBER, ConsentKind.OUTSIDER_PARTICIPATION}:
        return
    standing = said_about(work.session, case, work.facts.on).standing(row.kind, row.named_id)
    if standing.status in NOES and row.answer in ENDS:
        _end_part(work, case, row)
    elif told.is_to_join and standing.is_valid:
        _begin_part(work, case, row)


def answer_conflict(work: UnitOfWork, asked: ConflictAsked) -> None:
    """Whether a worker is shut out of any matter of the student."""
    asked.is_excluded = asked.is_excluded or is_excluded_from_student(work.session, asked.person_id, asked.student_id)


def _end_part(work: UnitOfWork, case: Case, row: ExpressionOfWill) -> None:
    """End the part at once. Who leads the group keeps the empty shell, to hand it over; the journal is closed."""
    for member in members_of(work.session, case.id):
        if member.person_id == row.named_person_id and not member.is_responsible:
            remove_member(work, case, member, ENDS[row.answer])
    for participant in participants_of(work.session, case.id):
        if participant.outsider_id == row.outsider_id:
            end_participation(work, participant, ENDS[row.answer])


def _begin_part(work: UnitOfWork, case: Case, row: ExpressionOfWill) -> None:
    """The consent is recorded all the same when somebody cannot have a place yet; the case page says why."""
    with suppress(MemberRefusedError):
        if row.named_person_id is not None:
            add_member(work, case, row.named_person_id)
        elif row.outsider_id is not None:
            add_participant(work, case, row.outsider_id, outsider_words(work, row))


def tell_ended_drafts(work: UnitOfWork, asked: DraftsAsked) -> None:
    """Proposals and words of matters whose writers may not send them today."""
    needs = {PROPOSAL: (load_candidate, Permission.CASE_PROPOSE_FOR), WORDS: (load_case, Permission.CASE_TEXT_EDIT)}
    for draft, actor in asked.of(*needs):
        load, permission = needs[draft.purpose]
        found = load(Reading(work.session, actor, work.now, {}), draft.subject_id)
        if found is None or not decide(actor, permission, found.facts).is_granted:
            asked.ended.add(draft.id)


LISTENERS: Listeners = {
    WillRecorded: (follow_a_will,),
    ConflictAsked: (answer_conflict,),
    DraftsAsked: (tell_ended_drafts,),
}
