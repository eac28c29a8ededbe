"""What somebody had begun to write does not outlive the account: nobody else could ever open or end it."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village, system_work
from tests.client import Client
from welfare.audit.ledger import Ledger
from welfare.drafts.actions import save_draft
from welfare.drafts.models import Draft
from welfare.people.models import Assignment
from welfare.rules.actors import Actor, Role, World
from welfare.rules.events import PeopleEnded


@pytest.fixture
def chief(village: Village, sign_in: Callable[[Someone], Client]) -> Client:
    """The provider's administrator, signed in."""
    client = sign_in(village.staff(Role.ADMINISTRATOR, "Hilla Hallinto"))
    client.flask.set_cookie("language", "en")
    return client


@pytest.fixture
def oona(village: Village, ledger: Ledger) -> Someone:
    """A teacher with an unfinished text."""
    return writing(village.staff(Role.TEACHER, "Oona Rautasalo"), ledger)


def writing(someone: Someone, ledger: Ledger) -> Someone:
    actor = Actor(someone.account_id, someone.person_id, World.STAFF, full_sign_in=True)
    with system_work(ledger, actor) as work:
        save_draft(work, "ask", {"description": ["Kesken"]})
    return someone


def writers(ledger: Ledger) -> set[object]:
    with ledger.transaction() as transaction:
        return set(transaction.session.scalars(select(Draft.account_id)))


def test_a_shut_account_leaves_no_drafts_and_others_keep_theirs(
    chief: Client, village: Village, oona: Someone, ledger: Ledger
) -> None:
    other = writing(village.staff(Role.TEACHER, "Petri Hongisto"), ledger)
    assert writers(ledger) == {oona.account_id, other.account_id}
    chief.get("/accounts").follow("Oona Rautasalo").form("Shut the account").submit()
    assert writers(ledger) == {other.account_id}


def test_drafts_go_with_the_last_post_and_not_before(
    chief: Client, village: Village, oona: Someone, ledger: Ledger
) -> None:
    with village.work() as work:
        work.session.add(
            Assignment(
                person_id=oona.person_id,
                role=Role.SPECIAL_TEACHER,
                organisation_id=village.school_id,
                employer_id=village.provider_id,
                begins_on=date(2026, 8, 1),
            )
        )
    page = chief.get("/accounts").follow("Oona Rautasalo")
    page = page.form("End now: Special teacher, Koivurannan koulu").submit()
    assert writers(ledger) == {oona.account_id}
    page.form("End now: Teacher, Koivurannan koulu").submit()
    assert writers(ledger) == set()


def test_drafts_go_with_people_who_leave_the_school(oona: Someone, ledger: Ledger) -> None:
    with system_work(ledger) as work:
        work.tell(PeopleEnded((oona.person_id,)))
    assert writers(ledger) == set()
