"""A correction that is asked for: said on the own page or at the desk, assessed, and both texts kept (GDPR 16)."""

from dataclasses import dataclass

import pytest

from tests.builders import Someone, Village
from tests.builders_journal import Matter, a_matter
from tests.client import Client, Page
from tests.signing_in import Visit
from welfare.rules.actors import Role

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
        entry = next(value for value in form.options["entry"].values() if value)
        assert form.submit(entry=entry, wrong=WRONG, right=RIGHT).has("Received. You are answered by")
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
    form = page.follow("Correct the entry").form(-1)
    form.submit(information="Keskustelu oli tiistaina.", reason="Oppilas pyysi.")
    asked.opened().form("Decide").submit(outcome="corrected")
    assert asked.pupil.get(asked.own).has("The entry was corrected")
    assert len(asked.matter.rows()) == 2


def test_the_asker_s_statement_goes_into_the_journal_beside_the_entry(asked: Asked) -> None:
    page = asked.ask().form("Decide").submit(outcome="completed")
    assert page.has("The asker’s own statement stands beside the entry")
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
