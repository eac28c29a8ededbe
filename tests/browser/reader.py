"""One person at one browser: finds fields by name and ways by address, so that the words may be of any language."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, Response, expect

from tests.builders_accounts import Signer


@dataclass(frozen=True)
class Words:
    """A few words of a language, asserted at the points that matter."""

    errors: str
    not_found: str
    sending: str
    writing: str
    reading: str
    in_emergency: str


WORDS = {
    "fi": Words(
        errors="Tarkista",
        not_found="Sivua ei löytynyt",
        sending="Yhteydenoton lähettäminen",
        writing="Kirjauksen tekeminen",
        reading="Asian lukeminen",
        in_emergency="hätätilanteessa",
    ),
    "sv": Words(
        errors="Kontrollera",
        not_found="Sidan hittades inte",
        sending="Skicka ett kontakttagande",
        writing="Skriva en anteckning",
        reading="Läsa ett ärende",
        in_emergency="nödsituation",
    ),
}


@dataclass
class Reader:
    """A page of the product at an address, and what a person does there."""

    page: Page
    address: str
    language: str = "fi"

    @property
    def words(self) -> Words:
        """A few words of the language this person reads."""
        return WORDS[self.language]

    def go(self, path: str) -> Response:
        """Type an address."""
        response = self.page.goto(self.address + path)
        assert response is not None, path
        return response

    @property
    def path(self) -> str:
        """Where one is, without what follows the question mark or the hash."""
        return urlsplit(self.page.url).path

    @property
    def main(self) -> Locator:
        """The part of the page that is about something."""
        return self.page.locator("main")

    @property
    def heading(self) -> str:
        """The h1."""
        return self.page.locator("h1").inner_text()

    def press(self, what: Locator) -> None:
        """Press a link or a button; where it leads to a page, be there when that has been read to its end."""
        what.click()
        self.page.wait_for_load_state("domcontentloaded")

    def follow(self, end: str) -> None:
        """Go by the first link of the main part whose address ends so."""
        self.press(self.main.locator(f"a[href$='{end}']").first)

    def follow_to(self, words: str) -> None:
        """Go by the link of these words: a name, a number."""
        self.press(self.main.get_by_role("link", name=words).first)

    def menu(self, path: str) -> None:
        """Go to a place of the main menu; on the own pages those beyond the fourth stand in the footer."""
        self.press(self.page.locator(f"nav a[href='{path}'], .foot a[href='{path}']").first)

    def field(self, name: str) -> Locator:
        """A text field, box or list by its name."""
        return self.main.locator(f"[name='{name}']")

    def fill(self, **texts: str) -> None:
        """Write into text fields."""
        for name, text in texts.items():
            self.field(name).fill(text)

    def choose(self, **values: object) -> None:
        """Choose answers by their values, from tiles by their words or from a list."""
        for name, value in values.items():
            self.field(name).first.wait_for(state="attached")
            tile = self.main.locator(f"input[type=radio][name='{name}'][value='{value}']")
            if tile.count():
                self.tick(tile)
            else:
                self.pick(self.field(name), str(value))

    def check(self, *words: str) -> None:
        """Tick the boxes of these words: names of people, of matters."""
        for each in words:
            self.tick(self.main.locator("form").get_by_label(each))

    def tick(self, tile: Locator) -> None:
        """Choose one of the answers that all stand on the page, or tick a box."""
        self.main.locator(f"label[for='{tile.get_attribute('id')}']").click()

    def pick(self, field: Locator, value: str) -> None:
        """Choose from a list."""
        field.select_option(value)

    def send(self) -> None:
        """Press the one main button of the form."""
        self.press(self.main.locator("form button[type=submit]").and_(self.main.locator(".btn-primary, .btn-danger")))

    @property
    def errors(self) -> Locator:
        """The list of what is wrong; with scripts on, the reader stands on it."""
        return self.page.locator(".error-summary")

    def speak(self, language: str) -> None:
        """Change the language by the link on the page."""
        self.press(self.page.locator(f"nav.langs a[hreflang={language}]"))
        expect(self.page.locator("html")).to_have_attribute("lang", language)

    def sign_in(self, signer: Signer, now: datetime) -> None:
        """Password first, then for staff the code of the app; the browser is led to where it wanted to go."""
        self.fill(username=signer.username, password=signer.password)
        self.press(self.page.locator("#sign-in button[type=submit]"))
        if signer.has_second_factor:
            self.fill(code=signer.code(now))
            self.press(self.page.locator("#code-form button[type=submit]"))
        expect(self.page.locator("form[action='/sign-out']")).to_have_count(1)

    def come_back(self, signer: Signer, now: datetime) -> None:
        """After so long an absence that one has been signed out."""
        self.go("/sign-in")
        self.sign_in(signer, now)

    def sign_out(self) -> None:
        """By the button of the shell."""
        self.press(self.page.locator("form[action='/sign-out'] button"))
        expect(self.page.locator("#sign-in")).to_be_visible()
