"""What somebody has written is kept back as a whole where it would lead a guardian to a hidden pupil (rule 32)."""

import pytest

from tests.builders import Someone, Village
from tests.builders_cases import People
from tests.builders_requests import at_work
from tests.furnishing import furnishes
from welfare.people.models import Person
from welfare.people.pages import Whereabouts
from welfare.rules.permissions import Permission

LEADING = [
    "Tavataan Koivurannan koululla.",
    "Käy luokkaa 8B.",
    "Saara Lehtovirran kanssa tiistaisin.",
    "Koulun lyhenne KOI.",
]
HARMLESS = "Aamut ovat vaikeita, ja siitä puhutaan yhdessä."


@furnishes
def people(village: Village) -> People:
    found = People.of(village)
    with village.work() as work:
        work.session.get_one(Person, found.student.person_id).is_restricted = True
    return found


def told(village: Village, people: People, who: Someone, texts: list[str]) -> list[str]:
    """The texts as somebody is told them."""
    with at_work(village, who, Permission.PORTAL_READ) as work:
        where = Whereabouts.of(work, work.session.get_one(Person, people.student.person_id))
        return [where.passage(text) for text in texts]


def test_a_text_that_leads_there_is_kept_back_and_another_is_told(village: Village, people: People) -> None:
    found = told(village, people, people.father, [*LEADING, HARMLESS])
    assert found[-1] == HARMLESS
    assert not set(found) & set(LEADING)


def test_the_pupil_reads_every_word(village: Village, people: People) -> None:
    assert told(village, people, people.student, LEADING) == LEADING


def test_where_a_guardian_alone_is_hidden_it_is_kept_from_the_other_and_told_to_her(
    village: Village, people: People
) -> None:
    with village.work() as work:
        work.session.get_one(Person, people.student.person_id).is_restricted = False
        work.session.get_one(Person, people.mother.person_id).is_restricted = True
    assert not set(told(village, people, people.father, LEADING)) & set(LEADING)
    assert told(village, people, people.mother, LEADING) == LEADING


@pytest.mark.parametrize("hidden", ["student", "mother"])
def test_a_paper_for_a_guardian_is_made_as_the_guardian_would_read_it(
    village: Village, people: People, hidden: str
) -> None:
    with village.work() as work:
        work.session.get_one(Person, people.student.person_id).is_restricted = hidden == "student"
        work.session.get_one(Person, people.mother.person_id).is_restricted = hidden == "mother"
    with at_work(village, people.curator, Permission.PLAN_PRINT) as work:
        student = work.session.get_one(Person, people.student.person_id)
        assert Whereabouts.of(work, student).passage(LEADING[0]) == LEADING[0]
        assert Whereabouts.of(work, student, for_guardian=True).passage(LEADING[0]) != LEADING[0]
