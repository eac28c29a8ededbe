"""The pages of those who look after records: rules, what is due, holds, the archive, and the list's two persons."""

import json
from typing import Any

import pytest

from tests.builders_retention import rules_decided
from tests.client import Client
from tests.rooms.retention.conftest import Keeping
from tests.signing_in import Visit
from welfare.cases.models import Case
from welfare.organisations.models import Organisation
from welfare.retention.models import RetentionClock, RetentionHold, RetentionRule, RetentionRun, RunState
from welfare.rules.retention import Disposal, RecordKind


@pytest.fixture
def kaisa(keeping: Keeping, visit: Visit) -> Client:
    return visit(keeping.kaisa)


@pytest.fixture
def url(keeping: Keeping) -> str:
    return f"/retention/{keeping.village.provider_id}"


def test_a_rule_is_decided_on_with_its_source_and_its_history_stays(keeping: Keeping, kaisa: Client, url: str) -> None:
    page = kaisa.get(f"{url}/rules/welfare_journal")
    page = page.form("Decide on the rule").submit(years="12", source="TOS 4.3")
    assert page.has("The rule is decided on.")
    assert page.has("12 years from the end of studies")
    page = kaisa.get(f"{url}/rules/welfare_journal")
    assert page.has("TOS 4.2")
    assert page.has("10 years from the end of studies")
    assert [row.version for row in keeping.rows(RetentionRule, RetentionRule.kind == RecordKind.WELFARE_JOURNAL)] == [
        1,
        2,
    ]


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        ({"years": ""}, "Write for how many years it is kept: it cannot be empty."),
        ({"years": "0"}, "Write a whole number from 1 to 120."),
        ({"source": " "}, "Write where it was decided."),
    ],
)
def test_no_rule_is_empty(kaisa: Client, url: str, answers: dict[str, Any], error: str) -> None:
    page = kaisa.get(f"{url}/rules/welfare_journal").form("Decide on the rule").submit(**answers, status=422)
    assert any(error in line for line in page.errors)


def test_a_time_that_the_act_fixes_cannot_be_set(kaisa: Client, url: str) -> None:
    page = kaisa.get(f"{url}/rules/use_and_disclosure_log")
    refused = page.form("Decide on the rule").submit(years="2", status=422)
    assert refused.errors == ["The act fixes the time: 12 years."]
    assert refused.form("Decide on the rule").submit(years="12").has("The rule is decided on.")


def test_a_journal_is_counted_from_nothing_that_it_never_meets(kaisa: Client, url: str) -> None:
    form = kaisa.get(f"{url}/rules/welfare_journal").form("Decide on the rule")
    refused = form.submit(counted_from="event", status=422)
    assert any("Choose one of the answers offered." in line for line in refused.errors)
    assert refused.form("Decide on the rule").submit(counted_from="closing").has("years from the closing of the record")


def test_two_who_decide_at_once_are_told_of_each_other(kaisa: Client, url: str) -> None:
    first, second = (kaisa.get(f"{url}/rules/welfare_plan") for _each in range(2))
    first.form("Decide on the rule").submit(years="15")
    late = second.form("Decide on the rule").submit(years="8", status=409)
    assert any("Somebody else has decided on this rule meanwhile." in line for line in late.errors)
    assert late.form("Decide on the rule").submit().has("8 years from the end of studies")


def test_what_is_only_offered_is_marked_and_takes_nothing(keeping: Keeping, kaisa: Client, url: str) -> None:
    with keeping.village.work() as work:
        for row in work.session.query(RetentionRule):
            work.session.delete(row)
    assert kaisa.get(f"{url}/rules").has("To be confirmed")
    page = kaisa.get(f"{url}/due")
    assert page.has("Nothing is to be destroyed today")
    assert page.has("Over the time offered, but nobody has decided on the rule")
    rules_decided(keeping.village, keeping.kaisa)
    assert kaisa.get(f"{url}/due").has("2 records to be destroyed")


