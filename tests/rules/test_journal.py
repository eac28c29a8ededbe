from itertools import product

import pytest

from welfare.rules.corrections import CorrectionBlock, CorrectionFacts, what_blocks_correction
from welfare.rules.journal import (
    FIELDS_OF,
    GROUPS_OF,
    SIX_POINTS,
    EntryKind,
    Field,
    FieldGroup,
    IdentifiedBy,
    checklist,
    identified_by,
    what_is_missing,
)

AUTHORSHIP = (Field.WRITTEN_ON, Field.AUTHOR, Field.AUTHOR_OFFICE)
EVERYTHING = frozenset(Field)


@pytest.mark.parametrize("kind", EntryKind)
def test_an_entry_with_everything_lacks_nothing(kind: EntryKind) -> None:
    assert what_is_missing(kind, EVERYTHING, student_is_minor=True) == ()


@pytest.mark.parametrize("kind", EntryKind)
def test_no_entry_is_without_date_author_and_office(kind: EntryKind) -> None:
    assert what_is_missing(kind, EVERYTHING - set(AUTHORSHIP), student_is_minor=True) == AUTHORSHIP


@pytest.mark.parametrize("point", SIX_POINTS)
def test_a_meeting_is_not_finished_while_any_of_the_six_points_is_open(point: FieldGroup) -> None:
    for field in FIELDS_OF[point]:
        assert what_is_missing(EntryKind.MEETING, EVERYTHING - {field}, student_is_minor=True) == (field,)


def test_the_six_points_come_in_the_order_of_the_act() -> None:
    assert SIX_POINTS == ("student", "matter", "handling", "plan", "measures", "authorship")


def test_a_meeting_needs_the_students_view_too_or_why_it_is_absent() -> None:
    lacking = what_is_missing(EntryKind.MEETING, EVERYTHING - {Field.STUDENT_VIEW}, student_is_minor=False)

    assert lacking == (Field.STUDENT_VIEW,)


@pytest.mark.parametrize(
    ("kind", "lacking"),
    [
        (EntryKind.NOTE, (Field.INFORMATION, *AUTHORSHIP)),
        (EntryKind.OWN_WORDS, (Field.INFORMATION, *AUTHORSHIP)),
        (EntryKind.DISCLOSURE, (Field.WHAT, Field.TO_WHOM, Field.GROUND, *AUTHORSHIP)),
        (EntryKind.CORRECTION, (Field.CORRECTED_ENTRY, Field.CORRECTION_REASON, Field.INFORMATION, *AUTHORSHIP)),
        (
            EntryKind.OPENING,
            (
                Field.STUDENT_NAME,
                Field.IDENTITY_CODE,
                Field.HOME_MUNICIPALITY,
                Field.SUBJECT,
                Field.BACKGROUND,
                Field.INITIATOR,
                *AUTHORSHIP,
            ),
        ),
    ],
)
def test_each_kind_needs_its_own_fields(kind: EntryKind, lacking: tuple[Field, ...]) -> None:
    assert what_is_missing(kind, (), student_is_minor=False) == lacking


def test_a_guardians_contacts_are_asked_of_a_minors_record_alone() -> None:
    filled = EVERYTHING - {Field.GUARDIAN_CONTACTS}

    assert what_is_missing(EntryKind.OPENING, filled, student_is_minor=True) == (Field.GUARDIAN_CONTACTS,)
    assert what_is_missing(EntryKind.OPENING, filled, student_is_minor=False) == ()


def test_the_checklist_shows_each_point_of_the_kind_with_what_it_lacks() -> None:
    points = checklist(EntryKind.MEETING, EVERYTHING - {Field.FOLLOWED_UP_BY}, student_is_minor=True)

    assert tuple(points) == GROUPS_OF[EntryKind.MEETING]
    assert points[FieldGroup.PLAN] == (Field.FOLLOWED_UP_BY,)
    assert sum(not lacking for lacking in points.values()) == 6


def test_every_field_belongs_to_exactly_one_point() -> None:
    assert sorted(field for fields in FIELDS_OF.values() for field in fields) == sorted(Field)


@pytest.mark.parametrize(
    ("has_code", "has_birth_date", "by"),
    [
        (True, True, IdentifiedBy.CODE),
        (True, False, IdentifiedBy.CODE),
        (False, True, IdentifiedBy.BIRTH_DATE),
        (False, False, None),
    ],
)
def test_a_newcomer_without_a_code_is_known_by_the_birth_date_and_nobody_by_neither(
    by: IdentifiedBy | None, *, has_code: bool, has_birth_date: bool
) -> None:
    assert identified_by(has_code=has_code, has_birth_date=has_birth_date) is by


def correction(
    kind: EntryKind = EntryKind.NOTE, *, same: bool = True, again: bool = False, own: bool = False, why: bool = True
) -> CorrectionFacts:
    return CorrectionFacts(
        original_kind=kind,
        is_same_matter=same,
        is_corrected_already=again,
        is_by_original_author=own,
        has_reason=why,
    )


@pytest.mark.parametrize(
    ("facts", "blocks"),
    [
        (correction(), ()),
        (correction(same=False), (CorrectionBlock.OTHER_MATTER,)),
        (correction(again=True), (CorrectionBlock.ALREADY_CORRECTED,)),
        (correction(why=False), (CorrectionBlock.REASON,)),
        (correction(EntryKind.OWN_WORDS), (CorrectionBlock.OWN_WORDS,)),
        (correction(EntryKind.OWN_WORDS, own=True), ()),
        (correction(again=True, why=False), (CorrectionBlock.ALREADY_CORRECTED, CorrectionBlock.REASON)),
    ],
)
def test_a_correction_is_linked_reasoned_and_the_only_one_of_its_entry(
    facts: CorrectionFacts, blocks: tuple[CorrectionBlock, ...]
) -> None:
    assert what_blocks_correction(facts) == blocks


@pytest.mark.parametrize(("kind", "own"), list(product(EntryKind, [True, False])))
def test_only_own_words_are_kept_for_their_author_to_correct(kind: EntryKind, *, own: bool) -> None:
    is_free = what_blocks_correction(correction(kind, own=own)) == ()

    assert is_free == (own or kind is not EntryKind.OWN_WORDS)
