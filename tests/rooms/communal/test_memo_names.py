"""Who may stand in a memo: no identity code, no pupil in any case; a teacher, and with a reason a place named alike."""

from uuid import UUID

import pytest

from tests.builders import Someone, Village
from tests.builders_groups import a_group, a_meeting, a_seat, item_ids
from tests.builders_journal import IDENTITY_CODE
from tests.client import Page
from tests.furnishing import furnishes
from tests.rooms.communal.test_guard import events_of
from tests.signing_in import Visit
from welfare.communal.models import AgendaItem
from welfare.rules.actors import Role


@furnishes
def member(village: Village) -> Someone:
    return village.staff(Role.TEACHER, "Oona Rautasalo")


@furnishes
def meeting_id(village: Village, member: Someone) -> UUID:
    """A pupil of the school is called like a river, and a teacher like a pupil."""
    own = village.a_class()
    village.student("Aura Nevalainen", own)
    village.student("Matti Metsäpelto", own)
    village.staff(Role.TEACHER, "Matti Koskela")
    group_id = a_group(village, village.staff(Role.PRINCIPAL, "Reijo Reksi"))
    a_seat(village, group_id, member)
    return a_meeting(village, group_id)


def save(visit: Visit, village: Village, member: Someone, meeting_id: UUID, text: str, status: int = 200) -> Page:
    form = visit(member).get(f"/communal/meetings/{meeting_id}/memo").form("Save")
    form.data[name_of(village, meeting_id)] = text
    return form.submit(status=status)


def name_of(village: Village, meeting_id: UUID) -> str:
    return f"text_{item_ids(village, meeting_id)[2].hex}_fi"


def stored(village: Village, meeting_id: UUID) -> str:
    with village.ledger.transaction() as transaction:
        return transaction.session.get_one(AgendaItem, item_ids(village, meeting_id)[2]).text_fi


def test_an_identity_code_stands_in_no_memo_whatever_reason_is_given(
    village: Village, visit: Visit, member: Someone, meeting_id: UUID
) -> None:
    page = save(visit, village, member, meeting_id, f"Oppilas {IDENTITY_CODE} siirtyy.", 422)
    assert page.has("There is a personal identity code in the text.")
    form = page.form("Save")
    assert IDENTITY_CODE in form.data[name_of(village, meeting_id)], "what was typed is there to be mended"
    form.data["may_stand"] = "word"
    form.submit(status=422)
    assert stored(village, meeting_id) == ""
    assert not any(IDENTITY_CODE in body for body in events_of(village))


@pytest.mark.parametrize("text", ["Metsäpellon asia jatkuu.", "Nevalaisen perheen toive.", "Auran ja muiden ryhmä."])
def test_a_pupils_name_in_the_genitive_is_asked_about(
    village: Village, visit: Visit, member: Someone, meeting_id: UUID, text: str
) -> None:
    page = save(visit, village, member, meeting_id, text, 422)
    assert page.has("Is this a pupil?")
    assert text in page.by_id("guard").text
    assert stored(village, meeting_id) == ""


@pytest.mark.parametrize("text", ["Matti Koskelan esitys.", "Koskelan tunti.", "Oona Rautasalo kutsuu koolle."])
def test_a_teachers_name_stands_though_a_pupil_has_the_same_first_one(
    village: Village, visit: Visit, member: Someone, meeting_id: UUID, text: str
) -> None:
    assert save(visit, village, member, meeting_id, text).has("The memo is saved.")
    assert stored(village, meeting_id) == text


def test_a_place_named_like_a_pupil_stands_with_a_reason(
    village: Village, visit: Visit, member: Someone, meeting_id: UUID
) -> None:
    text = "Retki tehdään Auran koskelle."
    form = save(visit, village, member, meeting_id, text, 422).form("Save")
    assert form.submit(may_stand="place").has("The memo is saved.")
    assert stored(village, meeting_id) == text
    assert sum('"may_stand":"place"' in body for body in events_of(village)) == 1
