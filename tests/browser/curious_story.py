"""A curious colleague as everybody meets her: at the pupil's matter, in the officer's queue, on the family's page.

Every act is played at pages by a person's own means; in between the house looks through the trail by itself.
"""

from dataclasses import dataclass

from flask import Flask
from playwright.sync_api import expect

from tests.browser.reader import Reader
from tests.builders import Someone, Village
from tests.builders_accounts import Signer, a_citizen, a_signer
from tests.builders_cases import a_case
from tests.clock import Clock
from welfare.jobs.worker import Tally
from welfare.rules.actors import Role
from welfare.web.services import worker_of

TITLE = "Aamut ja jaksaminen"
EXCUSE = "Kuulin käytävällä, että jotain on tekeillä."
HEARD = "Siiri kertoi katsoneensa uteliaisuudesta. Hänellä ei ollut tehtävää."
TOLD = {
    "fi": "Yksi työntekijä avasi Aadan asian ilman tehtävää. Hänelle on puhuttu. Kysy lisää: tietosuoja@ranta.example",
    "sv": "En anställd öppnade Aadas ärende utan uppgift. Vi har talat med henne. Fråga: dataskydd@strand.example",
}
REFERENCE = "TSV/17/2026"


@dataclass(frozen=True)
class Corridor:
    """Aada and her mother, who leads the matter, who is curious about it, and who watches."""

    app: Flask
    clock: Clock
    aada: Signer
    tiina: Signer
    saara: Someone
    siiri: Signer
    """The psychologist of the school, outside the group."""
    ulla: Signer
    case: str

    @property
    def own(self) -> str:
        """Where Aada's own page is."""
        return f"/own/{self.aada.someone.person_id}"

    def passes(self, minutes: float) -> None:
        """Time goes by, and the house does what is due."""
        self.clock.forward(minutes=minutes)
        worker_of(self.app).work_off(Tally())


def a_corridor(village: Village, app: Flask, clock: Clock) -> Corridor:
    """The matter is open and well looked after; nobody else has anything to do with it."""
    aada = village.student("Aada Metsäpelto", village.a_class("8B"))
    tiina = village.guardian("Tiina Metsäpelto", aada)
    signer = a_citizen(village, aada, "aada.koti")
    saara, mirja = village.staff(Role.CURATOR, "Saara Lehtovirta"), village.staff(Role.NURSE, "Mirja Kanervala")
    case_id = a_case(village, Someone(aada.person_id, signer.account_id, aada.name), saara, mirja)
    return Corridor(
        app,
        clock,
        aada=signer,
        tiina=a_citizen(village, tiina, "tiina.koti"),
        saara=saara,
        siiri=a_signer(village, "siiri.salo", "Siiri Salo", Role.PSYCHOLOGIST),
        ulla=a_signer(village, "ulla.vartia", "Ulla Vartia", Role.DATA_PROTECTION_OFFICER),
        case=f"/cases/{case_id}",
    )


def is_curious(siiri: Reader, corridor: Corridor) -> None:
    """The matter is shut to her; she calls it an emergency, and reads."""
    assert siiri.go(corridor.case).status == 404
    siiri.go("/search")
    siiri.fill(q="Aada")
    siiri.send()
    siiri.press(siiri.main.locator("#found a[href^='/emergencies/new/']"))
    siiri.choose(reason="lead_out_of_reach")
    siiri.fill(words=EXCUSE, code=corridor.siiri.code(corridor.clock.now))
    siiri.tick(siiri.main.locator("input[name='sections'][value='matter']"))
    siiri.send()
    expect(siiri.main).to_contain_text(TITLE)


def is_found(ulla: Reader, corridor: Corridor) -> str:
    """Within five minutes, with a reason, and with nothing of the matter. Gives the path of the finding."""
    ulla.press(ulla.main.locator("#follow-ups a[href^='/log-reviews']"))
    ulla.follow_to(corridor.siiri.someone.name)
    for name in (corridor.siiri.someone.name, corridor.aada.someone.name):
        expect(ulla.main.locator("#who")).to_contain_text(name)
    expect(ulla.main.locator("#signals tbody tr")).to_have_count(1)
    expect(ulla.main.locator("#events tbody tr").first).to_be_visible()
    assert TITLE not in ulla.page.content()
    return ulla.path


