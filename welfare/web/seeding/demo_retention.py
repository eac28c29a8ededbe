"""Records of the demonstration whose time is over: pupils who left long ago, rules decided on, and a list approved."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.journal.models import JournalEntry
from welfare.organisations.models import Organisation, SchoolClass
from welfare.people.models import Enrolment, Person, PersonKind
from welfare.retention.actions import HoldAsked, RuleDecided, approve, decide_rule, place_hold, propose
from welfare.retention.models import RetentionClock
from welfare.retention.queries import load_keeper, load_run
from welfare.retention.second_clock import measured, move_on
from welfare.rules.actors import Role
from welfare.rules.cases import CaseState, Initiator
from welfare.rules.journal import EntryKind
from welfare.rules.permissions import Permission
from welfare.rules.retention import OFFERED, Disposal, RecordKind
from welfare.rules.retention_ends import HoldReason, Thing
from welfare.web.seeding.director import Thread
from welfare.web.seeding.stage import Asked, Stage
from welfare.web.seeding.troupe import Player, Troupe

COORDINATOR, OFFICER, AUTHOR = "matti", "torsti", "linnea"
SOURCE = "Tiedonohjaussuunnitelma 2026, kohta 12.3"
DECIDED = (
    RecordKind.WELFARE_JOURNAL,
    RecordKind.WELFARE_WILL,
    RecordKind.WELFARE_PLAN,
    RecordKind.MEETING_RECORD,
    RecordKind.OWN_WORDS,
    RecordKind.EMERGENCY_OPENING,
    RecordKind.PUPIL_DIRECTORY,
    RecordKind.STAFF_DIRECTORY,
)
IN_ONE_LIST = 2


@dataclass(frozen=True, slots=True)
class Former:
    """A pupil who left, and the number of the matter."""

    given: str
    family: str
    left_in: int
    number: str


@dataclass(frozen=True, slots=True)
class Place:
    """The provider and its school."""

    controller_id: UUID
    school_id: UUID


FORMER = (
    Former("Arttu", "Kivilahti", 2012, "2011–12/017"),
    Former("Helmi", "Saarnio", 2013, "2012–13/004"),
    Former("Onni", "Vesterinen", 2014, "2013–14/021"),
    Former("Selma", "Rantakoski", 2015, "2014–15/009"),
    Former("Veeti", "Haapasaari", 2015, "2014–15/012"),
)


def over_their_time(troupe: Troupe, pupil: str) -> list[Thread]:
    """One thread: it all happens at the school of this pupil."""
    return [_play(troupe, pupil)]


def _play(troupe: Troupe, pupil: str) -> Thread:
    stage, players = troupe.stage, troupe.players
    yield troupe.at(-12, "9.00")
    with stage.behind_the_scenes() as work:
        place = _place_of(work, troupe.pupils[pupil].id)
        keeper, ids = place.controller_id, [_former(work, place, each, players[AUTHOR]) for each in FORMER]
    asked = Asked("keeper", load_keeper, keeper)
    yield troupe.at(-8, "13.10")
    for kind in DECIDED:
        with stage.scene(players[COORDINATOR].id, Permission.RETENTION_RULE, asked) as (work, row):
            decide_rule(work, row, _as_offered(kind))
    yield troupe.at(-3, "10.25")
    with stage.scene(players[OFFICER].id, Permission.RETENTION_HOLD, asked) as (work, row):
        place_hold(work, row, _complaint(ids[-1], work.facts.on))
    yield troupe.at(-1, "14.05")
    with stage.behind_the_scenes() as work:
        move_on(work, *measured())
    with stage.scene(players[COORDINATOR].id, Permission.RETENTION_PROPOSE, asked) as (work, row):
        run = Asked("run", load_run, propose(work, row, IN_ONE_LIST).id)
    yield troupe.at(-1, "15.40")
    with stage.scene(players[OFFICER].id, Permission.RETENTION_APPROVE, run) as (work, proposed):
        approve(work, proposed)


def _place_of(work: UnitOfWork, pupil_id: UUID) -> Place:
    schools = select(Enrolment.school_id).where(Enrolment.student_id == pupil_id).order_by(Enrolment.begins_on.desc())
    return Place(work.session.get_one(Person, pupil_id).controller_id, work.session.scalars(schools.limit(1)).one())


def agree_on_the_time(stage: Stage, now: datetime) -> None:
    """The second clock has followed the machine's up to now, as if the house had been open all these days."""
    stage.clock.move_to(now)
    with stage.behind_the_scenes() as work:
        work.session.scalars(select(RetentionClock)).one().counted = now


