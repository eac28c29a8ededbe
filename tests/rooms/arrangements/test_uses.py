"""A group agrees on one of the provider's arrangements for its pupil; the provider sees numbers alone."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from flask import Flask

from tests.builders import Someone, Village
from tests.builders_arrangements import AGREED, a_use, an_arrangement
from tests.builders_cases import a_case, a_will
from tests.builders_journal import IDENTITY_CODE
from tests.client import Client, Page
from tests.rooms.arrangements.conftest import Scene
from tests.signing_in import Visit
from welfare.arrangements.models import Arrangement, ArrangementUse
from welfare.cases.models import Case
from welfare.rules.arrangements import CatalogueState
from welfare.rules.cases import CaseState
from welfare.rules.consent import Answer, ConsentKind


def agree(client: Client, scene: Scene, status: int = 200, **changes: str) -> Page:
    form = client.get(f"/cases/{scene.case_id}").follow("Agree on one").form()
    answers = {
        "arrangement": str(scene.shortened),
        "starts_on": "16.11.2026",
        "ends_on": "18.12.",
        "conditions": AGREED,
    }
    return form.fill(**(answers | changes)).submit(status=status)


def test_a_member_agrees_on_one_and_the_group_reads_it(scene: Scene, visit: Visit) -> None:
    page = agree(visit(scene.people.nurse), scene)
    assert page.has("The arrangement is saved with the matter.")
    page = visit(scene.people.curator).get(f"/cases/{scene.case_id}")
    assert page.has("Lyhennetty koulupäivä In use 16 Nov 2026 – 18 Dec 2026")
    assert page.has(AGREED)
    assert page.has("General conditions: Enintään kuusi viikkoa kerrallaan.")


def test_what_was_agreed_on_lies_sealed(village: Village, scene: Scene) -> None:
    use_id = a_use(village, scene.case_id, scene.shortened, scene.people.nurse)
    with village.ledger.transaction() as transaction:
        assert b"Aamut" not in (transaction.session.get_one(ArrangementUse, use_id).document.blob or b"")


def test_it_stays_as_it_was_agreed_on_when_the_catalogue_changes(scene: Scene, visit: Visit) -> None:
    agree(visit(scene.people.nurse), scene)
    keeper = visit(scene.coordinator)
    keeper.get(f"/arrangements/{scene.shortened}").form().submit(name_fi="Lyhyt päivä", conditions_fi="Kaksi viikkoa.")
    page = visit(scene.people.nurse).get(f"/cases/{scene.case_id}")
    assert page.has("Lyhennetty koulupäivä In use")
    assert not page.has("Kaksi viikkoa.")


def test_only_what_is_offered_can_be_chosen(village: Village, scene: Scene, visit: Visit) -> None:
    gone = an_arrangement(village, scene.coordinator, "Etäpolku", is_offered=False)
    client = visit(scene.people.nurse)
    form = client.get(f"/cases/{scene.case_id}/arrangements/new").form()
    assert set(form.options["arrangement"]) == {"Choose", "Lyhennetty koulupäivä"}
    for chosen in (str(gone), str(uuid4()), "x"):
        assert agree(client, scene, 422, arrangement=chosen).field_error("arrangement")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("ends_on", "15.11.2026", "before the first"),
        ("ends_on", "1.1.2030", "three years"),
        ("ends_on", "31.2.2027", "Write the day as"),
        ("starts_on", "", "Write the first day."),
        ("conditions", "", "Write what was agreed on."),
        ("conditions", "x" * 4001, "too long"),
        ("conditions", f"Koodi {IDENTITY_CODE}", "personal identity code"),
        ("arrangement", "", "Choose the arrangement."),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_nothing_typed_is_lost(
    scene: Scene, visit: Visit, field: str, value: str, words: str
) -> None:
    page = agree(visit(scene.people.nurse), scene, 422, **{field: value})
    assert words in page.field_error(field)
    kept = page.form().data
    assert kept["conditions"] == (value if field == "conditions" else AGREED)
    assert not visit(scene.people.nurse).get(f"/cases/{scene.case_id}").has("Lyhennetty koulupäivä")


def test_a_member_tells_that_it_has_ended_and_what_came_of_it(village: Village, scene: Scene, visit: Visit) -> None:
    a_use(village, scene.case_id, scene.shortened, scene.people.nurse)
    client = visit(scene.people.curator)
    page = client.get(f"/cases/{scene.case_id}").follow("Tell that it has ended: Lyhennetty koulupäivä")
    late = client.get(page.url).form()
    page = page.form().submit(ended_on="20.11.2026", outcome="Aamut sujuvat.")
    assert page.has("The end of the arrangement is saved.")
    assert page.has("Lyhennetty koulupäivä Has ended 16 Nov 2026 – 20 Nov 2026")
    assert page.has("How did the arrangement turn out? Aamut sujuvat.")
    assert "Tell that it has ended" not in page.text
    page = late.submit(ended_on="21.11.2026")
    assert page.has("Somebody has told already that it ended.")
    assert page.has("16 Nov 2026 – 20 Nov 2026")


@pytest.mark.parametrize("day", ["15.11.2026", "24.11.2026", "", "soon"])
def test_it_ends_between_its_first_day_and_today(village: Village, scene: Scene, visit: Visit, day: str) -> None:
    use_id = a_use(village, scene.case_id, scene.shortened, scene.people.nurse)
    form = visit(scene.people.nurse).get(f"/cases/{scene.case_id}/arrangements/{use_id}/end").form()
    page = form.submit(ended_on=day, outcome="Sujui.", status=422)
    assert page.field_error("ended_on")
    assert page.form().data["outcome"] == "Sujui."


@pytest.mark.parametrize("name", ["teacher", "mother", "student", "coordinator"])
def test_who_is_not_in_the_group_finds_nothing(village: Village, scene: Scene, visit: Visit, name: str) -> None:
    use_id = a_use(village, scene.case_id, scene.shortened, scene.people.nurse)
    who: Someone = scene.coordinator if name == "coordinator" else getattr(scene.people, name)
    client = visit(who)
    for address in ("new", f"{use_id}/end"):
        client.get(f"/cases/{scene.case_id}/arrangements/{address}", status=404)


def test_with_the_consent_ends_the_sight(village: Village, scene: Scene, visit: Visit) -> None:
    people, kind, day = scene.people, ConsentKind.GROUP_MEMBER, date(2026, 11, 23)
    visit(people.nurse).get(f"/cases/{scene.case_id}/arrangements/new")
    a_will(village, scene.case_id, people.student, kind, Answer.WITHDRAWN, named=people.nurse, given_on=day)
    visit(people.nurse).get(f"/cases/{scene.case_id}/arrangements/new", status=404)


def test_a_closed_matter_takes_no_arrangement(village: Village, scene: Scene, visit: Visit) -> None:
    form = visit(scene.people.nurse).get(f"/cases/{scene.case_id}/arrangements/new").form()
    form.fill(arrangement=str(scene.shortened), starts_on="23.11.2026", conditions=AGREED)
    with village.work() as work:
        case = work.session.get_one(Case, scene.case_id)
        case.state, case.closed_at = CaseState.CLOSED, work.now
    form.submit(status=404)
    page = visit(scene.people.nurse).get(f"/cases/{scene.case_id}", status=200)
    assert "Agree on one" not in page.links


def test_an_arrangement_withdrawn_while_the_form_was_open_is_refused_at_the_field(
    village: Village, scene: Scene, visit: Visit
) -> None:
    form = visit(scene.people.nurse).get(f"/cases/{scene.case_id}/arrangements/new").form()
    with village.work() as work:
        work.session.get_one(Arrangement, scene.shortened).state = CatalogueState.ENDED
    page = form.submit(arrangement=str(scene.shortened), starts_on="23.11.2026", conditions=AGREED, status=422)
    assert page.field_error("arrangement")


def used(village: Village, scene: Scene, count: int, starts_on: date = date(2026, 10, 1)) -> None:
    """The shortened day in use for so many pupils."""
    class_id = village.a_class(f"7{count}")
    for number in range(count):
        student = village.student(f"Oppilas {number}", class_id)
        case_id = a_case(village, student, scene.people.curator)
        a_use(village, case_id, scene.shortened, scene.people.curator, starts_on=starts_on, ends_on=date(2026, 12, 1))


def test_the_provider_sees_numbers_from_five_on(app: Flask, village: Village, scene: Scene, visit: Visit) -> None:
    used(village, scene, 4)
    keeper = visit(scene.coordinator)
    assert keeper.get("/arrangements").has("<5 0 0 Offered")
    used(village, scene, 1)
    assert keeper.get("/arrangements").has("5 0 0 Offered")
    app.extensions["settings"] = replace(app.extensions["settings"], small_number_floor=6)
    assert keeper.get("/arrangements").has("<6 0 0 Offered")


def test_a_pupil_counts_once_in_a_term_and_in_each_term_of_the_period(
    village: Village, scene: Scene, visit: Visit
) -> None:
    used(village, scene, 5, starts_on=date(2026, 5, 4))
    a_use(village, scene.case_id, scene.shortened, scene.people.nurse)
    a_use(village, scene.case_id, scene.shortened, scene.people.nurse, starts_on=date(2026, 11, 20))
    page = visit(scene.coordinator).get("/arrangements")
    assert page.has("Autumn term 2026 Spring term 2026 Autumn term 2025")
    assert page.has("6 5 0 Offered")


def test_the_numbers_open_nothing_of_any_matter(village: Village, scene: Scene, visit: Visit) -> None:
    used(village, scene, 5)
    page = visit(scene.coordinator).get("/arrangements")
    assert "Oppilas" not in page.text
    assert "KOI/" not in page.text
