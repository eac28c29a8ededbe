"""A meeting about two pupils as its people live it: from the consents to a locked record in each pupil's journal.

Every act is played at pages by a person's own means; what is asserted on the way is what that person must see, and of
the other pupil nobody sees anything. Ways are found by their addresses and people by their names.
"""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, expect

from tests.browser.reader import Reader
from tests.browser.sitting import NELLI, Sitting
from tests.builders_accounts import Signer

SAVED = re.compile(r"\d\.\d\d$")
DIGEST = re.compile("[0-9a-f]{64}")
AADAS = {
    "handling": "Aamut ovat helpottuneet. Sovittiin, kuka on ovella vastassa.",
    "student_view": "Haluan, että joku on ovella.",
    "guardian_view": "Kotona on rauhallisempaa.",
    "measure_1_what": "Aamuvastaanotto ovella",
    "measure_1_by": "Petri Hongisto",
    "measure_1_followed_by": "Saara Lehtovirta",
    "measure_1_until": "18.12.2026",
}
FROM_PETRI = "Aamuvastaanotto alkaa maanantaina."
BETTER = "Aamut ovat helpottuneet. Petri on ovella vastassa maanantaista alkaen."
ELIASS = {
    "handling": "Välitunneille sovittiin oma paikka.",
    "student_view_absent": "Elias ei tullut paikalle.",
    "guardian_view": "Jari toivoo soittoa perjantaisin.",
    "measure_1_what": "Välituntipaikka kirjastossa",
    "measure_1_by": "Henrik Ståhlnäs",
    "measure_1_followed_by": "Mirja Kanervala",
    "information": "Kirjastossa on valvoja.",
}
OF_AADA = ("Aada", "Metsäpelto", "Petri", NELLI, "KOI/001", "10.00", AADAS["handling"], BETTER, "Aamuvastaanotto")
OF_ELIAS = ("Elias", "Vuorela", "Henrik", "KOI/002", "11.00", ELIASS["handling"], "Välituntipaikka")
"""What is one pupil's alone, and may stand before nobody who sits only with the other."""


@dataclass(frozen=True)
class Agenda:
    """Where the meeting and its two items are."""

    path: str
    aadas: str
    eliass: str


def gather_consents(saara: Reader, sitting: Sitting) -> None:
    """Aada's own word for a member, her specific written word for one from outside, Jari's in place of his son's."""
    aada, jari = sitting.aada.someone.person_id, sitting.jari.someone.person_id
    saara.go(f"{sitting.aadas_case}/consents/new/group-member")
    saara.choose(member=sitting.petri.someone.person_id, giver=aada, answer="given", way="oral_in_meeting")
    saara.choose(language="fi")
    saara.send()
    saara.go(f"{sitting.aadas_case}/consents/new/outsider-participation")
    saara.fill(outsider_name=NELLI, outsider_role="Nuorisotyöntekijä", scope="Aamuista ja vapaa-ajasta.")
    saara.choose(giver=aada, answer="given", way="paper", language="fi")
    saara.send()
    saara.go(f"{sitting.eliass_case}/consents/new/group-member")
    saara.choose(ability="unable", ability_assessor=sitting.mirja.someone.person_id)
    saara.fill(ability_grounds="Toisluokkalainen.", ability_on="20.11.2026")
    saara.choose(member=sitting.henrik.someone.person_id, giver=jari, answer="given", way="paper", language="fi")
    saara.send()
    assert saara.path == sitting.eliass_case


def call_together(saara: Reader, sitting: Sitting) -> Agenda:
    """One meeting, two items; then everybody whom the consents let come is invited to each."""
    saara.menu("/meetings")
    saara.follow("/meetings/new")
    saara.check(sitting.aada.someone.name, sitting.elias.someone.name)
    saara.fill(on="23.11.2026", clock="10.00", minutes="30", place="Tila Honka")
    saara.send()
    panels = saara.main.locator("[id^='item-']:not([id$='-heading'])")
    expect(panels).to_have_count(2)
    path = saara.path
    items = [f"{path}/items/{(panel.get_attribute('id') or '').removeprefix('item-')}" for panel in panels.all()]
    for item, people in zip(items, (6, 5), strict=True):
        saara.go(f"{item}/invitations")
        expect(saara.main.locator("li.measure")).to_have_count(people)
        saara.press(saara.main.locator("form[action$='/all'] button"))
        expect(saara.main.locator("form[action$='/all']")).to_have_count(0)
    return Agenda(path, *items)


def answer(reader: Reader, agenda: Agenda, reply: str, *, others: tuple[str, ...] = ()) -> None:
    """Find the meeting in one's own list, answer for each of one's items, and see nothing of others."""
    reader.menu("/meetings")
    _says_nothing_of(reader, others)
    reader.follow(agenda.path)
    replies = reader.main.locator("a[href$='/reply']")
    expect(replies.first).to_be_visible()
    for number in range(replies.count()):
        reader.press(replies.nth(number))
        _says_nothing_of(reader, others)
        reader.choose(answer=reply)
        reader.send()
    assert reader.path == agenda.path
    _says_nothing_of(reader, others)


def begin(saara: Reader, agenda: Agenda, *present: str) -> None:
    """Begin, tick who is in the room, and come to the first item."""
    saara.go(agenda.path)
    saara.press(saara.main.locator("form[action$='/begin'] button"))
    saara.check(*present)
    saara.send()
    assert saara.path == f"{agenda.aadas}/minutes"


def write(scribe: Reader, item: str, texts: dict[str, str], *, scripts: bool) -> None:
    """Write in the minutes; with scripts they keep themselves while one writes."""
    scribe.go(f"{item}/minutes")
    scribe.fill(**texts)
    if scripts:
        expect(scribe.page.locator("[data-autosave-status] [data-words]")).to_have_text(SAVED, timeout=8000)
    scribe.press(scribe.main.locator("button[name=save]"))


