"""What a controller keeps, judged by its rules: which things are over their time, and what keeps the others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select, union
from sqlalchemy.orm import InstrumentedAttribute, Session

from welfare.access.gate import HOME_ZONE
from welfare.access_copies.models import AccessCopy
from welfare.access_copies.queries import OPEN as COPIES_OPEN
from welfare.cases.models import Case
from welfare.consents.models import ExpressionOfWill
from welfare.consents.prohibitions import IS_PROHIBITION, shut_out_in
from welfare.datarights.models import LogRequest
from welfare.datarights.queries import OPEN
from welfare.emergencies.models import Emergency
from welfare.log_reviews.queries import looked_into
from welfare.meetings.models import MeetingItem
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.own_words.models import OwnWords
from welfare.people.models import Enrolment, Person
from welfare.plans.models import Plan
from welfare.rectifications.models import Rectification
from welfare.requests.models import ContactRequest
from welfare.retention.deciding import rules_of
from welfare.retention.models import ArchiveTransfer, RetentionHold
from welfare.rules.cases import CaseState
from welfare.rules.rectifications import RectificationState
from welfare.rules.registers import Register
from welfare.rules.retention import KeepingRule, RecordKind
from welfare.rules.retention_ends import Life, Thing, Verdict, birth_of, held_back, kinds_of_service, verdict
from welfare.service_notes.models import ClientFile

Key = tuple[Thing, UUID]
Root = Case | ContactRequest | ClientFile | LogRequest | AccessCopy
ANSWERS = frozenset({Thing.LOG_REQUEST, Thing.ACCESS_COPY})
"""Requests and what was answered: no record that a later request asks for."""


@dataclass(frozen=True, slots=True)
class Found:
    """One thing and its judgement. ``number`` is what people know it by, where it has one."""

    thing: Thing
    id: UUID
    student_id: UUID | None
    number: str
    verdict: Verdict
    ended_at: datetime | None = None
    """When it was closed the last time: what the archive has taken over before is not what lies here now."""


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a controller's records: on a day, by the rules in force, at one thing where only that is asked."""

    session: Session
    controller_id: UUID
    today: date
    rules: Mapping[RecordKind, KeepingRule]
    only: Key | None = None

    @classmethod
    def at(cls, session: Session, controller_id: UUID, today: date, only: Key | None = None) -> "Look":
        """By the rules in force."""
        return cls(session, controller_id, today, rules_of(session, controller_id), only)

    def found(self) -> list[Found]:
        """Everything, with what stands in the way of what is due."""
        keeper = self.session.get_one(Organisation, self.controller_id)
        kinds = [thing for thing in things_of(keeper) if self.only is None or self.only[0] is thing]
        judged = [one for kind in kinds for one in _LOOKS[kind](self)]
        return self._held_back([one for one in judged if self.only is None or one.id == self.only[1]])

    def _held_back(self, found: list[Found]) -> list[Found]:
        holds, archived = self._holds(), self._archived()
        asked = self._asked_for()
        return [
            replace(
                one,
                verdict=held_back(
                    one.verdict,
                    on_hold=(one.thing, one.id) in holds,
                    is_asked_for=one.student_id in asked and one.thing not in ANSWERS,
                    is_archived=_is_whole(archived.get((one.thing, one.id)), one.ended_at),
                ),
            )
            for one in found
        ]

    def _holds(self) -> set[Key]:
        row = RetentionHold
        standing = (row.controller_id == self.controller_id, row.lifted_at.is_(None))
        return {
            (each.thing, each.thing_id)
            for each in self.session.execute(select(row.thing, row.thing_id).where(*standing))
        }

    def _archived(self) -> dict[Key, datetime]:
        row = ArchiveTransfer
        newest = select(row.thing, row.thing_id, func.max(row.recorded_at).label("at"))
        own = newest.where(row.controller_id == self.controller_id).group_by(row.thing, row.thing_id)
        return {(each.thing, each.thing_id): each.at for each in self.session.execute(own)}

    def _asked_for(self) -> set[UUID | None]:
        logs = (LogRequest.controller_id == self.controller_id, LogRequest.state.in_(OPEN))
        copies = (AccessCopy.controller_id == self.controller_id, AccessCopy.state.in_(COPIES_OPEN))
        wrong = (Rectification.controller_id == self.controller_id, Rectification.state != RectificationState.TOLD)
        asked = union(
            select(LogRequest.subject_id).where(*logs),
            select(AccessCopy.subject_id).where(*copies),
            select(Rectification.subject_id).where(*wrong),
        )
        return looked_into(self.session, self.controller_id).union(self.session.scalars(asked)) - {None}

    def judge(self, kinds: list[RecordKind], life: Life) -> Verdict:
        """By this look's rules and day."""
        return verdict(self.rules, kinds, life, self.today)

    def own(self, model: type[Root]) -> ColumnElement[bool]:
        """The rows of a table that are looked at."""
        own: ColumnElement[bool] = model.controller_id == self.controller_id
        return own if self.only is None else own & (model.id == self.only[1])

    def studies(self) -> dict[UUID, date | None]:
        """When the studies of each pupil ended; None while they go on."""
        ends = (
            select(
                Enrolment.student_id,
                func.max(Enrolment.ends_on).label("last"),
                func.count().label("all"),
                func.count(Enrolment.ends_on).label("ended"),
            )
            .join(Person, Person.id == Enrolment.student_id)
            .where(Person.controller_id == self.controller_id)
            .group_by(Enrolment.student_id)
        )
        if self.only is not None:
            thing, thing_id = self.only
            of_matter = select(Case.student_id).where(Case.id == thing_id).scalar_subquery()
            ends = ends.where(Enrolment.student_id == (of_matter if thing is Thing.MATTER else thing_id))
        rows = self.session.execute(ends)
        return {row.student_id: row.last if row.all == row.ended and row.last <= self.today else None for row in rows}

    def cases_with(self, case_id: InstrumentedAttribute[UUID], controller: InstrumentedAttribute[UUID]) -> set[UUID]:
        """The matters that hold something."""
        wanted = select(case_id).where(controller == self.controller_id, case_id.is_not(None)).distinct()
        if self.only is not None:
            wanted = wanted.where(case_id == self.only[1])
        return set(self.session.scalars(wanted))


