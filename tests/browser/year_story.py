"""A school year of communal work as its people live it: the group named, the plan approved, the measures carried out.

Every act is played at pages by a person's own means; the days between are let go by. Ways are found by their addresses
and fields by their names; what is asserted on the way is what that person must see.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from playwright.sync_api import Locator, expect

from tests.browser.reader import Reader
from tests.builders import Village
from tests.builders_accounts import Signer, a_signer
from tests.clock import Clock
from welfare.rules.actors import Role

SCHOOL, OTHER_SCHOOL = "Koivurannan koulu", "Kaislan koulu"
AUGUST = datetime(2026, 8, 13, 6, tzinfo=UTC)
DECEMBER = datetime(2026, 12, 17, 8, tzinfo=UTC)
MARCH = datetime(2027, 3, 15, 7, tzinfo=UTC)
JUNE = datetime(2027, 6, 2, 7, tzinfo=UTC)
GOAL = "Kukaan ei jää välitunnilla yksin"
HEARD = "Oppilaskunnan hallitus 20.8., vanhempainilta 27.8., henkilöstö 11.8."
MEASURES = (
    ("Välituntiparit kaikille luokille", "universal", "role:class_teachers", "18.12.2026"),
    ("Vertaissovittelun koulutus", "early", "role:curator", "30.4.2027"),
)
SEATS = (("pupils", "Oppilaskunnan hallitus valitsee", "2"), ("guardians", "Vanhempainyhdistys valitsee", "1"))


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
    expect(light(riitta, plan).and_(riitta.page.locator(".light--good"))).to_have_count(1)


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
