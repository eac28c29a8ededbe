"""Programmes, put straight into the database."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from tests.builders import Someone, Village
from welfare.programmes.models import Programme, ProgrammeEntry, ProgrammeStaff
from welfare.rules.programmes import ProgrammeKind, ProgrammeState
from welfare.rules.terms import Season

YEAR = 2026


def a_programme(
    village: Village,
    kind: ProgrammeKind,
    coordinator: Someone | None = None,
    *,
    year: int = YEAR,
    name: str = "",
    unit_id: UUID | None = None,
    before: UUID | None = None,
    **details: Any,  # noqa: ANN401 - answers of any sort
) -> UUID:
    """One programme of the village's school."""
    programme_id = uuid4()
    with village.work() as work:
        work.session.add(
            Programme(
                id=programme_id,
                unit_id=unit_id or village.school_id,
                controller_id=village.provider_id,
                kind=kind,
                year=year,
                state=ProgrammeState.RUNNING,
                name_fi=name,
                name_sv=f"{name} sv" if name else "",
                coordinator_id=coordinator.account_id if coordinator else None,
                details=details,
                newest_steps=0,
                before_id=before,
            )
        )
    return programme_id


def counted(
    village: Village,
    programme_id: UUID,
    writer: Someone,
    tally: str,
    count: int,
    answers: Mapping[str, str] | None = None,
    season: Season = Season.AUTUMN,
) -> UUID:
    """One entry of a tally."""
    entry_id = uuid4()
    with village.work() as work:
        work.session.add(
            ProgrammeEntry(
                id=entry_id,
                programme_id=programme_id,
                tally=tally,
                season=season,
                answers=dict(answers or {}),
                count=count,
                saved_at=work.now,
                saved_by=writer.account_id,
            )
        )
    return entry_id


def in_the_team(village: Village, programme_id: UUID, worker: Someone) -> UUID:
    """One of the staff on the list of a programme."""
    staff_id = uuid4()
    with village.work() as work:
        work.session.add(
            ProgrammeStaff(
                id=staff_id, programme_id=programme_id, account_id=worker.account_id, since=date(2026, 8, 12)
            )
        )
    return staff_id