def _as_offered(kind: RecordKind) -> RuleDecided:
    offered = OFFERED[kind]
    return RuleDecided(
        kind=kind,
        years=offered.years,
        counted_from=offered.counted_from,
        disposal=Disposal.DESTROY,
        source=SOURCE,
        version=0,
    )


def _complaint(case_id: UUID, today: date) -> HoldAsked:
    return HoldAsked(
        key=(Thing.MATTER, case_id),
        reason=HoldReason.COMPLAINT,
        words="Entinen oppilas on kannellut asian käsittelystä aluehallintovirastoon. Asia on vireillä.",
        review_on=today.replace(year=today.year + 1, day=1),
    )


def _former(work: UnitOfWork, place: Place, former: Former, author: Player) -> UUID:
    """Somebody who left, with a matter that was taken over from the earlier system."""
    person_id, case_id = uuid4(), uuid4()
    person = Person(
        id=person_id,
        kind=PersonKind.STUDENT,
        controller_id=place.controller_id,
        key_subject_id=person_id,
        of_age_on=date(former.left_in + 2, 3, 14),
        ended_on=date(former.left_in, 5, 31),
    )
    born = date(former.left_in - 16, 3, 14).isoformat()
    name = {"given_name": former.given, "family_name": former.family, "language": "fi", "birth_date": born}
    work.encrypt_document(person, Person.identity, name)
    work.session.add(person)
    work.session.flush()
    of_school = select(SchoolClass.id).where(SchoolClass.school_id == place.school_id).order_by(SchoolClass.name)
    studies = Enrolment(
        student_id=person_id,
        class_id=work.session.scalars(of_school.limit(1)).one(),
        school_id=place.school_id,
        begins_on=date(former.left_in - 9, 8, 11),
        ends_on=date(former.left_in, 5, 31),
    )
    closed_at = datetime(former.left_in, 4, 22, 9, 30, tzinfo=UTC)
    short = work.session.get_one(Organisation, place.school_id).short_name
    year, _slash, number = former.number.partition("/")
    case = Case(
        id=case_id,
        number=f"{year}/{short}/{number}",
        student_id=person_id,
        school_id=place.school_id,
        controller_id=place.controller_id,
        state=CaseState.CLOSED,
        initiator=Initiator.STAFF,
        initiated_on=date(former.left_in - 1, 10, 3),
        proposed_by=author.id,
        proposed_at=datetime(former.left_in - 1, 10, 3, 8, tzinfo=UTC),
        opened_on=date(former.left_in - 1, 10, 10),
        closed_at=closed_at,
        text_saved_at=closed_at,
        text_saved_by=author.id,
    )
    words = {"subject": "attendance", "title": "Poissaolot", "background": "Siirretty aiemmasta järjestelmästä."}
    work.encrypt_document(case, Case.document, words)
    work.session.add_all([studies, case])
    work.session.flush()
    entry = JournalEntry(
        id=uuid4(),
        case_id=case_id,
        student_id=person_id,
        controller_id=place.controller_id,
        kind=EntryKind.NOTE,
        occurred_on=closed_at.date(),
        written_at=closed_at,
        author_account_id=author.id,
        author_person_id=author.person_id,
        author_office=Role.SENIOR_CURATOR.value,
    )
    work.encrypt_document(entry, JournalEntry.document, {"information": "Asia päätettiin yhdessä oppilaan kanssa."})
    work.session.add(entry)
    work.session.flush()
    return case_id
