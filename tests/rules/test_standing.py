from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.wills import (
    ABLE,
    ADULT_FROM,
    ELIAS,
    FATHER,
    MOTHER,
    NURSE,
    REPRESENTATIVE,
    TEACHER,
    TODAY,
    UNABLE,
    said,
)
from welfare.rules.answers import ConsentStatus
from welfare.rules.consent import Answer, ConsentKind, ExpressionOfWill, GiverCapacity, Way
from welfare.rules.deciders import Deciders
from welfare.rules.ids import CaseId, PersonId, StudentId
from welfare.rules.standing import ConsentQuestionError, Standing, status_of

HANDLING = ConsentKind.GROUP_HANDLING
NO, BACK = Answer.REFUSED, Answer.WITHDRAWN
LAST_DAY_AS_MINOR = ADULT_FROM - timedelta(days=1)


def standing(deciders: Deciders, *wills: ExpressionOfWill, on: date = TODAY) -> Standing:
    return status_of(wills, HANDLING, None, on, deciders)


@pytest.mark.parametrize(
    ("deciders", "wills", "status"),
    [
        (ABLE, (), ConsentStatus.MISSING),
        (ABLE, (said(ELIAS),), ConsentStatus.VALID),
        (ABLE, (said(MOTHER), said(FATHER)), ConsentStatus.MISSING),
        (ABLE, (said(ELIAS), said(MOTHER, NO)), ConsentStatus.VALID),
        (ABLE, (said(ELIAS, NO), said(MOTHER), said(FATHER)), ConsentStatus.REFUSED),
        (UNABLE, (said(MOTHER), said(FATHER)), ConsentStatus.VALID),
        (UNABLE, (said(MOTHER),), ConsentStatus.MISSING),
        (UNABLE, (said(ELIAS),), ConsentStatus.MISSING),
        (UNABLE, (said(MOTHER), said(FATHER, finding=False)), ConsentStatus.MISSING),
        (UNABLE, (said(MOTHER, NO), said(FATHER)), ConsentStatus.REFUSED),
        (UNABLE, (said(MOTHER, NO), said(FATHER, BACK)), ConsentStatus.REFUSED),
        (UNABLE, (said(MOTHER, BACK), said(FATHER)), ConsentStatus.WITHDRAWN),
        (UNABLE, (said(MOTHER, until=TODAY - timedelta(days=1)), said(FATHER)), ConsentStatus.EXPIRED),
        (UNABLE, (said(MOTHER, until=TODAY - timedelta(days=1)),), ConsentStatus.MISSING),
        (replace(UNABLE, prevented_ids=frozenset({FATHER})), (said(MOTHER),), ConsentStatus.VALID),
        (replace(UNABLE, prevented_ids=frozenset({FATHER})), (said(MOTHER), said(FATHER, NO)), ConsentStatus.REFUSED),
        (replace(UNABLE, prevented_ids=frozenset({MOTHER, FATHER})), (said(MOTHER),), ConsentStatus.MISSING),
        (replace(UNABLE, guardian_ids=frozenset()), (), ConsentStatus.MISSING),
    ],
)
def test_those_who_decide_must_all_have_said_yes(
    deciders: Deciders, wills: tuple[ExpressionOfWill, ...], status: ConsentStatus
) -> None:
    assert standing(deciders, *wills).status is status


def test_one_guardians_later_yes_does_not_outvote_the_others_no() -> None:
    refusal = said(MOTHER, NO, date(2026, 11, 3))

    found = standing(UNABLE, refusal, said(FATHER, on=date(2026, 11, 20)))

    assert found.status is ConsentStatus.REFUSED
    assert found.grounds == (refusal.id,)


def test_a_signer_may_change_a_no_to_a_yes_and_back() -> None:
    no, yes = said(ELIAS, NO, date(2026, 11, 3)), said(ELIAS, on=date(2026, 11, 10))

    assert standing(ABLE, no, yes).is_valid
    assert standing(ABLE, no, yes, said(ELIAS, BACK, TODAY)).status is ConsentStatus.WITHDRAWN


def test_a_withdrawal_counts_from_the_day_it_is_said_whenever_it_is_recorded() -> None:
    late_paper = said(ELIAS, on=date(2026, 11, 3), recorded=datetime(2026, 11, 23, tzinfo=UTC))
    withdrawal = said(ELIAS, BACK, date(2026, 11, 5))

    assert standing(ABLE, withdrawal, late_paper).status is ConsentStatus.WITHDRAWN


def test_of_two_answers_said_and_recorded_together_the_no_counts() -> None:
    moment = datetime(2026, 11, 3, 12, tzinfo=UTC)

    yes, no = said(ELIAS, recorded=moment), said(ELIAS, NO, recorded=moment)

    assert standing(ABLE, yes, no).status is ConsentStatus.REFUSED
    assert standing(ABLE, no, yes).status is ConsentStatus.REFUSED


