"""A student's own side as she lives it: from asking for help to the day on which she decides alone.

Every act is played at pages by a person's own means. Ways are found by their addresses and fields by their names; what
is asserted on the way is what that person must see, or must not.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from playwright.sync_api import Locator, expect

from tests.browser.reader import Reader
from tests.browser.story import nothing_is_left
from tests.builders import Village
from tests.builders_accounts import Signer, a_citizen, a_signer
from tests.builders_minutes import knows_the_family
from tests.clock import Clock
from welfare.rules.actors import Role

OF_AGE_ON = date(2026, 12, 4)
BIRTHDAY = datetime(2026, 12, 4, 7, tzinfo=UTC)
NELLI = "Nelli Nuotio"
"""A youth worker from outside, who has no account here."""
ASKED = "Haluaisin jutella jonkun kanssa kodin asioista."
ADDED = "Torstaina pääsen välitunnilla."
AFRAID = "Isä suuttuu, jos hän kuulee tästä."
SAID = "Aamut ovat vaikeimpia. Jos joku on ovella, pääsen lähtemään."
SECRETS = (ASKED, ADDED, AFRAID, SAID)
FATHERS_NUMBER = "040 123 4567"


@dataclass(frozen=True)
class Home:
    """Aada, both her parents, and the two of student welfare who help her."""

    clock: Clock
    aada: Signer
    kari: Signer
    """The father, whom she shuts out."""
    tiina: Signer
    saara: Signer
    mirja: Signer

    @property
    def own(self) -> str:
        """Where Aada's own page is."""
        return f"/own/{self.aada.someone.person_id}"


def a_home(village: Village, clock: Clock) -> Home:
    """Nobody has asked for anything yet, and in eleven days she is of age."""
    aada = village.student("Aada Metsäpelto", village.a_class("8B"), of_age_on=OF_AGE_ON)
    kari, tiina = village.guardian("Kari Metsäpelto", aada), village.guardian("Tiina Metsäpelto", aada)
    knows_the_family(village, aada, kari)
    return Home(
        clock,
        aada=a_citizen(village, aada, "aada.koti"),
        kari=a_citizen(village, kari, "kari.koti"),
        tiina=a_citizen(village, tiina, "tiina.koti"),
        saara=a_signer(village, "saara.lehtovirta", "Saara Lehtovirta", Role.CURATOR),
        mirja=a_signer(village, "mirja.kanervala", "Mirja Kanervala", Role.NURSE),
    )


def ask_for_help(aada: Reader) -> str:
    """Few words, and how she can be reached safely. Gives the path of the receipt."""
    aada.follow("/ask")
    aada.choose(service="curator", urgency="normal")
    aada.fill(description=ASKED)
    aada.send()
    aada.tick(aada.main.locator("input[name='ways'][value='own_pages']"))
    aada.choose(home_contact="never")
    aada.fill(kept_from="Isä", contact_way="Välitunnilla")
    aada.send()
    expect(aada.main).to_contain_text(ASKED)
    aada.send()
    expect(aada.main.locator("#next")).to_be_visible()
    expect(aada.main).not_to_contain_text(ASKED)
    receipt = aada.path
    aada.follow("/add")
    aada.fill(text=ADDED)
    aada.send()
    assert aada.path == receipt
    return receipt


def offer_a_time(saara: Reader, home: Home) -> None:
    """How to be in touch stands first and is obeyed: no number at home, and no call."""
    saara.go("/requests/queue")
    saara.press(saara.main.locator("form[action$='/claim'] button"))
    expect(saara.main.locator("section.safety--limited")).to_contain_text("Isä")
    expect(saara.main).to_contain_text(ADDED)
    expect(saara.main).to_contain_text(home.kari.someone.name)
    expect(saara.main).not_to_contain_text(FATHERS_NUMBER)
    saara.follow("/talks/new")
    expect(saara.main.locator("input[name='way'][value='in_person']")).to_have_count(1)
    expect(saara.main.locator("input[name='way'][value='phone']")).to_have_count(0)
    today = home.clock.now.date()
    saara.fill(on=f"{today.day}.{today.month}.{today.year}", clock="9.40")
    saara.choose(way="in_person")
    saara.send()
    expect(saara.main.locator("#talks")).to_contain_text("9.40")


