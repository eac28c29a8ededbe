"""Each component, drawn in every state on the gallery's pages. The client criticises the markup; this, the words."""

from datetime import date
from itertools import pairwise

import pytest
from flask import Flask, render_template_string

from tests.client import Client
from tests.ui.conftest import Speaking
from tests.ui.worked_examples import PLOT
from welfare.ui.characters import MINUS
from welfare.ui.due import Due
from welfare.ui.paging import Page, page_number
from welfare.ui.place import PlaceView
from welfare.ui.versions import Conflict


def day(number: int) -> date:
    return date(2026, 11, number)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("path", ["/", "/worklist", "/case", "/portal", "/form", "/gate", "/upload"])
def test_every_page_of_the_gallery_passes_the_critic(visitor: Client, path: str, language: str) -> None:
    visitor.flask.set_cookie("language", language)
    assert visitor.get(path).language == language


def test_the_strip_shows_as_many_open_days_as_the_words_say(speaking: Speaking) -> None:
    with speaking("en"):
        for left in range(8):
            marks = Due.open(left, day(23)).marks
            now = [mark for mark in marks if mark.is_now]
            assert len([mark for mark in marks if mark.kind == "open"]) == left + len(now)
            assert len(now) == (0 if left == 7 else 1)
            assert len(marks) == 7


def test_a_late_talk_has_seven_days_gone_and_one_mark_over(speaking: Speaking) -> None:
    with speaking("en"):
        late = Due.open(-3, day(18))
    assert (late.state, late.words) == ("late", "3 working days late")
    assert [mark.kind for mark in late.marks] == ["gone"] * 7 + ["over"]


def test_a_talk_that_was_held_is_met_and_keeps_its_days(speaking: Speaking) -> None:
    with speaking("en"):
        met = Due.met(day(20), 5)
        assert (met.state, met.when) == ("met", "Fri 20 Nov, working day 5")
        assert [mark.kind for mark in met.marks] == ["gone"] * 5 + ["open"] * 2


def test_the_strip_is_hidden_from_screen_readers_for_the_words_say_it(visitor: Client) -> None:
    strips = visitor.get("/worklist").tree.all("svg", when=lambda node: "daystrip" in node.words)
    assert strips
    assert all(strip.get("aria-hidden") == "true" for strip in strips)


def test_buttons_that_repeat_say_whom_they_concern(visitor: Client) -> None:
    page = visitor.get("/worklist")
    assert "Ota käsittelyyn: Eetu Kallioniemi" in [button for form in page.forms for button in form.buttons]
    assert page.links["Avaa: Noora Sillanpelto"] == "/case"


def test_a_hidden_place_says_so_and_cannot_even_carry_its_text(visitor: Client) -> None:
    assert visitor.get("/").has("Rantatie 4 Not known Non-disclosure for safety: not shown")
    with pytest.raises(ValueError, match="must not carry"):
        PlaceView("Rantatie 4", is_restricted=True)


def test_a_plot_has_its_finding_in_words_and_its_table(visitor: Client) -> None:
    page = visitor.get("/")
    assert page.by_id("goal-desc").text == PLOT.finding
    assert page.has(f"Guardian {MINUS}2 not shown {MINUS}1 0")


def test_names_at_the_end_of_lines_never_lie_upon_each_other() -> None:
    heights = sorted(line.label_y for line in PLOT.lines if line.label_y is not None)
    assert len(heights) == 3
    assert all(below - above >= 16 for above, below in pairwise(heights))


def test_a_value_that_is_not_shown_leaves_a_gap_in_its_line() -> None:
    guardian = next(line for line in PLOT.lines if line.series.name == "Guardian")
    assert len(guardian.points) == 3
    assert len(guardian.pieces) == 1


def test_a_long_list_shows_the_first_the_last_and_the_neighbours() -> None:
    page = Page(range(26, 51), 5, 25, 260, url=lambda number: f"?page={number}")
    assert page.count == 11
    assert page.numbers == [1, None, 4, 5, 6, None, 11]
    assert (page.first_row, page.last_row) == (101, 125)
    assert (page.previous_url, page.next_url) == ("?page=4", "?page=6")


def test_an_empty_list_has_one_page_and_no_way_on() -> None:
    page: Page[int] = Page([], 1, 25, 0, url=str)
    assert (page.count, page.numbers, page.first_row, page.last_row) == (1, [1], 0, 0)
    assert page.previous_url is None
    assert page.next_url is None


@pytest.mark.parametrize(
    ("asked", "number"),
    [("3", 3), (None, 1), ("", 1), ("0", 1), ("-2", 1), ("x", 1), ("9" * 30, 1), ("٣", 1)],
)
def test_an_unreadable_page_number_is_the_first_page(asked: str | None, number: int) -> None:
    assert page_number(asked) == number


def test_two_writers_see_what_differs_and_a_merged_text_that_loses_neither() -> None:
    conflict = Conflict.between("a b c.", "a x c. D.", mine_under="", stored_under="")
    assert [(piece.text, piece.is_changed) for piece in conflict.mine] == [("a ", False), ("b", True), (" c.", False)]
    assert "".join(piece.text for piece in conflict.stored) == "a x c. D."
    assert conflict.merged == "a b c. a x c. D."


def test_equal_texts_merge_into_themselves() -> None:
    conflict = Conflict.between("same\ntext", "same\ntext", mine_under="", stored_under="")
    assert conflict.merged == "same\ntext"
    assert not any(piece.is_changed for piece in conflict.mine + conflict.stored)


def test_what_a_pupil_wrote_is_text_in_every_component(gallery: Flask) -> None:
    source = (
        '{% from "_components/voice.html" import voice %}{% from "_components/status.html" import chip %}'
        '{% from "_components/tables.html" import cards_table %}{{ voice(evil, evil) }}{{ chip(evil) }}'
        "{{ cards_table(evil, [evil], [[evil]]) }}"
    )
    with gallery.test_request_context():
        drawn = render_template_string(source, evil="<script>alert(1)</script>")
    assert "<script" not in drawn
    assert drawn.count("&lt;script&gt;") == 6
