"""At eighteen a guardian's view and permissions end, and the student decides what goes on (LHL 3 §; rule 35)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.builders import Someone, Village
from tests.builders_cases import a_bare_case, a_case, a_place, a_will
from tests.client import Page
from tests.furnishing import furnishes
from tests.signing_in import Visit
from welfare.people.models import Person
from welfare.rules.ability import Ability
from welfare.rules.actors import Role
from welfare.rules.consent import ConsentKind

TODAY = date(2026, 11, 23)
DECIDE = "Decide what goes on."


@dataclass(frozen=True)
class Household:
    """Ilta, in whose place Kaisa has allowed a group with Saara and Mirja."""

    village: Village
    ilta: Someone
    kaisa: Someone
    saara: Someone
    mirja: Someone
    case_id: UUID

    @property
    def home(self) -> str:
        """Where Ilta's page is."""
        return f"/own/{self.ilta.person_id}"

    def comes_of_age(self, day: date) -> None:
        """The day is set."""
        with self.village.work() as work:
            work.session.get_one(Person, self.ilta.person_id).of_age_on = day


@furnishes
def household(village: Village) -> Household:
    ilta = village.student("Ilta Rantanen", village.a_class("8C"))
    kaisa = village.guardian("Kaisa Rantanen", ilta)
    saara, mirja = village.staff(Role.CURATOR, "Saara Lehtovirta"), village.staff(Role.NURSE, "Mirja Kanervala")
    case_id = a_bare_case(village, ilta, saara)
    a_place(village, case_id, ilta, mirja)
    found: dict[str, Any] = {"giver": kaisa, "ability": Ability.UNABLE, "ability_on": date(2026, 11, 3)}
    a_will(village, case_id, ilta, ConsentKind.GROUP_HANDLING, **found)
    for who in (saara, mirja):
        a_will(village, case_id, ilta, ConsentKind.GROUP_MEMBER, named=who, **found)
    return Household(village, ilta, kaisa, saara, mirja, case_id)


def of_age(household: Household, visit: Visit) -> Page:
    return visit(household.ilta).get(f"{household.home}/of-age")


def test_before_the_day_she_reads_what_ends_and_decides_nothing_yet(household: Household, visit: Visit) -> None:
    household.comes_of_age(TODAY + timedelta(days=14))
    home = visit(household.ilta).get(household.home)
    assert not home.has(DECIDE)
    page = home.follow("What goes on when I am 18?")
    assert page.has("Mirja Kanervala as a member")
    assert page.main.count("It ends when you come of age, and then you decide.") == 3
    assert "Decide who may take part" not in page.links
    visit(household.mirja).get(f"/cases/{household.case_id}")


def test_on_the_day_nothing_goes_on_before_she_says_so(household: Household, visit: Visit) -> None:
    household.comes_of_age(TODAY)
    matter = f"/cases/{household.case_id}"
    visit(household.mirja).get(matter, status=404)
    visit(household.kaisa).get(household.home, status=404)
    ilta = visit(household.ilta)
    page = ilta.get(household.home).follow("Decide now")
    assert page.main.count("Nothing goes on before you say yes.") == 3
    said = ((household.saara, "yes"), (household.mirja, "no"))
    members: dict[str, Any] = {f"group_member_{who.person_id.hex}": answer for who, answer in said}
    page.follow("Decide who may take part").form("Save my answers").submit(group_handling_all="yes", **members)
    page = of_age(household, visit)
    assert page.main.count("You said yes on 23 Nov 2026.") == 2
    assert page.main.count("You said no on 23 Nov 2026.") == 1
    assert not ilta.get(household.home).has(DECIDE)
    visit(household.mirja).get(matter, status=404)
    visit(household.saara).get(matter)


def test_what_she_has_said_herself_goes_on(household: Household, visit: Visit) -> None:
    village = household.village
    aada = village.student("Aada Metsäpelto", village.a_class("8B"), of_age_on=TODAY)
    case_id = a_case(village, aada, household.saara, household.mirja)
    home = visit(aada).get(f"/own/{aada.person_id}")
    assert not home.has(DECIDE)
    assert visit(aada).get(f"/own/{aada.person_id}/of-age").has("nothing ends")
    visit(household.mirja).get(f"/cases/{case_id}")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_no_guardian_finds_the_page(household: Household, visit: Visit) -> None:
    visit(household.kaisa).get(f"{household.home}/of-age", status=404)
    of_age(household, visit)
