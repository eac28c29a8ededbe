"""A text is read as it looks, and what is found in the reading is shown as it was written."""

from unicodedata import category, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare.rules.identity_code import mentions_code
from welfare.rules.mentions import FullName, could_be_whole_name, mentions
from welfare.rules.plain_signs import plainly, readings

CODE = "010110A9002"
PUPILS = [
    FullName("Matti Johannes", "Meikäläinen"),
    FullName("Erik", "von Essen"),
    FullName("Aura", "Mäki"),
    FullName("Anna-Maija", "Salo"),
]
STAFF = [FullName("Marjatta", "Tuovinen"), FullName("Markus", "Lahti")]

unseen = st.sampled_from(["\u200b", "\u00ad", "\u2060", "\u200d", "\ufeff", "\u200e", "\u034f"])
dashes = st.sampled_from(["-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\uff0d"])


def wide(text: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


def words_in(text: str, pupils: list[FullName] = PUPILS, **wishes: bool) -> list[str]:
    return [mention.words for mention in mentions(text, pupils, STAFF, **wishes)]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Mat\u00adti", "Matti"),
        ("Mat\u200bti\u2060", "Matti"),
        (wide("Matti"), "Matti"),
        ("a\u2014b\u2212c", "a-b-c"),
        ("A\u0308iti\u00a0", "Äiti "),
        ("a\u200b\u0308", "ä"),
        ("", ""),
    ],
)
def test_a_text_is_read_as_it_looks(text: str, plain: str) -> None:
    assert plainly(text) == plain


@given(st.text(st.characters(max_codepoint=0x2020), max_size=60))
def test_a_text_of_ordinary_signs_is_read_as_it_is_written(text: str) -> None:
    """The short way of such texts leads where the long way leads."""
    if len(list(readings(text))) == 1:
        assert plainly(text) == text
        assert normalize("NFKC", text) == text


@given(st.text(max_size=60))
def test_every_sign_of_every_reading_knows_where_it_stood(text: str) -> None:
    for reading in readings(text):
        assert len(reading.text) == len(reading.places)
        assert all(0 <= start < end <= len(text) for start, end in reading.places)
        assert list(reading.places) == sorted(reading.places)


@given(st.text(max_size=60))
def test_a_plain_text_has_no_unseen_sign_and_one_kind_of_hyphen(text: str) -> None:
    assert not [sign for sign in plainly(text) if category(sign) in {"Cf", "Pd"} and sign != "-"]


@pytest.mark.parametrize(
    "text",
    [
        "Mat\u200bti oli poissa.",
        "Mat\u00adti oli poissa.",
        "M\u2060atti oli poissa.",
        "Mat\u034fti oli poissa.",
        wide("Matti") + " oli poissa.",
        "Meikä\u00adläisen perhe.",
        "matti-meikäläinen",
        "meikäläinen\u2011matti",
        "Matti\u2014Meikäläinen",
        "Oppilas poissa\u2014Matti kotona.",
        "Matti\u200bMeikäläinen",
        "Matti\u00adMeikäläinen",
        "matti johannes meikäläinen",
    ],
)
def test_a_name_is_found_however_it_is_typed(text: str) -> None:
    assert words_in(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kuultiin: Meikäläinen, Matti.", "Meikäläinen, Matti"),
        ("Matti Johannes Meikäläinen kertoi.", "Matti Johannes Meikäläinen"),
        ("Matti J. Meikäläinen kertoi.", "Matti J. Meikäläinen"),
        ("Matti J.A. Meikäläisen asia.", "Matti J.A. Meikäläisen"),
        ("Meikäläinen, J. Matti", "Meikäläinen, J. Matti"),
        ("Matti Johannes Olavi Meikäläiselle", "Matti Johannes Olavi Meikäläiselle"),
        ("Erik von Essens klass", "Erik von Essens"),
        ("Matti-Meikäläinen", "Matti-Meikäläinen"),
        (wide("M") + "atti Mei\u00adkäläinen", wide("M") + "atti Mei\u00adkäläinen"),
    ],
)
def test_a_whole_name_is_found_with_a_comma_and_with_what_stands_in_its_middle(text: str, found: str) -> None:
    assert words_in(text, whole_names_alone=True) == [found]
    assert could_be_whole_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Aura, Mäki ja Salo ovat kouluja.",
        "Aura raivasi mäen.",
        "Aura ja Mäki",
        "Oli Aura. Mäki on jäinen.",
        "Aura Onni Toivo Lumi Mäki",
        "Marjatta Liisa Tuovinen ja Tuovinen, Marjatta",
        "Move!-mittaukset 10.11.2026 \u2013 klo 9.15\u201310.30",
    ],
)
def test_lists_sentences_and_staff_are_no_whole_names(text: str) -> None:
    assert words_in(text, whole_names_alone=True) == []


