"""Instructions are read version by version; the principal sees who has not, and reminds them by silent mail."""

from datetime import date

import pytest
from sqlalchemy import select

from tests.builders import Village
from tests.builders_guidance import a_receipt, an_instruction
from tests.builders_journal import IDENTITY_CODE
from tests.rooms.guidance.conftest import Scene
from tests.signing_in import Visit
from welfare.mail.models import Mail
from welfare.rules.actors import Role
from welfare.rules.guidance import Readers

WORDS = {
    "title_fi": "Poissaolot",
    "title_sv": "Frånvaro",
    "text_fi": "Kirjaa samana päivänä.",
    "text_sv": "Anteckna samma dag.",
    "readers": "teaching",
    "begins_on": "23.11.2026",
}


def test_a_teacher_reads_what_the_principal_gives_and_is_asked_anew_for_new_words(scene: Scene, visit: Visit) -> None:
    leader = visit(scene.principal)
    page = leader.get(scene.unit).follow("All instructions").follow("Give an instruction")
    page = page.form().fill(**WORDS).submit()
    assert page.has("The instruction is in the library.")
    assert page.has("Who has not read it Oona Rautasalo Teemu Lahti") or page.has("Teemu Lahti Oona Rautasalo")
    assert not page.has("Mirja Kanervala"), "it is for teaching staff"
    reader = visit(scene.teacher)
    page = reader.get(scene.unit).follow("1 instruction waits for you").follow("Poissaolot")
    assert page.has("Kirjaa samana päivänä.")
    page = page.form().submit()
    assert page.has("You have read this version.")
    assert not page.has("Teemu Lahti"), "who has not read is for whoever leads"
    page = leader.get(page.url)
    assert page.has("50%")
    assert page.has("Who has not read it Teemu Lahti")
    page.follow("Change").form().submit(text_fi="Kirjaa tunnin alussa.")
    page = reader.get(page.url)
    assert page.has("Version 2")
    assert not page.has("You have read this version.")
    assert page.has("Version 1, 23 Nov 2026")
    leader.get(page.url).follow("Change").form().submit(ends_on="31.7.2027")
    assert reader.get(page.url).has("Version 2"), "other days are no new words"


def test_those_who_have_not_read_are_reminded_by_a_silent_mail(village: Village, scene: Scene, visit: Visit) -> None:
    instruction = an_instruction(village, scene.principal, readers=Readers.TEACHING)
    a_receipt(village, instruction, scene.teacher)
    page = visit(scene.principal).get(f"{scene.unit}/instructions/{instruction}")
    page = page.form("Remind them by mail").submit()
    assert page.has("1 person is reminded by mail.")
    with village.ledger.transaction() as transaction:
        mails = transaction.session.scalars(select(Mail)).all()
        assert [(mail.person_id, mail.about_id) for mail in mails] == [(scene.colleague.person_id, instruction)]


def test_an_instruction_of_the_provider_is_read_in_its_schools_and_changed_by_the_provider(
    village: Village, scene: Scene, visit: Visit
) -> None:
    coordinator = village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori")
    instruction = an_instruction(village, coordinator, "Kunnan ohje", unit_id=village.provider_id)
    page = visit(scene.principal).get(f"{scene.unit}/instructions").follow("Kunnan ohje")
    assert "Change" not in page.links
    visit(scene.principal).get(f"{scene.unit}/instructions/{instruction}/edit", status=404)
    assert visit(scene.teacher).get(page.url).form().submit().has("You have read this version.")
    client = visit(coordinator)
    page = client.get(f"/communal/{village.provider_id}/instructions").follow("Kunnan ohje").follow("Change")
    assert page.form().submit(title_fi="Kunnan uusi ohje").has("Kunnan uusi ohje")


def test_what_is_not_in_force_waits_for_nobody(village: Village, scene: Scene, visit: Visit) -> None:
    coming = an_instruction(village, scene.principal, "Tuleva", begins_on=date(2027, 1, 1))
    gone = an_instruction(village, scene.principal, "Mennyt", ends_on=date(2026, 11, 22))
    page = visit(scene.teacher).get(f"{scene.unit}/instructions")
    assert page.has("Tuleva Version 1 Not in force yet")
    assert page.has("Mennyt Version 1 In force no more")
    assert not page.has("These wait for you")
    for instruction in (coming, gone):
        page = visit(scene.teacher).get(f"{scene.unit}/instructions/{instruction}")
        assert not page.has("I have read this version")


def test_the_light_of_the_school_burns_until_all_have_read(village: Village, scene: Scene, visit: Visit) -> None:
    instruction = an_instruction(village, scene.principal, readers=Readers.TEACHING)
    a_receipt(village, instruction, scene.teacher)
    assert visit(scene.principal).get(scene.unit).has("50% of what is to be read has been read")
    a_receipt(village, instruction, scene.colleague)
    assert visit(scene.principal).get(scene.unit).has("100% of what is to be read has been read")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title_fi", ""),
        ("title_sv", "x" * 161),
        ("text_fi", f"Koodi {IDENTITY_CODE}"),
        ("link", "javascript:alert(1)"),
        ("link", "http://example.org"),
        ("link", "https://"),
        ("readers", ""),
        ("readers", "pupils"),
        ("begins_on", "soon"),
        ("ends_on", "22.11.2026"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_nothing_typed_is_lost(
    scene: Scene, visit: Visit, field: str, value: str
) -> None:
    form = visit(scene.principal).get(f"{scene.unit}/instructions/new").form()
    page = form.fill(**(WORDS | {field: value})).submit(status=422)
    assert page.field_error(field)
    assert page.form().data["text_sv"] == "Anteckna samma dag."


def test_an_instruction_says_something_or_leads_to_it(scene: Scene, visit: Visit) -> None:
    form = visit(scene.principal).get(f"{scene.unit}/instructions/new").form()
    page = form.fill(**(WORDS | {"text_fi": "", "text_sv": ""})).submit(status=422)
    assert page.field_error("text_fi")
    page = page.form().submit(link="https://example.org/ohje")
    assert "https://example.org/ohje" in page.links


def test_the_second_of_two_who_change_one_sees_what_the_first_saved(
    village: Village, scene: Scene, visit: Visit
) -> None:
    instruction = an_instruction(village, scene.principal)
    client = visit(scene.principal)
    mine, theirs = (client.get(f"{scene.unit}/instructions/{instruction}/edit").form() for _ in range(2))
    theirs.submit(text_fi="Kirjaa heti.")
    page = mine.submit(text_fi="Kirjaa pian.", status=409)
    assert page.has("Kirjaa heti.")
    assert page.form().data["text_fi"] == "Kirjaa pian."
    assert page.form().submit().has("Version 3")


def test_who_only_works_there_gives_and_reminds_nothing(village: Village, scene: Scene, visit: Visit) -> None:
    instruction = an_instruction(village, scene.principal)
    client = visit(scene.teacher)
    for address in ("new", f"{instruction}/edit"):
        client.get(f"{scene.unit}/instructions/{address}", status=404)
    assert not client.get(f"{scene.unit}/instructions/{instruction}").has("Remind them by mail")
    elsewhere = village.another_school()
    there = an_instruction(village, scene.principal, unit_id=elsewhere)
    visit(scene.principal).get(f"{scene.unit}/instructions/{there}", status=404)
    visit(village.staff(Role.ADMINISTRATOR, "Ville V")).get(f"{scene.unit}/instructions", status=404)
