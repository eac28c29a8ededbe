"""What a group agreed on is a task of two: who carries it out and who follows it up (OHL 20 § 4 k. 4; rule 20)."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from tests.builders import Village
from tests.builders_cases import a_will
from tests.builders_journal import IDENTITY_CODE
from tests.builders_meetings import MEASURE
from tests.client import Client, Page
from tests.clock import Clock
from tests.rooms.meetings.conftest import Final
from tests.signing_in import Visit
from welfare.cases.models import Case
from welfare.meetings.models import Measure, MeetingItem
from welfare.rules.cases import CaseState
from welfare.rules.consent import Answer, ConsentKind
from welfare.rules.measures import MeasureState

DO, FOLLOW = "Carry out what the group agreed on", "Follow up what the group agreed on"


def number_of(village: Village, final: Final) -> str:
    with village.work() as work:
        return work.session.get_one(Case, final.sitting.aadas_case).number


def measure_of(village: Village, final: Final) -> Measure:
    with village.ledger.transaction() as transaction:
        found = transaction.session.get_one(Measure, final.measure)
        transaction.session.expunge_all()
        return found


def end(client: Client, final: Final, status: int = 200, **answers: str) -> Page:
    return client.get(f"{final.url}/measures/{final.measure}/end").form().fill(**answers).submit(status=status)


def test_a_measure_waits_for_who_carries_it_out_and_for_who_follows_it_up(
    village: Village, final: Final, visit: Visit
) -> None:
    about = f"Aada Metsäpelto, {number_of(village, final)}"
    page = visit(final.sitting.mirja).get("/")
    assert page.has(f"{about} · At the latest Fri 18 Dec")
    assert page.follow(f"{DO}: {about}").has(MEASURE)
    page = visit(final.sitting.petri).get("/")
    assert page.follow(f"{FOLLOW}: {about}").has(MEASURE)


def test_the_worklist_does_not_say_what_the_measure_is(final: Final, visit: Visit) -> None:
    assert not visit(final.sitting.mirja).get("/").has(MEASURE)


@pytest.mark.parametrize("name", ["saara", "henrik", "aada", "tiina"])
def test_it_is_nobody_elses_task(final: Final, visit: Visit, name: str) -> None:
    page = visit(getattr(final.sitting, name)).get("/")
    assert not page.has(DO)
    assert not page.has(FOLLOW)


def test_what_is_late_is_said_to_be_late(final: Final, visit: Visit, clock: Clock) -> None:
    clock.forward(days=25)
    assert not visit(final.sitting.mirja).get("/").has("Late: it was to be done")
    clock.forward(days=1)
    client = visit(final.sitting.mirja)
    assert client.get("/").has("Late: it was to be done by Fri 18 Dec")
    assert client.get(f"/cases/{final.sitting.aadas_case}").has(f"{MEASURE} Late")


def test_done_is_told_with_a_note_and_waits_for_nobody_any_more(village: Village, final: Final, visit: Visit) -> None:
    mirja = visit(final.sitting.mirja)
    page = end(mirja, final, state="done", note="Alkoi maanantaina.")
    assert page.has("What became of the measure is saved.")
    assert page.has(f"{MEASURE} Done")
    assert page.has("Alkoi maanantaina.")
    assert not mirja.get("/").has(DO)
    assert not visit(final.sitting.petri).get("/").has(FOLLOW)
    assert measure_of(village, final).state is MeasureState.DONE
    assert "Alkoi" not in repr(measure_of(village, final).document.blob)


def test_what_was_not_done_says_why(village: Village, final: Final, visit: Visit) -> None:
    petri = visit(final.sitting.petri)
    page = end(petri, final, 422, state="not_done")
    assert page.errors == ["Write why it was not done."]
    assert measure_of(village, final).state is MeasureState.OPEN
    assert end(petri, final, state="not_done", note="Ei ollut aikaa.").has(f"{MEASURE} Not done")


def test_a_note_names_nobody_by_identity_code(final: Final, visit: Visit) -> None:
    page = end(visit(final.sitting.petri), final, 422, state="done", note=f"Koodi {IDENTITY_CODE}")
    assert page.field_error("note")


def test_it_is_told_once(village: Village, final: Final, visit: Visit) -> None:
    mirja, petri = visit(final.sitting.mirja), visit(final.sitting.petri)
    form = petri.get(f"{final.url}/measures/{final.measure}/end").form()
    end(mirja, final, state="done")
    assert form.fill(state="not_done", note="Myöhässä.").submit().has("Somebody has told of this measure already.")
    assert measure_of(village, final).state is MeasureState.DONE
    assert petri.get(f"{final.url}/measures/{final.measure}/end").has("Somebody has told of this measure already.")


def test_the_responsible_person_may_tell_of_any_measure(final: Final, visit: Visit) -> None:
    assert end(visit(final.sitting.saara), final, state="done").has(f"{MEASURE} Done")


def test_whoever_took_part_in_another_item_finds_no_measure(final: Final, visit: Visit) -> None:
    visit(final.sitting.mirja).get(f"{final.url}/measures/{final.measure}/end")
    henrik = visit(final.sitting.henrik)
    nowhere = henrik.get(f"{final.url}/measures/{uuid4()}/end", status=404)
    assert henrik.get(f"{final.url}/measures/{final.measure}/end", status=404).main == nowhere.main


def test_with_the_consent_ends_the_task(village: Village, final: Final, visit: Visit) -> None:
    sitting = final.sitting
    kind, day = ConsentKind.GROUP_MEMBER, date(2026, 11, 23)
    assert visit(sitting.mirja).get("/").has(DO)
    a_will(village, sitting.aadas_case, sitting.aada, kind, Answer.WITHDRAWN, named=sitting.mirja, given_on=day)
    mirja = visit(sitting.mirja)
    assert not mirja.get("/").has(DO)
    mirja.get(f"{final.url}/measures/{final.measure}/end", status=404)


def test_in_a_closed_matter_nothing_waits_and_nothing_is_written(village: Village, final: Final, visit: Visit) -> None:
    form = visit(final.sitting.petri).get(f"{final.url}/measures/{final.measure}/end").form()
    closes(village, final.sitting.aadas_case)
    petri = visit(final.sitting.petri)
    assert not petri.get("/").has(FOLLOW)
    assert "Tell what became of it" not in petri.get(f"/cases/{final.sitting.aadas_case}").text
    form.fill(state="done").submit(status=404)
    assert measure_of(village, final).state is MeasureState.OPEN


def closes(village: Village, case_id: UUID) -> None:
    with village.work() as work:
        case = work.session.get_one(Case, case_id)
        case.state, case.closed_at = CaseState.CLOSED, work.now


def test_the_next_meeting_is_proposed_from_the_day_agreed_on(village: Village, final: Final, visit: Visit) -> None:
    with village.work() as work:
        work.session.get_one(MeetingItem, final.sitting.aadas).next_meeting_on = date(2027, 1, 14)
    saara = visit(final.sitting.saara)
    page = saara.get(f"/cases/{final.sitting.aadas_case}")
    assert page.has("The group agreed to meet again on 14 Jan 2027")
    form = page.follow("Plan that meeting").form("Plan the meeting")
    assert form.data["on"] == "14.1.2027"
    assert form.data.getlist("cases") == [str(final.sitting.aadas_case)]
    form.fill(clock="9.15").submit()
    assert not saara.get(f"/cases/{final.sitting.aadas_case}").has("agreed to meet again")


def test_who_may_not_call_the_group_together_is_told_the_day_alone(
    village: Village, final: Final, visit: Visit
) -> None:
    with village.work() as work:
        work.session.get_one(MeetingItem, final.sitting.aadas).next_meeting_on = date(2027, 1, 14)
    page = visit(final.sitting.petri).get(f"/cases/{final.sitting.aadas_case}")
    assert page.has("The group agreed to meet again on 14 Jan 2027")
    assert "Plan that meeting" not in page.links


def test_the_page_of_a_matter_tells_when_its_own_item_begins_and_not_the_meeting(final: Final, visit: Visit) -> None:
    begins = {
        name: visit(who).get(f"/cases/{case_id}").by_id("meetings").text
        for name, who, case_id in (
            ("aadas", final.sitting.petri, final.sitting.aadas_case),
            ("eliass", final.sitting.henrik, final.sitting.eliass_case),
        )
    }
    assert "30 Nov 2026 at 9:30" in begins["aadas"]
    assert "30 Nov 2026 at 10:00" in begins["eliass"]
