"""Importing a roster: read, check, compare, and apply all of it or nothing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.people.models import RosterImport
from welfare.people.roster.applying.birth_dates import BirthDateApplier
from welfare.people.roster.applying.classes import ClassApplier
from welfare.people.roster.applying.days import batches
from welfare.people.roster.applying.endings import EndingApplier
from welfare.people.roster.applying.guardianships import GuardianshipApplier
from welfare.people.roster.applying.identities import IdentityCheck
from welfare.people.roster.applying.memberships import MembershipApplier
from welfare.people.roster.applying.organisations import OrganisationApplier, adopt_organisations, give_pupils
from welfare.people.roster.applying.people import CHUNK, PeopleApplier
from welfare.people.roster.applying.places import Places, places_of
from welfare.people.roster.applying.posts import PostApplier
from welfare.people.roster.applying.reviews import Reviewer
from welfare.people.roster.applying.sessions import SessionApplier
from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.memory import Memory, recall, remember, remember_change, remember_endings
from welfare.people.roster.names import RosterFile
from welfare.people.roster.plan import FilePlan, RosterPlan, UnsoundRosterError, plan_roster
from welfare.people.roster.problems import FilePen
from welfare.people.roster.reading import Reading
from welfare.people.roster.records import Record
from welfare.people.roster.sender import sender_of
from welfare.people.roster.traits import school_traits, taught_in_schools
from welfare.rules.actors import Role, World
from welfare.rules.registers import HOUSE, Register

Tell = Callable[[int, int], None]
"""Told how many records have been written, and how many there are to write."""


@dataclass(frozen=True)
class Prepared:
    """A sound reading compared with what is known: what applying it would do."""

    reading: Reading
    plan: RosterPlan
    memory: Memory
    places: Places
    released: frozenset[UUID]
    """People whose identity code belongs to somebody else from now on."""


def prepare(work: UnitOfWork, reading: Reading) -> Prepared:
    """Compare a reading with the sender's earlier rosters and with the directory; writes nothing.

    Raises UnsoundRosterError when the reading has errors or the comparison finds some, which are then in its problems.
    """
    if not reading.is_sound:
        raise UnsoundRosterError
    session, content = work.session, reading.content
    known, memory = recall(session, sender_of(session, content))

    def fingerprint(text: bytes) -> bytes:
        return work.fingerprint(HOUSE, "roster", sha256(text).hexdigest())

    plan = plan_roster(reading, known, fingerprint, work.facts.on)
    adopt_organisations(session, memory, plan.orgs)
    places = places_of(session, memory, content)
    _check_reach(work, places, FilePen(RosterFile.ORGS.file_name, reading.problems))
    check = IdentityCheck(work, memory, known, places, FilePen(RosterFile.USERS.file_name, reading.problems))
    check.check(plan.users)
    if not reading.is_sound:
        raise UnsoundRosterError
    birth_dates = BirthDateApplier(work, memory).news(plan.birth_dates)
    gone = (memory.find(RosterFile.USERS, ending.source_id) for ending in plan.users.ended)
    taken_up = sum(person_id in memory.adopted for person_id in gone)
    known_plan = replace(plan, birth_dates=birth_dates, taken_up=taken_up)
    return Prepared(reading, known_plan, memory, places, frozenset(check.released))


def apply(work: UnitOfWork, prepared: Prepared, tell: Tell | None = None) -> RosterImport | None:
    """Write everything the plan holds, in the unit of work's one transaction; None when there is nothing to write."""
    if prepared.plan.is_empty:
        return None
    return _Import(work, prepared, _Meter(work_of(prepared.plan), tell or (lambda *_: None))).run()


def work_of(plan: RosterPlan) -> int:
    """How many records a plan writes."""
    return len(plan.birth_dates) + sum(
        len(part.add) + len(part.change) + len(part.back) + len(part.ended) for _, part in plan
    )


def counts_of(plan: RosterPlan) -> dict[str, int]:
    """How many records of each file are added, changed, taken up again, ended and unchanged: ``users.add``."""
    counts = {f"{file.value}.{name}": number for file, part in plan for name, number in _counts(part).items()}
    return counts | {"users.ended": plan.people_ended, "demographics.change": len(plan.birth_dates)}


def _counts(part: FilePlan[Record]) -> dict[str, int]:
    numbers = {"add": part.add, "change": part.change, "back": part.back, "ended": part.ended}
    return {name: len(rows) for name, rows in numbers.items()} | {"unchanged": part.unchanged}


