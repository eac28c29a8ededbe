"""How forms are read: what is no text is seen as such, and too much is not read."""

import pytest
from flask import Flask, request
from flask.testing import FlaskClient

from welfare.web.incoming import Incoming

FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def client() -> FlaskClient:
    """A house that says what it has read."""
    app = Flask(__name__)
    app.request_class = Incoming
    app.config["MAX_FORM_MEMORY_SIZE"] = 200_000
    app.add_url_rule("/", "read", lambda: dict(request.form), methods=["POST"])
    return app.test_client()


def test_a_form_is_read_as_it_was_typed(client: FlaskClient) -> None:
    answer = client.post("/", data={"a": "Ääni & öljy", "b": ""})
    assert answer.json == {"a": "Ääni & öljy", "b": ""}


@pytest.mark.parametrize("body", [b"a=x%ED%A0%80y", b"a=x\xed\xa0\x80y"])
def test_bytes_that_are_no_text_are_marked_and_not_taken_for_what_they_look_like(
    client: FlaskClient, body: bytes
) -> None:
    answer = client.post("/", data=body, content_type=FORM)
    assert answer.json == {"a": "x\ufffd\ufffd\ufffdy"}


def test_a_form_of_the_largest_size_is_read_and_a_larger_one_is_not(client: FlaskClient) -> None:
    assert client.post("/", data=b"a=" + b"x" * 199_998, content_type=FORM).status_code == 200
    assert client.post("/", data=b"a=" + b"x" * 199_999, content_type=FORM).status_code == 413
