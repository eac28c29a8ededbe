"""A provider's templates are kept by its own offices in two languages, and no version of them is lost."""

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_journal import IDENTITY_CODE
from tests.builders_templates import GOAL_FI, GOAL_SV, NEED_FI, NEED_SV, a_template
from tests.client import Client, Page
from tests.signing_in import Visit
from welfare.plan_templates.models import PlanTemplateVersion
from welfare.rules.actors import Role

WORDS = {
    "name_fi": "Tuki lukemiseen",
    "name_sv": "Stöd i läsning",
    "need_fi": NEED_FI,
    "need_sv": NEED_SV,
    "goal_1_fi": GOAL_FI,
    "goal_1_sv": GOAL_SV,
}


@pytest.fixture
def coordinator(village: Village) -> Someone:
    """Who keeps what the provider offers."""
    return village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori")


def add(client: Client, status: int = 200, **changes: str) -> Page:
    form = client.get("/plan-templates").follow("Add a template").form()
    return form.fill(**(WORDS | changes)).submit(status=status)


def test_the_providers_offices_add_a_template(coordinator: Someone, visit: Visit) -> None:
    page = add(visit(coordinator))
    assert page.has("The template is offered from now on.")
    assert page.has("Tuki lukemiseen 1 1 1 Offered")


@pytest.mark.parametrize("role", [Role.PRINCIPAL, Role.CURATOR, Role.DATA_PROTECTION_OFFICER])
def test_nobody_else_keeps_or_sees_the_templates(
    village: Village, coordinator: Someone, visit: Visit, role: Role
) -> None:
    template = a_template(village, coordinator)
    assert visit(coordinator).get(f"/plan-templates/{template}").has("Version 1")
    client = visit(village.staff(role, "Ulla Muu"))
    for address in ("", f"/{template}", f"/of/{village.provider_id}/new"):
        client.get(f"/plan-templates{address}", status=404)


def test_new_words_are_a_new_version_and_the_old_one_stays_readable(
    village: Village, coordinator: Someone, visit: Visit
) -> None:
    template, client = a_template(village, coordinator), visit(coordinator)
    client.get(f"/plan-templates/{template}").form().submit(need_fi="Uusi kysymys?")
    page = client.get(f"/plan-templates/{template}")
    assert page.has("Version 1, 23 Nov 2026")
    assert page.has("Mikä aamuissa on vaikeaa?")
    page.form().submit()
    with village.ledger.transaction() as transaction:
        numbers = select(PlanTemplateVersion.number).where(PlanTemplateVersion.template_id == template)
        assert sorted(transaction.session.scalars(numbers)) == [1, 2]


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"name_fi": ""}, "name_fi", "Write the name in Finnish."),
        ({"need_sv": ""}, "need_sv", "Write the same in the other language too, or leave both empty."),
        ({"goal_1_sv": "Bara målet"}, "goal_1_sv", "must have equally many lines"),
        ({"goal_1_fi": "Tavoite\nyksi", "goal_1_sv": "Mål\nett"}, "goal_1_sv", "There are too few lines"),
        ({"goal_1_fi": GOAL_FI + "\na\nb\nc\nd", "goal_1_sv": GOAL_SV + "\na\nb\nc\nd"}, "goal_1_sv", "too many lines"),
        (
            {"goal_1_fi": GOAL_FI + "\n" + "x" * 301, "goal_1_sv": GOAL_SV + "\ny"},
            "goal_1_sv",
            "Line 8: A line is longer than 300 signs.",
        ),
        ({"need_fi": f"Koodi {IDENTITY_CODE}"}, "need_fi", "There is a personal identity code in the text."),
        ({"need_fi": "x" * 40_000}, "need_fi", "The text is too long: at most 2000 signs, now 40000."),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    coordinator: Someone, visit: Visit, changes: dict[str, str], field: str, words: str
) -> None:
    page = add(visit(coordinator), 422, **changes)
    assert words in page.field_error(field)
    assert {name: page.form().data[name] for name in WORDS} == WORDS | changes
    page.form().fill(**WORDS).submit()


def test_a_template_that_says_nothing_is_not_one(coordinator: Someone, visit: Visit) -> None:
    empty = dict.fromkeys(("need_fi", "need_sv", "goal_1_fi", "goal_1_sv"), "")
    page = add(visit(coordinator), 422, **empty)
    assert page.errors == ["The template is empty. Write at least one section or one example of a goal."]


def test_two_that_are_offered_are_not_called_alike_and_the_second_writer_sees_the_first(
    village: Village, coordinator: Someone, visit: Visit
) -> None:
    template, client = a_template(village, coordinator), visit(coordinator)
    assert "has this name" in add(client, 422, name_fi="kouluun TULEMINEN").field_error("name_fi")
    mine, theirs = (client.get(f"/plan-templates/{template}").form() for _ in range(2))
    theirs.submit(name_fi="Aamut")
    page = mine.submit(name_fi="Aamuihin", status=409)
    assert page.has("Aamut")
    page.form().submit()
    assert client.get("/plan-templates").has("Aamuihin")
