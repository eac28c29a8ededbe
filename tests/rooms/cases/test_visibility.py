"""Who sees a matter: the group, by consent, while it stands (OHL 14 § 4, 19 §). Nobody sees it by office alone."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_cases import (
    BEGAN,
    People,
    a_bare_case,
    a_case,
    a_place,
    a_will,
    an_assessment,
    an_exclusion,
    leaves_employment,
)
from tests.clock import NOW, Clock
from tests.rooms.cases.conftest import Sees
from welfare.people.models import Assignment
from welfare.rules.ability import Ability
from welfare.rules.actors import Role
from welfare.rules.cases import CaseState
from welfare.rules.consent import Answer, ConsentKind

TODAY = date(2026, 11, 23)


def test_a_member_by_valid_consents_sees_the_matter_and_so_does_the_responsible_person(
    village: Village, people: People, sees: Sees
) -> None:
    a_case(village, people.student, people.curator, people.nurse)
    assert sees(people.nurse)
    assert sees(people.curator)


@pytest.mark.parametrize(
    "role",
    [
        Role.PRINCIPAL,
        Role.TEACHER,
        Role.SPECIAL_TEACHER,
        Role.STUDY_COUNSELLOR,
        Role.SCHOOL_SECRETARY,
        Role.CURATOR,
        Role.PSYCHOLOGIST,
        Role.NURSE,
        Role.DOCTOR,
        Role.ADMINISTRATOR,
        Role.DATA_PROTECTION_OFFICER,
        Role.PROVIDER_COORDINATOR,
    ],
)
def test_no_office_at_the_school_shows_a_matter_to_one_who_is_not_in_its_group(
    village: Village, people: People, sees: Sees, role: Role
) -> None:
    a_case(village, people.student, people.curator, people.nurse)
    assert not sees(village.staff(role, "Ulla Vieras"))


def test_student_and_guardian_have_pages_of_their_own_and_do_not_come_in_here(
    village: Village, people: People, sees: Sees
) -> None:
    a_case(village, people.student, people.curator, people.nurse)
    assert not sees(people.student)
    assert not sees(people.mother)


def test_one_who_proposed_a_matter_sees_it_so_that_consents_can_be_recorded(
    village: Village, people: People, sees: Sees
) -> None:
    case_id = a_bare_case(village, people.student, people.curator)
    a_place(village, case_id, people.student, people.nurse)
    assert sees(people.curator)
    assert not sees(people.nurse)


@pytest.mark.parametrize("answer", [Answer.WITHDRAWN, Answer.REFUSED])
@pytest.mark.parametrize("kind", [ConsentKind.GROUP_MEMBER, ConsentKind.GROUP_HANDLING])
def test_a_later_no_ends_a_members_sight_at_once(
    village: Village, people: People, sees: Sees, answer: Answer, kind: ConsentKind
) -> None:
    case_id = a_case(village, people.student, people.curator, people.nurse)
    named = people.nurse if kind is ConsentKind.GROUP_MEMBER else None
    a_will(village, case_id, people.student, kind, answer, named=named, given_on=TODAY)
    assert not sees(people.nurse)
    assert sees(people.curator)


def test_a_consent_ends_with_its_last_day(village: Village, people: People, sees: Sees, clock: Clock) -> None:
    case_id = a_bare_case(village, people.student, people.curator, state=CaseState.OPEN)
    a_will(village, case_id, people.student, ConsentKind.GROUP_HANDLING)
    a_will(village, case_id, people.student, ConsentKind.GROUP_MEMBER, named=people.nurse, valid_to=TODAY)
    a_place(village, case_id, people.student, people.nurse)
    assert sees(people.nurse)
    clock.forward(days=1)
    assert not sees(people.nurse)


def test_a_consent_until_the_matter_closes_ends_with_the_closing_and_a_dated_one_does_not(
    village: Village, people: People, sees: Sees
) -> None:
    case_id = a_bare_case(village, people.student, people.curator, state=CaseState.CLOSED)
    before = NOW - timedelta(days=10)
    a_will(village, case_id, people.student, ConsentKind.GROUP_HANDLING, recorded_at=before)
    for member, until in ((people.nurse, None), (people.teacher, date(2027, 1, 7))):
        a_will(
            village, case_id, people.student, ConsentKind.GROUP_MEMBER, named=member, valid_to=until, recorded_at=before
        )
        a_place(village, case_id, people.student, member)
    assert not sees(people.nurse)
    assert sees(people.teacher)


def test_an_excluded_worker_sees_nothing_even_as_member_by_consent(
    village: Village, people: People, sees: Sees
) -> None:
    case_id = a_case(village, people.student, people.curator, people.nurse)
    an_exclusion(village, case_id, people.student, people.nurse)
    an_exclusion(village, case_id, people.student, people.curator)
    assert not sees(people.nurse)
    assert not sees(people.curator)


def test_one_who_has_left_employment_sees_nothing_although_the_consent_still_names_them(
    village: Village, people: People, sees: Sees
) -> None:
    leaver = village.staff(Role.NURSE, "Lea Lähtijä")
    a_case(village, people.student, people.curator, leaver)
    assert sees(leaver)
    leaves_employment(village, leaver, TODAY)
    assert not sees(leaver)


def test_a_guardians_consent_counts_only_where_the_student_is_found_unable(
    village: Village, people: People, sees: Sees
) -> None:
    case_id = a_group_by_guardians(village, people, ability=None)
    assert not sees(people.nurse)
    a_word_of(village, people, case_id, people.mother, given_on=TODAY)
    a_word_of(village, people, case_id, people.father, given_on=TODAY)
    assert sees(people.nurse)


def test_one_guardians_yes_is_not_enough_and_one_refusal_is_a_refusal(
    village: Village, people: People, sees: Sees
) -> None:
    case_id = a_bare_case(village, people.student, people.curator, state=CaseState.OPEN)
    a_place(village, case_id, people.student, people.nurse)
    a_word_of(village, people, case_id, people.mother)
    assert not sees(people.nurse)
    a_word_of(village, people, case_id, people.father)
    assert sees(people.nurse)
    a_word_of(village, people, case_id, people.father, Answer.REFUSED, given_on=TODAY)
    assert not sees(people.nurse)


def test_one_guardian_is_enough_while_the_other_is_prevented_and_delay_would_harm(
    village: Village, people: People, sees: Sees
) -> None:
    case_id = a_bare_case(village, people.student, people.curator, state=CaseState.OPEN)
    a_place(village, case_id, people.student, people.nurse)
    a_word_of(village, people, case_id, people.mother, other_deciders_prevented=True)
    assert sees(people.nurse)
    a_word_of(village, people, case_id, people.father, Answer.REFUSED, given_on=TODAY)
    assert not sees(people.nurse)


def test_a_guardians_consent_ends_the_day_the_student_comes_of_age(
    village: Village, sees: Sees, people: People, clock: Clock
) -> None:
    grown = village.student("Elias Koskela", village.a_class("9A"), of_age_on=date(2026, 11, 24))
    mother = village.guardian("Anu Koskela", grown)
    case_id = a_bare_case(village, grown, people.curator, state=CaseState.OPEN)
    a_place(village, case_id, grown, people.nurse)
    for kind, named in ((ConsentKind.GROUP_HANDLING, None), (ConsentKind.GROUP_MEMBER, people.nurse)):
        a_will(village, case_id, grown, kind, giver=mother, named=named, ability=Ability.UNABLE, ability_on=BEGAN)
    assert sees(people.nurse)
    clock.forward(days=1)
    assert not sees(people.nurse)


def test_a_guardian_whom_the_minor_has_shut_out_is_not_asked(village: Village, people: People, sees: Sees) -> None:
    case_id = a_bare_case(village, people.student, people.curator, state=CaseState.OPEN)
    a_place(village, case_id, people.student, people.nurse)
    a_word_of(village, people, case_id, people.mother)
    assert not sees(people.nurse)
    prohibition = a_will(
        village, None, people.student, ConsentKind.MINOR_PROHIBITION, named=people.father, has_weighty_reason=True
    )
    assert not sees(people.nurse)
    an_assessment(village, prohibition, people.nurse)
    assert sees(people.nurse)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(situation=st.data())
def test_whatever_has_been_said_lists_show_what_the_rule_permits(
    village: Village, people: People, sees: Sees, situation: st.DataObject
) -> None:
    draw = situation.draw
    case_id = a_bare_case(village, people.student, people.curator, state=draw(st.sampled_from(CaseState)))
    for member in draw(st.sets(st.sampled_from([people.nurse, people.teacher]))):
        a_place(village, case_id, people.student, member)
    for excluded in draw(st.sets(st.sampled_from([people.curator, people.nurse]), max_size=1)):
        an_exclusion(village, case_id, people.student, excluded)
    for _turn in range(draw(st.integers(0, 6))):
        kind = draw(st.sampled_from([ConsentKind.GROUP_HANDLING, ConsentKind.GROUP_MEMBER]))
        named = draw(st.sampled_from([people.curator, people.nurse, people.teacher]))
        given_on = draw(st.dates(date(2026, 11, 1), TODAY))
        a_will(
            village,
            case_id,
            people.student,
            kind,
            draw(st.sampled_from(Answer)),
            giver=draw(st.sampled_from([None, people.mother, people.father])),
            named=named if kind is ConsentKind.GROUP_MEMBER else None,
            given_on=given_on,
            valid_to=draw(st.none() | st.dates(given_on, date(2026, 12, 1))),
            ability=draw(st.none() | st.sampled_from(Ability)),
            other_deciders_prevented=draw(st.booleans()),
        )
    for who in (people.curator, people.nurse, people.teacher):
        sees(who)


def a_group_by_guardians(village: Village, people: People, *, ability: Ability | None) -> UUID:
    """A matter with the nurse in it, to whom both guardians have said yes, with this finding on the student."""
    case_id = a_bare_case(village, people.student, people.curator, state=CaseState.OPEN)
    a_place(village, case_id, people.student, people.nurse)
    for guardian in (people.mother, people.father):
        a_word_of(village, people, case_id, guardian, ability=ability)
    return case_id


def a_word_of(
    village: Village,
    people: People,
    case_id: UUID,
    guardian: Someone,
    answer: Answer = Answer.GIVEN,
    **changes: Any,  # noqa: ANN401 - columns of the expression
) -> None:
    """One guardian's word on the handling and on the nurse."""
    found = {"ability": Ability.UNABLE, "ability_on": BEGAN} | changes
    for kind, named in ((ConsentKind.GROUP_HANDLING, None), (ConsentKind.GROUP_MEMBER, people.nurse)):
        a_will(village, case_id, people.student, kind, answer, giver=guardian, named=named, **found)


@pytest.mark.parametrize("is_lead", [False, True])
def test_one_who_goes_to_work_at_another_school_sees_it_no_more_unless_to_hand_the_lead_over(
    village: Village, people: People, sees: Sees, *, is_lead: bool
) -> None:
    a_case(village, people.student, people.curator, people.nurse)
    who = people.curator if is_lead else people.nurse
    assert sees(who)
    goes_elsewhere(village, who)
    assert sees(who) is is_lead


def test_who_leads_it_sees_it_no_more_once_out_of_student_welfare(village: Village, people: People, sees: Sees) -> None:
    a_case(village, people.student, people.curator, people.nurse)
    goes_elsewhere(village, people.curator, Role.TEACHER)
    assert not sees(people.curator)
    assert sees(people.nurse)


def goes_elsewhere(village: Village, who: Someone, role: Role | None = None) -> None:
    """The post at the school becomes one at another school, of the same role or another."""
    elsewhere = village.another_school()
    with village.work() as work:
        post = work.session.scalars(select(Assignment).where(Assignment.person_id == who.person_id)).one()
        post.organisation_id, post.role = elsewhere, role or post.role