@pytest.mark.parametrize(
    "text", ["Marjatta Tuo\u00advinen", "Tuovinen, Marjatta", "Marjatta-Tuovinen", wide("M") + "arkus Lahti"]
)
def test_staff_is_known_however_it_is_typed(text: str) -> None:
    pupils = [*PUPILS, FullName("Marjatta", "Virtanen"), FullName("Markus", "Virtanen")]
    assert words_in(text, pupils) == []
    assert words_in("Marjatta Virtanen", pupils) == ["Marjatta Virtanen"]


def test_a_pupil_between_the_names_of_a_member_of_the_staff_is_found() -> None:
    assert words_in("Markus Aura Lahti") == ["Aura"]


def test_the_sentence_and_the_words_are_shown_as_they_were_written() -> None:
    text = "Kokous\u2014alkoi \ufb01ksusti. Mat\u00adti J. Meikä\u00adläinen puhui! Loppu."
    (mention,) = mentions(text, PUPILS)
    assert mention.words == "Mat\u00adti J. Meikä\u00adläinen"
    assert mention.sentence == "Mat\u00adti J. Meikä\u00adläinen puhui!"


@given(st.data(), st.lists(unseen, min_size=1, max_size=5), st.booleans())
def test_no_unseen_sign_and_no_wide_letter_hides_a_name(data: st.DataObject, signs: list[str], is_wide: bool) -> None:  # noqa: FBT001
    name = wide("Matti") if is_wide else "Matti"
    for sign in signs:
        place = data.draw(st.integers(1, len(name) - 1))
        name = name[:place] + sign + name[place:]
    assert words_in(f"Sanottiin, että {name} tulee.") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "010110\u20109002",
        "010110\u22129002",
        "010110\u20149002",
        "010110 - 9002",
        "010110 A\u00a09002",
        "010110\u200bA9\u200d002",
        "0\u00ad10110A9002",
        wide(CODE),
        "hetu010110A9002",
        "010110A9002kirjattu",
        "010110A9002\u00b9",
        "010110A9002\u200b1",
    ],
)
def test_a_code_is_found_however_it_is_typed(text: str) -> None:
    assert mentions_code(text)


@given(st.data(), st.lists(unseen, max_size=5), dashes, st.sampled_from(["", " ", "  ", "\t", "\u00a0"]))
def test_no_dash_no_blank_and_no_unseen_sign_hides_a_code(
    data: st.DataObject, signs: list[str], dash: str, blank: str
) -> None:
    written = f"131052{blank}{dash}{blank}308T"
    for sign in signs:
        place = data.draw(st.integers(0, len(written)))
        written = written[:place] + sign + written[place:]
    assert mentions_code(f"Oppilas {written} siirtyy.")


@pytest.mark.parametrize(
    "text",
    [
        "13.10.1952 \u2013 3.8.2026",
        "Puhelin 040 \u2013 123 4567, 050-1234567",
        "HEL 2026-001234 T 12 01 00",
        "y-tunnus 0201256-6",
        "131052-308U",
        "131052\n-308T",
        "0131052-308T",
        "131052-308T1",
        "131052-3081",
        "131052 308T",
        "klo 101112 \u2014 131415",
        "FI21 1234 5600 0007 85",
        "123e4567-e89b-12d3-a456-426614174000",
    ],
)
def test_days_telephones_and_register_numbers_are_no_codes(text: str) -> None:
    assert not mentions_code(text)


@given(st.dates(), st.dates(), dashes, st.sampled_from(["%d.%m.%Y", "%d.%m.", "%Y-%m-%d", "%d/%m/%Y"]))
def test_two_days_with_a_dash_are_never_a_code(one: object, other: object, dash: str, form: str) -> None:
    assert not mentions_code(f"{one:{form}} {dash} {other:{form}}")
