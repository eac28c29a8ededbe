"""A form is sent once, by the one it was drawn for, and its text survives every refusal."""

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from tests.client import Client
from tests.ui.gallery_forms import EveryField, Merge


def test_each_drawing_of_a_form_carries_a_key_of_its_own(visitor: Client) -> None:
    keys = {visitor.get("/form").form().data["idempotency_key"] for _time in range(3)}
    assert len(keys) == 3


def test_the_key_that_was_sent_is_the_one_the_action_gets(gallery: Flask) -> None:
    with gallery.test_request_context(method="POST", data={"idempotency_key": "k" * 24}):
        assert EveryField().idempotency_key.data == "k" * 24


@pytest.mark.parametrize("key", ["", "short", "x" * 65, "' OR 1=1 -- and more"])
def test_a_form_without_a_whole_key_asks_to_be_sent_again(visitor: Client, key: str) -> None:
    page = visitor.get("/form").form().submit(idempotency_key=key)
    assert "The form was not whole. Check your answers and send it again." in page.errors
    assert len(page.form().data["idempotency_key"]) == 24


def test_a_forged_form_is_refused_and_gives_the_text_back(visitor: Client) -> None:
    page = visitor.get("/form").form().submit(csrf_token="forged", why_not="kept")
    assert "The page had been open for too long. Check your answers and send them again." in page.errors
    assert page.form().data["why_not"] == "kept"


def test_a_revised_form_carries_the_revision_its_writer_saw(visitor: Client) -> None:
    assert visitor.get("/stale", status=409).form().data["revision"] == "4"


@pytest.mark.parametrize("revision", ["", "latest", "-1", "1" * 30])
def test_a_revision_that_is_no_number_is_no_revision(gallery: Flask, revision: str) -> None:
    with gallery.test_request_context(method="POST", data={"revision": revision}):
        form = Merge()
        assert not form.validate()
        assert form.revision.data is None


def test_an_actions_refusal_stands_at_its_field_or_at_the_form(gallery: Flask) -> None:
    with gallery.test_request_context():
        form = Merge()
        form.refuse("text", "Someone signed it already")
        form.refuse(None, "The case is closed")
        assert [(link.text, link.target) for link in form.error_links] == [
            ("Someone signed it already", "text"),
            ("The case is closed", None),
        ]


def test_a_draft_draws_the_form_again_as_it_was_typed(gallery: Flask) -> None:
    data = {"told_on": "eile", "topics": ["1", "2"], "csrf_token": "x", "why_not": "because"}
    with gallery.test_request_context(method="POST", data=data):
        typed = EveryField().typed
    assert typed == {"told_on": ["eile"], "topics": ["1", "2"], "why_not": ["because"]}
    with gallery.test_request_context():
        form = EveryField(formdata=MultiDict(typed))
        assert 'value="eile"' in str(form.told_on())
        assert str(form.topics()).count("checked") == 2


def test_two_forms_share_a_page_when_one_has_a_prefix(gallery: Flask) -> None:
    with gallery.test_request_context():
        form = Merge(prefix="other-")
        assert {name for name, _value in form.hidden_inputs} == {
            "other-csrf_token",
            "other-idempotency_key",
            "other-revision",
        }
        assert 'id="other-text"' in str(form.text())
