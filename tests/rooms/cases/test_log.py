"""The matter's own log: every reading, change and refusal, in words, for those who may see the matter."""

from uuid import UUID

import pytest

from tests.builders import Village
from tests.builders_cases import People, a_case
from tests.furnishing import furnishes
from tests.recording import record_answer
from tests.signing_in import Visit
from welfare.cases.log_words import READ_WORDS, WRITE_WORDS
from welfare.cases.words import GROUND_WORDS
from welfare.rules.actors import Role
from welfare.rules.permissions import GRANTS, Permission

OF_A_CASE = [permission for permission in Permission if permission.value.partition(":")[0] in {"case", "consent"}]
WITH_A_MATTER = {"plan", "goal", "measure", "assessment", "observation", "arrangement"}
ABOUT_NO_MATTER = {Permission.CASE_PROPOSE, Permission.ARRANGEMENT_READ}
"""Proposing begins before there is one; arrangements are read within the plan and the matter."""
NOT_OF_STAFF = {Permission.CASE_LIST, Permission.CASE_PROPOSE, Permission.CONSENT_GIVE_OWN}
"""Before there is a matter; and what families do on pages of their own, which say it in words of their own."""
ASKED_ABOUT_A_CASE = [p for p in OF_A_CASE if p not in NOT_OF_STAFF]


@furnishes
def case_id(village: Village, people: People) -> UUID:
    """An open matter led by the curator, with the nurse in it."""
    return a_case(village, people.student, people.curator, people.nurse)


def test_readings_and_changes_stand_in_the_log_newest_first(people: People, visit: Visit, case_id: UUID) -> None:
    visit(people.nurse).get(f"/cases/{case_id}")
    curator = visit(people.curator)
    record_answer(curator, case_id, "group-member", people.student, member=str(people.teacher.person_id))
    page = curator.get(f"/cases/{case_id}/log")
    words = page.main
    assert words.index("recorded an expression of will") < words.index("opened the form of a consent")
    assert words.index("opened the form of a consent") < words.index("Mirja Kanervala School nurse")
    assert page.has("Saara Lehtovirta (you) Curator recorded an expression of will")


def test_a_refused_visit_stands_in_the_log_with_its_visitor(
    village: Village, people: People, visit: Visit, case_id: UUID
) -> None:
    visit(village.staff(Role.PRINCIPAL, "Pirkko Rehtori")).get(f"/cases/{case_id}", status=404)
    page = visit(people.nurse).get(f"/cases/{case_id}/log")
    assert page.has("Pirkko Rehtori Principal was refused: read the matter")


def test_a_long_log_goes_on_page_by_page(people: People, visit: Visit, case_id: UUID) -> None:
    client = visit(people.nurse)
    for _turn in range(60):
        client.get(f"/cases/{case_id}/text")
    older = client.get(f"/cases/{case_id}/log").follow("Older events")
    assert older.main.count("opened the title and background") == 60 + 0 - 50
    client.get(f"/cases/{case_id}/log?before=nonsense")


def test_the_log_of_one_matter_says_nothing_of_another(
    village: Village, people: People, visit: Visit, case_id: UUID
) -> None:
    other = a_case(village, village.student("Elias Koskela", village.a_class("9A")), people.curator)
    visit(people.curator).get(f"/cases/{other}/consents")
    assert not visit(people.nurse).get(f"/cases/{case_id}/log").has("read a consent")


@pytest.mark.parametrize("permission", ASKED_ABOUT_A_CASE)
def test_every_ground_on_which_a_matter_is_seen_can_be_said_in_words(permission: Permission) -> None:
    clauses = {clause.__name__ for row in GRANTS[permission] for clause in row}
    assert clauses <= GROUND_WORDS.keys()


@pytest.mark.parametrize(
    "permission", [p for p in Permission if p.value.partition(":")[0] in {"journal", "entry", "disclosure"}]
)
def test_the_journals_grounds_are_among_them(permission: Permission) -> None:
    assert {clause.__name__ for row in GRANTS[permission] for clause in row} <= GROUND_WORDS.keys()


def test_every_verb_about_a_matter_has_its_words_in_the_log() -> None:
    more = [permission for permission in Permission if permission.value.partition(":")[0] in WITH_A_MATTER]
    assert {*OF_A_CASE, *more} - READ_WORDS.keys() - WRITE_WORDS.keys() == ABOUT_NO_MATTER
