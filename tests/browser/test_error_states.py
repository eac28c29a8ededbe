"""What goes wrong, and what is empty: such pages are as accessible and as narrow as any other."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.audit.breaking import cut_tails, no_event_can_be_written
from tests.browser.axe import assert_accessible
from tests.browser.browser import assert_reflows, console_watched
from tests.browser.house import House, a_house
from tests.browser.reader import Reader
from tests.databases import Copies

ASK = "/requests/new/{student_id}/ask"
TEXT = "/cases/{case_id}/text"
EMPTY = [
    ("another_class_teacher", "/"),
    ("another_class_teacher", "/requests"),
    ("another_class_teacher", "/cases"),
    ("curator_elsewhere", "/"),
    ("curator_elsewhere", "/requests/queue"),
    ("another_student", "/"),
    ("another_guardian", "/requests"),
    ("data_protection_officer", "/audit?since=1.1.2020&until=1.1.2020"),
]
"""Who has nothing yet, and where."""


@dataclass
class Visit:
    """Somebody of the house at a browser, who looks at what they are answered."""

    house: House
    reader: Reader

    def come_to(self, path: str, status: int = 200) -> None:
        """Go there, be answered so, and look."""
        response = self.reader.go(path.format(**self.house.cast.things))
        assert response.status == status
        fit(self.reader.page)

    def send(self, status: int) -> None:
        """Send the form of the page, be answered so, and look."""
        with self.reader.page.expect_response(lambda answer: answer.request.method == "POST") as answered:
            self.reader.send()
        answer: Response = answered.value
        assert answer.status == status
        fit(self.reader.page)


def fit(page: Page) -> None:
    """By axe, and at 320 px."""
    assert_accessible(page)
    assert_reflows(page)


@pytest.fixture(scope="module")
def house(sqlite_template: Copies, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with a_house(sqlite_template, tmp_path_factory.mktemp("errors") / "instance") as found:
        yield found


Visiting = Callable[[str], Visit]


@pytest.fixture
def visit(browser: Browser, house: House) -> Iterator[Visiting]:
    """Somebody comes, by name of the cast; a stranger as well."""
    with browser.new_context(locale="fi-FI", reduced_motion="reduce") as context:

        def come(who: str) -> Visit:
            if who in house.cast.people:
                house.let_in(context, house.cast.people[who])
            page = context.new_page()
            page.set_default_timeout(10_000)
            return Visit(house, Reader(page, house.address))

        yield come


@contextmanager
def quiet(visitor: Visit) -> Iterator[Reader]:
    """A refusal is answered without any complaint of the page itself."""
    with console_watched(visitor.reader.page):
        yield visitor.reader


def test_a_form_with_errors(visit: Visiting) -> None:
    teacher = visit("oona_own_teacher")
    with quiet(teacher) as reader:
        teacher.come_to(ASK)
        teacher.send(422)
        expect(reader.errors).to_be_visible()
        assert reader.page.title().startswith("Virhe:")


def test_a_page_that_was_open_for_too_long_gives_the_text_back(visit: Visiting) -> None:
    teacher = visit("oona_own_teacher")
    with quiet(teacher) as reader:
        teacher.come_to(ASK)
        reader.fill(description="Sanat säilyvät.")
        reader.page.context.clear_cookies(name="welfare_page")
        reader.send()
        expect(reader.main.locator("textarea")).to_have_value("Sanat säilyvät.")
        fit(reader.page)


def test_two_people_who_changed_the_same_text(visit: Visiting) -> None:
    first, second = visit("saara_curator"), visit("mirja_nurse")
    first.house.let_in(first.reader.page.context, first.house.cast.people["saara_curator"])
    second.come_to(TEXT)
    first.come_to(TEXT)
    first.reader.fill(title="Aamut", background="Poissaoloja maanantaisin.")
    first.reader.send()
    second.reader.fill(title="Uni", background="Nukkuu huonosti.")
    second.send(409)
    for words in ("Poissaoloja maanantaisin.", "Nukkuu huonosti."):
        expect(second.reader.main).to_contain_text(words)


def test_a_page_that_is_not_there_for_this_reader(visit: Visiting) -> None:
    teacher = visit("another_class_teacher")
    with quiet(teacher) as reader:
        teacher.come_to("/cases/{case_id}", 404)
        there = reader.main.inner_text()
        teacher.come_to(f"/cases/{uuid4()}", 404)
        assert reader.main.inner_text() == there


def test_a_session_that_ran_out(visit: Visiting) -> None:
    curator = visit("saara_curator")
    with quiet(curator) as reader:
        curator.come_to("/cases")
        clock = curator.house.village.ledger.clock
        clock.forward(minutes=20)  # type: ignore[attr-defined]  # the house stands on a clock of the tests
        curator.come_to("/cases")
        expect(reader.page.locator("#sign-in")).to_be_visible()
        expect(reader.main.locator(".flash")).to_be_visible()


def test_too_many_tries(visit: Visiting) -> None:
    stranger = visit("nobody")
    with quiet(stranger) as reader:
        stranger.come_to("/sign-in")
        for status in [422] * 5 + [429]:
            reader.fill(username="saara.lehtovirta", password="arvaus, joka ei osu")
            with reader.page.expect_response(lambda answer: answer.request.method == "POST") as answered:
                reader.press(reader.page.locator("#sign-in button[type=submit]"))
            assert answered.value.status == status
        expect(reader.errors).to_be_visible()
        fit(reader.page)


@pytest.mark.parametrize(("who", "path"), EMPTY)
def test_what_is_empty_yet(visit: Visiting, who: str, path: str) -> None:
    visitor = visit(who)
    with quiet(visitor):
        visitor.come_to(path)


def test_the_trail_that_cannot_be_written_and_then_the_trail_that_was_cut(house: House, visit: Visiting) -> None:
    curator = visit("saara_curator")
    curator.come_to("/cases")
    with no_event_can_be_written(house.app):
        curator.come_to("/cases", 503)
    curator.come_to("/account")
    house.app.extensions["anchoring"].anchor_all()
    cut_tails(house.app)
    house.village.ledger.clock.forward(minutes=1)  # type: ignore[attr-defined]  # as above
    curator.come_to("/account")
    expect(curator.reader.main.locator(".banner--late")).to_be_visible()
    curator.come_to(TEXT)
    curator.reader.fill(background="Tätä ei tallenneta, mutta se ei katoa.")
    curator.send(503)
    expect(curator.reader.main.locator("textarea", has_text="mutta se ei katoa")).to_be_visible()