def _check_reach(work: UnitOfWork, places: Places, pen: FilePen) -> None:
    """Nobody imports over a provider that somebody else administers; a provider that is not here yet is free."""
    if work.actor.world is World.SYSTEM:
        return
    own = work.actor.controllers(Role.ADMINISTRATOR)
    columns = (Organisation.id, Organisation.county_id)
    statement = select(*columns).where(Organisation.id.in_(list(places.providers.values())))
    for provider_id, county_id in work.session.execute(statement):
        if not own & {provider_id, county_id}:
            pen.note(ProblemCode.FOREIGN_PROVIDER)


@dataclass
class _Meter:
    total: int
    tell: Tell
    done: int = 0

    def step(self, count: int) -> None:
        self.done += count
        self.tell(self.done, self.total)


@dataclass(frozen=True)
class _Import:
    """One import under way."""

    work: UnitOfWork
    prepared: Prepared
    meter: _Meter

    def run(self) -> RosterImport:
        """Write in the order in which rows point at each other, remember it, and list what is to be looked at."""
        work, memory, plan = self.work, self.prepared.memory, self.prepared.plan
        self._apply_schools()
        self._apply_people()
        from_day = self._from_day()
        members = MembershipApplier(work, memory, self.prepared.places, from_day, work.facts.on, self.meter.step)
        members.apply(plan.enrollments)
        endings = EndingApplier(work, memory, self.meter.step)
        endings.end_memberships(plan.enrollments.ended)
        gone = endings.end_people(plan.users.ended)
        BirthDateApplier(work, memory).apply(plan.birth_dates)
        self.meter.step(len(plan.birth_dates))
        for file, part in plan:
            remember(work.session, memory, file, part.add)
            remember_change(work.session, memory, file, (*part.back, *part.change))
            remember_endings(work.session, memory, file, part.ended)
        row = self._record()
        Reviewer(work.session, memory, row).write(self.prepared.reading, plan, gone)
        return row

    def _apply_schools(self) -> None:
        work, memory, plan, places = self.work, self.prepared.memory, self.prepared.plan, self.prepared.places
        OrganisationApplier(work.session, memory, school_traits(self.prepared.reading.content)).apply(plan.orgs)
        for provider_id in places.providers.values():
            SessionApplier(work.session, memory, provider_id, work.facts.on).apply(plan.sessions)
        ClassApplier(work.session, memory, places).apply(plan.classes)
        give_pupils(work.session, memory, taught_in_schools(self.prepared.reading.content))
        for part in (plan.orgs, plan.sessions, plan.classes):
            self.meter.step(len(part.add) + len(part.change) + len(part.back) + len(part.ended))

    def _apply_people(self) -> None:
        work, memory, places, today = self.work, self.prepared.memory, self.prepared.places, self.work.facts.on
        people = PeopleApplier(work, memory, places, self.meter.step)
        people.apply(self.prepared.plan.users, self.prepared.released)
        posts = PostApplier(work.session, memory, places, self._from_day(), today)
        ties = GuardianshipApplier(work, memory, places, self._from_day(), today)
        for rows in batches(people.newcomers(self.prepared.plan.users), CHUNK):
            posts.begin(rows)
            ties.begin(rows)
            work.flush_chunk()
        for rows in batches(people.acquaintances(self.prepared.plan.users), CHUNK):
            posts.renew(rows)
            ties.renew(rows)
            work.flush_chunk()

    def _from_day(self) -> date:
        """What is new begins with the school year; in a later roster not before today."""
        start = self.prepared.reading.content.school_year_start() or self.work.facts.on
        return start if self.prepared.memory.is_first else max(start, self.work.facts.on)

    def _record(self) -> RosterImport:
        plan, memory = self.prepared.plan, self.prepared.memory
        row = RosterImport(
            id=uuid4(),
            sender=memory.sender,
            provider_id=min(self.prepared.places.providers.items())[1] if self.prepared.places.providers else None,
            at=self.work.now,
            account_id=self.work.actor.account_id,
            digest=plan.digest,
            counts=counts_of(plan),
        )
        self.work.session.add(row)
        self.work.session.flush()
        self.work.note(row.provider_id or HOUSE, Register.DIRECTORY, ("roster_import", row.id))
        return row
