"""What a plan leaves to be done stands on the worklists of those whose it is, and is remembered by silent mails."""

from datetime import date
from pathlib import Path

import pytest

from tests.builders import Village
from tests.builders_journal import IDENTITY_CODE
from tests.builders_plans import MEASURE, TITLE, Planned, a_closed_goal, a_plan, consent_has_ended
from tests.client import Client, Page
from tests.clock import Clock
from tests.mail.office import Office, files_in, give_address, read, text_of
from tests.signing_in import Visit
from welfare.cases.models import Case
from welfare.plans.jobs import HANDLERS
from welfare.plans.models import PlanMeasure
from welfare.rules.cases import CaseState
from welfare.rules.measures import MeasureState

DO, FOLLOW, REVIEW = "Carry out a measure of the plan", "Follow up a measure of the plan", "Review the plan"


def end(client: Client, planned: Planned, status: int = 200, **answers: str) -> Page:
    return (
        client.get(f"{planned.url}/measures/{planned.measure_id}/end")
        .form("Save")
        .fill(**answers)
        .submit(status=status)
    )


def state_of(planned: Planned) -> MeasureState:
    with planned.matter.village.ledger.transaction() as transaction:
        return transaction.session.get_one(PlanMeasure, planned.measure_id).state


def closes(planned: Planned) -> None:
    with planned.matter.village.work() as work:
        work.session.get_one(Case, planned.matter.case_id).state = CaseState.CLOSED


def test_a_measure_waits_for_who_carries_it_out_and_for_who_follows_it_up(planned: Planned, visit: Visit) -> None:
    page = visit(planned.matter.mirja).get("/")
    assert page.has("At the latest Fri 18 Dec")
    assert not page.has(MEASURE)
    link = next(words for words in page.links if words.startswith(DO))
    assert page.follow(link).has(MEASURE)
    page = visit(planned.matter.saara).get("/")
    assert any(words.startswith(FOLLOW) and "goal 1, measure 1" in words for words in page.links)
    assert not any(words.startswith(DO) for words in page.links)


def test_done_is_told_once_and_waits_for_nobody_any_more(planned: Planned, saara: Client, mirja: Client) -> None:
    form = saara.get(f"{planned.url}/measures/{planned.measure_id}/end").form("Save")
    page = end(mirja, planned, state="done", note="Alkoi maanantaina.")
    assert page.has("What became of the measure is saved.")
    assert saara.get(planned.url).has("Alkoi maanantaina.")
    assert not mirja.get("/").has(DO)
    assert form.fill(state="not_done", note="Ei.").submit().has("Somebody has told of this measure already.")
    assert state_of(planned) is MeasureState.DONE


def test_what_was_not_done_says_why_and_names_nobody_by_code(planned: Planned, mirja: Client) -> None:
    assert end(mirja, planned, 422, state="not_done").errors == ["Write why it was not done."]
    assert end(mirja, planned, 422, state="not_done", note=IDENTITY_CODE).field_error("note")
    assert state_of(planned) is MeasureState.OPEN
    end(mirja, planned, state="not_done", note="Ei ollut aikaa.")
    assert state_of(planned) is MeasureState.NOT_DONE


def test_with_the_consent_ends_the_task(planned: Planned, visit: Visit) -> None:
    matter = planned.matter
    consent_has_ended(matter, matter.mirja)
    mirja = visit(matter.mirja)
    assert not mirja.get("/").has(DO)
    mirja.get(f"{planned.url}/measures/{planned.measure_id}/end", status=404)


def test_in_a_closed_matter_nothing_waits_and_nothing_is_written(planned: Planned, visit: Visit) -> None:
    form = visit(planned.matter.mirja).get(f"{planned.url}/measures/{planned.measure_id}/end").form("Save")
    closes(planned)
    assert not visit(planned.matter.mirja).get("/").has(DO)
    form.fill(state="done").submit(status=404)
    assert state_of(planned) is MeasureState.OPEN


