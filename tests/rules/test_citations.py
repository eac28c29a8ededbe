import pytest

from welfare.rules.citations import (
    Citation,
    Statute,
    UnknownLanguageError,
    UnknownStatuteError,
    read_short,
    short_texts,
)

PLAIN = Citation(Statute.OHL, "23", 2)
POINT = Citation(Statute.OHL, "22", 2, 1)
RANGE = Citation(Statute.JULKL, "11–12")
ANNEX = Citation(Statute.ATL, "annex")


@pytest.mark.parametrize(
    ("place", "language", "text"),
    [
        (PLAIN, "fi", "oppilas- ja opiskelijahuoltolaki 23 § 2 mom."),
        (PLAIN, "sv", "lagen om elev- och studerandevård 23 § 2 mom."),
        (PLAIN, "en", "Pupil and Student Welfare Act, section 23(2)"),
        (POINT, "fi", "oppilas- ja opiskelijahuoltolaki 22 § 2 mom. 1 kohta"),
        (POINT, "sv", "lagen om elev- och studerandevård 22 § 2 mom. 1 punkten"),
        (POINT, "en", "Pupil and Student Welfare Act, section 22(2)(1)"),
        (RANGE, "fi", "julkisuuslaki 11–12 §"),
        (RANGE, "en", "Openness Act, sections 11–12"),
        (ANNEX, "fi", "asiakastietolaki, liite"),
        (ANNEX, "sv", "kunduppgiftslagen, bilagan"),
        (ANNEX, "en", "Client Data Act, annex"),
    ],
)
def test_a_place_in_an_act_reads_as_in_the_readers_language(place: Citation, language: str, text: str) -> None:
    assert place.text(language).replace("\u00a0", " ") == text


def test_by_itself_a_citation_begins_with_a_capital() -> None:
    assert PLAIN.alone("sv").startswith("Lagen om elev- och studerandevård 23")


def test_the_section_sign_is_never_torn_from_its_number() -> None:
    assert PLAIN.text("fi").endswith(" 23\u00a0§ 2\u00a0mom.")
    assert PLAIN.short == "OHL 23\u00a0§ 2\u00a0mom."


@pytest.mark.parametrize(
    ("language", "short"),
    [
        ("fi", "OHL 4 §, 13 a §, POL 29 § 7 mom."),
        ("sv", "elevvårdslagen 4 §, 13 a §, LGU 29 § 7 mom."),
        ("en", "OHL section 4, section 13 a, POL section 29(7)"),
    ],
)
def test_places_one_after_the_other_name_an_act_once_and_each_reader_knows_its_short_name(
    language: str, short: str
) -> None:
    places = read_short("OHL 4 §, 13 a §, POL 29 § 7 mom.")
    assert places == (Citation(Statute.OHL, "4"), Citation(Statute.OHL, "13 a"), Citation(Statute.POL, "29", 7))
    text = short_texts(places, language)
    assert text.replace("\u00a0", " ") == short
    assert " §" not in text


@pytest.mark.parametrize("text", ["", "13 §", "OHL", "XYZ 4 §", "OHL 4 §, ", "OHL 4"])
def test_what_is_no_citation_is_not_guessed_at(text: str) -> None:
    with pytest.raises(UnknownStatuteError):
        read_short(text)


def test_no_other_language_is_made_up() -> None:
    with pytest.raises(UnknownLanguageError):
        PLAIN.text("de")
    with pytest.raises(UnknownLanguageError):
        PLAIN.short_in("de")


@pytest.mark.parametrize("statute", Statute)
def test_every_act_has_its_number_and_a_name_in_each_language(statute: Statute) -> None:
    number, year = sorted(statute.value[1].split("/"), key=len)  # the Union's acts have the year first

    assert number.isdigit()
    assert 1919 <= int(year) <= 2026
    assert len({statute.name_in(language) for language in ("fi", "sv", "en")}) == 3
