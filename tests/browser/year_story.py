"""A school year of communal work as its people live it: planned in August, done, asked about in spring, signed in June.

Every act is played at pages by a person's own means; the days between are let go by. Ways are found by their addresses
and fields by their names; what is asserted on the way is what that person must see.
"""

import re
from csv import DictReader
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO, StringIO
from typing import Any

from playwright.sync_api import Locator, expect
from pypdf import PdfReader

from tests.browser.reader import Reader
from tests.builders import Village
from tests.builders_accounts import Signer, a_signer
from tests.client import Client
from tests.clock import Clock
from welfare.rules.actors import Role

SCHOOL, OTHER_SCHOOL = "Koivurannan koulu", "Kaislan koulu"
AUGUST = datetime(2026, 8, 13, 6, tzinfo=UTC)
DECEMBER = datetime(2026, 12, 17, 8, tzinfo=UTC)
MARCH = datetime(2027, 3, 15, 7, tzinfo=UTC)
JUNE = datetime(2027, 6, 2, 7, tzinfo=UTC)
GOAL = "Kukaan ei jää välitunnilla yksin"
EVIDENCE = "Yksin jääviä on puolet vähemmän kuin syksyllä."
LESSON = "Välituntiparit jatkavat, sovittelijoita koulutetaan lisää."
COMMENT = "Vuosi meni suunnitelman mukaan. Liikuntasalin valaistus jää syksyyn."
HEARD = "Oppilaskunnan hallitus 20.8., vanhempainilta 27.8., henkilöstö 11.8."
MEASURES = (
    ("Välituntiparit kaikille luokille", "universal", "role:class_teachers", "18.12.2026"),
    ("Vertaissovittelun koulutus", "early", "role:curator", "30.4.2027"),
)
SEATS = (("pupils", "Oppilaskunnan hallitus valitsee", "2"), ("guardians", "Vanhempainyhdistys valitsee", "1"))
QUESTIONS = ("safe", "belong", "heard", "adult", "stops")


@dataclass(frozen=True)
class School:
    """Its people, and where it is."""

    clock: Clock
    riitta: Signer
    """The principal."""
    saara: Signer
    """The curator, whom the principal names to be secretary of the welfare group."""
    kaisa: Signer
    """The provider's coordinator."""
    path: str
    other: str


def a_school(village: Village, clock: Clock) -> School:
    """Two schools of a provider before the year has begun for either."""
    for name in ("8A", "8B"):
        village.a_class(name)
    return School(
        clock,
        riitta=a_signer(village, "riitta.reksi", "Riitta Reksi", Role.PRINCIPAL),
        saara=a_signer(village, "saara.lehtovirta", "Saara Lehtovirta", Role.CURATOR),
        kaisa=a_signer(village, "kaisa.koord", "Kaisa Koordinaattori", Role.PROVIDER_COORDINATOR),
        path=f"/communal/{village.school_id}",
        other=f"/communal/{village.another_school(OTHER_SCHOOL)}",
    )


def light(reader: Reader, way: str) -> Locator:
    """The light of the duty that leads there."""
    return reader.main.locator("li.light").filter(has=reader.page.locator(f"a[href$='{way}']"))


def find_the_school(reader: Reader, school: School) -> None:
    """From the menu."""
    reader.menu("/communal")
    reader.follow(school.path)


def name_the_group(riitta: Reader, school: School) -> None:
    """The duty is not in order; its light leads to the group, which is whole when everybody sits in it."""
    find_the_school(riitta, school)
    expect(light(riitta, "/groups").first).not_to_have_class(re.compile("light--good"))
    riitta.press(light(riitta, "/groups").first.locator("a"))
    riitta.press(riitta.main.locator("a[href*='/groups/new/']").first)
    riitta.send()
    expect(riitta.main.locator("a[href$='/seats/staff']")).to_have_count(1)
    group = riitta.path
    for signer, duty in ((school.riitta, "chair"), (school.saara, "secretary")):
        riitta.go(f"{group}/seats/staff")
        somebody = riitta.field("who").locator("option").filter(has_text=signer.someone.name)
        riitta.choose(who=somebody.get_attribute("value"), duty=duty)
        riitta.send()
        expect(riitta.main.locator("#seats")).to_contain_text(signer.someone.name)
    for holder, how, places in SEATS:
        riitta.go(f"{group}/seats/others")
        riitta.choose(holder=holder)
        riitta.fill(how_chosen=how, places=places)
        riitta.send()
        expect(riitta.main.locator("#seats")).to_contain_text(how)


def begin_the_plan(riitta: Reader, school: School) -> str:
    """An empty plan is not approved. Gives the path of the plan."""
    find_the_school(riitta, school)
    riitta.follow("/action-plan")
    riitta.send()
    riitta.page.wait_for_url("**/action-plan/2026")
    expect(riitta.main.locator("#words")).to_be_visible()
    expect(riitta.main.locator("a[href$='/approve']")).to_have_count(0)
    return riitta.path


