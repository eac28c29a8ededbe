"""Phrases are the provider's: chosen by its writers from a list, about nobody, never from what others have written."""

from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest

from tests.builders import Someone, Village
from tests.builders_cases import People, a_case
from tests.builders_journal import IDENTITY_CODE
from tests.builders_phrases import WORDED, a_phrase
from tests.client import Client, Page
from tests.furnishing import furnishes
from tests.signing_in import Visit
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.actors import Role
from welfare.rules.phrases import PhrasePlace

WORDS = {"place": "plan_goal", "kind": "phrase", "text_fi": "Tulen kouluun ajoissa.", "text_sv": "Jag kommer i tid."}


@dataclass(frozen=True)
class Scene:
    """Aada's open matter with Saara and Mirja, and the provider's coordinator."""

    village: Village
    people: People
    coordinator: Someone
    case_id: UUID


@furnishes
def scene(village: Village) -> Scene:
    people = People.of(village)
    coordinator = village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori")
    return Scene(village, people, coordinator, a_case(village, people.student, people.curator, people.nurse))


def add(client: Client, status: int = 200, **changes: str) -> Page:
    form = client.get("/phrases").follow("Add a phrase").form()
    for name, value in (WORDS | changes).items():
        form.data[name] = value
    return form.submit(status=status)


def test_a_coordinator_keeps_the_phrases_of_the_own_provider(scene: Scene, visit: Visit) -> None:
    client = visit(scene.coordinator)
    page = add(client)
    assert page.has("The phrase is offered from now on.")
    assert page.has("Tulen kouluun ajoissa. Plan: goals Phrase Offered")
    page = page.follow("Tulen kouluun ajoissa.").form().choose(state="Offered no more").submit()
    assert page.has("Offered no more")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("place", "", "Choose where it is offered."),
        ("place", "mind", "Choose one of the answers offered."),
        ("kind", "", "Choose what it is."),
        ("text_fi", "", "Write the text in Finnish."),
        ("text_sv", "", "Write the text in Swedish."),
        ("text_fi", "x" * 4001, "too long"),
        ("text_fi", f"Koodi {IDENTITY_CODE}", "A phrase tells of nobody."),
        ("text_sv", "a\x00", "cannot be read"),
    ],
)
def test_bad_words_are_refused_at_their_field(scene: Scene, visit: Visit, field: str, value: str, words: str) -> None:
    page = add(visit(scene.coordinator), 422, **{field: value})
    assert words in page.field_error(field)
    other = "text_sv" if field == "text_fi" else "text_fi"
    assert page.form().data[other] == WORDS[other]


def test_the_second_of_two_who_change_one_sees_what_the_first_saved(scene: Scene, visit: Visit) -> None:
    phrase_id = a_phrase(scene.village)
    client = visit(scene.coordinator)
    mine, theirs = (client.get(f"/phrases/{phrase_id}").form() for _ in range(2))
    theirs.submit(text_fi="Ensimmäinen.")
    page = mine.submit(text_fi="Toinen.", status=409)
    assert page.has("Ensimmäinen.")
    assert page.form().data["text_fi"] == "Toinen."


@pytest.mark.parametrize("role", [Role.PRINCIPAL, Role.CURATOR])
def test_nobody_else_keeps_them(scene: Scene, visit: Visit, role: Role) -> None:
    phrase_id = a_phrase(scene.village)
    client = visit(scene.village.staff(role, "Ulla Muu"))
    for address in ("/phrases", f"/phrases/{phrase_id}", f"/phrases/of/{scene.village.provider_id}/new"):
        client.get(address, status=404)


def test_a_writer_is_offered_the_phrases_of_the_place_and_the_provider(scene: Scene, visit: Visit) -> None:
    village, other_id = scene.village, uuid4()
    with village.work() as work:
        names = {"name_fi": "Naapurin kunta", "name_sv": "Grannens kommun"}
        work.session.add(
            Organisation(id=other_id, kind=OrganisationKind.PROVIDER, parent_id=village.county_id, **names)
        )
    a_phrase(village)
    a_phrase(village, text="Naapurin sanat.", provider_id=other_id)
    a_phrase(village, text="Vanhat sanat.", is_offered=False)
    a_phrase(village, PhrasePlace.PLAN_GOAL, "Tavoitteen sanat.")
    page = visit(scene.people.nurse).get(f"/cases/{scene.case_id}/journal/new/note")
    assert page.has("Use a phrase")
    assert page.has(WORDED)
    for absent in ("Naapurin sanat.", "Vanhat sanat.", "Tavoitteen sanat."):
        assert not page.has(absent)


def test_the_pupils_own_words_are_offered_none(scene: Scene, visit: Visit) -> None:
    a_phrase(scene.village)
    page = visit(scene.people.nurse).get(f"/cases/{scene.case_id}/journal/new/own-words")
    assert not page.has("Use a phrase")


def test_what_is_written_of_a_pupil_is_offered_to_nobody(scene: Scene, visit: Visit) -> None:
    a_phrase(scene.village)
    nurse = visit(scene.people.nurse)
    written = "Aada nukkuu huonosti."
    nurse.get(f"/cases/{scene.case_id}/journal/new/note").form("Save the entry").submit(information=written)
    page = nurse.get(f"/cases/{scene.case_id}/journal/new/note")
    assert page.has(WORDED)
    assert not page.has(written)


def test_a_list_speaks_the_writers_language(scene: Scene, visit: Visit) -> None:
    a_phrase(scene.village)
    nurse = visit(scene.people.nurse)
    nurse.flask.set_cookie("language", "sv")
    assert nurse.get(f"/cases/{scene.case_id}/journal/new/note").has(f"{WORDED} sv")
