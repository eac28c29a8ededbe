"""A correction that is asked for: said on the own page or at the desk, assessed, and both texts kept (GDPR 16)."""

from dataclasses import dataclass
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_cases import a_will, an_assessment
from tests.builders_journal import Matter, a_matter
from tests.builders_services import a_client
from tests.client import Client, Page
from tests.rooms.datarights.test_log_requests import _county_officer
from tests.signing_in import Visit
from welfare.people.models import Guardianship
from welfare.rules.actors import Role
from welfare.rules.consent import ConsentKind

WRONG, RIGHT = "Päivä on väärä.", "Keskustelu oli tiistaina."


@dataclass
class Asked:
    """The officer, the responsible worker and the pupil, each signed in."""

    matter: Matter
    officer: Client
    saara: Client
    pupil: Client

    @property
    def own(self) -> str:
        """The pupil's page."""
        return f"/own/{self.matter.student.person_id}/corrections"

    def ask(self) -> Page:
        """The pupil says that the newest entry is wrong; the worker opens it from the matter."""
        form = self.pupil.get(self.own).form("Ask for the correction")
        entry = next(value for value in form.options["record"].values() if value)
        assert form.submit(record=entry, wrong=WRONG, right=RIGHT).has("Received. You are answered by")
        return self.opened()

    def opened(self) -> Page:
        """The request as the worker finds it."""
        page = self.saara.get(f"/cases/{self.matter.case_id}")
        return self.saara.get(next(url for url in page.links.values() if "/corrections-asked/" in url))


@pytest.fixture
def asked(village: Village, visit: Visit) -> Asked:
    officer: Someone = village.staff(Role.DATA_PROTECTION_OFFICER, "Ulla Vartia")
    matter = a_matter(village)
    matter.note(matter.saara, "Keskustelu oli maanantaina.")
    return Asked(matter, visit(officer), visit(matter.saara), visit(matter.student))


def test_nothing_is_found_corrected_before_the_journal_is_and_then_both_texts_stand(asked: Asked) -> None:
    page = asked.ask()
    assert page.has(WRONG)
    assert page.form("Decide").submit(outcome="corrected", status=422).has("has not been corrected since")
    form = page.follow("Correct the record").form(-1)
    form.submit(information="Keskustelu oli tiistaina.", reason="Oppilas pyysi.")
    asked.opened().form("Decide").submit(outcome="corrected")
    assert asked.pupil.get(asked.own).has("The record was corrected")
    assert len(asked.matter.rows()) == 2


def test_what_is_said_to_be_wrong_is_marked_for_every_reader_until_it_has_been_decided(asked: Asked) -> None:
    [entry] = asked.matter.rows()
    journal = f"/cases/{asked.matter.case_id}/journal"
    assert not asked.saara.get(journal).has("Contested")
    request = asked.ask()
    assert asked.saara.get(journal).has("Contested")
    assert asked.saara.get(f"{journal}/{entry.id}").has("this is said to be inaccurate, and it is being looked into")
    request.form("Decide").submit(outcome="refused", why="not_wrong", words="Päivä on oikein.")
    assert not asked.saara.get(journal).has("Contested")
    assert not asked.saara.get(f"{journal}/{entry.id}").has("said to be inaccurate")


def test_the_asker_s_statement_goes_into_the_journal_beside_the_entry(asked: Asked) -> None:
    page = asked.ask().form("Decide").submit(outcome="completed")
    assert page.has("The asker’s own statement stands beside the record")
    assert asked.saara.get(asked.matter.url).has(RIGHT)


def test_a_refusal_has_a_ground_and_words_and_a_decision_that_is_told(asked: Asked) -> None:
    form = asked.ask().form("Decide")
    refused = form.submit(outcome="refused", status=422)
    assert refused.has("Choose the ground.")
    assert refused.has("Write the grounds.")
    form.submit(outcome="refused", why="assessment", words="Kirjaus kertoo, mitä silloin arvioitiin.")
    page = asked.officer.get("/rights/corrections")
    page = asked.officer.get(next(url for words, url in page.links.items() if "-" in words and "/corrections/" in url))
    assert page.follow("Decision (PDF)").response.data.startswith(b"%PDF")
    page = page.follow("The asker was told").form("Save").submit(by="post")
    assert page.has("Answered")
    assert asked.pupil.get(asked.own).has("Kirjaus kertoo, mitä silloin arvioitiin.")