def write_the_goal(saara: Reader, school: School, *, scripts: bool) -> None:
    """The secretary writes it; a goal without an owner is asked for one, and nothing typed is lost."""
    find_the_school(saara, school)
    saara.follow("/action-plan")
    saara.follow("/goals/new")
    saara.fill(title_fi=GOAL, datum_source="Syksyn luokkakysely", datum_value="12 %", datum_year="2026")
    saara.fill(target="Alle kuusi prosenttia kertoo olevansa yksin.")
    saara.send()
    expect(saara.errors).to_contain_text(saara.words.errors)
    if scripts:
        expect(saara.errors).to_be_focused()
    expect(saara.field("title_fi")).to_have_value(GOAL)
    saara.choose(owner="role:welfare_group")
    saara.send()
    expect(saara.main).to_contain_text(GOAL)
    expect(saara.main.locator("a[href$='/approve']")).to_have_count(0)
    assert saara.go(f"{saara.path}/approve").status == 404


def plan_the_measures(saara: Reader, plan: str) -> None:
    """Two, for everybody and for those who begin to need it; and who was heard."""
    for what, strength, owner, day in MEASURES:
        saara.go(plan)
        saara.follow("/measures/new")
        saara.fill(what_fi=what, due_on=day)
        saara.choose(strength=strength, owner=owner)
        saara.send()
        expect(saara.main).to_contain_text(what)


def hear_them(saara: Reader) -> None:
    """Those who were heard, by their seats."""
    saara.follow("/words")
    saara.fill(beginning="Viime vuoden arvioinnista: välitunnit.", heard=HEARD)
    saara.send()
    expect(saara.main).to_contain_text(HEARD)


def is_not_approved_unheard(riitta: Reader, plan: str) -> None:
    """Nobody has been heard yet: the plan says so, and stays a draft."""
    riitta.go(plan)
    riitta.follow("/approve")
    riitta.send()
    expect(riitta.errors).to_contain_text(riitta.words.errors)
    assert riitta.path == f"{plan}/approve"


def approve(riitta: Reader, school: School, plan: str) -> None:
    """The plan is approved, and its duty is in order."""
    riitta.go(f"{plan}/approve")
    expect(riitta.main).to_contain_text(HEARD)
    riitta.send()
    riitta.page.wait_for_url(f"**{plan}")
    expect(riitta.main.locator("#standing .chip")).to_have_class(re.compile("good"))
    find_the_school(riitta, school)
    expect(light(riitta, plan).first).to_have_class(re.compile("light--good"))


def start_mediation(saara: Reader, school: School) -> str:
    """A programme of the year, coordinated by herself. Gives its path."""
    find_the_school(saara, school)
    saara.follow("/programmes")
    saara.press(saara.main.locator("a[href*='/programmes/new/mediation']"))
    herself = saara.field("coordinator").locator("option").filter(has_text=school.saara.someone.name)
    saara.choose(state="running", coordinator=herself.get_attribute("value"))
    saara.fill(q_mediators="12")
    saara.send()
    expect(saara.main.locator("#tally-mediations")).to_be_visible()
    return saara.path


def count_mediations(saara: Reader, programme: str) -> None:
    """How many there were in autumn; while the term runs no number is told of the pupils."""
    saara.go(programme)
    saara.follow("/mediations/new")
    saara.choose(q_about="exclusion", q_result="agreed", q_kept="yes")
    saara.fill(q_count="14")
    saara.send()
    expect(saara.main.locator("#tally-mediations")).not_to_contain_text("14")


def see_the_mediations(riitta: Reader, programme: str) -> None:
    """The term is over: the number is told."""
    riitta.go(programme)
    expect(riitta.main.locator("#tally-mediations")).to_contain_text("14")


def tell_done(saara: Reader, plan: str, what: str) -> None:
    """A measure is done, with one press."""
    saara.go(plan)
    saara.press(saara.main.locator("li.task").filter(has_text=what).locator("form[action$='/done'] button"))
    expect(saara.main.locator("li.task--done").filter(has_text=what)).to_have_count(1)


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
    for words in (SCHOOL, GOAL, COMMENT, "OHL 14 §", "2.6.2027"):
        assert words in text, words
    for signer in (school.saara, school.riitta):
        assert not any(name in text for name in signer.someone.name.split())


def compare(kaisa: Reader, school: School) -> None:
    """The schools stand by name beside each other, and the one that did its year is further than the other."""
    kaisa.menu("/communal")
    kaisa.follow("/communal/comparison")
    rows = kaisa.main.locator("table.heat tbody tr")
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
