from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.fi import hetu

from welfare.rules.identity_code import CHECK_CHARACTERS, Fault, IdentityCodeError, mentions_code, parse

SEPARATORS = {1800: "+", 1900: "-YXWVU", 2000: "ABCDEF"}


def make(born: date, separator: str, number: int) -> str:
    digits = f"{born:%d%m%y}{number:03}"
    return f"{digits[:6]}{separator}{digits[6:]}{CHECK_CHARACTERS[int(digits) % 31]}"


@pytest.mark.parametrize(
    ("separator", "century"), [(sign, century) for century, signs in SEPARATORS.items() for sign in signs]
)
def test_every_separator_of_the_decree_names_its_century(separator: str, century: int) -> None:
    code = parse(make(date(century + 12, 5, 14), separator, 123))

    assert code.birth_date == date(century + 12, 5, 14)
    assert code.individual_number == 123


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault.FORMAT),
        ("131052-308", Fault.FORMAT),
        ("131052-308TT", Fault.FORMAT),
        ("131052308T", Fault.FORMAT),
        ("1310x2-308T", Fault.FORMAT),
        ("131052-308T\n131052-308T", Fault.FORMAT),
        ("131052\u2011308T", Fault.FORMAT),
        ("١٣١٠٥٢-308T", Fault.FORMAT),
        ("131052-30\x008T", Fault.FORMAT),
        ("131052\ud800308T", Fault.FORMAT),
        ("131052G308T", Fault.SEPARATOR),
        ("131052Z308T", Fault.SEPARATOR),
        ("131052/308T", Fault.SEPARATOR),
        ("310252-308Y", Fault.DATE),
        ("290225A308Y", Fault.DATE),
        ("001052-308Y", Fault.DATE),
        ("131352-308Y", Fault.DATE),
        ("131052-000T", Fault.NUMBER),
        ("131052-001U", Fault.NUMBER),
        ("131052-900H", Fault.ARTIFICIAL),
        ("131052-308U", Fault.CHECK),
        ("131052-308I", Fault.CHECK),
        ("131052-308 ", Fault.FORMAT),
        ("131052-308?", Fault.CHECK),
    ],
)
def test_a_refusal_names_what_is_wrong_and_never_the_code(text: str, fault: Fault) -> None:
    with pytest.raises(IdentityCodeError) as refused:
        parse(text)

    assert refused.value.fault is fault
    assert str(refused.value) == fault.value


def test_spaces_around_and_small_letters_are_forgiven() -> None:
    assert parse(" 131052-308t\u00a0").text == "131052-308T"


def test_an_artificial_code_passes_only_where_it_is_allowed() -> None:
    text = make(date(2014, 1, 9), "A", 901)

    assert parse(text, allow_artificial=True).is_artificial
    with pytest.raises(IdentityCodeError):
        parse(text)


def test_a_living_person_has_no_artificial_code() -> None:
    assert not parse("131052-308T", allow_artificial=True).is_artificial


def test_no_text_form_of_a_code_shows_it() -> None:
    code = parse(make(date(1999, 1, 1), "-", 345))

    assert code.masked() == "010199-****"
    assert "345" not in f"{code} {code!r}"


def test_two_spellings_of_one_code_are_equal() -> None:
    assert parse("131052-308t") == parse("131052-308T")
    assert parse("131052-308T") != parse("131052Y308T")


@pytest.mark.parametrize(
    "text",
    [
        "131052-308T",
        "Code 131052-308t, says the form.",
        "(131052\u2013308T)",
        "hetu:131052\u2011308T",
        make(date(2012, 5, 12), "A", 906),
    ],
)
def test_a_code_in_a_running_text_is_noticed(text: str) -> None:
    assert mentions_code(text)


@pytest.mark.parametrize(
    "text", ["", "Meeting 13.10.1952 at 3.08", "131052-308U", "991352-308T", "0131052-308T1", "Call 040-1234567"]
)
def test_other_figures_are_left_in_peace(text: str) -> None:
    assert not mentions_code(text)


@given(
    st.dates(date(1800, 1, 1), date(2099, 12, 31)), st.integers(0, 999), st.integers(0, 5), st.sampled_from("0123ABT")
)
def test_we_agree_with_the_oracle_on_near_codes(born: date, number: int, nth: int, check: str) -> None:
    signs = SEPARATORS[born.year // 100 * 100]
    right = make(born, signs[nth % len(signs)], number)

    for text in (right, right[:-1] + check, right.lower()):
        assert accepted(text, allow_artificial=True) == hetu.is_valid(text, allow_temporary=True)
        assert accepted(text, allow_artificial=False) == hetu.is_valid(text)


@given(st.from_regex(r"[0-3][0-9][01][0-9][0-9]{2}[-+A-Z0-9][0-9]{3}[0-9A-Z]", fullmatch=True))
def test_we_agree_with_the_oracle_on_anything_of_the_right_shape(text: str) -> None:
    assert accepted(text, allow_artificial=True) == hetu.is_valid(text, allow_temporary=True)


@given(st.text())
def test_any_text_at_all_gets_an_answer(text: str) -> None:
    accepted(text, allow_artificial=True)


def accepted(text: str, *, allow_artificial: bool) -> bool:
    try:
        parse(text, allow_artificial=allow_artificial)
    except IdentityCodeError:
        return False
    return True