def test_a_yes_holds_through_its_last_day_and_not_after_even_as_the_newest_answer() -> None:
    older = said(ELIAS, on=date(2026, 9, 1), until=date(2027, 5, 31))
    newest = said(ELIAS, on=date(2026, 11, 1), until=TODAY)

    assert standing(ABLE, older, newest).is_valid
    tomorrow = standing(ABLE, older, newest, on=TODAY + timedelta(days=1))
    assert tomorrow == Standing(ConsentStatus.EXPIRED, (newest.id,), TODAY)


def test_a_renewal_that_begins_later_leaves_the_old_yes_in_force_until_then() -> None:
    old = said(ELIAS, on=date(2026, 9, 1), until=date(2026, 11, 30))
    renewal = said(ELIAS, on=date(2026, 11, 15), begins=date(2026, 12, 1), until=date(2027, 5, 31))

    assert standing(ABLE, old, renewal).grounds == (old.id,)
    assert standing(ABLE, old, renewal, on=date(2026, 12, 1)).grounds == (renewal.id,)
    assert standing(ABLE, renewal).status is ConsentStatus.MISSING


def test_a_backdated_yes_does_not_count_before_it_was_said() -> None:
    backdated = said(ELIAS, on=TODAY, begins=date(2026, 1, 1))

    assert not standing(ABLE, backdated, on=TODAY - timedelta(days=1)).is_valid


def test_the_whole_ends_when_the_first_of_its_parts_ends() -> None:
    mother, father = said(MOTHER, until=date(2027, 5, 3)), said(FATHER, until=date(2026, 12, 3))

    found = standing(UNABLE, mother, father)

    assert found.valid_to == date(2026, 12, 3)
    assert set(found.grounds) == {mother.id, father.id}


def test_who_has_not_answered_is_named() -> None:
    assert standing(UNABLE, said(MOTHER)).unheard == {FATHER}


def test_an_open_consent_has_no_end_and_never_expires_soon() -> None:
    found = standing(ABLE, said(ELIAS))

    assert found.valid_to is None
    assert not found.expires_soon(TODAY)


@pytest.mark.parametrize(("days", "soon"), [(0, True), (14, True), (15, False)])
def test_a_consent_expires_soon_in_its_last_two_weeks(days: int, *, soon: bool) -> None:
    assert standing(ABLE, said(ELIAS, until=TODAY + timedelta(days=days))).expires_soon(TODAY) is soon


def test_what_has_ended_does_not_expire_soon() -> None:
    assert not standing(ABLE, said(ELIAS, until=TODAY - timedelta(days=1))).expires_soon(TODAY)


def test_guardians_consents_end_the_day_the_student_comes_of_age() -> None:
    wills = said(MOTHER), said(FATHER, until=date(2035, 1, 1))

    assert standing(UNABLE, *wills, on=LAST_DAY_AS_MINOR).valid_to == LAST_DAY_AS_MINOR
    grown = replace(UNABLE, is_able=True, guardian_ids=frozenset())
    assert standing(grown, *wills, on=ADULT_FROM).status is ConsentStatus.EXPIRED
    assert standing(UNABLE, *wills, on=ADULT_FROM).status is ConsentStatus.EXPIRED


def test_an_adult_who_was_never_consented_for_is_simply_unasked() -> None:
    grown = replace(UNABLE, is_able=True)

    assert standing(grown, said(MOTHER, NO), on=ADULT_FROM) == Standing(
        ConsentStatus.MISSING, unheard=frozenset({ELIAS})
    )
    assert standing(grown, said(ELIAS, on=ADULT_FROM), on=ADULT_FROM).is_valid


def test_a_grown_student_found_unable_as_a_minor_decides_alone_where_nobody_represents_him() -> None:
    assert UNABLE.on(ADULT_FROM) == {ELIAS}
    assert UNABLE.on(ADULT_FROM - timedelta(days=1)) == {MOTHER, FATHER}


def test_a_representative_decides_also_for_an_adult_who_cannot() -> None:
    deciders = replace(UNABLE, guardian_ids=frozenset(), representative_ids=frozenset({REPRESENTATIVE}))

    assert standing(deciders, said(REPRESENTATIVE), on=ADULT_FROM).is_valid
    assert not standing(deciders, said(REPRESENTATIVE, finding=False), on=ADULT_FROM).is_valid


def test_a_students_own_consent_outlives_the_eighteenth_birthday() -> None:
    assert standing(ABLE, said(ELIAS), on=ADULT_FROM).is_valid


def test_when_the_student_is_found_able_the_student_is_asked_anew() -> None:
    wills = said(MOTHER), said(FATHER)

    assert standing(UNABLE, *wills).is_valid
    assert standing(ABLE, *wills).unheard == {ELIAS}


