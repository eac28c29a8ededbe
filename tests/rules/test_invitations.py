import pytest

from welfare.rules.answers import ConsentStatus
from welfare.rules.cases import Part
from welfare.rules.invitations import (
    INVITABLE,
    Invitability,
    InviteeFacts,
    invitability,
    must_say_why_not,
)
from welfare.rules.standing import Standing

VALID, EXPIRED, MISSING = (
    Standing(each) for each in (ConsentStatus.VALID, ConsentStatus.EXPIRED, ConsentStatus.MISSING)
)
NOES = [Standing(ConsentStatus.REFUSED), Standing(ConsentStatus.WITHDRAWN)]


def how(part: Part, today: Standing | None = None, then: Standing | None = None, **facts: bool) -> Invitability:
    values = {"student_is_adult": False, "is_shut_out": False} | facts
    return invitability(
        InviteeFacts(
            part=part,
            today=today,
            then=then,
            student_is_adult=values["student_is_adult"],
            is_shut_out=values["is_shut_out"],
        )
    )


@pytest.mark.parametrize("part", [Part.STUDENT, Part.GUARDIAN])
def test_the_student_and_a_minors_guardian_need_no_consent_to_come(part: Part) -> None:
    assert how(part) is Invitability.NO_CONSENT_NEEDED


@pytest.mark.parametrize("part", [Part.EXPERT, Part.PARTNER, Part.RELATIVE])
def test_everybody_else_comes_by_a_consent_that_stands_on_the_day(part: Part) -> None:
    assert how(part, VALID, VALID) is Invitability.VALID
    assert how(part, MISSING, MISSING) is Invitability.MISSING
    assert how(part) is Invitability.MISSING


def test_a_consent_that_ends_before_the_meeting_lets_nobody_in() -> None:
    assert how(Part.EXPERT, VALID, EXPIRED) is Invitability.EXPIRES_BEFORE
    assert how(Part.EXPERT, EXPIRED, EXPIRED) is Invitability.EXPIRES_BEFORE


def test_a_consent_that_begins_by_the_day_lets_in() -> None:
    assert how(Part.EXPERT, MISSING, VALID) is Invitability.VALID


@pytest.mark.parametrize("no", NOES)
def test_a_no_is_a_no(no: Standing) -> None:
    assert how(Part.EXPERT, no, no) is Invitability.REFUSED


def test_a_grown_students_parent_is_a_relative_like_others() -> None:
    assert how(Part.GUARDIAN, student_is_adult=True) is Invitability.MISSING
    assert how(Part.GUARDIAN, VALID, VALID, student_is_adult=True) is Invitability.VALID


def test_whom_the_minor_has_shut_out_is_not_invited() -> None:
    assert how(Part.GUARDIAN, is_shut_out=True) is Invitability.SHUT_OUT
    assert Invitability.SHUT_OUT not in INVITABLE


@pytest.mark.parametrize(
    ("part", "found", "is_invited", "must"),
    [
        (Part.STUDENT, Invitability.NO_CONSENT_NEEDED, False, True),
        (Part.GUARDIAN, Invitability.NO_CONSENT_NEEDED, False, True),
        (Part.GUARDIAN, Invitability.SHUT_OUT, False, False),
        (Part.STUDENT, Invitability.NO_CONSENT_NEEDED, True, False),
        (Part.EXPERT, Invitability.VALID, False, False),
    ],
)
def test_leaving_the_family_out_asks_for_a_reason(
    part: Part, found: Invitability, *, is_invited: bool, must: bool
) -> None:
    assert must_say_why_not(part, found, is_invited=is_invited) is must