def is_judged(ulla: Reader, corridor: Corridor) -> str:
    """She has been heard: it was a breach. What, whose, how many, since when, and 72 hours. Gives the file's path."""
    ulla.follow("/breach")
    ulla.choose(kind="seen", risk="high")
    ulla.fill(what=HEARD, effects="Luottamus.", measures="Kuultu ja ohjattu.")
    ulla.send()
    expect(ulla.main).to_contain_text(HEARD)
    whose = ulla.main.locator("#whose tbody tr")
    expect(whose).to_have_count(1)
    expect(whose).to_contain_text(corridor.aada.someone.name)
    expect(whose.locator("time").first).to_be_visible()
    expect(ulla.main.locator(".chip").nth(1)).to_contain_text("72")
    return ulla.path


def is_not_closed_yet(ulla: Reader, file: str) -> None:
    """Nobody has been told; of a high risk nobody may be left untold."""
    expect(ulla.main.locator("form[action$='/close']")).to_have_count(0)
    ulla.follow("/people")
    ulla.choose(telling="not_told")
    ulla.fill(words="Ei tarpeen.")
    ulla.send()
    expect(ulla.errors).to_contain_text(ulla.words.errors)
    ulla.go(file)


def is_told(ulla: Reader, corridor: Corridor, file: str) -> None:
    """The authority in time, then those concerned; and the file is closed."""
    corridor.passes(minutes=10)
    ulla.go("/")
    expect(ulla.main.locator("#follow-ups .chip")).to_contain_text("71")
    ulla.follow(file)
    ulla.follow("/authority")
    ulla.choose(telling="told")
    ulla.fill(reference=REFERENCE, words="Ilmoitettu lomakkeella.")
    ulla.send()
    expect(ulla.main).to_contain_text(REFERENCE)
    ulla.follow("/people")
    ulla.choose(telling="told")
    (other,) = TOLD.keys() - {ulla.language}
    ulla.fill(**{"words": TOLD[ulla.language], f"in_{other}": TOLD[other]})
    ulla.send()
    ulla.press(ulla.main.locator("form[action$='/close'] button"))
    expect(ulla.main.locator("#closed tbody")).to_contain_text(corridor.siiri.someone.name)


def reads_what_happened(reader: Reader, corridor: Corridor) -> None:
    """On the own page, where one asks who has read."""
    reader.go(corridor.own)
    reader.follow("/read")
    expect(reader.main.locator("#breach-1 ~ p").last).to_have_text(TOLD[reader.language])


def reads_it_in_the_other_language(reader: Reader) -> None:
    """Whoever speaks another language reads it in that."""
    (other,) = TOLD.keys() - {reader.language}
    reader.speak(other)
    expect(reader.main.locator(f"#breach-1 ~ p[lang={other}]")).to_have_text(TOLD[other])


def sees_the_reading(aada: Reader, corridor: Corridor) -> None:
    """By name, and that it was no ordinary reading."""
    visits = aada.main.locator("ul.reads > li").filter(has_text=corridor.siiri.someone.name)
    expect(visits).to_have_count(1)
    expect(visits).to_contain_text(aada.words.in_emergency)
    assert EXCUSE not in aada.page.content()


def is_not_told_of_emergencies(tiina: Reader, corridor: Corridor) -> None:
    """A guardian reads of the breach what the file tells, and not who opened what in an emergency."""
    expect(tiina.main.locator("#breach-1")).to_be_visible()
    expect(tiina.main).not_to_contain_text(corridor.siiri.someone.name)


def learns_nothing(siiri: Reader, file: str, finding: str) -> None:
    """Nobody handles what is about the own reading."""
    for path in (finding, file, "/log-reviews", "/breaches"):
        assert siiri.go(path).status in {403, 404}, path
