"""The chain as its people walk it: from a teacher's request to the first journal entry and to the proof of who read it.

Every act is played at pages by a person's own means; what is asserted on the way is what that person must see. The
words of a page may be of any language, so ways are found by their addresses and fields by their names.
"""

import re
from dataclasses import dataclass

from playwright.sync_api import expect

from tests.browser.reader import Reader
from tests.builders import Someone, Village
from tests.builders_accounts import Signer, a_signer
from tests.clock import Clock
from welfare.people.models import Teaching
from welfare.rules.actors import Role

ASKED = "Poissaoloja aamuisin, ja välitunneilla yksin."
BACKGROUND = "Aamut ovat raskaita. Sovittiin, että asiaa katsotaan yhdessä."
ENTERED = "Aada tulee ensi viikosta kouluun kymmeneksi. Ääni, öljy ja tyyny: merkit säilyvät."


@dataclass(frozen=True)
class Town:
    """Everybody of the story."""

    clock: Clock
    aada: Someone
    teacher: Signer
    curator: Signer
    officer: Signer


def a_town(village: Village, clock: Clock) -> Town:
    """A pupil of 8B with her teacher, the school's curator and the provider's data protection officer."""
    class_id = village.a_class("8B")
    aada = village.student("Aada Metsäpelto", class_id)
    teacher = a_signer(village, "oona.rautasalo", "Oona Rautasalo", Role.TEACHER)
    with village.work() as work:
        post = {"person_id": teacher.someone.person_id, "class_id": class_id, "begins_on": work.facts.on}
        work.session.add(Teaching(**post))
    curator = a_signer(village, "saara.lehtovirta", "Saara Lehtovirta", Role.CURATOR)
    officer = a_signer(village, "tuula.harju", "Tuula Harju", Role.DATA_PROTECTION_OFFICER)
    return Town(clock, aada, teacher, curator, officer)


def ask_for_support(teacher: Reader, town: Town, *, scripts: bool = True) -> str:
    """Three short steps and a receipt, with a mistake on the way. Gives the receipt's number."""
    teacher.menu("/requests")
    teacher.follow("/requests/new")
    teacher.follow_to(town.aada.name)
    teacher.choose(service="curator", urgency="normal")
    teacher.send()
    expect(teacher.errors).to_contain_text(teacher.words.errors)
    if scripts:
        expect(teacher.errors).to_be_focused()
    teacher.press(teacher.errors.locator("a[href='#description']"))
    teacher.choose(subject="attendance")
    teacher.fill(description=ASKED)
    teacher.send()
    teacher.choose(together="no", guardian_told="not_yet")
    teacher.fill(together_reason="Aada oli kotona.", wish="Että joku kysyisi.")
    teacher.send()
    expect(teacher.main).to_contain_text(ASKED)
    teacher.send()
    assert teacher.path.endswith("/receipt")
    expect(teacher.main).not_to_contain_text(ASKED)
    return teacher.heading.rpartition(" ")[2]


def work_the_request(curator: Reader, town: Town, receipt: str) -> None:
    """From the queue: claim, offer a talk, hold it, and propose a group."""
    curator.go("/requests/queue")
    expect(curator.main).to_contain_text(town.aada.name)
    curator.press(curator.main.locator("form[action$='/claim'] button"))
    expect(curator.main).to_contain_text(ASKED)
    expect(curator.main).to_contain_text(receipt)
    curator.follow("/talks/new")
    today = town.clock.now.date()
    curator.fill(on=f"{today.day}.{today.month}.{today.year}", clock="9.40")
    curator.choose(way="in_person")
    curator.send()
    town.clock.forward(minutes=14)
    curator.press(curator.main.locator("a[href*='/talks/']:not([href$='/new']):not([href$='/held'])").first)
    curator.choose(answer="held")
    curator.send()
    curator.follow("/outcome")
    curator.choose(outcome="group_proposed")
    curator.send()


