"""A unit's school year, put straight into the database."""

from datetime import date
from uuid import UUID, uuid4

from tests.builders import Someone, Village
from welfare.rules.annual_clock import Bearer, Owner
from welfare.school_year.models import ClockTask

YEAR = 2026


def a_task(
    village: Village,
    title: str = "Turvallisuuskävely",
    *,
    unit_id: UUID | None = None,
    year: int = YEAR,
    month: int = 11,
    day: int | None = None,
    owner: Someone | Bearer = Bearer.PRINCIPAL,
    done_on: date | None = None,
    carried_from: UUID | None = None,
) -> UUID:
    """One task of the village's school."""
    task_id = uuid4()
    with village.work() as work:
        task = ClockTask(
            id=task_id,
            unit_id=unit_id or village.school_id,
            year=year,
            month=month,
            day=day,
            template="",
            title_fi=title,
            title_sv=f"{title} sv",
            note="",
            done_on=done_on,
            carried_from_id=carried_from,
        )
        task.give_to(Owner(bearer=owner) if isinstance(owner, Bearer) else Owner(person_id=owner.person_id))
        work.session.add(task)
    return task_id
