"""A clock set a year ahead destroys nothing; a year that goes by does."""

from dataclasses import dataclass

import pytest

from tests.builders_cases import a_case
from tests.builders_retention import studies_ended
from tests.rooms.retention.conftest import Keeping
from welfare.cases.models import Case
from welfare.jobs.daily import Days
from welfare.jobs.models import Job, JobState
from welfare.jobs.reviving import try_again
from welfare.jobs.worker import Handler, Tally, Worker
from welfare.retention.actions import ClocksDisagreeError
from welfare.retention.destroying import Destroyer
from welfare.retention.models import RetentionClock
from welfare.retention.second_clock import SecondClock, measured
from welfare.rules.cases import CaseState
from welfare.rules.orders import RetentionJob

DAY = 24 * 3600.0


@dataclass
class Machine:
    """What a machine measures of itself."""

    boot: str = "a boot"
    seconds: float = 0.0

    def __call__(self) -> tuple[str, float]:
        return self.boot, self.seconds


@dataclass
class Worked:
    """The worker of a machine whose clock can be set."""

    keeping: Keeping
    machine: Machine

    def work_off(self) -> None:
        """Do what is due, the daily work too."""
        ledger = self.keeping.village.ledger
        handlers: dict[str, Handler] = {
            RetentionJob.DESTROY: Destroyer(500).handler(),
            RetentionJob.CLOCK: SecondClock(self.machine).handler(),
        }
        days = Days(ledger, (RetentionJob.CLOCK,))
        Worker(ledger, handlers, look_at_the_day=days.look).work_off(Tally())

    def goes_by(self, days: int) -> None:
        """Time that really passes, with the house open."""
        for _day in range(days):
            self.machine.seconds += DAY
            self.keeping.clock.forward(days=1)
            self.work_off()


@pytest.fixture
def young(keeping: Keeping) -> Keeping:
    """The studies ended ten years less a week ago."""
    studies_ended(keeping.village, keeping.people.student, keeping.clock.now.date().replace(year=2016, day=30))
    return keeping


@pytest.fixture
def worked(young: Keeping) -> Worked:
    return Worked(young, Machine())


def test_a_clock_set_a_year_ahead_lets_nothing_be_proposed_however_often_it_is_asked(worked: Worked) -> None:
    worked.work_off()
    worked.keeping.clock.forward(days=365)
    for _try in range(3):
        worked.machine.seconds += 3600
        worked.work_off()
        with pytest.raises(ClocksDisagreeError):
            worked.keeping.propose()
        worked.keeping.clock.forward(days=1)
    assert len(worked.keeping.rows(Case)) == 1


def test_a_clock_set_ahead_after_the_approval_stops_the_job_until_somebody_has_it_tried_again(
    keeping: Keeping,
) -> None:
    worked = Worked(keeping, Machine())
    worked.work_off()
    run_id = keeping.propose()
    keeping.approve(run_id)
    right = keeping.clock.now
    keeping.clock.forward(days=365)
    worked.work_off()
    assert len(keeping.rows(Case)) == 1
    (stopped,) = keeping.rows(Job, Job.kind == RetentionJob.DESTROY.value)
    assert (stopped.state, stopped.failure) == (JobState.GIVEN_UP, "clocks_disagree")
    keeping.clock.now = right
    with keeping.village.work() as work:
        try_again(work, work.session.get_one(Job, stopped.id))
    worked.work_off()
    assert keeping.rows(Case) == []


def test_the_days_that_go_by_bring_the_end(worked: Worked) -> None:
    worked.goes_by(6)
    keeping = worked.keeping
    worked.goes_by(2)
    run_id = keeping.propose()
    keeping.approve(run_id)
    worked.work_off()
    assert keeping.rows(Case) == []


def test_a_house_that_was_closed_catches_up_in_days(worked: Worked) -> None:
    worked.goes_by(1)
    worked.keeping.clock.forward(days=30)
    worked.machine.boot, worked.machine.seconds = "another boot", 600.0
    worked.work_off()
    with pytest.raises(ClocksDisagreeError):
        worked.keeping.propose()
    worked.goes_by(6)
    assert worked.keeping.items(worked.keeping.propose())


def test_an_open_matter_is_not_reached_by_time_alone(worked: Worked) -> None:
    young = a_case(worked.keeping.village, worked.keeping.people.student, worked.keeping.people.curator)
    worked.goes_by(8)
    run_id = worked.keeping.propose()
    worked.keeping.approve(run_id)
    worked.work_off()
    assert [(row.id, row.state) for row in worked.keeping.rows(Case)] == [(young, CaseState.OPEN)]


def test_this_machine_measures_itself() -> None:
    (boot, first), (same, second) = measured(), measured()
    assert boot == same
    assert second >= first > 0
    assert RetentionClock.__tablename__
