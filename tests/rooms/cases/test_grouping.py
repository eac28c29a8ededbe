"""The deeds themselves ask for the consent, whatever form or handler has let somebody through (rules 9, 10 and 16)."""

from uuid import UUID, uuid4

import pytest

from tests.builders import Village
from tests.builders_cases import People, a_case, a_will
from tests.builders_requests import at_work
from welfare.cases.actions import (
    LeadTakenError,
    MemberBlock,
    MemberRefusedError,
    add_member,
    add_participant,
    take_lead,
)
from welfare.cases.group import members_of, participants_of
from welfare.cases.models import Case
from welfare.rules.consent import ConsentKind


@pytest.fixture
def case_id(village: Village, people: People) -> UUID:
    """An open matter led by the curator, with the nurse in it."""
    return a_case(village, people.student, people.curator, people.nurse)


def test_an_expert_gets_a_place_by_a_consent_by_name_and_by_nothing_else(
    village: Village, people: People, case_id: UUID
) -> None:
    with pytest.raises(MemberRefusedError) as refused, at_work(village, people.curator) as work:
        add_member(work, work.session.get_one(Case, case_id), people.teacher.person_id)
    assert refused.value.block is MemberBlock.NO_CONSENT
    a_will(village, case_id, people.student, ConsentKind.GROUP_MEMBER, named=people.teacher)
    with at_work(village, people.curator) as work:
        add_member(work, work.session.get_one(Case, case_id), people.teacher.person_id)
        assert people.teacher.person_id in {row.person_id for row in members_of(work.session, case_id)}


def test_an_outsider_gets_a_seat_by_a_specific_consent_and_by_nothing_else(
    village: Village, people: People, case_id: UUID
) -> None:
    words, outsider_id = {"name": "Sanni Korpijoki", "role": "youth worker", "organisation": ""}, uuid4()
    with pytest.raises(MemberRefusedError), at_work(village, people.curator) as work:
        add_participant(work, work.session.get_one(Case, case_id), outsider_id, words)
    a_will(village, case_id, people.student, ConsentKind.OUTSIDER_PARTICIPATION, outsider_id=outsider_id)
    with at_work(village, people.curator) as work:
        add_participant(work, work.session.get_one(Case, case_id), outsider_id, words)
        assert [row.outsider_id for row in participants_of(work.session, case_id)] == [outsider_id]


def test_the_lead_of_a_group_that_is_led_is_not_taken(village: Village, people: People, case_id: UUID) -> None:
    with pytest.raises(LeadTakenError), at_work(village, people.nurse) as work:
        take_lead(work, work.session.get_one(Case, case_id))
    with at_work(village, people.nurse) as work:
        led_by = [row.person_id for row in members_of(work.session, case_id) if row.is_responsible]
    assert led_by == [people.curator.person_id]
