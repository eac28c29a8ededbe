"""Who has no Finnish identity code yet: the record begins all the same, and says so (OHL 20 § 4 k. 1)."""

from datetime import date
from typing import Any

import pytest

from tests.builders_journal import IDENTITY_CODE, Matter
from tests.client import Client, Page
from tests.rooms.journal.test_writing import MEETING
from welfare.people.models import Person


def identity(matter: Matter, **changes: Any) -> None:  # noqa: ANN401 - whatever the test is about
    """What the directory knows of who the pupil is."""
    with matter.village.work() as work:
        student = work.session.get_one(Person, matter.student.person_id)
        for name, value in changes.items():
            setattr(student, name, value)


def save_whole(page: Page) -> Page:
    """Save an opening as it is suggested, or a meeting with everything in it."""
    form = page.form("Save the entry")
    if "participants" in form.options:
        form.fill(participants=list(form.options["participants"].values()), **MEETING)
    return form.submit()


def test_what_the_directory_lacks_is_told_with_the_remedy(matter: Matter, saara: Client) -> None:
    identity(matter, identity_code=None, of_age_on=None)
    page = saara.get(f"{matter.url}/new/opening").form("Save the entry").submit(status=422)
    assert page.has("The law still asks for: personal identity code.")
    assert page.has("the code, or the birth date until there is one.")
    assert matter.rows() == []
    identity(matter, of_age_on=date(2030, 5, 5))
    assert page.form("Save the entry").submit().has("The entry is in the journal.")


@pytest.mark.parametrize("kind", ["opening", "meeting"])
def test_a_newcomers_record_begins_before_there_is_a_finnish_identity_code(
    matter: Matter, saara: Client, kind: str
) -> None:
    identity(matter, identity_code=None)
    page = saara.get(f"{matter.url}/new/{kind}")
    assert page.has("no Finnish identity code yet, so the birth date stands in its place")
    save_whole(page)
    assert saara.get(matter.url).has("No Finnish identity code yet: the birth date stood in its place")
    assert saara.get(f"{matter.url}/print").has("No Finnish identity code yet. Born: 5 May 2012")


def test_the_code_completes_the_record_when_the_roster_brings_it(matter: Matter, saara: Client) -> None:
    identity(matter, identity_code=None)
    saara.get(f"{matter.url}/new/opening").form("Save the entry").submit()
    with matter.village.work() as work:
        work.encrypt(work.session.get_one(Person, matter.student.person_id), Person.identity_code, IDENTITY_CODE)
    assert saara.get(f"{matter.url}/print").has(IDENTITY_CODE)
    page = saara.get(f"{matter.url}/new/meeting")
    assert page.has("Ready: from the pupil directory")
    save_whole(page)
    assert saara.get(matter.url).main.count("No Finnish identity code yet") == 1
