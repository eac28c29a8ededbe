"""What the directory holds is in the copy too: code, contact, school, guardians; no protected address."""

from json import dumps

import pytest

from tests.builders import Village
from tests.builders_journal import IDENTITY_CODE, a_matter
from tests.rooms.access_copies.conftest import GIVE, Desk
from tests.rooms.access_copies.test_guardians import copy_at, given_to_mother
from tests.signing_in import Visit
from welfare.rules.actors import Role

HOME, SCHOOL = "Kaislapolku 1", "School and class"


@pytest.mark.parametrize("is_restricted", [False, True])
def test_a_pupil_is_told_what_the_directory_holds_and_no_protected_address_goes_on_paper(
    village: Village, visit: Visit, *, is_restricted: bool
) -> None:
    officer = village.staff(Role.DATA_PROTECTION_OFFICER, "Ulla Vartia")
    desk = Desk(village, visit(officer), officer, a_matter(village, is_restricted=is_restricted))
    url = desk.gathered()
    desk.look_at_all(url).form(GIVE).submit()
    told = dumps(copy_at(desk, url), ensure_ascii=False)
    assert IDENTITY_CODE in told
    assert SCHOOL in told
    assert "Tiina Metsäpelto, has custody, decides, may be told" in told
    assert (HOME in told) is not is_restricted
    assert ("Protected: they are not told in a copy." in told) is is_restricted


@pytest.mark.parametrize("is_restricted", [False, True])
def test_a_guardian_of_a_protected_child_is_told_neither_address_nor_school(
    village: Village, visit: Visit, *, is_restricted: bool
) -> None:
    officer = village.staff(Role.DATA_PROTECTION_OFFICER, "Ulla Vartia")
    desk = Desk(village, visit(officer), officer, a_matter(village, is_restricted=is_restricted))
    told = dumps(copy_at(desk, given_to_mother(desk)), ensure_ascii=False)
    assert "Aada" in told
    for where in (HOME, SCHOOL):
        assert (where in told) is not is_restricted


@pytest.mark.parametrize("comes_another", [False, True])
def test_a_guardian_who_came_after_the_review_is_in_no_copy_before_that_has_been_looked_at(
    desk: Desk, *, comes_another: bool
) -> None:
    """The bond changes, and not the pupil's own record: a new guardian's name can be what the asker is kept from."""
    url = desk.gathered()
    page = desk.look_at_all(url)
    if comes_another:
        desk.village.guardian("Kari Kätkijä", desk.matter.student)
    answer = page.form(GIVE).submit(status=422 if comes_another else 200)
    assert answer.has("Records have come or changed") is comes_another
    assert (desk.row.copy is None) is comes_another