def come_to_the_talk(aada: Reader, receipt: str) -> None:
    """She sees the time where she found it safe, and says that she is coming."""
    aada.go(receipt)
    expect(aada.main.locator("#talks")).to_contain_text("9.40")
    aada.press(aada.main.locator("form[action$='/come'] button"))
    expect(aada.main.locator("form[action$='/come']")).to_have_count(0)
    expect(aada.main.locator("#talks")).to_contain_text("9.40")


def propose_the_matter(saara: Reader, home: Home) -> str:
    """The talk has been held, and Aada wants a group. Gives the path of the matter."""
    home.clock.forward(minutes=14)
    saara.go("/requests/queue")
    saara.press(saara.main.locator("a[href*='/requests/']").filter(has_text=home.aada.someone.name).first)
    saara.press(saara.main.locator("a[href*='/talks/']:not([href$='/new']):not([href$='/held'])").first)
    saara.choose(answer="held")
    saara.send()
    saara.follow("/outcome")
    saara.choose(outcome="group_proposed")
    saara.send()
    saara.press(saara.main.locator("a[href^='/cases/new/']").first)
    saara.choose(subject="attendance", initiator="student")
    saara.fill(title="Aamut", background="Sovittiin, että asiaa katsotaan yhdessä.")
    saara.send()
    case = saara.path
    _record(saara, home, case, "group-handling")
    for member in (home.saara, home.mirja):
        _record(saara, home, case, "group-member", member=member.someone.person_id)
    saara.follow("/steps/open")
    saara.send()
    expect(saara.main).to_contain_text(home.mirja.someone.name)
    return case


def ask_about_the_youth_worker(saara: Reader, home: Home, case: str) -> None:
    """Aada has not made up her mind, so that it is a no for now."""
    saara.go(f"{case}/consents/new/outsider-participation")
    saara.fill(outsider_name=NELLI, outsider_role="Nuorisotyöntekijä", scope="Aamuista ja vapaa-ajasta.")
    saara.choose(giver=home.aada.someone.person_id, answer="refused", way="oral_in_meeting", language="fi")
    saara.send()
    saara.go(case)
    expect(saara.main).to_contain_text(home.mirja.someone.name)


def _record(saara: Reader, home: Home, case: str, kind: str, **named: object) -> None:
    saara.go(f"{case}/consents/new/{kind}")
    saara.choose(giver=home.aada.someone.person_id, answer="given", way="paper", language="fi", **named)
    saara.send()
    assert saara.path == case


def write_own_words(aada: Reader, saara: Reader, home: Home, case: str) -> None:
    """They are hers alone until she lets the group see them."""
    aada.go(home.own)
    aada.follow("/words")
    aada.fill(text=SAID)
    aada.choose(who="me")
    aada.send()
    expect(aada.main.locator("#version-1")).to_contain_text(SAID)
    saara.go(case)
    expect(saara.main).to_contain_text(home.mirja.someone.name)
    expect(saara.main).not_to_contain_text(SAID)
    aada.press(aada.main.locator("form[action$='/share'] button"))
    expect(aada.main.locator("form[action$='/take-back']")).to_have_count(1)
    saara.go(case)
    expect(saara.main).to_contain_text(SAID)


def let_the_youth_worker_in(aada: Reader, saara: Reader, home: Home, case: str) -> None:
    """A yes stands beside a no; before it nobody can take the youth worker in."""
    saara.go(f"{case}/members/new")
    expect(saara.main).not_to_contain_text(NELLI)
    home.clock.forward(minutes=1)
    aada.go(home.own)
    aada.follow("/who")
    answers = _about_nelli(aada)
    expect(answers).to_have_count(2)
    expect(answers.and_(aada.page.locator("[value=no]"))).to_be_checked()
    aada.tick(answers.and_(aada.page.locator("[value=yes]")))
    aada.send()
    saara.go(f"{case}/members/new")
    nelli = saara.field("person").locator("option").filter(has_text=NELLI)
    saara.choose(person=nelli.get_attribute("value"))
    saara.send()
    aada.go(home.own)
    expect(aada.main.locator("#help-1")).to_contain_text(NELLI)


