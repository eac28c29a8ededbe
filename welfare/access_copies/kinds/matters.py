"""Matters with their groups and steps, the journal, and what was given out of it."""

from flask_babel import lazy_gettext as _l

from welfare.access_copies.kinds.kind import Fact, RecordKind, Who
from welfare.accounts.words import ROLE_WORDS
from welfare.cases.models import Case, CaseEvaluation, CaseMember, CaseStep, Exclusion, OutsideParticipant
from welfare.cases.words import INITIATOR_WORDS, JUDGE_WORDS, STATE_WORDS
from welfare.disclosures.models import Disclosure, ProtectionNotice, TeacherNote
from welfare.disclosures.words import HOW_WORDS, NOTICE_WORDS
from welfare.feedback.models import FeedbackOffer
from welfare.feedback.words import SKIP_WORDS
from welfare.journal.models import JournalEntry
from welfare.journal.words import GROUND_WORDS, KIND_WORDS
from welfare.own_words.models import OwnWords
from welfare.requests.words import SUBJECTS

WRITER = _l("Written by")
MATTERS = (
    RecordKind(
        code="case",
        words=_l("Matter"),
        model=Case,
        at=Case.proposed_at,
        facts=(
            Fact(Case.number, _l("Number")),
            Fact(Case.state, _l("State"), STATE_WORDS),
            Fact(Case.initiator, _l("Initiator"), INITIATOR_WORDS),
            Fact(Case.opened_on, _l("Opened")),
            Fact(Case.closed_at, _l("Closed")),
            Who(Case.proposed_by, _l("Proposed by")),
        ),
        documents=(Case.document,),
        values={"subject": SUBJECTS},
        case_id=Case.id,
    ),
    RecordKind(
        code="member",
        words=_l("Member of the expert group"),
        model=CaseMember,
        at=CaseMember.since,
        facts=(
            Who(CaseMember.person_id, _l("Name")),
            Fact(CaseMember.position, _l("Position"), ROLE_WORDS),
            Fact(CaseMember.ended_at, _l("Ended on")),
        ),
        texts=((CaseMember.reason, _l("Reason")),),
        case_id=CaseMember.case_id,
    ),
    RecordKind(
        code="outsider",
        words=_l("Participant from outside"),
        model=OutsideParticipant,
        at=OutsideParticipant.since,
        facts=(Fact(OutsideParticipant.ended_at, _l("Ended on")),),
        documents=(OutsideParticipant.document,),
        case_id=OutsideParticipant.case_id,
    ),
    RecordKind(
        code="exclusion",
        words=_l("Worker shut out of the matter"),
        model=Exclusion,
        at=Exclusion.excluded_at,
        facts=(Who(Exclusion.person_id, _l("Name")),),
        texts=((Exclusion.reason, _l("Reason")), (Exclusion.end_reason, _l("Reason for ending it"))),
        case_id=Exclusion.case_id,
    ),
    RecordKind(
        code="case_step",
        words=_l("Step in the matter"),
        model=CaseStep,
        at=CaseStep.at,
        facts=(Fact(CaseStep.became, _l("What it became"), STATE_WORDS), Who(CaseStep.by, _l("Done by"))),
        texts=((CaseStep.reason, _l("Reason")),),
        case_id=CaseStep.case_id,
    ),
    RecordKind(
        code="evaluation",
        words=_l("Evaluation at the closing"),
        model=CaseEvaluation,
        at=CaseEvaluation.at,
        facts=(Who(CaseEvaluation.by, WRITER),),
        documents=(CaseEvaluation.document,),
        values={"judges": JUDGE_WORDS},
        case_id=CaseEvaluation.case_id,
    ),
    RecordKind(
        code="entry",
        words=_l("Journal entry"),
        model=JournalEntry,
        at=JournalEntry.written_at,
        facts=(
            Fact(JournalEntry.kind, _l("Kind"), KIND_WORDS),
            Fact(JournalEntry.occurred_on, _l("Day")),
            Who(JournalEntry.author_person_id, WRITER),
            Fact(JournalEntry.author_office, _l("Profession or office"), ROLE_WORDS),
        ),
        documents=(JournalEntry.document,),
        values={"initiator": INITIATOR_WORDS},
        case_id=JournalEntry.case_id,
    ),
    RecordKind(
        code="own_words",
        words=_l("Own words"),
        model=OwnWords,
        at=OwnWords.written_at,
        facts=(Who(OwnWords.writer_person_id, WRITER),),
        texts=((OwnWords.text, _l("Text")),),
        case_id=OwnWords.case_id,
        only=OwnWords.shared_at.is_not(None) & OwnWords.taken_back_at.is_(None),
    ),
    RecordKind(
        code="disclosure",
        words=_l("Information given out"),
        model=Disclosure,
        at=Disclosure.given_at,
        facts=(
            Fact(Disclosure.ground, _l("Ground"), GROUND_WORDS),
            Fact(Disclosure.how, _l("How"), HOW_WORDS),
            Who(Disclosure.given_by_person_id, _l("Given by")),
            Who(Disclosure.receiver_person_id, _l("Given to")),
        ),
        documents=(Disclosure.document,),
        values={"kind": KIND_WORDS},
        case_id=Disclosure.case_id,
    ),
    RecordKind(
        code="teacher_note",
        words=_l("What teachers were told to do"),
        model=TeacherNote,
        at=TeacherNote.given_at,
        facts=(Fact(TeacherNote.ends_on, _l("Last day")), Who(TeacherNote.given_by_person_id, WRITER)),
        documents=(TeacherNote.document,),
        case_id=TeacherNote.case_id,
    ),
    RecordKind(
        code="protection_notice",
        words=_l("Notification to child protection or the police"),
        model=ProtectionNotice,
        at=ProtectionNotice.recorded_at,
        facts=(Who(ProtectionNotice.made_by_person_id, _l("Made by")),),
        documents=(ProtectionNotice.document,),
        values={"ground": NOTICE_WORDS},
        case_id=ProtectionNotice.case_id,
        is_kept=True,
    ),
    RecordKind(
        code="feedback_offer",
        words=_l("Feedback that was asked for"),
        model=FeedbackOffer,
        at=None,
        facts=(Fact(FeedbackOffer.skipped_why, _l("Why it was not asked for"), SKIP_WORDS),),
        texts=((FeedbackOffer.reason, _l("Reason")),),
        case_id=FeedbackOffer.case_id,
    ),
)
"""Own words that their writer has not shown are the writer's alone, on the own page; no reviewer opens them."""