def test_a_members_consent_opens_for_the_named_member_alone() -> None:
    will = said(ELIAS, kind=ConsentKind.GROUP_MEMBER, person=NURSE)

    assert status_of([will], ConsentKind.GROUP_MEMBER, NURSE, TODAY, ABLE).is_valid
    assert not status_of([will], ConsentKind.GROUP_MEMBER, TEACHER, TODAY, ABLE).is_valid
    assert not status_of([will], HANDLING, None, TODAY, ABLE).is_valid


@pytest.mark.parametrize("kind", [ConsentKind.OUTSIDER_PARTICIPATION, ConsentKind.DISCLOSURE])
def test_an_oral_yes_admits_no_outsider_and_discloses_nothing(kind: ConsentKind) -> None:
    oral = said(ELIAS, kind=kind, person=NURSE, way=Way.ORAL_IN_MEETING)

    assert status_of([oral], kind, NURSE, TODAY, ABLE).status is ConsentStatus.MISSING
    assert status_of([replace(oral, way=Way.PAPER)], kind, NURSE, TODAY, ABLE).is_valid


OTHER_CASE = CaseId(UUID(int=99))
OTHER_STUDENT = StudentId(PersonId(UUID(int=98)))


@pytest.mark.parametrize(
    ("wills", "kind", "person"),
    [
        ((), ConsentKind.GROUP_MEMBER, None),
        ((), HANDLING, NURSE),
        ((), ConsentKind.MINOR_PROHIBITION, MOTHER),
        ((said(ELIAS), said(ELIAS, case=OTHER_CASE)), HANDLING, None),
        ((said(OTHER_STUDENT, student=OTHER_STUDENT, capacity=GiverCapacity.SELF),), HANDLING, None),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(
    wills: tuple[ExpressionOfWill, ...], kind: ConsentKind, person: PersonId | None
) -> None:
    with pytest.raises(ConsentQuestionError):
        status_of(wills, kind, person, TODAY, ABLE)


def test_expressions_of_other_kinds_may_lie_among_them_without_a_matter() -> None:
    prohibition = said(ELIAS, kind=ConsentKind.MINOR_PROHIBITION, person=FATHER, case=None)

    assert standing(ABLE, said(ELIAS), prohibition).is_valid


EXPRESSIONS = st.lists(
    st.builds(
        said,
        st.sampled_from([ELIAS, MOTHER, FATHER]),
        st.sampled_from(Answer),
        st.dates(date(2026, 11, 1), date(2026, 11, 30)),
        until=st.none() | st.dates(date(2026, 12, 1), date(2026, 12, 31)),
        finding=st.booleans(),
    ),
    max_size=8,
)
ANY_DECIDERS = st.sampled_from([ABLE, UNABLE, replace(UNABLE, prevented_ids=frozenset({FATHER}))])
ANY_DAY = st.dates(date(2026, 11, 1), date(2027, 1, 31))


@given(EXPRESSIONS, ANY_DECIDERS, ANY_DAY, st.randoms())
def test_the_order_in_which_expressions_are_read_changes_nothing(
    wills: list[ExpressionOfWill], deciders: Deciders, on: date, random: Random
) -> None:
    shuffled = random.sample(wills, len(wills))
    as_read, as_shuffled = standing(deciders, *wills, on=on), standing(deciders, *shuffled, on=on)

    assert as_read.status is as_shuffled.status
    assert as_read.valid_to == as_shuffled.valid_to


@given(EXPRESSIONS, ANY_DECIDERS, ANY_DAY)
def test_a_valid_consent_rests_on_a_sound_unexpired_yes_of_each_who_must_decide(
    wills: list[ExpressionOfWill], deciders: Deciders, on: date
) -> None:
    found = standing(deciders, *wills, on=on)
    if not found.is_valid:
        return
    grounds = [will for will in wills if will.id in found.grounds]

    assert {will.giver_id for will in grounds} == deciders.on(on) - deciders.prevented_ids
    for will in grounds:
        assert will.answer is Answer.GIVEN
        assert will.given_on <= on
        assert will.valid_to is None or on <= will.valid_to
        assert will.has_ability_finding or will.giver_id == ELIAS


@given(EXPRESSIONS, ANY_DECIDERS, ANY_DAY, st.sampled_from([NO, BACK]), st.data())
def test_a_no_of_anyone_who_decides_ends_the_consent_that_same_day(
    wills: list[ExpressionOfWill], deciders: Deciders, on: date, answer: Answer, data: st.DataObject
) -> None:
    giver = data.draw(st.sampled_from(sorted(deciders.on(on))))
    now = datetime(2027, 2, 1, tzinfo=UTC)

    assert not standing(deciders, *wills, said(giver, answer, on, recorded=now), on=on).is_valid
