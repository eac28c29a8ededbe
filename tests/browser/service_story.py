"""Nurse, curator and psychologist document one pupil, none can see another's note, and one disclosure crosses.

Every act is played at pages by a person's own means; ways are found by their addresses and fields by their names.
"""

from dataclasses import dataclass
from uuid import UUID

from playwright.sync_api import expect

from tests.browser.reader import Reader
from tests.builders import Someone, Village
from tests.builders_accounts import Signer, a_signer
from tests.builders_cases import a_case
from tests.clock import Clock
from welfare.rules.actors import Role


@dataclass(frozen=True)
class Practice:
    """The pupil, the three who have her as a client, and a second curator."""

    clock: Clock
    aada: Someone
    nurse: Signer
    curator: Signer
    psychologist: Signer
    colleague: Signer
    case_id: UUID
    """A matter of the pupil's that the curator leads, with the nurse in its group; the psychologist is not in it."""


@dataclass(frozen=True)
class Written:
    """What one of them writes: why the service begins, and what was talked about."""

    grounds: str
    contact: str


NURSES = Written("Tuli vastaanotolle väsymyksen takia.", "Puhuttiin unesta. Ääni, öljy ja tyyny: merkit säilyvät.")
CURATORS = Written("Poissaoloja aamuisin.", "Sovittiin aamuista. Kotona on ollut riitaa.")
PSYCHOLOGISTS = Written("Pyysi itse aikaa.", "Mieliala on ollut matala. Sovittiin kolme käyntiä.")
ALL = (NURSES, CURATORS, PSYCHOLOGISTS)
GIVEN, KEPT = CURATORS.contact.split(". ", 1)
"""Of the curator's note the sentence that crosses, and the one that stays."""


def a_practice(village: Village, clock: Clock) -> Practice:
    """Everybody can sign in; nobody has written anything."""
    aada = village.student("Aada Metsäpelto", village.a_class("8B"))
    saara = a_signer(village, "saara.lehtovirta", "Saara Lehtovirta", Role.CURATOR)
    mirja = a_signer(village, "mirja.kanervala", "Mirja Kanervala", Role.NURSE)
    lead, member = (Someone(who.someone.person_id, who.account_id, who.someone.name) for who in (saara, mirja))
    return Practice(
        clock,
        aada,
        mirja,
        saara,
        a_signer(village, "pasi.psykologi", "Pasi Psykologi", Role.PSYCHOLOGIST),
        a_signer(village, "kirsi.kollega", "Kirsi Kollega", Role.CURATOR),
        a_case(village, aada, lead, member),
    )


def take_as_client(worker: Reader, practice: Practice, written: Written) -> str:
    """By name among the school's pupils; with a mistake on the way. Gives the file's path."""
    worker.menu("/clients")
    worker.follow("/clients/new")
    worker.fill(name="aada")
    worker.press(worker.main.locator("form button[type=submit]").first)
    worker.follow_to(practice.aada.name)
    worker.choose(initiator="student")
    worker.send()
    expect(worker.errors).to_contain_text(worker.words.errors)
    worker.fill(grounds=written.grounds)
    worker.send()
    expect(worker.main).to_contain_text(written.grounds)
    return worker.path


def document(worker: Reader, client: str, written: Written) -> str:
    """A contact, entered once. Gives the note's path."""
    worker.go(client)
    worker.follow("/notes/new")
    worker.follow("/notes/new/contact")
    worker.choose(way="in_person")
    worker.tick(worker.main.locator("input[name='with_whom'][value='student']"))
    worker.fill(information=written.contact)
    worker.send()
    expect(worker.main).to_contain_text(written.contact)
    return worker.path


def sees_the_own_alone(worker: Reader, practice: Practice, own: Written, foreign: tuple[str, ...]) -> None:
    """One client, one's own words; of the others' files and notes there is nothing at any address."""
    worker.menu("/clients")
    expect(worker.main.locator("a[data-row]")).to_have_count(1)
    worker.fill(name=practice.aada.name)
    worker.press(worker.main.locator("form[action*='/clients/search'] button"))
    expect(worker.main.locator("a[data-row]")).to_have_count(1)
    worker.follow_to(practice.aada.name)
    expect(worker.main).to_contain_text(own.contact)
    for other in ALL:
        if other is not own:
            expect(worker.main).not_to_contain_text(other.contact)
            expect(worker.main).not_to_contain_text(other.grounds)
    for path in foreign:
        assert worker.go(path).status == 404
        expect(worker.main).to_contain_text(worker.words.not_found)


def is_nobodys_business(stranger: Reader, paths: tuple[str, ...]) -> None:
    """A colleague of the same service, who neither stands in nor was offered the client."""
    stranger.menu("/clients")
    stranger.page.wait_for_url("**/clients")
    expect(stranger.main.locator("a[data-row]")).to_have_count(0)
    for path in paths:
        assert stranger.go(path).status == 404


def hand_over(worker: Reader, colleague: Reader, practice: Practice, client: str) -> None:
    """The curator offers her client; the colleague accepts; the record changes hands in that moment."""
    worker.go(client)
    worker.follow("/hand-over")
    worker.choose(to=practice.colleague.account_id)
    worker.fill(reason="Vaihdan koulua.")
    worker.send()
    assert worker.path == client
    colleague.go("/")
    colleague.follow_to(practice.aada.name)
    expect(colleague.main).not_to_contain_text(CURATORS.contact)
    colleague.press(colleague.main.locator("form[action$='/accept'] button"))
    expect(colleague.main).to_contain_text(CURATORS.contact)
    assert worker.go(client).status == 404


def correct(worker: Reader, note: str) -> None:
    """A mistake is mended beside the note, and both stay."""
    worker.go(note)
    worker.follow("/correction")
    worker.fill(information="Sovittiin kaksi käyntiä.", reason="Luku oli väärä.")
    worker.send()
    expect(worker.main.locator("ins").first).to_be_visible()
    expect(worker.main).to_contain_text(PSYCHOLOGISTS.contact)


def disclose(curator: Reader, practice: Practice, client: str) -> str:
    """From her own client's page she gives the group one sentence of her note. Gives the path of the journal's line."""
    curator.go(client)
    curator.follow("/disclosure")
    curator.page.wait_for_url(f"**{client}/disclosure/{practice.case_id}")
    curator.check(GIVEN)
    curator.send()
    expect(curator.errors).to_contain_text(curator.words.errors)
    curator.fill(necessity="Ryhmä sopii aamuista.")
    curator.send()
    curator.page.wait_for_url(f"**/cases/{practice.case_id}/journal/**")
    expect(curator.main).to_contain_text(GIVEN)
    return curator.path


def reads_what_was_given(nurse: Reader, practice: Practice, line: str) -> None:
    """The nurse, a member, reads the one sentence in the group's journal, and nothing else that the curator wrote."""
    nurse.go(f"/cases/{practice.case_id}/journal")
    for words in (GIVEN, "Ryhmä sopii aamuista."):
        expect(nurse.main).to_contain_text(words)
    nurse.go(line)
    expect(nurse.main).to_contain_text(GIVEN)
    for words in (KEPT, CURATORS.grounds):
        expect(nurse.main).not_to_contain_text(words)