def things_of(keeper: Organisation) -> Sequence[Thing]:
    """What a controller keeps: neither side looks into the other's register (OHL 20-21 §)."""
    if keeper.kind is OrganisationKind.COUNTY:
        return (Thing.REQUEST, Thing.CLIENT_FILE, Thing.LOG_REQUEST, Thing.ACCESS_COPY)
    return (Thing.MATTER, Thing.WILLS, Thing.LOG_REQUEST, Thing.ACCESS_COPY)


def _is_whole(archived_at: datetime | None, ended_at: datetime | None) -> bool:
    """Whether the archive has it as it was closed the last time."""
    return archived_at is not None and (ended_at is None or archived_at >= ended_at)


def day_of(moment: datetime | None) -> date | None:
    """The day in Finland."""
    return None if moment is None else moment.astimezone(HOME_ZONE).date()


def _matters(look: Look) -> Iterator[Found]:
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


def _openings(look: Look) -> dict[UUID, date | None]:
    latest = func.max(Emergency.opened_at).label("latest")
    own = select(Emergency.case_id, latest).where(Emergency.controller_id == look.controller_id)
    if look.only is not None:
        own = own.where(Emergency.case_id == look.only[1])
    return {row.case_id: day_of(row.latest) for row in look.session.execute(own.group_by(Emergency.case_id))}


def _wills(look: Look) -> Iterator[Found]:
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