def test_one_who_never_existed_is_refused_at_the_desk_like_one_without_a_right(asked: Asked) -> None:
    said = {"asker": "oneself", "identity_way": "document", "received_on": "20.11.2026", "language": "en"}
    form = asked.officer.get("/rights/corrections/new/unknown").form("Receive the request")
    page = form.fill(**said).submit(name="Olematon Henkilö", wrong=WRONG, right=RIGHT)
    assert page.has("Whoever asks has no right to it today. Refuse the request.")
    assert page.form("Refuse: no right has been shown").submit(grounds="Oikeutta ei ole.").has("Nothing was corrected")


def entries_of(asked: Asked, visit: Visit) -> list[str]:
    """What the mother may ask about in matters."""
    page = visit(asked.matter.guardian).get(asked.own)
    return offered(page, "Ask for the correction")


def offered(page: Page, button: str) -> list[str]:
    """What a form lets choose, but for the directory."""
    values = page.form(button).options.get("record", {}).values()
    return [value for value in values if value and not value.startswith("directory:")]


def test_a_guardian_without_the_right_to_information_finds_no_entry(asked: Asked, visit: Visit) -> None:
    [row] = asked.matter.rows()
    assert f"entry:{row.id}" in entries_of(asked, visit)
    with asked.matter.village.work() as work:
        hers = select(Guardianship).where(Guardianship.guardian_id == asked.matter.guardian.person_id)
        work.session.scalars(hers).one().may_receive_information = False
    assert entries_of(asked, visit) == []


def test_a_decision_is_told_no_more_when_the_right_is_lost_and_can_then_be_refused(asked: Asked, visit: Visit) -> None:
    matter = asked.matter
    mother = visit(matter.guardian)
    form = mother.get(asked.own).form("Ask for the correction")
    entry = next(value for value in form.options["record"].values() if value)
    form.submit(record=entry, wrong=WRONG, right=RIGHT)
    words = "Kirjaus kertoo, mitä silloin arvioitiin."
    asked.opened().form("Decide").submit(outcome="refused", why="assessment", words=words)
    assert mother.get(asked.own).has(words)
    page = asked.officer.get("/rights/corrections")
    url = next(url for said, url in page.links.items() if "-" in said and "/corrections/" in url)
    asked.officer.get(f"{url}/decision.pdf")
    telling = asked.officer.get(f"{url}/tell").form("Save")
    kind = ConsentKind.MINOR_PROHIBITION
    will = a_will(matter.village, None, matter.student, kind, named=matter.guardian, has_weighty_reason=True)
    an_assessment(matter.village, will, matter.saara)
    page = mother.get(asked.own)
    assert page.has("Your request")
    assert not page.has(words)
    asked.officer.get(f"{url}/decision.pdf", status=404)
    page = telling.submit(by="post")
    assert page.has("Whoever asks has no right to it today. Refuse the request.")
    page = page.form("Refuse: no right has been shown").submit(grounds="Oikeutta ei ole.")
    assert page.follow("Decision (PDF)").response.data.startswith(b"%PDF")
    assert page.follow("The asker was told").form("Save").submit(by="post").has("Answered")
    assert mother.get(asked.own).has("Oikeutta ei ole.")


@pytest.mark.parametrize("is_restricted", [True, False])
def test_under_non_disclosure_a_guardian_is_not_told_who_assessed_it(
    village: Village, visit: Visit, *, is_restricted: bool
) -> None:
    officer = village.staff(Role.DATA_PROTECTION_OFFICER, "Ulla Vartia")
    matter = a_matter(village, is_restricted=is_restricted)
    matter.note(matter.saara, "Keskustelu oli maanantaina.")
    asked = Asked(matter, visit(officer), visit(matter.saara), visit(matter.guardian))
    asked.ask().form("Decide").submit(outcome="refused", why="not_wrong", words="Päivä on oikein.")
    page = asked.officer.get("/rights/corrections")
    url = next(url for said, url in page.links.items() if "-" in said and "/corrections/" in url)
    pdf = PdfReader(BytesIO(asked.officer.get(f"{url}/decision.pdf").response.data))
    words = " ".join(" ".join(leaf.extract_text() for leaf in pdf.pages).split())
    assert "Päivä on oikein." in words
    assert ("Saara Lehtovirta" in words) is not is_restricted
    assert "Saara Lehtovirta, " not in words
    assert "at\xa0" not in asked.pupil.get(asked.own).main


def test_the_desk_of_a_county_finds_no_entry_of_the_school_s_journal(asked: Asked, visit: Visit) -> None:
    [row] = asked.matter.rows()
    new = f"/rights/corrections/new/{asked.matter.student.person_id}"
    assert f"entry:{row.id}" in offered(asked.officer.get(new), "Receive the request")
    county = visit(_county_officer(asked.matter.village))
    a_client(asked.matter.village, asked.matter.student, asked.matter.saara)
    assert not [each for each in offered(county.get(new), "Receive the request") if each.startswith("entry:")]
