"""Fields are answered, refused and drawn so that everybody can use them (ui.md's Field, WCAG 1.3.1, 3.3.1, 3.3.2)."""

import io
from typing import Any

import pytest

from tests.client import Client, Page
from tests.ui.gallery import PUPIL
from tests.ui.gallery_forms import EveryField

GOOD: dict[str, Any] = {
    "student": str(PUPIL),
    "urgency": "urgent",
    "together": "no",
    "why_not": "The pupil was not at school.",
    "story": "First line\r\nsecond line",
    "told_on": "20.11.",
    "meets_at": "klo 9.15",
    "size": "12",
    "topics": ["1", "2"],
    "read": "yes",
}


def send(visitor: Client, **changes: str | list[str]) -> Page:
    return visitor.get("/form").form().submit(**{**GOOD, **changes})


def test_good_answers_are_taken_in_with_their_types(visitor: Client) -> None:
    page = send(visitor)
    assert page.heading == "Taken in"
    for taken in (
        f"UUID('{PUPIL}')",
        "<Urgency.URGENT: 'urgent'>",
        r"'First line\nsecond line'",
        "datetime.date(2026, 11, 20)",
        "datetime.time(9, 15)",
        "size 12",
        "[1, 2]",
        "read True",
    ):
        assert page.has(taken), taken


def test_optional_fields_may_be_left_empty(visitor: Client) -> None:
    page = send(visitor, told_on="", meets_at=" ", size="", topics=[], why_not="")
    assert page.heading == "Taken in"
    assert page.has("told_on None meets_at None size None topics []")
    assert page.has("why_not ''")


def test_an_empty_form_names_every_missing_answer_and_leads_to_its_field(visitor: Client) -> None:
    page = visitor.get("/form").form().submit()
    assert page.title == "Error: Request, step 2 of 3 – Student Welfare"
    assert page.errors == [
        "Choose the pupil",
        "Choose whether it is urgent",
        "Together? – This cannot be left empty.",
        "Say what it is about",
        "Tick that you have read this",
    ]
    assert page.field_error("story").endswith("Say what it is about")


@pytest.mark.parametrize(
    ("name", "bad", "words"),
    [
        ("student", "5f0f6a52-6c0f-4f53-9a4e-0c5b3b0f5a12", "Choose one of the answers offered."),
        ("student", "' OR 1=1 --", "Choose one of the answers offered."),
        ("urgency", "never", "Choose one of the answers offered."),
        ("topics", ["1", "99"], "Choose among the answers offered."),
        ("why_not", "x" * 101, "at most 100 signs, now 101"),
        ("why_not", "a\x00b", "Remove the marked signs"),
        ("story", "a\u202eb", "turn the reading direction"),
        ("told_on", "eilen", "Write the day as day.month.year"),
        ("told_on", "31.2.2026", "Write the day as day.month.year"),
        ("told_on", "1" * 500, "too long"),
        ("meets_at", "25.00", "Write the time of day"),
        ("size", "0", "Write a whole number from 1 to 30."),
        ("size", "many", "Write a whole number from 1 to 30."),
        ("size", "9" * 40, "Write a whole number from 1 to 30."),
    ],
)
def test_a_bad_answer_ends_at_its_field_and_nothing_else_is_lost(
    visitor: Client, name: str, bad: str | list[str], words: str
) -> None:
    page = send(visitor, **{name: bad})
    assert words in page.field_error(name)
    assert len(page.errors) == 1
    assert page.form().data["story"].startswith(("First line", "a"))
    assert page.form().data["meets_at"] == (bad if name == "meets_at" else "klo 9.15")


def test_what_was_typed_stays_in_the_field_with_its_first_line_break(visitor: Client) -> None:
    page = send(visitor, story="\n\nlate start", told_on="eilen")
    assert page.form().data["told_on"] == "eilen"
    assert page.form().data["story"] == "\n\nlate start"


def test_bytes_that_are_no_text_are_refused_at_the_field(visitor: Client) -> None:
    form = visitor.get("/form").form()
    parts = {name.encode(): form.data[name].encode() for name in ("csrf_token", "idempotency_key")}
    parts[b"why_not"] = b"a\xed\xa0\x80b"  # a lone surrogate, as a broken program would write it
    lines = [b'--x\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % part for part in parts.items()]
    page = visitor.post("/form", b"".join(lines) + b"--x--\r\n", content_type="multipart/form-data; boundary=x")
    assert "Remove the marked signs" in page.field_error("why_not")


def test_unknown_extra_fields_are_ignored(visitor: Client) -> None:
    form = visitor.get("/form").form().fill(**GOOD)
    form.data["is_admin"] = "yes"
    assert form.submit().heading == "Taken in"


def test_hint_and_error_describe_the_control(visitor: Client) -> None:
    field = visitor.get("/form").form().submit().by_id("student")
    assert field.get("aria-describedby") == "student-hint student-error"
    assert field.get("aria-invalid") == "true"
    told = visitor.get("/form").by_id("told_on")
    assert told.get("aria-describedby") == "told_on-hint"
    assert not told.has("aria-invalid")


def test_choices_are_a_named_group_that_its_error_describes(visitor: Client) -> None:
    page = visitor.get("/form").form().submit()
    group = page.by_id("urgency-0").inside("fieldset")
    assert group is not None
    assert group.get("aria-describedby") == "urgency-error"
    assert page.links["Choose whether it is urgent"] == "#urgency-0"


def test_optional_fields_say_so_and_required_ones_are_unmarked(visitor: Client) -> None:
    labels = [node.text for node in visitor.get("/form").tree.all("label", "legend")]
    assert "Why not? (optional)" in labels
    assert "What is it about?" in labels


def test_no_browser_may_cut_a_text_off_or_check_in_its_own_language(visitor: Client) -> None:
    page = visitor.get("/form")
    assert not [node for node in page.tree.within if node.has("maxlength") or node.has("required")]
    assert page.form().node.has("novalidate")


def test_a_password_is_never_drawn_again(visitor: Client) -> None:
    page = visitor.get("/gate").form("Continue").submit(username="saara", password="open sesame", code="1")
    assert "open sesame" not in page.html
    assert page.by_id("username").get("value") == "saara"
    assert page.errors == ["Code of six digits – Write the code of 6 digits."]


@pytest.mark.parametrize("code", ["123456", "123 456", " 123-456 "])
def test_a_code_may_be_written_in_groups(visitor: Client, code: str) -> None:
    assert visitor.get("/gate").form("Continue").submit(username="saara", password="x", code=code).errors == []


def test_a_file_of_the_right_kind_is_taken_and_another_is_refused(visitor: Client) -> None:
    page = visitor.get("/upload")
    assert page.form().submit(file=(io.BytesIO(b"PK"), "roster.ZIP")).has("roster.ZIP")
    refused = visitor.get("/upload").form().submit(file=(io.BytesIO(b"MZ"), "roster.exe"))
    assert "Choose a file of the kind .zip." in refused.field_error("file")
    assert visitor.get("/upload").form().submit().errors == ["Roster file – This cannot be left empty."]


def test_a_field_whose_options_were_never_offered_is_a_mistake_of_the_programmer(visitor: Client) -> None:
    with visitor.app.test_request_context(), pytest.raises(RuntimeError, match="student"):
        EveryField().student.options  # noqa: B018 – reading it is the act
