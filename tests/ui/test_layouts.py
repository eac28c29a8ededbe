"""What stands around every page, for whom, and what is said when a page cannot be given."""

import pytest

from tests.client import Client

ERRORS = ["400", "403", "404", "409", "413", "429", "500", "503", "expired", "read_only"]


def test_the_shell_has_search_menu_account_languages_and_the_end_of_the_session(visitor: Client) -> None:
    page = visitor.get("/worklist")
    assert page.links["Worklist 7 open"] == "/worklist"
    current = page.tree.all("a", when=lambda node: node.get("aria-current") == "page")
    assert [node.text for node in current] == ["Worklist 7 open"]
    assert page.by_id("find").get("type") == "search"
    assert page.has("Saara Lehtovirta Curator · Järvi-Suomi")
    assert page.has("The session ends at 16:40 – your texts are kept as drafts.")
    assert page.form("Sign out").data["csrf_token"] == "invented"


def test_a_group_of_the_menu_is_named_once(visitor: Client) -> None:
    groups = visitor.get("/worklist").tree.all("p", when=lambda node: "group" in node.words)
    assert [node.text for node in groups] == ["Communal work"]


def test_before_sign_in_there_is_no_menu_and_no_session(visitor: Client) -> None:
    page = visitor.get("/gate")
    assert "Sign out" not in [button for form in page.forms for button in form.buttons]
    assert not page.has("The session ends")
    assert list(page.links)[:3] == ["Skip to the content", "Student Welfare", "Suomi"]


def test_the_portal_has_one_bar_of_at_most_four_places(visitor: Client) -> None:
    bars = visitor.get("/portal").tree.all("nav", when=lambda node: "tabbar" in node.words)
    assert [len(bar.all("a")) for bar in bars] == [4]


@pytest.mark.parametrize("path", ["/worklist", "/portal", "/gate"])
def test_a_demonstration_and_reading_only_are_said_on_every_kind_of_page(visitor: Client, path: str) -> None:
    assert not visitor.get(path).has("Demonstration.")
    page = visitor.get(f"{path}?demo&read-only")
    assert page.has("Demonstration. All people and texts here are invented.")
    assert page.has("Only reading is possible now.")


def test_the_warning_of_idleness_waits_hidden_with_its_seconds(visitor: Client) -> None:
    box = visitor.get("/worklist").tree.first(when=lambda node: node.has("data-idle-seconds"))
    assert box is not None
    assert (box.get("data-idle-seconds"), box.has("hidden")) == ("900", True)
    assert visitor.get("/gate").tree.first(when=lambda node: node.has("data-idle-seconds")) is None


def test_single_keys_are_off_until_chosen(visitor: Client) -> None:
    assert not visitor.get("/worklist").tree.all("body")[0].has("data-shortcuts")
    assert visitor.get("/worklist?keys").tree.all("body")[0].has("data-shortcuts")


@pytest.mark.parametrize("who", ["", "?signed-out"])
@pytest.mark.parametrize("name", ERRORS)
def test_every_error_page_says_what_to_do_and_leads_home(visitor: Client, name: str, who: str) -> None:
    page = visitor.get(f"/error/{name}{who}")
    assert page.links["Go to the front page"] == "/"
    assert page.title == f"{page.heading} – Student Welfare"


@pytest.mark.parametrize("name", ["expired", "read_only"])
def test_a_form_that_came_too_late_gives_its_text_back_without_secrets(visitor: Client, name: str) -> None:
    typed = {
        "story": "Long story\n<b>told</b>\x00",
        "password": "open sesame",
        "csrf_token": "token",
        "idempotency_key": "key",
        "student": "5f0f6a52-6c0f-4f53-9a4e-0c5b3b0f5a11",
        "why_not": "",
    }
    page = visitor.post(f"/error/{name}", typed)
    areas = page.tree.all("textarea")
    assert [area.raw_text.strip() for area in areas] == ["Long story\n<b>told</b>\ufffd"]
    assert all(area.has("readonly") for area in areas)
    assert "open sesame" not in page.html


def test_a_stale_save_shows_both_texts_and_the_merged_one_ready_to_edit(visitor: Client) -> None:
    page = visitor.get("/stale", status=409)
    assert page.heading == "Someone else saved first"
    assert page.has("Mirja Kanervala, nurse · 9:44")
    merged = page.form().data["text"]
    assert "4 of them lately." in merged
    assert "A health check is agreed." in merged
    assert [node.text for node in page.tree.all("ins")]


def test_no_name_of_a_person_stands_in_a_title(visitor: Client) -> None:
    visitor.names = ("Aada", "Metsäpelto", "Saara")
    assert visitor.get("/case").title == "2026–27/KOI/014 – Student Welfare"
    assert visitor.get("/portal").heading == "Hei, Aada!"
