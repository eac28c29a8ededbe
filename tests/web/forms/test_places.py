"""Turvakielto: nobody from whom somebody is protected finds where that somebody is, wherever they look (rule 32).

Why by crawling: a page that is added next year will be about a pupil too, and whoever writes it may not think of one
guardian in a thousand. So every page and every document that anybody of the company may open is opened, with unusual
words in every field of a place, and read to the last header.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.builders import system_work
from tests.web.forms.deed import fill
from tests.web.forms.deeds import DEEDS, route_of
from tests.web.forms.hidden import AT_HOME, AT_SCHOOL, AT_WORK, Shown, hide, may_open, shown_to, text_of
from tests.web.forms.scene import Scene
from welfare.mail.letters import message_of
from welfare.mail.models import Mail, MailText
from welfare.mail.pages import letter_of

SHUT_OUT = "aadas_guardian"
OTHER_FAMILIES = ("another_student", "another_guardian")
ELSEWHERE = ("principal_elsewhere", "coordinator", "administrator")
"""Staff without a duty to Aada."""
ON_DUTY = ("another_class_teacher", "principal", "saara_curator", "data_protection_officer")
SURNAME = "Metsäpelto"
LISTS = {"organisations.begin_provider"}
"""Every municipality of the country, to choose from: of nobody."""


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def hidden(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """The company, and Aada hidden."""
    company = request.getfixturevalue(f"{request.param}_company")
    folder: Path = tmp_path_factory.mktemp("hidden") / request.param
    with company(folder) as scene:
        hide(scene)
        yield scene


def leaks(pages: Iterator[Shown], words: tuple[str, ...]) -> list[str]:
    """Where these words were told; that something was opened at all is seen beside it."""
    opened = [page for page in pages if page.status < 500]
    assert len([page for page in opened if page.status == 200]) > 10, "hardly anything was opened"
    return [f"{page.who} at {page.endpoint}: {sorted(told)}" for page in opened if (told := page.told(words))]


def test_the_guardian_whom_she_is_hidden_from_finds_neither_home_nor_school(hidden: Scene) -> None:
    assert leaks(shown_to(hidden, SHUT_OUT), AT_HOME + AT_SCHOOL + AT_WORK) == []


def test_other_families_find_nothing_of_her(hidden: Scene) -> None:
    for who in OTHER_FAMILIES:
        assert leaks(shown_to(hidden, who), (*AT_HOME, SURNAME)) == []


@pytest.mark.parametrize("hidden", ["sqlite"], indirect=True)
def test_staff_without_a_duty_find_neither_her_home_nor_her_school_beside_her_name(hidden: Scene) -> None:
    for who in ELSEWHERE:
        pages = [page for page in shown_to(hidden, who) if page.endpoint not in LISTS]
        assert leaks(iter(pages), AT_HOME) == []
        assert [page.endpoint for page in pages if page.told((SURNAME,)) and page.told(AT_SCHOOL)] == []


@pytest.mark.parametrize("hidden", ["sqlite"], indirect=True)
def test_nobody_at_work_finds_her_home_on_a_page_that_only_shows(hidden: Scene) -> None:
    for who in ON_DUTY:
        assert leaks(shown_to(hidden, who), AT_HOME) == []


def test_she_herself_is_told_where_she_meets_whom(hidden: Scene) -> None:
    told = {word for page in shown_to(hidden, "aada_herself") for word in page.told(AT_SCHOOL + AT_WORK)}
    assert told >= {"8Ötökkä", "Kuukkeli", *AT_WORK}


def test_the_guardian_who_lives_with_her_is_told_as_before(hidden: Scene) -> None:
    told = {word for page in shown_to(hidden, "guardian_at_home") for word in page.told(AT_SCHOOL + AT_WORK)}
    assert told >= {"8Ötökkä", "TUKX", "Kanervala"}


def test_whoever_has_the_duty_is_shown_the_home(hidden: Scene) -> None:
    """The positive twin of every page above; the code of the second factor is the signer's, who serves the school."""
    filled = fill(hidden, "non_disclosures.open", DEEDS["non_disclosures.open"])
    page = filled.form.submit()
    assert Shown("signer", "address", page.status, page.html).told(AT_HOME) == set(AT_HOME)


def test_the_paper_of_the_plan_tells_the_guardian_no_place_and_tells_her_the_number(hidden: Scene) -> None:
    url = f"/plans/{hidden.company.things['own_plan_id']}/print"
    papers = {who: hidden.client(who).get(url).form("Get the file").submit() for who in (SHUT_OUT, "aada_herself")}
    words = AT_SCHOOL + AT_WORK
    found = {who: Shown(who, "paper", 200, text_of(page.response)).told(words) for who, page in papers.items()}
    assert found[SHUT_OUT] == set()
    assert found["aada_herself"] >= {"TUKX", "Kanervala"}


def test_that_paper_is_the_only_document_a_guardian_asks_for_by_a_form(hidden: Scene) -> None:
    """A second one belongs into the test above."""
    open_to = may_open(hidden, SHUT_OUT, hidden.company.things)
    rules = [rule for rule in hidden.app.url_map.iter_rules() if "POST" in (rule.methods or ())]
    documents = {rule.endpoint for rule in rules if rule.rule.endswith((".pdf", ".csv", ".json", ".ics", "/export"))}
    assert open_to & documents == {"plans.print_own"}


def test_the_log_that_he_asked_for_tells_days_and_posts_alone(hidden: Scene) -> None:
    """On the desk, on paper and as a file; her own log tells who and where."""
    hidden.client("saara_curator").get(f"/cases/{hidden.company.things['case_id']}")
    officer, words = hidden.client("data_protection_officer").flask, AT_HOME + AT_SCHOOL + AT_WORK
    for name, is_own in (("granted_log_id", False), ("sent_log_id", True)):
        for ending in ("pdf", "csv"):
            answer = officer.get(f"/rights/logs/{hidden.company.things[name]}/report.{ending}")
            told = Shown("officer", ending, answer.status_code, text_of(answer)).told(words)
            assert (answer.status_code, "Lehtovirta" in told, bool(told)) == (200, is_own, is_own), (name, told)
    desk = officer.get(f"/rights/logs/{hidden.company.things['granted_log_id']}")
    assert Shown("officer", "desk", desk.status_code, text_of(desk)).told(words) == set()


def test_no_mail_and_no_calendar_tells_a_place(hidden: Scene) -> None:
    for name in ("meetings.move", "meetings.call_off"):
        assert fill(hidden, route_of(name), DEEDS[name]).form.submit().status == 200
    with system_work(hidden.app.extensions["ledger"]) as work:
        rows = work.session.execute(select(Mail, MailText).join(MailText, MailText.mail_id == Mail.id)).all()
        letters = [letter_of(work, mail, text) for mail, text in rows]
    assert len(letters) > 2
    for letter in filter(None, letters):
        message = message_of(letter, "noreply@ranta.example")
        del message["To"]
        said = "\n".join(part.get_content() for part in message.walk() if not part.is_multipart())
        whole = f"{message.items()}{said}".replace("\r\n ", "").replace(letter.address, "")
        assert Shown("mail", "", 200, whole).told(AT_HOME + AT_SCHOOL + AT_WORK) == set()
