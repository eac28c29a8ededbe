"""Taking a consent back: as easy as giving it, and everything that rested on it ends in the same transaction."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import Village
from tests.builders_cases import BEGAN, People, a_will
from tests.client import PageForm
from tests.clock import Clock
from tests.signing_in import Visit
from welfare.consents.models import ExpressionOfWill
from welfare.rules.consent import Answer, ConsentKind


def card(visit: Visit, people: People, case_id: UUID, words: str) -> str:
    """The address of the newest expression whose card begins with these words."""
    page = visit(people.curator).get(f"/cases/{case_id}")
    return next(url for text, url in page.links.items() if text == f"Read: {words}")


def test_withdrawing_a_members_consent_ends_access_in_a_session_already_open(
    people: People, visit: Visit, case_id: UUID
) -> None:
    nurse, curator = visit(people.nurse), visit(people.curator)
    nurse.get(f"/cases/{case_id}")
    page = curator.get(card(visit, people, case_id, "Mirja Kanervala as a member")).follow("Record a withdrawal")
    assert page.has("nobody is asked why")
    page = page.form("Record the withdrawal").submit(way="oral_in_meeting")
    assert page.has("Access that rested on the consent has ended.")
    for path in ("", "/log", "/consents", "/text"):
        nurse.get(f"/cases/{case_id}{path}", status=404)
    assert nurse.get("/cases").has("No matters yet")
    assert page.has("Withdrawn")


def test_withdrawing_the_consent_to_the_handling_closes_the_matter_to_all_but_the_shell(
    people: People, visit: Visit, case_id: UUID
) -> None:
    nurse, curator = visit(people.nurse), visit(people.curator)
    page = curator.get(card(visit, people, case_id, "Handling the matter in an expert group"))
    page.follow("Record a withdrawal").form("Record the withdrawal").submit(way="paper")
    nurse.get(f"/cases/{case_id}", status=404)
    page = curator.get(f"/cases/{case_id}")
    assert page.has("The matter and its consents, to complete them. Not the journal.")


def test_a_withdrawal_stands_beside_what_it_takes_back(people: People, visit: Visit, case_id: UUID) -> None:
    curator = visit(people.curator)
    address = card(visit, people, case_id, "Mirja Kanervala as a member")
    curator.get(address).follow("Record a withdrawal").form("Record the withdrawal").submit(
        way="paper", extent="All of it."
    )
    page = curator.get(address)
    assert page.has("Replaced")
    assert "Record a withdrawal" not in page.links
    assert page.has("Other answers to the same question")


@pytest.mark.parametrize("day", ["1.11.2026", "24.11.2026", "never"])
def test_the_day_of_a_withdrawal_lies_between_the_giving_and_today(
    people: People, visit: Visit, case_id: UUID, day: str
) -> None:
    page = visit(people.curator).get(card(visit, people, case_id, "Mirja Kanervala as a member"))
    form = page.follow("Record a withdrawal").form("Record the withdrawal")
    assert form.submit(given_on=day, way="paper", status=422).field_error("given_on")


def test_what_is_not_in_force_cannot_be_taken_back(
    village: Village, people: People, visit: Visit, case_id: UUID
) -> None:
    refusal = a_will(
        village, case_id, people.student, ConsentKind.GROUP_MEMBER, Answer.REFUSED, named=people.teacher, given_on=BEGAN
    )
    page = visit(people.curator).get(f"/cases/{case_id}/consents/{refusal}/withdraw")
    refused = page.form("Record the withdrawal").submit(way="paper", status=422)
    assert refused.errors == ["This is not in force any more: it has been taken back, replaced or has ended."]


def test_a_member_who_does_not_lead_records_nothing(people: People, visit: Visit, case_id: UUID) -> None:
    address = card(visit, people, case_id, "Mirja Kanervala as a member")
    nurse = visit(people.nurse)
    nurse.get(address)
    for path in ("/withdraw", "/renew"):
        nurse.get(f"{address}{path}", status=404)
    nurse.get(f"/cases/{case_id}/consents/new/group-handling", status=404)


def test_a_withdrawn_consent_can_be_given_anew_and_the_place_with_it(
    people: People, visit: Visit, case_id: UUID, clock: Clock
) -> None:
    curator = visit(people.curator)
    address = card(visit, people, case_id, "Mirja Kanervala as a member")
    curator.get(address).follow("Record a withdrawal").form("Record the withdrawal").submit(way="paper")
    clock.forward(minutes=1)
    form = curator.get(f"{address}/renew").form("Record the answer")
    assert form.data["member"] == str(people.nurse.person_id)
    form.submit(answer="given")
    visit(people.nurse).get(f"/cases/{case_id}")


def test_of_two_windows_that_take_the_same_consent_back_one_does(people: People, visit: Visit, consent: str) -> None:
    curator = visit(people.curator)
    first, second = (curator.get(f"{consent}/withdraw").form("Record the withdrawal") for _ in range(2))
    first.submit(way="paper")
    assert second.submit(way="paper", status=422).has("This is not in force any more")


def test_of_two_withdrawals_at_once_one_is_kept(
    village: Village, people: People, visit: Visit, case_id: UUID, consent: str
) -> None:
    """Both pages were drawn while the consent stood, and both are sent in the same moment."""
    forms = [visit(people.curator).get(f"{consent}/withdraw").form("Record the withdrawal") for _ in range(2)]

    def press(form: PageForm) -> int:
        return form.page.client.flask.post(f"{consent}/withdraw", data=form.fill(way="paper").data).status_code

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(press, forms)) == [303, 422]
    with village.work() as work:
        rows = work.session.scalars(select(ExpressionOfWill).where(ExpressionOfWill.answer == Answer.WITHDRAWN)).all()
        assert [row.case_id for row in rows] == [case_id]
