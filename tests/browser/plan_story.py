"""A plan as its people live it: a goal in the pupil's words, rated by three over a term, drawn, reviewed, closed.

Every act is played at pages by a person's own means; ways are found by their addresses and fields by their names.
"""

import re

from playwright.sync_api import expect

from tests.browser.reader import Reader
from tests.browser.sitting import Sitting

VOICE = "Haluan tulla kouluun, mutta aamulla ei jaksa nousta. Joku voisi odottaa minua ovella."
TITLE = "Tulen kouluun vähintään neljänä aamuna viikossa"
LEVELS = ("Yksi aamu", "Kaksi aamua", "Neljä aamua", "Viisi aamua", "Viisi aamua ajoissa")
NEXT_WORDS = "Nyt maanantaikin menee. Pidetään ovella vastaanotto jouluun."
PLAN = {
    "student_words": VOICE,
    "guardian_view": "Kotona aamut ovat kiireisiä.",
    "need": "Tukea aamuihin.",
    "g1_title": TITLE,
    "g1_start": "Kaksi aamua viikossa.",
    **{f"g1_level_{number}": words for number, words in enumerate(LEVELS, 1)},
    "g1_m1_what": "Aamuvastaanotto ovella",
    "g1_m1_by": "Mirja Kanervala",
    "g1_m1_followed_by": "Saara Lehtovirta",
    "g1_m1_place": "Klo 8.15",
    "g1_m1_until": "18.12.2026",
    "agreed_on": "17.8.2026",
    "review_on": "23.11.2026",
    "agreed_1_name": "Aada Metsäpelto",
}
TERM = (("24.8.2026", "-2", "-2", "-1"), ("21.9.2026", "-1", "none", "-1"), ("19.10.2026", "0", "-1", "0"))
"""A day, and what the pupil, the guardian and the worker thought."""
SAVED = re.compile(r"\d\.\d\d$")


def set_a_goal(saara: Reader, case: str, *, scripts: bool) -> str:
    """In the pupil’s words; a forgotten level is asked for, and nothing typed is lost. Gives the path of the plan."""
    saara.go(case)
    saara.follow("/plan/write")
    saara.fill(**{**PLAN, "g1_level_5": ""})
    saara.choose(heard="in_meeting", agreed_1_how="in_meeting")
    if scripts:
        expect(saara.page.locator("[data-autosave-status] [data-words]")).to_have_text(SAVED, timeout=8000)
    saara.send()
    expect(saara.errors.locator("a[href='#g1_level_5']")).to_have_count(1)
    expect(saara.field("student_words")).to_have_value(VOICE)
    saara.fill(g1_level_5=LEVELS[4])
    saara.send()
    expect(saara.main).to_contain_text(VOICE)
    expect(saara.main).to_contain_text(TITLE)
    return saara.path


def rate_over_the_term(saara: Reader, plan: str) -> None:
    """What each of the three thought, as it was said at the meetings of the term; one of them was away once."""
    for day, *levels in TERM:
        for rater, level in zip(("student", "guardian", "worker"), levels, strict=True):
            if level != "none":
                saara.go(f"{plan}/rate")
                saara.fill(rated_on=day)
                saara.choose(rater=rater, goal_1=level)
                saara.send()
                assert saara.path == plan


def rate_oneself(reader: Reader, level: str) -> None:
    """From the menu to the own plan in plain words, and say how far it is today."""
    reader.menu("/plans")
    reader.press(reader.main.locator("a[href^='/plans/']").first)
    expect(reader.main).to_contain_text(VOICE)
    expect(reader.main).to_contain_text(TITLE)
    reader.follow("/rate")
    reader.choose(goal_1=level)
    reader.send()
    expect(reader.main.locator("svg[role=img]").first).to_be_visible()


def see_the_plot(saara: Reader, plan: str) -> None:
    """Three lines of their own shapes; the same figures in the table beside them, and what is missing is said there."""
    saara.go(plan)
    plot = saara.main.locator("figure.chart").first
    expect(plot.locator("circle.f1")).to_have_count(4)
    expect(plot.locator("rect.hollow")).to_have_count(3)
    expect(plot.locator("path.hollow")).to_have_count(3)
    saara.press(plot.locator("summary"))
    rows = plot.locator("tbody tr")
    expect(rows).to_have_count(3)
    expect(rows.nth(0).locator("td")).to_have_text(["−2", "−1", "0", "+1"])  # noqa: RUF001 - a true minus sign
    expect(rows.nth(1).locator("td").nth(1)).not_to_have_text(re.compile("[0-9]"))


def review(saara: Reader, plan: str) -> None:
    """The review has come: a new version over the old one, whose levels stay, and what changed is shown."""
    saara.go("/")
    saara.press(saara.main.locator(f"a[href='{plan}']").first)
    saara.follow("/plan/write")
    expect(saara.main.locator("[name='g1_level_1']")).to_have_count(0)
    saara.fill(student_words=NEXT_WORDS, agreed_on="23.11.2026", review_on="18.1.2027", agreed_1_name="Aada Metsäpelto")
    saara.choose(heard="in_talk", agreed_1_how="in_talk")
    saara.send()
    expect(saara.main).to_contain_text(NEXT_WORDS)
    saara.follow("/changes")
    expect(saara.main.locator("ins").first).to_be_visible()
    expect(saara.main.locator("del").first).to_be_visible()


def close_the_goal(saara: Reader, plan: str) -> None:
    """It has been attained."""
    saara.go(plan)
    saara.follow("/close")
    saara.choose(outcome="attained")
    saara.send()
    assert saara.path == plan
    expect(saara.main.locator("a[href$='/close']")).to_have_count(0)


def close_the_matter(saara: Reader, sitting: Sitting, plan: str) -> None:
    """What was reached is told; after that the plan is read and not written any more."""
    saara.go(f"{sitting.aadas_case}/steps/close")
    saara.fill(reached="Aada tulee kouluun joka aamu.")
    for judge in ("student", "guardian"):
        saara.tick(saara.main.locator(f"input[name='judges'][value='{judge}']"))
    saara.send()
    assert saara.path == f"{sitting.aadas_case}/feedback"
    saara.go(plan)
    expect(saara.main).to_contain_text(TITLE)
    expect(saara.main.locator("a[href$='/plan/write'], a[href$='/rate']")).to_have_count(0)
    assert saara.go(f"{plan}/write").status == 404


def give_feedback(aada: Reader) -> None:
    """Three questions wait on the pupil's own front page, once."""
    aada.go("/")
    aada.press(aada.main.locator("a[href^='/feedback/']").first)
    aada.choose(secret_helped="4", secret_heard="5", secret_again="4")
    aada.send()
    expect(aada.main.locator("a[href^='/feedback/']")).to_have_count(0)


def still_reads_it(reader: Reader) -> None:
    """The family keeps its sight of what was agreed on, and rates no more."""
    reader.menu("/plans")
    reader.press(reader.main.locator("a[href^='/plans/']").first)
    expect(reader.main).to_contain_text(NEXT_WORDS)
    expect(reader.main.locator("a[href$='/rate']")).to_have_count(0)
