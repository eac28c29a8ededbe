"""What an open finding of the log review or an open file of a breach concerns is proof, and is not destroyed."""

from uuid import UUID

import pytest

from tests.builders_breaches import a_breach
from tests.builders_log_reviews import a_finding
from tests.builders_requests import at_work
from tests.rooms.retention.conftest import Keeping
from welfare.breaches.models import Breach
from welfare.log_reviews.models import Finding
from welfare.retention import actions
from welfare.rules.breaches import BreachState
from welfare.rules.log_review import FindingState, Signal
from welfare.rules.permissions import Permission
from welfare.rules.registers import Register


def explained(keeping: Keeping, found: UUID) -> None:
    with keeping.village.work() as work:
        work.session.get_one(Finding, found).state = FindingState.EXPLAINED


def test_it_is_kept_until_the_finding_is_explained(keeping: Keeping) -> None:
    found = a_finding(keeping.village, keeping.people.curator, keeping.people.student)
    with pytest.raises(actions.NothingDueError):
        keeping.propose()
    explained(keeping, found)
    assert keeping.items(keeping.propose())


def test_it_is_kept_until_the_file_is_closed(keeping: Keeping) -> None:
    file = a_breach(keeping.village, keeping.people.curator, keeping.people.student, keeping.officer)
    with pytest.raises(actions.NothingDueError):
        keeping.propose()
    with keeping.village.work() as work:
        work.session.get_one(Breach, file).state = BreachState.CLOSED
    assert keeping.items(keeping.propose())


def test_of_a_readers_haste_it_is_what_the_chain_says_was_opened_in_it(keeping: Keeping) -> None:
    with at_work(keeping.village, keeping.people.curator, Permission.CASE_READ) as work:
        work.note(keeping.village.provider_id, Register.WELFARE, ("person", keeping.people.student.person_id))
    found = a_finding(keeping.village, keeping.people.curator, None, Signal.MANY_PUPILS)
    with pytest.raises(actions.NothingDueError):
        keeping.propose()
    explained(keeping, found)
    a_finding(keeping.village, keeping.people.nurse, None, Signal.MANY_PUPILS)
    assert keeping.items(keeping.propose())