def test_a_list_goes_from_one_person_to_another_and_to_its_certificate(
    keeping: Keeping, kaisa: Client, visit: Visit, url: str
) -> None:
    page = kaisa.get(f"{url}/due")
    assert "Metsäpelto" not in page.text
    mine = page.form("Propose to destroy 2 records").submit()
    assert mine.has("You have proposed this list.")
    again = kaisa.get(f"{url}/due")
    assert again.has("One list at a time.")
    ulla, (case,) = visit(keeping.officer), keeping.rows(Case)
    assert ulla.get(mine.url).has(case.number)
    wrong = ulla.get(mine.url).form("Destroy 2 records").submit(code="000000", status=422)
    assert any("The code is not right" in line for line in wrong.errors)
    page = wrong.form("Destroy 2 records").submit(code=keeping.ulla.code(keeping.clock.now))
    assert page.has("Being carried out")
    keeping.work_off()
    page = ulla.get(mine.url)
    assert page.has("2 records were destroyed")
    assert not page.has(case.number)
    assert ulla.get(f"{mine.url}/certificate.pdf").response.data.startswith(b"%PDF")
    listed = json.loads(ulla.get(f"{mine.url}/certificate.json").response.data)["list"]
    assert {thing["id"] for thing in listed["things"]} == {keeping.case_id.hex, keeping.people.student.person_id.hex}
    assert keeping.rows(Case) == []


def test_nobody_approves_an_own_list_on_its_page(keeping: Keeping, kaisa: Client, url: str) -> None:
    mine = kaisa.get(f"{url}/due").form("Propose to destroy 2 records").submit()
    assert not mine.has("Destroy 2 records")
    assert mine.form("Take the list back").submit().has("Nothing of it is destroyed.")
    assert [run.state for run in keeping.rows(RetentionRun)] == [RunState.REFUSED]


def test_clocks_that_disagree_are_told_and_nothing_can_be_proposed(keeping: Keeping, kaisa: Client, url: str) -> None:
    page = kaisa.get(f"{url}/due")
    keeping.clock.forward(days=0, minutes=1)
    with keeping.village.work() as work:
        row = work.session.query(RetentionClock).one()
        row.counted = work.now.replace(year=work.now.year - 1)
    refused = page.form("Propose to destroy 2 records").submit()
    assert refused.has("The clocks disagree: nothing is proposed or destroyed until they agree.")
    assert not refused.has("Propose to destroy")
    assert keeping.rows(RetentionRun) == []


def test_a_hold_is_placed_by_the_number_of_the_matter_and_lifted(keeping: Keeping, kaisa: Client, url: str) -> None:
    (case,) = keeping.rows(Case)
    form = kaisa.get(f"{url}/holds/new").form("Hold back")
    given: dict[str, Any] = {"reason": "court", "words": "Käräjäoikeus pyysi.", "review_on": "1.3.2027"}
    unknown = form.submit(what="2020–21/XXX/001", **given, status=422)
    assert any("Nothing of that number or id is kept here." in line for line in unknown.errors)
    page = unknown.form("Hold back").submit(what=case.number.lower())
    assert page.has("The record is on hold.")
    twice = kaisa.get(f"{url}/holds/new?what={case.id}").form("Hold back").submit(**given, status=422)
    assert any("It is on hold for this reason already." in line for line in twice.errors)
    assert kaisa.get(f"{url}/due").has("1 record to be destroyed")
    (hold,) = keeping.rows(RetentionHold)
    assert kaisa.get(f"{url}/holds").has(case.number)
    page = kaisa.get(f"/retention/holds/{hold.id}")
    assert page.has("Käräjäoikeus pyysi.")
    assert page.has(case.number)
    assert page.form("Lift the hold").submit(words="Juttu on ohi.").has("The hold is lifted.")
    assert kaisa.get(f"{url}/due").has("2 records to be destroyed")


def test_what_goes_to_the_archive_is_destroyed_here_once_the_archive_has_it(
    keeping: Keeping, kaisa: Client, url: str
) -> None:
    kaisa.get(f"{url}/rules/welfare_will").form("Decide on the rule").submit(disposal=Disposal.ARCHIVE.value)
    student = keeping.people.student.person_id
    page = kaisa.get(f"{url}/due")
    assert page.has("To be handed over to the archive first")
    page = kaisa.get(f"{url}/archive/wills/{student}").form("Save the receipt").submit(reference="KA 12/2026")
    assert page.has("1 record to be destroyed")
    page = kaisa.get(f"{url}/archive/matter/{keeping.case_id}").form("Save the receipt").submit(reference="KA 13/2026")
    assert page.has("2 records to be destroyed")
    kaisa.get(f"{url}/archive/wills/{student}", status=404)


def test_other_controllers_records_are_nobodys_to_look_after(keeping: Keeping, kaisa: Client) -> None:
    county = keeping.rows(Organisation, Organisation.id == keeping.village.county_id)[0].id
    for place in ("rules", "due", "holds", "holds/new", "rules/support_request"):
        kaisa.get(f"/retention/{county}/{place}", status=404)
