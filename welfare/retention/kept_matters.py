"""What a provider keeps of a pupil's matters, and of a pupil's will outside any of them."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, or_, select

from welfare.cases.models import Case
from welfare.consents.models import ExpressionOfWill
from welfare.consents.prohibitions import IS_PROHIBITION, shut_out_in
from welfare.emergencies.models import Emergency
from welfare.meetings.models import MeetingItem
from welfare.own_words.models import OwnWords
from welfare.people.models import Person
from welfare.plans.models import Plan
from welfare.retention.looking import Found, Looking, day_of
from welfare.rules.cases import CaseState
from welfare.rules.retention import RecordKind
from welfare.rules.retention_ends import Life, Thing


def matters(look: Looking) -> Iterator[Found]:
    """The matters of pupils, each with the kinds that it holds."""
    parts = {
        RecordKind.WELFARE_WILL: look.cases_with(ExpressionOfWill.case_id, ExpressionOfWill.controller_id),  # type: ignore[arg-type]  # where it is null, it is left out
        RecordKind.WELFARE_PLAN: look.cases_with(Plan.case_id, Plan.controller_id),
        RecordKind.MEETING_RECORD: look.cases_with(MeetingItem.case_id, MeetingItem.controller_id),
        RecordKind.OWN_WORDS: look.cases_with(OwnWords.case_id, OwnWords.controller_id),
    }
    studies, openings = look.studies(), _openings(look)
    columns = (Case.id, Case.student_id, Case.number, Case.state, Case.closed_at)
    for row in look.session.execute(select(*columns).where(look.own(Case)).order_by(Case.closed_at, Case.id)):
        kinds = [RecordKind.WELFARE_JOURNAL, *(kind for kind, cases in parts.items() if row.id in cases)]
        opened = openings.get(row.id)
        life = Life(
            is_open=row.state is not CaseState.CLOSED,
            closed_on=day_of(row.closed_at),
            studies_ended_on=studies.get(row.student_id),
            happened_on=opened,
        )
        kinds += [RecordKind.EMERGENCY_OPENING] if opened else []
        yield Found(Thing.MATTER, row.id, row.student_id, row.number, look.judge(kinds, life), row.closed_at)


def _openings(look: Looking) -> dict[UUID, date | None]:
    latest = func.max(Emergency.opened_at).label("latest")
    own = select(Emergency.case_id, latest).where(Emergency.controller_id == look.controller_id)
    if look.only is not None:
        own = own.where(Emergency.case_id == look.only[1])
    return {row.case_id: day_of(row.latest) for row in look.session.execute(own.group_by(Emergency.case_id))}


def wills(look: Looking) -> Iterator[Found]:
    """What pupils and guardians have said outside any matter, by pupil."""
    studies = look.studies()
    outside = (ExpressionOfWill.controller_id == look.controller_id, ExpressionOfWill.case_id.is_(None))
    newest = func.max(ExpressionOfWill.recorded_at).label("newest")
    wanted = select(ExpressionOfWill.student_id, newest).where(*outside).group_by(ExpressionOfWill.student_id)
    if look.only is not None:
        wanted = wanted.where(ExpressionOfWill.student_id == look.only[1])
    said = {row.student_id: row.newest for row in look.session.execute(wanted.order_by(ExpressionOfWill.student_id))}
    sheltered = _sheltered(look, list(said))
    for student_id, said_at in said.items():
        life = Life(is_open=student_id in sheltered, studies_ended_on=studies.get(student_id))
        found = look.judge([RecordKind.WELFARE_WILL], life)
        yield Found(Thing.WILLS, student_id, student_id, "", found, said_at)


def _sheltered(look: Looking, student_ids: Sequence[UUID]) -> set[UUID]:
    """The minors whose word keeps a guardian out: without it the guardian would see what else is kept (OHL 18 § 2)."""
    is_minor = or_(Person.of_age_on.is_(None), Person.of_age_on > look.today)
    minors = select(ExpressionOfWill.student_id).join(Person, Person.id == ExpressionOfWill.student_id)
    minors = minors.where(is_minor, IS_PROHIBITION, ExpressionOfWill.controller_id == look.controller_id).distinct()
    asked = set(look.session.scalars(minors)).intersection(student_ids)
    shut = shut_out_in(look.session, asked, look.today) if asked else {}
    return {student_id for student_id, found in shut.items() if any(case_id is None for case_id, _who in found)}
