"""A file from its opening to its end. Steps are taken once, and each is decided by somebody else than the reader."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.breaches.models import Breach, BreachPerson
from welfare.breaches.queries import people_of
from welfare.rules.breaches import (
    BreachKind,
    BreachState,
    Risk,
    Telling,
    authority_due,
    check_settled,
    may_spare_people,
    may_stay_untold,
)
from welfare.rules.registers import Register


class TakenError(ValueError):
    """The step has been taken, or the file is closed."""


class MustBeToldError(ValueError):
    """At this risk it may not be left untold (GDPR 33(1), 34(1))."""


@dataclass(frozen=True, slots=True)
class Touched:
    """How much of one pupil's data was opened without a task, and from when to when."""

    student_id: UUID
    events: int
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who opened what without a task, as somebody has marked it in what the chain tells."""

    controller_id: UUID
    account_id: UUID
    person_id: UUID | None
    touched: Sequence[Touched]
    span: tuple[datetime, datetime]
    """Of the finding: stands where the chain tells of no pupil."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenBreach:
    """What happened, how bad it may become, and what has been done."""

    kind: BreachKind
    risk: Risk
    what: str
    effects: str
    measures: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """A breach that the log does not tell of: at which controller, when it was noticed, and what is known of it."""

    controller_id: UUID
    noticed_at: datetime
    since: datetime | None
    about_so_many: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell:
    """Whether somebody was told, on which day, and what; or why not. By language where it is said in several."""

    telling: Telling
    on: date
    words: str
    reference: str = ""
    language: str = ""
    in_others: Mapping[str, str] = field(default_factory=dict)


def open_breach(work: UnitOfWork, reader: Reader, command: OpenBreach) -> Breach:
    """Begin a file, with whom it concerns and since when as it was marked in the chain. The clock runs from now."""
    touched = reader.touched
    row = _begin(work, reader.controller_id, command, work.now)
    row.account_id, row.person_id = reader.account_id, reader.person_id
    row.since = min((each.first_at for each in touched), default=reader.span[0])
    row.until = max((each.last_at for each in touched), default=reader.span[1])
    row.events = sum(each.events for each in touched)
    work.session.flush()
    for each in touched:
        person = BreachPerson(
            breach_id=row.id,
            student_id=each.student_id,
            events=each.events,
            first_at=each.first_at,
            last_at=each.last_at,
        )
        work.session.add(person)
    work.session.flush()
    work.note(
        row.controller_id, Register.AUDIT, *(("person", each.student_id) for each in touched), risk=row.risk.value
    )
    return row


def open_by_hand(work: UnitOfWork, learnt: Learnt, command: OpenBreach) -> Breach:
    """Begin a file of what was learnt of otherwise. The clock runs from when it was noticed (GDPR 33(1))."""
    row = _begin(work, learnt.controller_id, command, learnt.noticed_at)
    row.since, row.about_so_many = learnt.since, learnt.about_so_many
    work.session.flush()
    work.note(row.controller_id, Register.AUDIT, *row.about(), risk=row.risk.value)
    return row


def tell_authority(work: UnitOfWork, row: Breach, command: Tell) -> None:
    """Keep that the supervisory authority was told, or why it is not. Raises TakenError, MustBeToldError."""
    check_open(work, row)
    if row.authority is not None:
        raise TakenError
    if command.telling is Telling.NOT_TOLD and not may_stay_untold(row.risk):
        raise MustBeToldError
    row.authority, row.authority_on, row.authority_reference = command.telling, command.on, command.reference or None
    work.encrypt_document(row, Breach.authority_words, {"words": command.words})
    work.session.flush()


def tell_people(work: UnitOfWork, row: Breach, command: Tell) -> None:
    """Tell those concerned on their own pages, or keep why they are not told. Raises TakenError, MustBeToldError."""
    check_open(work, row)
    if row.people is not None:
        raise TakenError
    if command.telling is Telling.NOT_TOLD and not may_spare_people(row.risk):
        raise MustBeToldError
    row.people, row.people_on = command.telling, command.on
    said = {"words": command.words, "language": command.language, "in": dict(command.in_others)}
    work.encrypt_document(row, Breach.people_words, said)
    work.session.flush()
    concerned = [("person", each.student_id) for each in people_of(work.session, row.id)]
    work.note(row.controller_id, Register.AUDIT, *concerned, telling=command.telling.value)


def close_breach(work: UnitOfWork, row: Breach) -> None:
    """Nothing more is to be done. Raises TakenError, NotSettledError."""
    check_open(work, row)
    check_settled(row.authority, row.people)
    row.state, row.closed_at, row.closed_by = BreachState.CLOSED, work.now, work.actor.account_id
    work.session.flush()


def _begin(work: UnitOfWork, controller_id: UUID, command: OpenBreach, noticed_at: datetime) -> Breach:
    row = Breach(
        id=uuid4(),
        controller_id=controller_id,
        kind=command.kind,
        risk=command.risk,
        events=0,
        noticed_at=noticed_at,
        due_at=authority_due(noticed_at),
        opened_by=work.actor.account_id,
        state=BreachState.OPEN,
    )
    words = {"what": command.what, "effects": command.effects, "measures": command.measures}
    work.encrypt_document(row, Breach.document, words)
    work.session.add(row)
    return row


def check_open(work: UnitOfWork, row: Breach) -> None:
    """Lock the file. Raises TakenError where it is closed."""
    work.session.refresh(row, with_for_update=True)
    if row.state is not BreachState.OPEN:
        raise TakenError
