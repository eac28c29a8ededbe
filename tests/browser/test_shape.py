"""The shape of a page leaves out what it says, and nothing that decides whether it can be used."""

import pytest
from playwright.sync_api import Page

from tests.browser.shape import shape_of

ROW = '<tr><th scope="row"><a class="name" href="/cases/1">Aada</a></th><td>3 days</td></tr>'
BOX = '<label for="story-1">Story</label><input id="story-1" name="story-1" type="text" value="">'
PAGE = (
    f'<main id="main"><h1>Matter 1</h1><table>{ROW}</table><form>{BOX}<button class="btn">Send</button></form></main>'
)


def shape(page: Page, content: str) -> str:
    page.set_content(content)
    return shape_of(page)


@pytest.mark.parametrize(
    ("part", "other"),
    [
        ("Aada", "Elias Maximilian"),
        ("/cases/1", "/cases/22"),
        ("story-1", "story-31"),
        ("<form>", '<form><input type="hidden" name="csrf" value="x">'),
    ],
)
def test_pages_that_say_different_things_in_one_way_are_of_one_shape(page: Page, part: str, other: str) -> None:
    assert shape(page, PAGE.replace(part, other)) == shape(page, PAGE)


def test_a_third_row_is_like_the_second(page: Page) -> None:
    assert shape(page, PAGE.replace(ROW, ROW * 3)) == shape(page, PAGE.replace(ROW, ROW * 2))


@pytest.mark.parametrize(
    ("part", "other"),
    [
        (ROW, ROW + ROW.replace("Aada", "Elias")),
        ("Aada", ""),
        (' class="btn"', ' class="btn btn-faint"'),
        ('<label for="story-1">Story</label>', ""),
        (' scope="row"', ""),
        ('type="text"', 'type="text" aria-invalid="true"'),
        ("<h1>Matter 1</h1>", "<h2>Matter 1</h2>"),
        ('href="/cases/1"', 'href=""'),
    ],
)
def test_what_decides_whether_a_page_can_be_used_is_of_its_shape(page: Page, part: str, other: str) -> None:
    assert part in PAGE
    assert shape(page, PAGE.replace(part, other)) != shape(page, PAGE)
