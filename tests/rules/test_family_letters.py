"""What proves that a letter is in the right hands: the end of the identity code, or the birth date."""

from datetime import date

import pytest

from welfare.rules.family_letters import has_form_of_proof, is_proof

CODE, BORN = "041210A900A", date(2010, 12, 4)


@pytest.mark.parametrize("typed", ["900A", "900a", " 900A ", "4.12.2010", "04.12.2010", "4. 12. 2010"])
def test_each_of_the_two_is_enough(typed: str) -> None:
    assert is_proof(typed, CODE, BORN)


@pytest.mark.parametrize("typed", ["900B", "901A", "5.12.2010", "4.12.2011", "4.12.10", "", "041210A900A"])
def test_anything_else_proves_nothing(typed: str) -> None:
    assert not is_proof(typed, CODE, BORN)


def test_what_is_not_known_is_never_proved() -> None:
    assert not is_proof("900A", "", BORN)
    assert not is_proof("4.12.2010", CODE, None)
    assert is_proof("900A", CODE, None)


@pytest.mark.parametrize(("typed", "could_be"), [("900A", True), ("4.12.2010", True), ("900", False), ("eilen", False)])
def test_what_could_be_no_proof_is_told_before_it_counts_as_a_try(typed: str, *, could_be: bool) -> None:
    assert has_form_of_proof(typed) is could_be
