from itertools import product
from uuid import uuid4

import pytest

from welfare.rules.answers import ConsentStatus
from welfare.rules.cases import (
    CaseState,
    CaseStepError,
    MemberFacts,
    OpeningLack,
    Part,
    check_step,
    consent_needed,
    must_say_why,
    what_blocks_opening,
)
from welfare.rules.consent import ConsentKind
from welfare.rules.standing import Standing

YES, NO = Standing(ConsentStatus.VALID), Standing(ConsentStatus.WITHDRAWN)
STEPS = {
    ("proposed", "open"): False,
    ("proposed", "closed"): True,
    ("open", "follow_up"): False,
    ("open", "closed"): False,
    ("follow_up", "open"): False,
    ("follow_up", "closed"): False,
    ("closed", "open"): True,
}


@pytest.mark.parametrize(("now", "wanted"), list(product(CaseState, CaseState)))
def test_a_matter_takes_only_the_steps_of_its_life_and_gives_reasons_for_some(
    now: CaseState, wanted: CaseState
) -> None:
    needs_reason = STEPS.get((now.value, wanted.value))

    if needs_reason is None:
        with pytest.raises(CaseStepError):
            check_step(now, wanted, has_reason=True, has_evaluation=True)
        return
    check_step(now, wanted, has_reason=True, has_evaluation=True)
    if needs_reason:
        with pytest.raises(CaseStepError):
            check_step(now, wanted, has_evaluation=True)
    else:
        check_step(now, wanted, has_evaluation=True)


@pytest.mark.parametrize("now", [CaseState.OPEN, CaseState.FOLLOW_UP])
def test_what_a_group_has_worked_on_is_closed_with_an_evaluation(now: CaseState) -> None:
    with pytest.raises(CaseStepError):
        check_step(now, CaseState.CLOSED, has_reason=True)
    check_step(now, CaseState.CLOSED, has_evaluation=True)
    check_step(CaseState.PROPOSED, CaseState.CLOSED, has_reason=True)


@pytest.mark.parametrize(
    ("part", "of_minor", "of_adult"),
    [
        (Part.STUDENT, None, None),
        (Part.GUARDIAN, None, ConsentKind.OUTSIDER_PARTICIPATION),
        (Part.EXPERT, ConsentKind.GROUP_MEMBER, ConsentKind.GROUP_MEMBER),
        (Part.PARTNER, ConsentKind.OUTSIDER_PARTICIPATION, ConsentKind.OUTSIDER_PARTICIPATION),
        (Part.RELATIVE, ConsentKind.OUTSIDER_PARTICIPATION, ConsentKind.OUTSIDER_PARTICIPATION),
    ],
)
def test_each_part_needs_the_consent_the_act_names(
    part: Part, of_minor: ConsentKind | None, of_adult: ConsentKind | None
) -> None:
    assert consent_needed(part, student_is_adult=False) is of_minor
    assert consent_needed(part, student_is_adult=True) is of_adult


def member(consent: Standing = YES, *, leads: bool = False, left: bool = False) -> MemberFacts:
    return MemberFacts(uuid4(), consent, is_responsible=leads, has_left=left)


LEAD = member(leads=True)


@pytest.mark.parametrize(
    ("handling", "members", "lacks"),
    [
        (YES, [LEAD], ()),
        (YES, [LEAD, member()], ()),
        (NO, [LEAD], (OpeningLack.HANDLING_CONSENT,)),
        (YES, [LEAD, member(NO)], (OpeningLack.MEMBER_CONSENT,)),
        (YES, [LEAD, member(NO, left=True)], ()),
        (YES, [member(NO, leads=True)], (OpeningLack.MEMBER_CONSENT,)),
        (YES, [], (OpeningLack.RESPONSIBLE_PERSON,)),
        (YES, [member()], (OpeningLack.RESPONSIBLE_PERSON,)),
        (YES, [member(leads=True, left=True), member()], (OpeningLack.RESPONSIBLE_PERSON,)),
        (YES, [LEAD, member(leads=True)], (OpeningLack.ONE_RESPONSIBLE_PERSON,)),
        (YES, [LEAD, member(leads=True, left=True)], ()),
        (NO, [], (OpeningLack.HANDLING_CONSENT, OpeningLack.RESPONSIBLE_PERSON)),
    ],
)
def test_a_matter_opens_by_the_students_consent_and_one_responsible_member(
    handling: Standing, members: list[MemberFacts], lacks: tuple[OpeningLack, ...]
) -> None:
    assert what_blocks_opening(handling, members) == lacks


@pytest.mark.parametrize(("consent", "left", "active"), [(YES, False, True), (YES, True, False), (NO, False, False)])
def test_membership_ends_with_leaving_or_with_the_consent(consent: Standing, *, left: bool, active: bool) -> None:
    assert member(consent, left=left).is_active is active


@pytest.mark.parametrize(
    ("wanted", "leaves", "asked"), [("closed", True, True), ("closed", False, False), ("follow_up", True, False)]
)
def test_only_closing_that_leaves_minutes_unfinished_is_asked_why(wanted: str, leaves: bool, asked: bool) -> None:  # noqa: FBT001
    assert must_say_why(CaseState(wanted), leaves_unfinished=leaves) is asked
