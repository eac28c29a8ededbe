"""Turvakielto of a guardian alone: the child's pages and papers lead the other guardian to nobody (rule 32).

The roster marks guardians one by one, and nobody may have written anything down of the child. Where the child goes to
school, and who works there, leads to the guardian whom the child lives with (security plan 5.6: pupil or parent).
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import system_work
from tests.web.forms.deed import fill
from tests.web.forms.deeds import DEEDS
from tests.web.forms.hidden import AT_HOME, AT_SCHOOL, AT_WORK, Shown, hide, shown_to, text_of
from tests.web.forms.scene import Scene
from tests.web.forms.test_places import leaks
from welfare.datarights.models import LogRequest
from welfare.rules.log_requests import Asker

FATHER, MOTHER = "aadas_guardian", "guardian_at_home"


@pytest.fixture(scope="module")
def beside(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """The company, and Ritva hidden while Aada is not."""
    company = request.getfixturevalue("sqlite_company")
    folder: Path = tmp_path_factory.mktemp("beside") / "sqlite"
    with company(folder) as scene:
        hide(scene, guardian_alone=True)
        yield scene


def test_the_other_guardian_finds_neither_her_nor_the_school_of_the_child(beside: Scene) -> None:
    assert leaks(shown_to(beside, FATHER), AT_HOME + AT_SCHOOL + AT_WORK) == []


def test_the_hidden_guardian_is_told_where_her_child_goes_to_school(beside: Scene) -> None:
    told = {word for page in shown_to(beside, MOTHER) for word in page.told(AT_SCHOOL + AT_WORK)}
    assert told >= {"8Ötökkä", "TUKX", "Kanervala"}


def test_the_childs_own_pages_tell_the_school_and_never_the_home(beside: Scene) -> None:
    """The child may read them where the other guardian looks on."""
    pages = list(shown_to(beside, "aada_herself"))
    assert leaks(iter(pages), AT_HOME) == []
    assert {word for page in pages for word in page.told(AT_SCHOOL + AT_WORK)} >= {"8Ötökkä", "Kuukkeli", *AT_WORK}


@pytest.mark.parametrize("who", ["saara_curator", "coordinator"])
def test_nobody_at_work_finds_the_home_on_a_page_that_only_shows(beside: Scene, who: str) -> None:
    assert leaks(shown_to(beside, who), AT_HOME) == []


def test_whoever_has_the_duty_is_shown_the_home_they_share(beside: Scene) -> None:
    page = fill(beside, "non_disclosures.open", DEEDS["non_disclosures.open"]).form.submit()
    assert Shown("signer", "address", page.status, page.html).told(AT_HOME) == set(AT_HOME)


@pytest.mark.parametrize(("subject", "asker"), [("aada_herself", Asker.GUARDIAN), (FATHER, Asker.ONESELF)])
def test_the_log_that_he_asks_for_tells_days_and_posts_alone_and_so_does_his_own(
    beside: Scene, subject: str, asker: Asker
) -> None:
    """Who looked at him works where the child goes to school."""
    assert told_by_log(beside, subject, asker) == set()


def test_her_own_log_and_the_childs_tell_who_has_looked(beside: Scene) -> None:
    for subject in ("aada_herself", MOTHER):
        assert told_by_log(beside, subject, Asker.ONESELF) >= {"Lehtovirta"}, subject


def told_by_log(scene: Scene, subject: str, asker: Asker) -> set[str]:
    """The words of a log that somebody asked for, on the desk and as a file, after the curator read the record."""
    people, request_id = scene.company.people, scene.company.things["granted_log_id"]
    scene.client("saara_curator").get(f"/cases/{scene.company.things['case_id']}/journal/print")
    with system_work(scene.app.extensions["ledger"]) as work:
        row = work.session.get_one(LogRequest, request_id)
        row.asker, row.subject_id = asker, people[subject].person_id
        row.asker_id = people[FATHER].person_id if asker is Asker.GUARDIAN else None
    officer, words = scene.client("data_protection_officer").flask, AT_HOME + AT_SCHOOL + AT_WORK
    answers = [officer.get(f"/rights/logs/{request_id}{end}") for end in ("", "/report.csv", "/report.pdf")]
    pages = [Shown("officer", "log", answer.status_code, text_of(answer)) for answer in answers]
    assert all(page.status == 200 and "2026" in page.text for page in pages)
    return set().union(*(page.told(words) for page in pages))
