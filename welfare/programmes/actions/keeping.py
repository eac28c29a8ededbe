"""Starting a programme in a school year, changing it, and carrying it on into the next."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of
from welfare.organisations.models import Organisation
from welfare.programmes.kinds import KINDS
from welfare.programmes.models import Programme, ProgrammeStaff, ProgrammeSteps
from welfare.programmes.queries import follower_of, lone_programme, staff_of, steps_of
from welfare.rules.programmes import ProgrammeKind, ProgrammeState
from welfare.rules.registers import Register


class InUseError(ValueError):
    """The unit has this kind of programme in that year already, and has it once."""


class CarriedOnError(ValueError):
    """The programme goes on in the next year already."""


class StaleProgrammeError(RuntimeError):
    """Somebody has saved the programme since the form was drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A programme as it is to be."""

    state: ProgrammeState
    coordinator_id: UUID | None
    details: Mapping[str, Any]
    name_fi: str = ""
    name_sv: str = ""


def start_programme(
    work: UnitOfWork, unit: Organisation, kind: ProgrammeKind, year: int, content: Content
) -> Programme:
    """A programme in a school year. Raises InUseError."""
    if not KINDS[kind].is_many and lone_programme(work.session, unit.id, kind, year) is not None:
        raise InUseError
    programme = Programme(id=uuid4(), unit_id=unit.id, controller_id=keeper_of(unit), kind=kind, year=year)
    programme.newest_steps = 0
    _fill(programme, content)
    work.session.add(programme)
    work.session.flush()
    note(work, programme, "started")
    return programme


def change_programme(work: UnitOfWork, programme: Programme, content: Content, revision: int) -> None:
    """Save it anew. Raises StaleProgrammeError."""
    if programme.revision != revision:
        raise StaleProgrammeError
    _fill(programme, content)
    work.session.flush()
    note(work, programme, "changed")


def carry_on(work: UnitOfWork, programme: Programme) -> Programme:
    """The same in the next school year: its answers, newest steps and staff; nothing counted. Raises CarriedOnError."""
    session, year = work.session, programme.year + 1
    is_lone = not KINDS[programme.kind].is_many
    rival = lone_programme(session, programme.unit_id, programme.kind, year) if is_lone else None
    if rival is not None or follower_of(session, programme) is not None:
        raise CarriedOnError
    following = Programme(
        id=uuid4(),
        unit_id=programme.unit_id,
        controller_id=programme.controller_id,
        kind=programme.kind,
        year=year,
        state=ProgrammeState.PLANNED,
        name_fi=programme.name_fi,
        name_sv=programme.name_sv,
        coordinator_id=programme.coordinator_id,
        details=dict(programme.details),
        newest_steps=min(programme.newest_steps, 1),
        before_id=programme.id,
    )
    session.add(following)
    session.flush()
    for named in staff_of(session, [programme.id]):
        session.add(ProgrammeStaff(programme_id=following.id, account_id=named.account_id, since=named.since))
    for newest in steps_of(session, programme.id)[:1]:
        session.add(
            ProgrammeSteps(
                programme_id=following.id,
                number=1,
                text_fi=newest.text_fi,
                text_sv=newest.text_sv,
                saved_at=work.now,
                saved_by=work.actor.account_id,
            )
        )
    session.flush()
    note(work, following, "carried_on")
    return following


def note(work: UnitOfWork, programme: Programme, what: str) -> None:
    """What the trail keeps of a change."""
    subject = ("programme", programme.id)
    work.note(programme.controller_id, Register.COMMUNAL, subject, programme=what, kind=programme.kind.value)


def _fill(programme: Programme, content: Content) -> None:
    programme.state = content.state
    programme.coordinator_id = content.coordinator_id
    programme.details = dict(content.details)
    programme.name_fi, programme.name_sv = content.name_fi, content.name_sv