def _sheltered(look: Look, student_ids: Sequence[UUID]) -> set[UUID]:
    """The minors whose word keeps a guardian out: without it the guardian would see what else is kept (OHL 18 § 2)."""
    is_minor = or_(Person.of_age_on.is_(None), Person.of_age_on > look.today)
    minors = select(ExpressionOfWill.student_id).join(Person, Person.id == ExpressionOfWill.student_id)
    minors = minors.where(is_minor, IS_PROHIBITION, ExpressionOfWill.controller_id == look.controller_id).distinct()
    asked = set(look.session.scalars(minors)).intersection(student_ids)
    shut = shut_out_in(look.session, asked, look.today) if asked else {}
    return {student_id for student_id, found in shut.items() if any(case_id is None for case_id, _who in found)}


def _requests(look: Look) -> Iterator[Found]:
    row = ContactRequest
    columns = (row.id, row.student_id, row.receipt, row.closed_at)
    for each in look.session.execute(select(*columns).where(look.own(row)).order_by(row.closed_at, row.id)):
        life = Life(is_open=each.closed_at is None, closed_on=day_of(each.closed_at))
        found = look.judge([RecordKind.SUPPORT_REQUEST], life)
        yield Found(Thing.REQUEST, each.id, each.student_id, each.receipt, found, each.closed_at)


def _client_files(look: Look) -> Iterator[Found]:
    row = ClientFile
    columns = (row.id, row.student_id, row.register, row.started_on, row.ended_on, Person.of_age_on)
    wanted = select(*columns).join(Person, Person.id == row.student_id).where(look.own(row))
    for each in look.session.execute(wanted.order_by(row.ended_on, row.id)):
        was_adult = each.of_age_on is not None and each.started_on >= each.of_age_on
        kind = kinds_of_service(is_social=each.register is Register.SOCIAL, was_adult=was_adult)
        life = Life(is_open=each.ended_on is None, closed_on=each.ended_on, born_on=birth_of(each.of_age_on))
        yield Found(Thing.CLIENT_FILE, each.id, each.student_id, "", look.judge([kind], life))


def _log_requests(look: Look) -> Iterator[Found]:
    row = LogRequest
    columns = (row.id, row.subject_id, row.number, row.state, row.closed_at, row.sent_on)
    for each in look.session.execute(select(*columns).where(look.own(row)).order_by(row.sent_on, row.id)):
        ended_on = max((day for day in (day_of(each.closed_at), each.sent_on) if day), default=None)
        life = Life(is_open=each.state in OPEN, closed_on=ended_on)
        found = look.judge([RecordKind.LOG_REQUEST], life)
        yield Found(Thing.LOG_REQUEST, each.id, each.subject_id, each.number, found, each.closed_at)


def _access_copies(look: Look) -> Iterator[Found]:
    row = AccessCopy
    columns = (row.id, row.subject_id, row.number, row.state, row.closed_at, row.sent_on)
    for each in look.session.execute(select(*columns).where(look.own(row)).order_by(row.sent_on, row.id)):
        ended_on = max((day for day in (day_of(each.closed_at), each.sent_on) if day), default=None)
        life = Life(is_open=each.state in COPIES_OPEN, closed_on=ended_on)
        found = look.judge([RecordKind.ACCESS_COPY], life)
        yield Found(Thing.ACCESS_COPY, each.id, each.subject_id, each.number, found, each.closed_at)


_LOOKS = {
    Thing.MATTER: _matters,
    Thing.WILLS: _wills,
    Thing.REQUEST: _requests,
    Thing.CLIENT_FILE: _client_files,
    Thing.LOG_REQUEST: _log_requests,
    Thing.ACCESS_COPY: _access_copies,
}


def who_is_named(look: Look, word: str, thing_id: UUID | None) -> Key | None:
    """The thing that a number or an id names at this controller."""
    for one in look.found():
        if one.id == thing_id or (one.number and one.number.casefold() == word.casefold()):
            return one.thing, one.id
    return None
