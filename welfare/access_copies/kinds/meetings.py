"""Meetings: where and when, who took part, unfinished minutes, measures and amendments.

Finished minutes are an entry of the journal.
"""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from welfare.access_copies.kinds.kind import Fact, RecordKind, Who
from welfare.journal.measure_words import MEASURE_WORDS
from welfare.journal.words import FIELD_WORDS
from welfare.meetings.models import Amendment, Attendee, Measure, Meeting, MeetingItem, MinuteSection
from welfare.meetings.words import ITEM_WORDS, NOT_INVITED_WORDS, PART_WORDS, REPLY_WORDS, STATE_WORDS
from welfare.rules.journal import Field

SECTION_WORDS = {
    "subject": FIELD_WORDS[Field.SUBJECT],
    "background": FIELD_WORDS[Field.BACKGROUND],
    "handling": FIELD_WORDS[Field.HANDLING],
    "student_view": FIELD_WORDS[Field.STUDENT_VIEW],
    "student_view_absent": FIELD_WORDS[Field.STUDENT_VIEW],
    "guardian_view": _l("The guardian’s view"),
    "information": FIELD_WORDS[Field.INFORMATION],
}
MEETINGS = (
    RecordKind(
        code="meeting",
        words=_l("Meeting"),
        model=Meeting,
        at=Meeting.starts_at,
        facts=(
            Fact(Meeting.starts_at, _l("Begins")),
            Fact(Meeting.ends_at, _l("Ends")),
            Fact(Meeting.state, _l("State"), STATE_WORDS),
            Who(Meeting.convenor_person_id, _l("Called by")),
        ),
        documents=(Meeting.document,),
        among=lambda student_id: Meeting.id.in_(
            select(MeetingItem.meeting_id).where(MeetingItem.student_id == student_id)
        ),
        is_place=True,
    ),
    RecordKind(
        code="meeting_item",
        words=_l("Item of a meeting"),
        model=MeetingItem,
        at=MeetingItem.began_at,
        facts=(
            Fact(MeetingItem.state, _l("State"), ITEM_WORDS),
            Fact(MeetingItem.next_meeting_on, _l("Next meeting")),
            Fact(MeetingItem.read_back_on, _l("Read to the pupil")),
        ),
        case_id=MeetingItem.case_id,
    ),
    RecordKind(
        code="attendee",
        words=_l("Part in a meeting"),
        model=Attendee,
        at=Attendee.invited_at,
        facts=(
            Fact(Attendee.part, _l("As what"), PART_WORDS),
            Who(Attendee.person_id, _l("Name")),
            Fact(Attendee.reply, _l("What was answered"), REPLY_WORDS),
            Fact(Attendee.not_invited, _l("Why not asked"), NOT_INVITED_WORDS),
        ),
        documents=(Attendee.document,),
        case_id=Attendee.case_id,
    ),
    RecordKind(
        code="minute_section",
        words=_l("Unfinished minutes"),
        model=MinuteSection,
        at=MinuteSection.saved_at,
        facts=(
            Fact(MinuteSection.section, _l("Part"), SECTION_WORDS),
            Who(MinuteSection.saved_by, _l("Written by")),
        ),
        texts=((MinuteSection.text, _l("Text")),),
        case_id=MinuteSection.case_id,
    ),
    RecordKind(
        code="measure",
        words=_l("Measure"),
        model=Measure,
        at=None,
        facts=(Fact(Measure.state, _l("State"), MEASURE_WORDS), Fact(Measure.until, _l("Until"))),
        documents=(Measure.document,),
        case_id=Measure.case_id,
    ),
    RecordKind(
        code="amendment",
        words=_l("Amendment that was proposed"),
        model=Amendment,
        at=Amendment.proposed_at,
        facts=(Fact(Amendment.section, _l("Part"), SECTION_WORDS), Who(Amendment.proposed_by, _l("Proposed by"))),
        documents=(Amendment.document,),
        case_id=Amendment.case_id,
    ),
)