def propose_the_matter(curator: Reader, town: Town) -> str:
    """The matter, and the consents of its pupil: to the handling, to the curator and to the teacher. Gives its path."""
    curator.press(curator.main.locator("a[href^='/cases/new/']").first)
    curator.choose(subject="attendance", initiator="staff")
    curator.fill(title="Aamut ja jaksaminen", background=BACKGROUND)
    curator.send()
    case = curator.path
    _consents(curator, town, case, "group-handling")
    _consents(curator, town, case, "group-member", member=town.curator.someone.person_id)
    _consents(curator, town, case, "group-member", member=town.teacher.someone.person_id)
    curator.follow("/steps/open")
    curator.send()
    expect(curator.main).to_contain_text(town.teacher.someone.name)
    return case


def _consents(curator: Reader, town: Town, case: str, kind: str, **named: object) -> None:
    curator.go(f"{case}/consents/new/{kind}")
    curator.choose(giver=town.aada.person_id, answer="given", way="paper", language="fi", **named)
    curator.send()
    assert curator.path == case


def write_the_first_entry(curator: Reader, case: str, *, scripts: bool = True) -> str:
    """A note; with scripts on it keeps itself while it is written. Gives its path."""
    curator.go(f"{case}/journal/new/note")
    curator.fill(information=ENTERED)
    if scripts:
        expect(curator.page.locator("[data-autosave-status] [data-words]")).to_have_text(
            re.compile(r"\d\.\d\d$"), timeout=8000
        )
    curator.send()
    expect(curator.main).to_contain_text(ENTERED)
    return curator.path


def read_the_entry(member: Reader, case: str) -> None:
    """As a member by consent: from the list of one's own matters to the journal."""
    member.menu("/cases")
    member.follow(case)
    member.follow("/journal")
    expect(member.main).to_contain_text(ENTERED)


def withdraw(curator: Reader, case: str, member: Someone) -> None:
    """The pupil takes back what she gave for a member."""
    curator.go(f"{case}/consents")
    card = curator.main.locator("section, .panel").filter(has_text=member.name)
    curator.press(card.locator("a[href*='/consents/']").first)
    curator.follow("/withdraw")
    curator.choose(way="oral_in_meeting")
    curator.send()
    assert curator.path == case


def nothing_is_left(teacher: Reader, case: str) -> None:
    """Who may not see a matter is told nothing of it: not by address, not in a list."""
    for path in (case, f"{case}/journal", f"{case}/consents", f"{case}/log"):
        assert teacher.go(path).status == 404
        expect(teacher.main).to_contain_text(teacher.words.not_found)
    teacher.go("/cases")
    assert teacher.main.locator(f"a[href='{case}']").count() == 0


def find_who_saw(officer: Reader, town: Town) -> None:
    """The officer asks the trail about the pupil: there are the request, the entry and a refused access."""
    officer.menu("/audit")
    officer.press(officer.main.locator("details summary"))
    officer.fill(name=town.aada.name)
    officer.choose(sought="about")
    officer.press(officer.main.locator("details button[type=submit]"))
    officer.follow_to(town.aada.name)
    teacher, curator, words = town.teacher.someone.name, town.curator.someone.name, officer.words
    for deeds, outcome, name, deed in (
        ("requests", "done", teacher, words.sending),
        ("journal", "done", curator, words.writing),
        ("matters", "refused", teacher, words.reading),
    ):
        officer.choose(deeds=deeds, outcome=outcome)
        officer.press(officer.main.locator("form.trail-filter button"))
        row = officer.main.locator("tbody tr").filter(has_text=name).filter(has_text=deed)
        expect(row.first).to_be_visible()
        for secret in (ASKED, BACKGROUND, ENTERED):
            expect(officer.main).not_to_contain_text(secret)
    refused = officer.main.locator("tbody tr").filter(has_text=teacher).filter(has_text=words.reading)
    officer.press(refused.first.locator("th a"))
    expect(officer.main).to_contain_text(teacher)
    expect(officer.main).to_contain_text(words.reading)