def reads_along(member: Reader, item: str, *, others: tuple[str, ...] = ()) -> None:
    """What the other has written is there, and the page says who sees it."""
    member.go(f"{item}/minutes")
    expect(member.field("handling")).to_have_value(AADAS["handling"])
    expect(_readers(member)).to_contain_text("Mirja Kanervala")
    _says_nothing_of(member, others)


def is_sent_out(mirja: Reader, petri: Reader, agenda: Agenda) -> None:
    """Her page is still open, and takes nothing any more; the others' pages tell that she has left."""
    mirja.fill(information="Vielä yksi asia.")
    mirja.press(mirja.main.locator("button[name=save]"))
    expect(mirja.main).to_contain_text(mirja.words.not_found)
    for rest in ("minutes", "final", "record", "print"):
        assert mirja.go(f"{agenda.aadas}/{rest}").status == 404
    mirja.go(agenda.path)
    expect(mirja.main).to_contain_text("Elias Vuorela")
    _says_nothing_of(mirja, OF_AADA)
    petri.go(f"{agenda.aadas}/minutes")
    where = petri.main.locator("#people tr").filter(has_text="Mirja Kanervala").locator("select")
    expect(where).to_have_value("left")
    expect(_readers(petri)).not_to_contain_text("Mirja Kanervala")
    expect(_readers(petri)).to_contain_text("Petri Hongisto")


def go_on(saara: Reader, agenda: Agenda, *, leaving: tuple[str, ...], joining: tuple[str, ...], scripts: bool) -> None:
    """From the first item to the second: who leaves is named, who joins is let in."""
    saara.go(f"{agenda.aadas}/minutes")
    if scripts:
        with saara.page.expect_navigation():
            saara.page.keyboard.press("Control+Enter")
    else:
        saara.follow("/next")
    lines = saara.main.locator("form ul.plain > li")
    expect(lines).to_have_count(3)
    out, coming, staying = lines.all()
    for line, names in ((out, leaving), (coming, joining), (staying, ("Saara Lehtovirta",))):
        for name in names:
            expect(line).to_contain_text(name)
    saara.check(*joining)
    saara.send()
    assert saara.path == f"{agenda.eliass}/minutes"


def end(saara: Reader) -> None:
    """Everybody goes; the minutes are still to be finished."""
    saara.press(saara.main.locator("form[action$='/end'] button"))


def is_refused_unfinished(saara: Reader, item: str) -> None:
    """The checklist tells what is missing, and what is not whole does not become final."""
    saara.go(f"{item}/minutes")
    lacks = saara.main.locator("#law .lack")
    assert lacks.count() > 0
    saara.press(saara.main.locator("button[name=final]"))
    saara.field("sure").check()
    saara.send()
    expect(saara.errors).to_contain_text(saara.words.errors)


def finalise(saara: Reader, item: str, texts: dict[str, str]) -> None:
    """Fill what is missing, read the entry, and make it final."""
    saara.go(f"{item}/minutes")
    saara.fill(**texts)
    saara.press(saara.main.locator("button[name=final]"))
    expect(saara.main.locator("#law .lack")).to_have_count(0)
    saara.field("sure").check()
    saara.send()
    assert saara.path == f"{item}/minutes"
    expect(saara.main.locator("textarea")).to_have_count(0)


def amend(petri: Reader, saara: Reader, item: str) -> None:
    """One who was there proposes how a part should read; the responsible person accepts it."""
    petri.go(f"{item}/record")
    petri.follow("/amendments/new")
    petri.choose(section="handling")
    petri.fill(text=BETTER)
    petri.send()
    saara.go(f"{item}/record")
    saara.follow("/answer")
    saara.choose(state="accepted")
    saara.send()
    expect(saara.main.locator("#entry")).to_contain_text(BETTER)


def lock(saara: Reader, item: str, case: str) -> None:
    """After the round: the record is locked, and the pupil's journal shows the seal of the one entry it has."""
    saara.go(f"{item}/record")
    saara.press(saara.main.locator("form[action$='/lock'] button"))
    expect(saara.main.locator("#seal")).to_contain_text(DIGEST)
    digest = DIGEST.findall(saara.main.locator("#seal").inner_text())[0]
    saara.go(f"{case}/journal")
    expect(saara.main.get_by_text(digest[:16])).to_have_count(1)


def sees(reader: Reader, agenda: Agenda, *, records: dict[str, bool], others: tuple[str, ...]) -> None:
    """The own slice, and of the rest not even that it exists: in the calendar, at the meeting, at each address."""
    for path in ("/meetings?day=2026-11-23", "/meetings?view=month&day=2026-11-23", agenda.path, "/"):
        assert reader.go(path).status == 200
        _says_nothing_of(reader, others)
    for item, is_seen in records.items():
        for rest in ("record", "minutes", "print"):
            assert reader.go(f"{item}/{rest}").status == (200 if is_seen else 404), f"{item}/{rest}"
            _says_nothing_of(reader, others)


def come_back_later(sitting: Sitting, *people: tuple[Reader, Signer]) -> None:
    """The days of the round have gone by, and everybody has been signed out meanwhile."""
    sitting.clock.forward(days=8)
    for reader, signer in people:
        reader.come_back(signer, sitting.clock.now)


def _readers(reader: Reader) -> Locator:
    """Who can see the item, as its page tells."""
    return reader.main.locator("#law > p").first


def _says_nothing_of(reader: Reader, words: tuple[str, ...]) -> None:
    text = reader.page.content()
    found = [each for each in words if each in text]
    assert found == [], f"{reader.page.url} tells {found}"
