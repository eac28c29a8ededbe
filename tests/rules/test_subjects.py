import pytest

from welfare.rules.subjects import CHOICES, ForbiddenSubjectError, Subject, UnknownSubjectError, group_subject


@pytest.mark.parametrize("subject", CHOICES)
def test_every_offered_subject_can_be_a_groups_matter(subject: Subject) -> None:
    assert group_subject(subject.value) is subject


@pytest.mark.parametrize("code", ["discipline", "support_decision"])
def test_discipline_and_support_decisions_are_neither_offered_nor_accepted(code: str) -> None:
    assert code not in CHOICES
    with pytest.raises(ForbiddenSubjectError):
        group_subject(code)


@pytest.mark.parametrize("code", ["", "Attendance", "money"])
def test_an_unknown_subject_is_refused(code: str) -> None:
    with pytest.raises(UnknownSubjectError):
        group_subject(code)
