"""The client behaves as a person with a browser, and a test that expects the wrong thing is told so."""

import pytest

from tests.client import Client
from tests.page_critic import BadPageError


def test_forms_are_sent_as_they_stand_on_the_page(visitor: Client) -> None:
    form = visitor.get("/form").form()
    assert {"csrf_token", "idempotency_key", "student", "story"} <= set(form.data)
    assert "urgency" not in form.data


def test_answers_can_be_chosen_by_their_words(visitor: Client) -> None:
    form = visitor.get("/form").form().choose(student="Eetu Kallioniemi, 7A", urgency="Yes")
    assert form.data["urgency"] == "urgent"
    assert form.options["urgency"] == {"Yes": "urgent", "No": "ordinary"}


def test_a_named_button_sends_its_name(visitor: Client) -> None:
    form = visitor.get("/form").form()
    form.press("Save the draft")
    assert form.data["as_draft"] == "1"


def test_a_field_that_is_not_there_is_a_mistake_of_the_test(visitor: Client) -> None:
    with pytest.raises(AssertionError, match="no field"):
        visitor.get("/form").form().submit(nickname="x")


def test_a_form_is_found_by_its_button_its_place_or_alone_in_the_main_part(visitor: Client) -> None:
    page = visitor.get("/form")
    assert page.form("Sign out").node.get("action") == "/out"
    assert page.form(0).node.get("role") == "search"
    assert page.form().node.has("data-autosave")
    with pytest.raises(AssertionError, match="forms answer"):
        page.form("Delete")


def test_an_unexpected_status_fails_with_the_words_of_the_page(visitor: Client) -> None:
    assert visitor.get("/stale", status=409).status == 409
    with pytest.raises(AssertionError, match=r"answered 409, not 200: .*Someone else saved first"):
        visitor.get("/stale")


def test_a_canary_on_any_page_fails_the_visit(visitor: Client) -> None:
    visitor.canaries = ("Metsäpelto",)
    assert visitor.get("/worklist").heading == "Työlista"
    with pytest.raises(BadPageError, match="Metsäpelto"):
        visitor.get("/case")


def test_links_are_followed_by_their_words(visitor: Client) -> None:
    assert visitor.get("/worklist").follow("Avaa: Noora Sillanpelto").heading == "Aada Metsäpelto"
    with pytest.raises(AssertionError, match="no link"):
        visitor.get("/worklist").follow("Delete")


def test_redirects_are_followed_unless_asked_not_to(visitor: Client) -> None:
    assert visitor.get("/language/sv?to=/gate").language == "sv"
    assert visitor.get("/language/sv", status=302, follow=False).heading == ""


def test_an_answer_that_is_no_page_is_not_criticised(visitor: Client) -> None:
    assert visitor.post("/draft", {}, status=204).text == ""
