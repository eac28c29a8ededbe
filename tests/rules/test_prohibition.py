from datetime import date

import pytest

from tests.rules.wills import ELIAS, FATHER, MOTHER, TODAY, said
from welfare.rules.actors import Role
from welfare.rules.consent import Answer, ConsentKind
from welfare.rules.prohibition import (
    AssessorError,
    InterestAssessment,
    Prohibition,
    ProhibitionStatus,
    may_assess_interest,
    prohibition_status,
    review_is_due,
    shuts_out,
)

ASSESSORS = {Role.CURATOR, Role.SENIOR_CURATOR, Role.PSYCHOLOGIST, Role.NURSE, Role.DOCTOR}
SAID = date(2026, 11, 3)
ASSESSED = date(2026, 11, 5)
FOR = InterestAssessment(Role.CURATOR, ASSESSED, is_clearly_against_interest=False, review_on=TODAY)
AGAINST = InterestAssessment(Role.NURSE, ASSESSED, is_clearly_against_interest=True)


def forbids(
    *assessments: InterestAssessment, answer: Answer = Answer.GIVEN, on: date = SAID, reason: bool = True
) -> Prohibition:
    will = said(ELIAS, answer, on, kind=ConsentKind.MINOR_PROHIBITION, person=FATHER, information=False)
    return Prohibition(will, has_weighty_reason=reason, assessments=assessments)


@pytest.mark.parametrize("role", Role)
def test_only_social_and_health_professionals_assess_a_minors_interest(role: Role) -> None:
    assert may_assess_interest(role) == (role in ASSESSORS)
    if role in ASSESSORS:
        InterestAssessment(role, TODAY, is_clearly_against_interest=False)
    else:
        with pytest.raises(AssessorError):
            InterestAssessment(role, TODAY, is_clearly_against_interest=False)


AFTER_BACK = forbids(answer=Answer.WITHDRAWN, on=date(2026, 11, 10))


@pytest.mark.parametrize(
    ("prohibitions", "status"),
    [
        ([], ProhibitionStatus.NONE),
        ([forbids(FOR)], ProhibitionStatus.STANDS),
        ([forbids()], ProhibitionStatus.AWAITS_ASSESSMENT),
        ([forbids(AGAINST)], ProhibitionStatus.AGAINST_INTEREST),
        ([forbids(FOR, reason=False)], ProhibitionStatus.INCOMPLETE),
        ([forbids(FOR, AGAINST)], ProhibitionStatus.AGAINST_INTEREST),
        ([forbids(AGAINST, FOR)], ProhibitionStatus.STANDS),
        ([forbids(FOR), AFTER_BACK], ProhibitionStatus.WITHDRAWN),
        ([forbids(answer=Answer.REFUSED)], ProhibitionStatus.NONE),
        ([forbids(FOR), AFTER_BACK, forbids(on=TODAY)], ProhibitionStatus.AWAITS_ASSESSMENT),
        ([forbids(FOR), forbids(on=TODAY)], ProhibitionStatus.STANDS),
        ([forbids(FOR), forbids(on=TODAY, reason=False)], ProhibitionStatus.STANDS),
        ([forbids(AGAINST), forbids(on=TODAY)], ProhibitionStatus.AWAITS_ASSESSMENT),
    ],
)
def test_a_prohibition_stands_by_the_minors_word_a_weighty_reason_and_an_assessment(
    prohibitions: list[Prohibition], status: ProhibitionStatus
) -> None:
    assert prohibition_status(prohibitions, FATHER, TODAY) is status
    assert shuts_out(prohibitions, FATHER, TODAY) == (status is ProhibitionStatus.STANDS)


def test_a_prohibition_against_one_guardian_leaves_the_other() -> None:
    assert shuts_out([forbids(FOR)], FATHER, TODAY)
    assert not shuts_out([forbids(FOR)], MOTHER, TODAY)


def test_an_assessment_counts_from_the_day_it_is_made() -> None:
    assert not shuts_out([forbids(FOR)], FATHER, date(2026, 11, 4))
    assert shuts_out([forbids(FOR)], FATHER, ASSESSED)


def test_another_kind_of_expression_about_a_guardian_shuts_nobody_out() -> None:
    disclosure = said(ELIAS, kind=ConsentKind.DISCLOSURE, person=FATHER)

    assert not shuts_out([Prohibition(disclosure, has_weighty_reason=True, assessments=(FOR,))], FATHER, TODAY)


def test_the_prohibition_stands_past_its_review_day_and_every_date_written_on_it() -> None:
    will = said(ELIAS, on=SAID, kind=ConsentKind.MINOR_PROHIBITION, person=FATHER, until=ASSESSED)
    prohibition = Prohibition(will, has_weighty_reason=True, assessments=(FOR,))

    assert review_is_due(prohibition, TODAY)
    assert shuts_out([prohibition], FATHER, date(2028, 1, 1))


def test_no_review_is_due_before_its_day_or_where_none_was_agreed() -> None:
    assert not review_is_due(forbids(FOR), date(2026, 11, 22))
    assert not review_is_due(forbids(AGAINST), TODAY)
    assert not review_is_due(forbids(), TODAY)
