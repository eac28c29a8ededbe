"""The end of a school year of communal work: pupils are asked, the year is evaluated, signed, read on paper, compared.

It goes on from year_story.py, in the same school.
"""

import re
from csv import DictReader
from io import BytesIO, StringIO
from typing import Any

from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.reader import Reader
from tests.browser.year_story import GOAL, OTHER_SCHOOL, SCHOOL, School, find_the_school
from tests.client import Client

EVIDENCE = "Yksin jääviä on puolet vähemmän kuin syksyllä."
LESSON = "Välituntiparit jatkavat, sovittelijoita koulutetaan lisää."
COMMENT = "Vuosi meni suunnitelman mukaan. Liikuntasalin valaistus jää syksyyn."
QUESTIONS = ("safe", "belong", "heard", "adult", "stops")


def ask_the_pupils(riitta: Reader, school: School) -> str:
    """A climate survey of one class; too small a group is told of. Gives the code of the class."""
    find_the_school(riitta, school)
    riitta.follow("/indicators")
    riitta.follow("/climate")
    riitta.follow("/climate/new")
    riitta.choose(audience="pupils")
    riitta.fill(closes_on="26.3.2027", groups="8A 12")
    riitta.send()
    expect(riitta.errors).to_contain_text(riitta.words.errors)
    riitta.fill(groups="8A 22")
    riitta.send()
    row = riitta.main.locator("tr").filter(has_text="8A")
    expect(row).to_have_count(1)
    found = re.search(r"[a-z]{8}", row.inner_text())
    assert found, row.inner_text()
    return found.group()


def answer(pupil: Reader, code: str) -> None:
    """By the code of the class and without an account; a forgotten question is asked for again."""
    pupil.fill(code=code)
    pupil.send()
    expect(pupil.main.locator("input[name='secret_safe']")).to_have_count(5)
    pupil.choose(**{f"secret_{question}": "4" for question in QUESTIONS[:-1]})
    pupil.send()
    expect(pupil.errors.locator("li")).to_have_count(1)
    pupil.choose(**{f"secret_{QUESTIONS[-1]}": "2"})
    pupil.send()
    assert pupil.path == "/survey"
    expect(pupil.page.locator(".flash")).to_be_visible()


def classmates_answer(client: Client, code: str, many: int) -> None:
    """The rest of the class, one after the other."""
    answers: dict[str, Any] = {f"secret_{question}": "5" for question in QUESTIONS}
    for _each in range(many):
        client.get("/survey").form().submit(code=code).form().submit(**answers)


def end_the_survey(riitta: Reader, school: School) -> None:
    """Nothing is told while it runs; then the means of all answers together."""
    riitta.go(f"{school.path}/climate")
    expect(riitta.main.locator("table").filter(has_text="4,95")).to_have_count(0)
    riitta.press(riitta.main.locator("form[action$='/end'] button"))
    rows = riitta.main.locator("#survey-1 tbody tr")
    expect(rows).to_have_count(len(QUESTIONS))
    expect(rows.nth(0)).to_contain_text("4,95")
    expect(rows.nth(4)).to_contain_text("4,86")


def evaluate(saara: Reader, school: School) -> None:
    """The plan leads there: the goal, then the whole; an unfinished evaluation says what it lacks."""
    find_the_school(saara, school)
    saara.follow("/action-plan")
    saara.follow("/evaluation/year-end")
    here = saara.path
    expect(saara.main.locator("#finish li.lack")).not_to_have_count(0)
    saara.press(saara.main.locator("a[href*='/goals/'][href$='/evaluation/year-end']"))
    saara.choose(rating="mostly")
    saara.send()
    expect(saara.errors).to_contain_text(saara.words.errors)
    saara.fill(evidence=EVIDENCE)
    saara.send()
    saara.follow("/whole")
    saara.choose(rating="mostly")
    saara.fill(evidence=EVIDENCE, lessons=LESSON)
    saara.send()
    assert saara.path == here
    expect(saara.main.locator("#finish li.lack")).to_have_count(0)
    saara.press(saara.main.locator("form[action$='/finish'] button"))
    expect(saara.main.locator("form[action$='/finish']")).to_have_count(0)
    expect(saara.main).to_contain_text(LESSON)


def sign(riitta: Reader, school: School) -> str:
    """The principal reads the page, forgets the tick, keeps the comment and signs. Gives the paper's path."""
    find_the_school(riitta, school)
    for words in (GOAL, "Vertaissovittelu" if riitta.language == "fi" else "Kamratmedling"):
        expect(riitta.main).to_contain_text(words)
    riitta.follow("/reviews/new")
    riitta.fill(comment=COMMENT)
    riitta.send()
    expect(riitta.errors).to_contain_text(riitta.words.errors)
    expect(riitta.field("comment")).to_have_value(COMMENT)
    riitta.tick(riitta.field("looked_through"))
    riitta.send()
    row = riitta.main.locator("tbody tr").filter(has_text=COMMENT)
    expect(row).to_have_count(1)
    return row.locator("a[href$='.pdf']").get_attribute("href") or ""


def words_on(reader: Reader, path: str) -> str:
    """What stands on a paper, in one line."""
    file = reader.page.request.get(reader.address + path)
    assert file.headers["content-type"] == "application/pdf", path
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(file.body())).pages)


def the_board_reads(reader: Reader, school: School, paper: str) -> None:
    """What was planned, done and said is on paper, and none of the staff by name."""
    text = words_on(reader, paper)
    for words in (SCHOOL, GOAL, EVIDENCE, LESSON, COMMENT, " 14 §", "2.6.2027"):
        assert words in text, words
    for signer in (school.saara, school.riitta):
        assert not any(name in text for name in signer.someone.name.split())


def compare(kaisa: Reader, school: School) -> None:
    """The schools stand by name beside each other, and the one that did its year is further than the other."""
    kaisa.menu("/communal")
    kaisa.follow("/communal/comparison")
    rows = kaisa.main.locator("section[id^='provider-'] table.heat tbody tr")
    expect(rows.locator("th")).to_have_text([OTHER_SCHOOL, SCHOOL])
    behind, ahead = (rows.nth(number).locator("td.heat__good").count() for number in (0, 1))
    assert ahead > behind
    report = kaisa.main.locator(f"a[href$='/{kaisa.language}/report.pdf']").get_attribute("href") or ""
    text = words_on(kaisa, report)
    assert SCHOOL in text
    assert OTHER_SCHOOL in text
    table = kaisa.page.request.get(kaisa.address + "/communal/comparison/report.csv").text()
    assert {row["school_fi"] for row in DictReader(StringIO(table))} == {SCHOOL, OTHER_SCHOOL}
    kaisa.follow(school.path)
    expect(kaisa.main.locator("#review")).to_contain_text(COMMENT)
    the_board_reads(kaisa, school, _paper(kaisa))


def _paper(reader: Reader) -> str:
    reader.follow("/reviews")
    return reader.main.locator("a[href$='.pdf']").first.get_attribute("href") or ""
