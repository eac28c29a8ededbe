"""The guard of communal texts: a code never passes, a pupil's name only with a reason, and nothing found is kept."""

import json
from collections import Counter
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_groups import a_group
from tests.builders_journal import IDENTITY_CODE
from tests.client import Page
from tests.signing_in import Visit
from welfare.audit.models import AuditEvent
from welfare.communal.guard import look
from welfare.crypto.encrypted import Encrypted
from welfare.db.base import Base
from welfare.organisations.models import Organisation
from welfare.people.models import Enrolment, Person
from welfare.rules.actors import Role


@pytest.fixture
def principal(village: Village) -> Someone:
    return village.staff(Role.PRINCIPAL, "Riitta Reksi")


@pytest.fixture(autouse=True)
def pupils(village: Village) -> dict[str, Someone]:
    """Two pupils of the school, one of another, and a teacher who is called like one of them."""
    own, elsewhere = village.a_class(), village.a_class("7A", village.another_school("Kaislan koulu"))
    village.staff(Role.TEACHER, "Aura Koskela")
    return {
        "matti": village.student("Matti Metsäpelto", own),
        "aura": village.student("Aura Nevalainen", own),
        "pekka": village.student("Pekka Kaukanen", elsewhere),
    }


def write(visit: Visit, village: Village, who: Someone, tasks: str, status: int = 200, **answers: Any) -> Page:  # noqa: ANN401
    form = visit(who).get(f"/communal/{village.school_id}/groups/new/school").form()
    return form.submit(status=status, tasks_fi=tasks, **answers)


def test_a_text_with_an_identity_code_is_refused_and_no_reason_helps(
    village: Village, visit: Visit, principal: Someone
) -> None:
    page = write(visit, village, principal, f"Oppilas {IDENTITY_CODE} siirtyy.", 422)
    form = page.form()
    form.data["may_stand"] = "word"
    for refused in (page, form.submit(status=422)):
        assert "identity code" in refused.field_error("tasks_fi")


@pytest.mark.parametrize("sentence", ["Matin asia jäi auki.", "Otetaan yhteys Matille kotiin.", "Mattia ei nähty."])
def test_a_pupils_name_in_any_case_is_shown_with_its_sentence_and_nothing_typed_is_lost(
    village: Village, visit: Visit, principal: Someone, sentence: str
) -> None:
    page = write(visit, village, principal, f"Arvioidaan vuosi. {sentence} Suunnitellaan.", 422, decision="5 §")
    assert page.has("Is this a pupil?")
    assert page.has(sentence)
    assert page.field_error("may_stand")
    assert page.form().data["decision"] == "5 §"
    assert sentence in page.form().data["tasks_fi"]


def test_a_place_named_like_a_pupil_stands_with_a_reason_that_the_event_has_by_its_code(
    village: Village, visit: Visit, principal: Someone
) -> None:
    page = write(visit, village, principal, "Retki tehdään Auran koskelle.", 422)
    assert page.form().submit(may_stand="place").has("The group is named.")
    bodies = events_of(village)
    assert sum('"may_stand":"place"' in body for body in bodies) == 1


@pytest.mark.parametrize("text", ["Aura Koskela esittelee Move!-tulokset.", "Pekan koulu on Kaislassa.", "Arvioidaan."])
def test_staff_and_pupils_of_other_schools_and_plain_words_pass(
    village: Village, visit: Visit, principal: Someone, text: str
) -> None:
    assert write(visit, village, principal, text).has("The group is named.")


def test_what_was_let_through_is_not_asked_about_again_and_a_new_name_is(
    village: Village, visit: Visit, principal: Someone
) -> None:
    page = write(visit, village, principal, "Retki tehdään Auran koskelle.", 422).form().submit(may_stand="place")
    form = page.follow("Change the group").form()
    assert form.submit(decision="6 §").has("The changes are saved.")
    form = visit(principal).get(page.url.partition("#")[0]).follow("Change the group").form()
    tasks = "Retki tehdään Auran koskelle. Matti jää pois."
    refused = form.submit(status=422, tasks_fi=tasks)
    assert refused.has("Matti jää pois.")
    assert "Matti jää pois." in refused.by_id("guard").text
    assert "Auran" not in refused.by_id("guard").text


@pytest.mark.parametrize("text", ["Matti Metsäpelto puhui.", "Matin asia jäi auki.", "Metsäpellon perhe kävi."])
def test_a_pupil_with_a_safety_prohibition_is_found_by_the_same_warning_and_nothing_tells_of_it(
    village: Village, visit: Visit, principal: Someone, pupils: dict[str, Someone], text: str
) -> None:
    told = []
    for is_restricted in (False, True):
        with village.work() as work:
            work.session.get_one(Person, pupils["matti"].person_id).is_restricted = is_restricted
        before = shapes_of(village)
        page = write(visit, village, principal, text, 422)
        assert page.has("Is this a pupil?")
        told.append((page.by_id("guard").text, page.field_error("may_stand"), shapes_of(village) - before))
    assert told[0] == told[1]


