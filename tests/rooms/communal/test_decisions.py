"""What a communal meeting decides waits for its owner, on the worklist too, until it is told what came of it."""

from datetime import date
from uuid import UUID

import pytest

from tests.builders import Someone, Village
from tests.builders_groups import a_decision, a_group, a_meeting, a_memo, a_seat
from tests.builders_journal import IDENTITY_CODE
from tests.furnishing import furnishes
from tests.signing_in import Visit
from welfare.rules.actors import Role
from welfare.rules.welfare_groups import Duty

WHAT = "Järjestetään ryhmäytymispäivä."


@furnishes
def chair(village: Village) -> Someone:
    return village.staff(Role.PRINCIPAL, "Riitta Reksi")


@furnishes
def doer(village: Village) -> Someone:
    return village.staff(Role.NURSE, "Mirja Kanervala")


@furnishes
def group_id(village: Village, chair: Someone) -> UUID:
    found = a_group(village, chair)
    a_seat(village, found, chair, role=Role.PRINCIPAL, duty=Duty.CHAIR)
    return found


@furnishes
def meeting_id(village: Village, group_id: UUID) -> UUID:
    return a_meeting(village, group_id)


def test_a_decision_goes_to_the_worklist_of_its_owner_and_from_there_to_its_end(
    visit: Visit, chair: Someone, doer: Someone, meeting_id: UUID
) -> None:
    form = visit(chair).get(f"/communal/meetings/{meeting_id}").follow("Decide on something").form()
    page = form.submit(what_fi=WHAT, owner=f"{doer.person_id}.nurse", due_on="4.12.2026")
    assert page.has(WHAT)
    assert page.has("Mirja Kanervala · by 4 Dec 2026")
    desk = visit(doer).get("/")
    assert desk.has("Koivurannan koulu")
    page = desk.follow(f"{WHAT}: Koivurannan koulu").form().submit(state="done", reason="Päivä pidettiin.")
    assert page.has("It is kept what came of the decision.")
    assert not visit(doer).get("/").has(WHAT)
    assert visit(chair).get(f"/communal/meetings/{meeting_id}").has("Päivä pidettiin.")


def test_a_decision_that_stays_undone_needs_a_reason(
    village: Village, visit: Visit, doer: Someone, meeting_id: UUID
) -> None:
    url = f"/communal/decisions/{a_decision(village, meeting_id, doer)}/end"
    form = visit(doer).get(url).form()
    assert form.submit(status=422, state="undone").field_error("reason")
    assert form.submit(status=422, state="undone", reason=f"{IDENTITY_CODE} sairastui").field_error("reason")
    assert form.submit(state="undone", reason="Siirtyy kevääseen.").has("Stayed undone")


def test_a_late_decision_says_so(village: Village, visit: Visit, doer: Someone, meeting_id: UUID) -> None:
    a_decision(village, meeting_id, doer, due_on=date(2026, 11, 20))
    assert visit(doer).get(f"/communal/{village.school_id}/meetings").has("Late")
    assert visit(doer).get("/").has("Late: it was to be done by")


def test_nobody_but_the_owner_the_group_and_its_leader_ends_a_decision(
    village: Village, visit: Visit, doer: Someone, meeting_id: UUID
) -> None:
    url = f"/communal/decisions/{a_decision(village, meeting_id, doer)}/end"
    other = visit(village.staff(Role.TEACHER, "Ulla Muu"))
    other.get(url, status=404)
    assert other.get(f"/communal/meetings/{meeting_id}").has(WHAT)
    assert visit(doer).get(url).has("What came of the decision?")


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"what_fi": ""}, "what_fi"),
        ({"what_fi": "x" * 501}, "what_fi"),
        ({"owner": ""}, "owner"),
        ({"due_on": ""}, "due_on"),
        ({"due_on": "huomenna iltapäivällä"}, "due_on"),
    ],
)
def test_a_decision_without_words_owner_or_day_is_refused_at_its_field(
    visit: Visit, chair: Someone, doer: Someone, meeting_id: UUID, answers: dict[str, str], field: str
) -> None:
    form = visit(chair).get(f"/communal/meetings/{meeting_id}/decisions/new").form()
    good = {"what_fi": WHAT, "owner": f"{doer.person_id}.nurse", "due_on": "4.12.2026"}
    assert form.submit(status=422, **{**good, **answers}).field_error(field)  # type: ignore[arg-type]


def test_a_closed_meeting_decides_nothing_more(
    village: Village, visit: Visit, chair: Someone, doer: Someone, group_id: UUID
) -> None:
    closed = a_memo(village, group_id, chair, is_closed=True)
    form = visit(chair).get(f"/communal/meetings/{closed}/decisions/new").form()
    page = form.submit(status=409, what_fi=WHAT, owner=f"{doer.person_id}.nurse", due_on="4.12.2026")
    assert page.has("its memo is closed")
