"""When a group has lost its responsible person, and whether one of its members can follow (OHL 14 § 4; rule 16)."""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest

from welfare.rules.leads import LeadLoss, Presence, has_successor, why_nobody_leads

Gone = Callable[[Presence], Presence]
LEAD, MEMBER = Presence(uuid4(), is_responsible=True), Presence(uuid4())
GONE: list[tuple[Gone, LeadLoss]] = [
    (lambda one: replace(one, is_at_work=False), LeadLoss.LEFT),
    (lambda one: replace(one, has_account=False), LeadLoss.NO_ACCOUNT),
    (lambda one: replace(one, is_excluded=True), LeadLoss.EXCLUDED),
]


def test_a_responsible_person_who_can_act_leads() -> None:
    assert why_nobody_leads([MEMBER, LEAD]) is None


@pytest.mark.parametrize(("gone", "loss"), GONE)
def test_one_who_can_do_nothing_for_the_matter_leads_no_more(gone: Gone, loss: LeadLoss) -> None:
    assert why_nobody_leads([MEMBER, gone(LEAD)]) is loss


def test_a_group_without_a_responsible_person_is_led_by_nobody() -> None:
    assert why_nobody_leads([MEMBER]) is LeadLoss.NOBODY


def test_another_member_named_by_a_consent_in_force_can_follow() -> None:
    assert has_successor([LEAD, MEMBER], {MEMBER.person_id})


@pytest.mark.parametrize("gone", [gone for gone, _loss in GONE])
def test_a_member_who_is_gone_too_cannot_follow(gone: Gone) -> None:
    assert not has_successor([LEAD, gone(MEMBER)], {MEMBER.person_id})


def test_neither_one_without_consent_nor_the_former_lead_can_follow() -> None:
    assert not has_successor([LEAD, MEMBER], {LEAD.person_id})