def test_a_review_that_comes_near_stands_on_the_list_of_who_leads(planned: Planned, visit: Visit, clock: Clock) -> None:
    assert not visit(planned.matter.saara).get("/").has(REVIEW)
    clock.forward(days=7)
    page = visit(planned.matter.saara).get("/")
    assert page.has("Due Mon 14 Dec")
    assert page.follow(next(words for words in page.links if words.startswith(REVIEW))).has(TITLE)
    assert not visit(planned.matter.mirja).get("/").has(REVIEW)
    clock.forward(days=15)
    assert visit(planned.matter.saara).get("/").has("Late: it was due on Mon 14 Dec")
    a_plan(planned.matter, based_on=1, agreed_on=date(2026, 12, 15), review_on=date(2027, 2, 1))
    assert not visit(planned.matter.saara).get("/").has(REVIEW)


@pytest.fixture
def boxes(planned: Planned, tmp_path: Path) -> "Boxes":
    village = planned.matter.village
    give_address(village, planned.matter.saara, "saara@example.org")
    give_address(village, planned.matter.mirja, "mirja@example.org", "sv")
    return Boxes(village, tmp_path / "outbox")


class Boxes:
    """Everybody's letter boxes: what has come since one last looked."""

    def __init__(self, village: Village, folder: Path) -> None:
        self.office, self.folder = Office(village.ledger, village, village.school_id), folder

    def empty(self) -> dict[str, str]:
        """Do the jobs that are due and give what was mailed, by address."""
        self.office.run_jobs(self.folder, HANDLERS)
        found = {}
        for path in files_in(self.folder):
            message = read(path.read_bytes())
            found[str(message["To"])] = f"{message['Subject']}\n{text_of(message)}"
            path.unlink()
        return found


def test_a_week_before_both_parties_are_reminded_and_the_mail_says_nothing(boxes: Boxes, clock: Clock) -> None:
    assert boxes.empty() == {}
    clock.forward(days=18)
    mails = boxes.empty()
    assert set(mails) == {"saara@example.org", "mirja@example.org"}
    for words in (MEASURE, TITLE, "Aada", "Metsäpelto", "Koivurannan"):
        assert not any(words in mail for mail in mails.values())
    assert boxes.empty() == {}


def test_who_leads_is_reminded_of_the_review_once(boxes: Boxes, clock: Clock) -> None:
    clock.forward(days=14)
    assert set(boxes.empty()) == {"saara@example.org"}
    assert boxes.empty() == {}


def test_nobody_is_reminded_of_what_is_over(planned: Planned, boxes: Boxes, clock: Clock) -> None:
    a_closed_goal(planned.matter, planned.goal_id)
    clock.forward(days=18)
    assert set(boxes.empty()) == {"saara@example.org"}  # of the review alone: the measure's goal is closed


def test_nobody_is_reminded_in_a_closed_matter(planned: Planned, boxes: Boxes, clock: Clock) -> None:
    closes(planned)
    clock.forward(days=30)
    assert boxes.empty() == {}


def test_nobody_is_reminded_of_what_may_not_be_seen_any_more(planned: Planned, boxes: Boxes, clock: Clock) -> None:
    matter = planned.matter
    consent_has_ended(matter, matter.mirja)
    clock.forward(days=18)
    assert set(boxes.empty()) == {"saara@example.org"}


def test_a_new_version_takes_the_reminders_of_the_one_before_with_it(
    planned: Planned, boxes: Boxes, clock: Clock
) -> None:
    later = date(2027, 2, 1)
    a_plan(planned.matter, based_on=1, agreed_on=date(2026, 11, 20), review_on=later)
    clock.forward(days=14)
    assert boxes.empty() == {}
    clock.forward(days=60)
    assert set(boxes.empty()) == {"saara@example.org", "mirja@example.org"}
