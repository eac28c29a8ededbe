"""Importing a roster: read, check, compare, and apply all of it or nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from uuid import uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import OrganisationKind
from welfare.people.models import RosterImport, RosterReview
from welfare.people.roster.apply_bonds import BondApplier
from welfare.people.roster.apply_memberships import MembershipApplier
from welfare.people.roster.apply_people import PeopleApplier
from welfare.people.roster.apply_schools import apply_classes, apply_orgs, apply_sessions
from welfare.people.roster.codes import Severity
from welfare.people.roster.content import RosterContent
from welfare.people.roster.fingerprints import canonical
from welfare.people.roster.memory import Memory, recall, remember, remember_change, remember_endings, sender_of
from welfare.people.roster.names import RosterFile
from welfare.people.roster.places import organisations_by_id
from welfare.people.roster.plan import FilePlan, RosterPlan, plan_roster
from welfare.people.roster.problems import ProblemLog
from welfare.people.roster.reading import Reading
from welfare.people.roster.records import Record
from welfare.people.roster.traits import school_traits
from welfare.rules.registers import HOUSE

Tell = Callable[[int, int], None]
"""Told how many records have been written, and how many there are to write."""


@dataclass(frozen=True)
class Prepared:
    """A sound reading compared with what is known: what applying it would do."""

    reading: Reading
    plan: RosterPlan
    memory: Memory


def prepare(work: UnitOfWork, reading: Reading) -> Prepared:
    """Compare a reading with the sender's earlier rosters. Raises UnsoundRosterError, UnknownSenderError."""
    session = work.session
    sender = sender_of(session, reading.content)
    known, memory = recall(session, sender)

    def fingerprint(content: bytes) -> bytes:
        return work.fingerprint(HOUSE, "roster", sha256(content).hexdigest())

    day = work.facts.on
    return Prepared(reading, plan_roster(reading, known, fingerprint, day), memory)


def apply(work: UnitOfWork, prepared: Prepared, tell: Tell | None = None) -> RosterImport:
    """Write everything the plan holds, in the unit of work's one transaction; returns the import's own row."""
    session, plan, memory, content = work.session, prepared.plan, prepared.memory, prepared.reading.content
    total = sum(len(part.add) + len(part.change) + len(part.back) for _, part in plan)
    meter = _Meter(total, tell or (lambda *_: None))
    from_day = content.school_year_start() or work.facts.on
    for file, part in plan:
        for stamped in part.add:
            memory.target(file, stamped.record.source_id)
    apply_orgs(session, memory, plan.orgs, school_traits(content))
    places = organisations_by_id(session)
    providers = [o.id for o in places.organisations.values() if o.kind is OrganisationKind.PROVIDER]
    own = set(memory.targets[RosterFile.ORGS].values())
    apply_sessions(session, memory, plan.sessions, [each for each in providers if each in own])
    apply_classes(session, memory, plan.classes)
    bonds = BondApplier(session, memory, places, from_day, work.facts.on)
    PeopleApplier(work, memory, places, bonds, meter.step).apply(plan.users)
    MembershipApplier(work, memory, from_day, meter.step).apply(plan.enrollments)
    for file, part in plan:
        remember(session, memory, file, part.add)
        remember_change(session, memory, file, (*part.back, *part.change))
        remember_endings(session, memory, file, part.ended)
    return _record(work, prepared, content)


def _record(work: UnitOfWork, prepared: Prepared, content: RosterContent) -> RosterImport:
    counts = {f"{file.value}.{name}": number for file, part in prepared.plan for name, number in _counts(part).items()}
    digest = sha256()
    for record in content.users.records.values():
        digest.update(sha256(canonical(record)).digest())
    row = RosterImport(
        id=uuid4(),
        sender=prepared.memory.sender,
        at=work.now,
        account_id=work.actor.account_id,
        digest=digest.hexdigest(),
        counts=counts,
    )
    work.session.add(row)
    work.session.flush()
    work.session.add_all(_reviews(row, prepared))
    work.session.flush()
    return row


def _reviews(row: RosterImport, prepared: Prepared) -> list[RosterReview]:
    memory = prepared.memory
    gone = [
        RosterReview(import_id=row.id, person_id=memory.find(RosterFile.USERS, e.source_id), code=e.reason.value)
        for e in prepared.plan.users.ended
    ]
    return gone + _unclear(row, prepared.reading.problems)


def _unclear(row: RosterImport, problems: ProblemLog) -> list[RosterReview]:
    return [
        RosterReview(import_id=row.id, code=p.code.value, detail=f"{p.place} {p.value_shown}".strip()[:200])
        for p in problems.of(Severity.REVIEW)
    ]


def _counts(part: FilePlan[Record]) -> dict[str, int]:
    numbers = {"add": part.add, "change": part.change, "back": part.back, "ended": part.ended}
    return {name: len(rows) for name, rows in numbers.items()} | {"unchanged": part.unchanged}


@dataclass
class _Meter:
    total: int
    tell: Tell
    done: int = 0

    def step(self, count: int) -> None:
        self.done += count
        self.tell(self.done, self.total)
