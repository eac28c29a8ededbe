"""A text of communal work that names a pupil is found in every form of the name; staff and ordinary words are not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from welfare.rules.mentions import FullName, Mention, could_be_whole_name, mentions, new_mentions
from welfare.rules.name_forms import forms_of

PUPILS = [
    FullName("Matti", "Nevalainen"),
    FullName("Pekka", "Lahti"),
    FullName("Antti Juhani", "Kettunen"),
    FullName("Aada", "Metsäpelto"),
    FullName("Erik", "von Essen"),
    FullName("Anna-Maija", "Salo"),
    FullName("Markus", "Virtanen"),
    FullName("Tuomas", "Kallio"),
    FullName("Onni", "Niemi"),
    FullName("Aura", "Mäki"),
    FullName("Åsa", "Öberg"),
    FullName("Zoë", "Øster"),
]
STAFF = [FullName("Marjatta", "Tuovinen"), FullName("Markus", "Lahti"), FullName("Aura", "Koskela")]


def words_in(text: str, **wishes: bool) -> list[str]:
    return [mention.words for mention in mentions(text, PUPILS, STAFF, **wishes)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Puhuttiin siitä, mitä Matti oli tehnyt.", ["Matti"]),
        ("Matin luokka pitää vaihtaa.", ["Matin"]),
        ("Asia jää Matille.", ["Matille"]),
        ("Kukaan ei nähnyt Mattia.", ["Mattia"]),
        ("Matilla oli reppu.", ["Matilla"]),
        ("Mattiin ei saatu yhteyttä.", ["Mattiin"]),
        ("Matillakin oli reppu.", ["Matillakin"]),
        ("Pekan ja Antin kotiin soitettiin.", ["Pekan", "Antin"]),
        ("Pekkaa kiusattiin.", ["Pekkaa"]),
        ("Aadan ryhmä ja Aadalle tuttu ohjaaja.", ["Aadan", "Aadalle"]),
        ("Eriks mamma ringde.", ["Eriks"]),
        ("Erikin äiti soitti.", ["Erikin"]),
        ("Åsas klass diskuterade.", ["Åsas"]),
        ("Anna-Maijan ehdotus.", ["Anna-Maijan"]),
        ("Markuksen ja Tuomaan riita.", ["Markuksen", "Tuomaan"]),
        ("Tuomasta ja Tuomakselta kysyttiin.", ["Tuomasta", "Tuomakselta"]),
        ("Nevalaisen perhe.", ["Nevalaisen"]),
        ("Kettusta kuultiin.", ["Kettusta"]),
        ("Matti Nevalaisen tilanne.", ["Matti Nevalaisen"]),
        ("nevalaisen matti oli poissa", ["nevalaisen matti"]),
        ("Nevalaisen Matin poissaolot", ["Nevalaisen Matin"]),
        ("MATTI NEVALAINEN", ["MATTI NEVALAINEN"]),
        ("Matti-niminen oppilas", ["Matti-niminen"]),
        ("von Essenin Erik", ["Essenin Erik"]),
        ("Matti:n asia", ["Matti:n"]),
        ("Onni käveli.", ["Onni"]),
        ("Auran koulu on Auran kunnassa.", ["Auran"]),
        ("Juhanin ja Maijan asia", ["Juhanin", "Maijan"]),
        ("Nevalaisten perhe ja Kettusilla", ["Nevalaisten", "Kettusilla"]),
        ("Zoen luokka ja Zoëlle annettu aika", ["Zoen", "Zoëlle"]),
        ("matti.nevalainen@koulu.example vastasi", ["matti.nevalainen"]),
    ],
)
def test_a_pupils_name_is_found_in_its_forms(text: str, found: list[str]) -> None:
    assert words_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Välitunnit ovat rauhoittuneet, ja onni on yhteinen.",
        "Matinkylässä avattiin kerho.",
        "Marjatta Tuovinen esitteli Move!-tulokset.",
        "Tuovisen Marjatta kertoi.",
        "Markus Lahden ryhmä kokoontuu.",
        "Opettaja Lahti kertoi, ja Lahden luokka kuunteli.",
        "Aura Koskela ja Aura Koskelan luokka.",
        "matto ja pekoni",
        "marjatta.tuovinen@koulu.example vastasi",
        "",
        "10.11.2026 klo 9.15 – 14 §",
        "Skolan ordnar en temadag om vänskap.",
    ],
)
def test_staff_places_with_other_names_and_ordinary_words_are_left_in_peace(text: str) -> None:
    assert words_in(text) == []


def test_a_pupil_who_shares_a_given_name_with_a_teacher_is_found_beside_the_teacher() -> None:
    assert words_in("Markus Lahti kertoi, että Markus on poissa.") == ["Markus"]


def test_a_pupil_who_shares_a_family_name_with_a_teacher_is_found_by_the_whole_name() -> None:
    assert words_in("Pekka Lahti ja opettaja Lahti.") == ["Pekka Lahti"]


def test_of_a_whole_town_only_whole_names_are_found() -> None:
    assert words_in("Matin ja Matti Nevalaisen asia, Aura ja Lahti.", whole_names_alone=True) == ["Matti Nevalaisen"]


def test_the_sentence_comes_along_as_it_stands() -> None:
    text = "Kokous alkoi klo 9.15. Matin asia mainittiin!\nSeuraava kokous on 12.12."
    assert mentions(text, PUPILS) == (Mention("Matin", "Matin asia mainittiin!"),)


def test_a_name_twice_in_a_sentence_is_asked_about_once() -> None:
    assert words_in("Matin reppu ja Matin takki.") == ["Matin"]


def test_what_was_let_through_before_is_not_asked_about_again() -> None:
    text = "Retki tehdään Auran koskelle. Matin asia jäi."
    found = mentions(text, PUPILS)
    assert [mention.words for mention in new_mentions(found, ["Retki tehdään Auran koskelle."])] == ["Matin"]


@pytest.mark.parametrize(
    ("text", "could"),
    [
        ("Matti Nevalainen", True),
        ("kun Åsa Öberg", True),
        ("matti.nevalainen@koulu.example", True),
        ("Rannan koulun retki", False),
        ("Kokous. Matti tuli", False),
        ("", False),
    ],
)
def test_a_town_is_looked_through_only_where_a_whole_name_could_stand(text: str, could: bool) -> None:  # noqa: FBT001
    assert could_be_whole_name(text) is could


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Kerttu", {"kertun", "kerttua", "kerttuun", "kertulle"}),
        ("Lahti", {"lahden", "lahtea", "lahdessa", "lahteen"}),
        ("Heikki", {"heikin", "heikkiä", "heikille"}),
        ("Seppo", {"sepon", "seppoa", "seppoon"}),
        ("Hentunen", {"hentusen", "hentusta", "hentuselle"}),
        ("Elias", {"eliaksen", "eliasta", "eliaan"}),
        ("Sten", {"stenin", "stens", "steniä"}),
        ("Lauri", {"laurin", "lauria", "lauriin"}),
        ("Leo", {"leon", "leoa", "leoon"}),
    ],
)
def test_names_of_all_kinds_have_their_forms(name: str, forms: set[str]) -> None:
    assert forms <= forms_of(name)


letters = st.text("abdehijklmnoprstuvyäöå", min_size=3, max_size=9).map(str.capitalize)


@given(letters, letters, st.data())
def test_every_form_of_every_name_is_found_wherever_it_stands(first: str, family: str, data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(sorted(form for form in forms_of(first) if form.isalpha())))
    text = f"Kokouksessa sanottiin: {form.capitalize()} tulee."
    assert form.capitalize() in [mention.words for mention in mentions(text, [FullName(first, family)])]


@given(letters, letters)
def test_a_member_of_the_staff_is_nobody_elses_name(first: str, family: str) -> None:
    who = FullName(first, family)
    assert mentions(f"{first} {family} kertoi.", [who], [who]) == ()


@settings(max_examples=200)
@given(st.text(max_size=300))
def test_any_text_is_read_and_what_is_found_stands_in_it(text: str) -> None:
    for mention in mentions(text, PUPILS, STAFF):
        assert mention.words in mention.sentence or "\n" in mention.words
        assert mention.words.casefold()[:1] in {form[:1] for name in PUPILS for form in _beginnings(name)}


def _beginnings(name: FullName) -> list[str]:
    return [word.casefold() for word in (*name.given.split(), *name.family.split())]
