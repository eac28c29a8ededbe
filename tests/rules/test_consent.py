from datetime import UTC, date, datetime

import pytest

from tests.rules.wills import ELIAS, FATHER, MOTHER, NURSE, REPRESENTATIVE, TODAY, said
from welfare.rules.answers import default_valid_to
from welfare.rules.consent import (
    Answer,
    ConsentKind,
    ExpressionOfWill,
    GiverCapacity,
    Way,
    WillLack,
    what_is_missing,
)
from welfare.rules.ids import PersonId

SPECIFIC = [ConsentKind.OUTSIDER_PARTICIPATION, ConsentKind.DISCLOSURE, ConsentKind.TRANSFER]


@pytest.mark.parametrize("kind", ConsentKind)
def test_a_complete_own_expression_of_every_kind_lacks_nothing(kind: ConsentKind) -> None:
    person = None if kind is ConsentKind.GROUP_HANDLING else NURSE

    assert what_is_missing(said(ELIAS, kind=kind, person=person)) == ()


@pytest.mark.parametrize("giver", [MOTHER, REPRESENTATIVE])
def test_a_yes_in_the_students_place_needs_a_finding_that_the_student_cannot(giver: PersonId) -> None:
    assert what_is_missing(said(giver, finding=True)) == ()
    assert what_is_missing(said(giver, finding=False)) == (WillLack.ABILITY_FINDING,)


@pytest.mark.parametrize("kind", SPECIFIC)
def test_what_must_be_specific_and_written_names_whom_says_what_and_is_on_paper_or_signed(kind: ConsentKind) -> None:
    assert what_is_missing(said(ELIAS, kind=kind, person=NURSE, way=Way.SIGNED_ESERVICE)) == ()
    assert what_is_missing(said(ELIAS, kind=kind, way=Way.ORAL_IN_MEETING, scope=False)) == (
        WillLack.PERSON,
        WillLack.WRITTEN,
        WillLack.SCOPE,
    )


def test_a_members_consent_may_be_oral_but_names_the_member() -> None:
    kind = ConsentKind.GROUP_MEMBER

    assert what_is_missing(said(ELIAS, kind=kind, person=NURSE, way=Way.ORAL_IN_MEETING, scope=False)) == ()
    assert what_is_missing(said(ELIAS, kind=kind)) == (WillLack.PERSON,)


@pytest.mark.parametrize(
    ("will", "lack"),
    [
        (said(ELIAS, capacity=GiverCapacity.GUARDIAN), WillLack.GIVER),
        (said(MOTHER, capacity=GiverCapacity.SELF), WillLack.GIVER),
        (said(MOTHER, kind=ConsentKind.MINOR_PROHIBITION, person=FATHER), WillLack.GIVER),
        (said(ELIAS, information=False), WillLack.INFORMATION),
        (said(ELIAS, begins=date(2026, 11, 2)), WillLack.VALIDITY),
        (said(ELIAS, begins=date(2026, 12, 2), until=date(2026, 12, 1)), WillLack.VALIDITY),
        (said(ELIAS, on=TODAY, recorded=datetime(2026, 11, 21, tzinfo=UTC)), WillLack.DATE),
    ],
)
def test_each_contradiction_is_named(will: ExpressionOfWill, lack: WillLack) -> None:
    assert what_is_missing(will) == (lack,)


def test_a_signature_after_midnight_may_still_carry_yesterdays_universal_time() -> None:
    will = said(ELIAS, on=TODAY, recorded=datetime(2026, 11, 22, 22, 30, tzinfo=UTC))

    assert what_is_missing(will) == ()


@pytest.mark.parametrize("answer", [Answer.REFUSED, Answer.WITHDRAWN])
def test_a_no_is_asked_for_no_form(answer: Answer) -> None:
    will = said(
        MOTHER,
        answer,
        kind=ConsentKind.DISCLOSURE,
        person=NURSE,
        way=Way.ORAL_IN_MEETING,
        finding=False,
        scope=False,
        information=False,
    )

    assert what_is_missing(will) == ()


@pytest.mark.parametrize(
    ("given", "until"),
    [
        (date(2026, 11, 3), date(2027, 5, 3)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 6, 30), date(2026, 12, 30)),
        (date(2026, 12, 31), date(2027, 6, 30)),
    ],
)
def test_half_a_year_is_offered_as_validity(given: date, until: date) -> None:
    assert default_valid_to(given) == until
