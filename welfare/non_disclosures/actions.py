"""Setting a protection, giving it a later day, and ending it by two persons."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID, uuid4

from welfare.access.gate import HOME_ZONE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.non_disclosures.models import Protection, ProtectionPerson
from welfare.non_disclosures.pages.words import words_with
from welfare.non_disclosures.queries import covered_still, named_by, standing_in, standing_of
from welfare.people.actions.protecting import mark_bonds, mark_restricted
from welfare.people.models import Person
from welfare.rules.non_disclosure import (
    ProtectionPart,
    ProtectionSource,
    ProtectionState,
    check_second,
    check_until,
    reminder_days,
)
from welfare.rules.orders import JobOrder, ProtectionJob
from welfare.rules.registers import Register

REMIND_AT = time(7)


class AlreadyStandsError(ValueError):
    """The pupil is protected already."""


class WrongStateError(ValueError):
    """Somebody has been quicker: its end is proposed already, or it has none to confirm."""


class BothPartsError(ValueError):
    """Nobody is hidden from whoever lives in the same home."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetProtection:
    """How it is known, since when and until when, from whom, and who is covered with the pupil."""

    source: ProtectionSource
    begins_on: date
    until_on: date | None
    hidden_from: tuple[UUID, ...]
    household: tuple[UUID, ...]
    words: str = ""


def set_protection(work: UnitOfWork, student: Person, command: SetProtection) -> Protection:
    """Protect the pupil and the household from this moment on. Raises TooLongError and the errors above."""
    check_until(command.source, command.begins_on, command.until_on, work.facts.on)
    if set(command.hidden_from) & set(command.household):
        raise BothPartsError
    work.session.refresh(student, with_for_update=True)
    if standing_of(work.session, student.id) is not None:
        raise AlreadyStandsError
    row = Protection(
        id=uuid4(),
        student_id=student.id,
        controller_id=student.controller_id,
        source=command.source,
        begins_on=command.begins_on,
        until_on=command.until_on,
        recorded_at=work.now,
        recorded_by=work.actor.account_id,
    )
    work.encrypt_document(row, Protection.document, {"words": command.words})
    work.session.add(row)
    work.session.flush()
    parts = {ProtectionPart.HIDDEN_FROM: command.hidden_from, ProtectionPart.HOUSEHOLD: command.household}
    for part, person_ids in parts.items():
        work.session.add_all(ProtectionPerson(protection_id=row.id, person_id=each, part=part) for each in person_ids)
    home = {student.id, *command.household}
    mark_restricted(work, home, is_restricted=True)
    _mark_bonds(work, home)
    _note(work, row, protection="set", source=command.source.value)
    _plan_reminders(work, row)
    return row


def renew_protection(work: UnitOfWork, row: Protection, until_on: date, words: str) -> None:
    """Give it a later last day; a proposal to end it falls. Raises TooLongError, WrongStateError."""
    _refresh(work, row, ProtectionState.STANDS, ProtectionState.ENDING)
    check_until(row.source, work.facts.on, until_on, work.facts.on)
    row.until_on, row.proposed_at, row.proposed_by, row.proposal = until_on, None, None, None
    if words:
        work.encrypt_document(row, Protection.document, {"words": words_with(work, row, words)})
    work.session.flush()
    _note(work, row, protection="renewed")
    _plan_reminders(work, row)


def propose_end(work: UnitOfWork, row: Protection, words: str) -> None:
    """Say why it may end; it protects until somebody else confirms. Raises WrongStateError."""
    _refresh(work, row, ProtectionState.STANDS)
    row.proposed_at, row.proposed_by = work.now, work.actor.account_id
    work.encrypt_document(row, Protection.proposal, {"words": words})
    work.session.flush()
    _note(work, row, protection="end_proposed")


def decide_end(work: UnitOfWork, row: Protection, *, is_confirmed: bool) -> None:
    """End it, as the second person, or leave it standing. Raises SamePersonError, WrongStateError."""
    _refresh(work, row, ProtectionState.ENDING)
    check_second(work.actor.account_id, row.proposed_by)
    if not is_confirmed:
        row.proposed_at, row.proposed_by, row.proposal = None, None, None
        work.session.flush()
        _note(work, row, protection="kept")
        return
    row.ended_at, row.ended_by = work.now, work.actor.account_id
    work.session.flush()
    home = _home_of(work, row)
    mark_restricted(work, home - covered_still(work.session, row), is_restricted=False)
    _mark_bonds(work, home)
    _note(work, row, protection="ended")


def _mark_bonds(work: UnitOfWork, home: set[UUID]) -> None:
    """Whoever lives with a pupil knows the place, unless any protection of the pupil hides it from them.

    All that stand are looked at together, so it makes no difference in which order two of them are set or ended.
    """
    homes = [(_home_of(work, row), _hidden_from(work, row)) for row in standing_in(work.session, home)]

    def knows(guardian_id: UUID, student_id: UUID) -> bool:
        covering = [(inside, outside) for inside, outside in homes if student_id in inside]
        is_inside = any(guardian_id in inside for inside, _outside in covering)
        return is_inside and not any(guardian_id in outside for _inside, outside in covering)

    mark_bonds(work, home, knows)


def _home_of(work: UnitOfWork, row: Protection) -> set[UUID]:
    return {row.student_id, *named_by(work.session, row)[ProtectionPart.HOUSEHOLD]}


def _hidden_from(work: UnitOfWork, row: Protection) -> set[UUID]:
    return set(named_by(work.session, row)[ProtectionPart.HIDDEN_FROM])


def _plan_reminders(work: UnitOfWork, row: Protection) -> None:
    for day in reminder_days(row.until_on, work.facts.on):
        order = JobOrder(
            kind=ProtectionJob.REMIND,
            key=(row.id, day),
            controller_id=row.controller_id,
            register=Register.DIRECTORY,
            payload={"non_disclosure": row.id},
            not_before=datetime.combine(day, REMIND_AT, HOME_ZONE),
        )
        work.plan_job(order)


def _refresh(work: UnitOfWork, row: Protection, *states: ProtectionState) -> None:
    work.session.refresh(row, with_for_update=True)
    if row.state not in states:
        raise WrongStateError


def _note(work: UnitOfWork, row: Protection, **codes: str) -> None:
    work.note(row.controller_id, Register.DIRECTORY, *row.about(), **codes)
