"""Opening an empty instance for invented people, and marking it as theirs before the first of them arrives."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time

from sqlalchemy.orm import Session

from config.settings import Settings
from welfare.access.gate import HOME_ZONE
from welfare.accounts.models import InstanceMark
from welfare.web.commands.environment import refuse
from welfare.web.commands.making import is_empty, make_instance, open_ledger
from welfare.web.seeding.cast import LOADING, MARK
from welfare.web.seeding.school_year import HISTORY
from welfare.web.seeding.stage import SceneClock, Stage
from welfare.web.witness import anchoring_of


@contextmanager
def open_stage(settings: Settings, now: datetime, way: str) -> Iterator[Stage]:
    """The stage of an instance, made if need be. Exits with 1 where production or other people are."""
    if settings.is_production:
        refuse("WELFARE_PRODUCTION is set: invented people with known passwords do not belong there")
    make_instance(settings)
    clock = SceneClock(datetime.combine(now.astimezone(HOME_ZONE).date() - HISTORY, time(8), HOME_ZONE))
    with open_ledger(settings, clock) as ledger:
        yield Stage(ledger, clock, way)
        anchoring_of(settings, ledger.engine, ledger.keyring, lambda: now).anchor_all()


def claim_empty(stage: Stage) -> None:
    """Mark an empty instance as one of invented people. Exits with 1 when somebody is there already."""
    with stage.behind_the_scenes() as work:
        found = mark_in(work.session)
        if found == LOADING:
            refuse("an earlier loading was interrupted; remove this instance, it holds invented people only")
        if found is not None or not is_empty(work.session):
            refuse("this instance is not empty; choose another one with WELFARE_INSTANCE (and DATABASE_URL)")
        work.session.add(InstanceMark(name=MARK, value=LOADING))


def mark_finished(stage: Stage, value: str) -> None:
    """Say what the instance holds, now that all of it is there."""
    with stage.behind_the_scenes() as work:
        work.session.get_one(InstanceMark, MARK).value = value


def mark_in(session: Session) -> str | None:
    """The mark of an instance of invented people, None in one of real people."""
    found = session.get(InstanceMark, MARK)
    return found.value if found else None