def test_a_safety_prohibition_is_told_by_no_providers_text_either(village: Village, pupils: dict[str, Someone]) -> None:
    with village.work() as work:
        work.session.get_one(Person, pupils["matti"].person_id).is_restricted = True
    text = "Kuultiin Matti Metsäpellon ja Pekka Kaukasen perheitä."
    assert findings(village, village.provider_id, text) == ["Matti Metsäpellon", "Pekka Kaukasen"]


def test_who_left_in_the_last_year_is_found_and_who_left_before_is_not(
    village: Village, pupils: dict[str, Someone]
) -> None:
    for ended_on, found in ((date(2026, 5, 30), ["Matin"]), (date(2025, 5, 31), [])):
        with village.work() as work:
            mine = Enrolment.student_id == pupils["matti"].person_id
            work.session.scalars(select(Enrolment).where(mine)).one().ends_on = ended_on
        assert findings(village, village.school_id, "Matin asia jäi auki.") == found


def test_a_pupil_learns_of_nobody_with_a_safety_prohibition_whether_they_study_here(
    village: Village, pupils: dict[str, Someone]
) -> None:
    with village.work() as work:
        work.session.get_one(Person, pupils["matti"].person_id).is_restricted = True
    with village.work() as work:
        school = work.session.get_one(Organisation, village.school_id)
        texts = ["Matti Metsäpelto ja Aura Nevalainen."]
        by_pupil, by_staff = (look(work, school, texts, is_asked_by_pupil=asked).mentions for asked in (True, False))
    assert [mention.words for mention in by_pupil] == ["Aura Nevalainen"]
    assert [mention.words for mention in by_staff] == ["Matti Metsäpelto", "Aura Nevalainen"]


def shapes_of(village: Village) -> Counter[tuple[str, ...]]:
    """What the events of the trail hold, without the times and ids that no two have in common."""
    return Counter(tuple(sorted(json.loads(body))) for body in events_of(village))


def test_of_a_providers_schools_only_whole_names_are_found_and_in_a_county_codes_alone(village: Village) -> None:
    found = {
        unit: (
            findings(village, unit, "Matin asia."),
            findings(village, unit, "Kuultiin Matti Metsäpellon ja Pekka Kaukasen perheitä."),
            findings(village, unit, f"Koodi {IDENTITY_CODE}."),
        )
        for unit in (village.provider_id, village.county_id)
    }
    whole = ["Matti Metsäpellon", "Pekka Kaukasen"]
    assert found[village.provider_id] == ([], whole, "code")
    assert found[village.county_id] == ([], [], "code")


@pytest.mark.parametrize(
    "name", ["Metsäpelto, Matti", "Matti Johannes Metsäpelto", "Matti J. Metsäpellon", "Mat\u00adti Metsä\u200bpelto"]
)
def test_a_providers_text_is_looked_through_for_whole_names_in_every_spelling(village: Village, name: str) -> None:
    assert findings(village, village.provider_id, f"Kuultiin: {name} kotoa.") == [name]
    assert findings(village, village.provider_id, "Kuultiin: Matti, Metsäpelto ja Tuula Johanna Nieminen.") == []


@pytest.mark.parametrize("sentence", ["Mat\u00adtia kuultiin.", "matti-metsäpelto oli poissa.", "M\u2060atti tuli."])
def test_unseen_signs_and_hyphens_hide_no_name_of_a_school(village: Village, sentence: str) -> None:
    assert findings(village, village.school_id, sentence) == [sentence.split(maxsplit=1)[0]]


def findings(village: Village, unit_id: UUID, words: str) -> list[str] | str:
    with village.work() as work:
        found = look(work, work.session.get_one(Organisation, unit_id), [words])
    return "code" if found.has_code else [mention.words for mention in found.mentions]


def test_nothing_that_was_found_is_kept_anywhere(village: Village, visit: Visit, principal: Someone) -> None:
    page = write(visit, village, principal, "Mattiakin kuultiin, Metsäpellolle soitettiin.", 422)
    page.form().submit(tasks_fi="Arvioidaan yhdessä huoltajien kanssa.")
    stored = everything_readable(village)
    assert "Arvioidaan yhdessä huoltajien kanssa." in stored
    assert not [word for word in ("Mattiakin", "Metsäpellolle", "Is this") if word in stored]


def everything_readable(village: Village) -> str:
    """Every cell of every table that is not sealed."""
    with village.ledger.transaction() as transaction:
        rows = [row for each in Base.metadata.sorted_tables for row in transaction.session.execute(each.select())]
    cells = [cell for row in rows for cell in row if not isinstance(cell, Encrypted)]
    return "\n".join(cell.decode(errors="ignore") if isinstance(cell, bytes) else str(cell) for cell in cells)


def events_of(village: Village) -> list[str]:
    with village.ledger.transaction() as transaction:
        return [bytes(body).decode() for body in transaction.session.scalars(select(AuditEvent.body))]


def test_seats_say_how_somebody_is_chosen_and_never_who(village: Village, visit: Visit, principal: Someone) -> None:
    group_id = a_group(village, principal, begins_on=date(2026, 8, 11))
    form = visit(principal).get(f"/communal/{village.school_id}/groups/{group_id}/seats/others").form()
    page = form.submit(status=422, holder="pupils", how_chosen="Valittiin Matti ja Aura")
    assert page.has("Is this a pupil?")
    assert page.form().submit(how_chosen="Oppilaskunta valitsee").has("The seat is in the group.")