def _about_nelli(aada: Reader) -> Locator:
    return aada.main.locator("input[name^='outsider_participation_']")


def shut_the_father_out(aada: Reader, home: Home) -> None:
    """She asks; nothing changes before a professional has talked with her."""
    aada.go(f"{home.own}/left-out")
    aada.follow("/left-out/new")
    aada.tick(aada.main.locator(f"input[name='guardians'][value='{home.kari.someone.person_id}']"))
    aada.choose(what="all")
    aada.fill(reason=AFRAID)
    aada.send()
    expect(aada.main.locator("#wish-1")).to_contain_text(home.kari.someone.name)


def assess_the_wish(mirja: Reader, home: Home) -> None:
    """The nurse reads why, and finds nothing against it."""
    mirja.go(f"/students/{home.aada.someone.person_id}/prohibitions")
    mirja.press(mirja.main.locator("a[href*='/prohibitions/']:not([href$='/new'])").first)
    mirja.follow("/assess")
    expect(mirja.main).to_contain_text(AFRAID)
    mirja.choose(outcome="granted")
    mirja.fill(grounds="Olemme puhuneet kahdesti.", told="Kielto on voimassa.")
    mirja.send()
    expect(mirja.main).to_contain_text(home.kari.someone.name)


def sees_the_matter(parent: Reader, home: Home) -> None:
    """A parent finds that there is help."""
    parent.go(home.own)
    expect(parent.main.locator("#help-1")).to_be_visible()
    _says_no_secret(parent)


def finds_nothing(parent: Reader, home: Home, case: str) -> None:
    """The page is as that of a child who has no matter, and no other page says that there is one."""
    parent.go(home.own)
    expect(parent.main.locator("#help")).to_be_visible()
    expect(parent.main.locator("#help-1")).to_have_count(0)
    _says_no_secret(parent)
    for path in (f"{home.own}/left-out", f"{home.own}/matters/{case.rpartition('/')[2]}/who"):
        assert parent.go(path).status == 404
    nothing_is_left(parent, case)


def sees_who_read(aada: Reader, home: Home) -> None:
    """By name: those who helped, and both parents."""
    aada.go(home.own)
    aada.follow("/read")
    for who in (home.saara, home.mirja, home.tiina):
        expect(aada.main.locator("ul.reads")).to_contain_text(who.someone.name)
    _says_no_secret(aada)


def is_told_of_the_day(parent: Reader, home: Home) -> None:
    """That the view ends stands on the page for two weeks."""
    parent.go(home.own)
    expect(parent.main.locator(".flash--soon")).to_contain_text("4.12.2026")


def turns_eighteen(aada: Reader, tiina: Reader, home: Home, case: str) -> None:
    """From that day nobody but her: the mother's page is gone, hers goes on, and nobody is to be left out any more."""
    home.clock.now = BIRTHDAY
    aada.come_back(home.aada, home.clock.now)
    tiina.come_back(home.tiina, home.clock.now)
    for path in (home.own, f"{home.own}/read", case):
        assert tiina.go(path).status == 404
    tiina.go("/own")
    expect(tiina.main).not_to_contain_text("Aada")
    aada.go(home.own)
    expect(aada.main.locator("#help-1")).to_contain_text(NELLI)
    aada.go(f"{home.own}/left-out")
    expect(aada.main.locator("#wish-1")).to_be_visible()
    expect(aada.main.locator("a[href$='/left-out/new']")).to_have_count(0)


def _says_no_secret(reader: Reader) -> None:
    text = reader.page.content()
    assert [each for each in SECRETS if each in text] == [], reader.page.url
