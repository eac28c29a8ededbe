"""The library tells of every indicator in three languages; the national trend of bullying comes with it."""

from tests.builders import Village
from tests.signing_in import Visit
from welfare.indicators.library import indicator, library
from welfare.indicators.words import ASKED_WORDS, THEME_WORDS
from welfare.rules.actors import Role

LANGUAGES = {"fi", "sv", "en"}
BULLYING = "bullied-weekly-8-9"


def test_every_entry_has_its_words_its_theme_and_a_code_of_its_own() -> None:
    entries = library()
    assert len({each.code for each in entries}) == len(entries) > 20
    for each in entries:
        assert {*each.titles} == {*each.tells} == LANGUAGES
        assert all((*each.titles.values(), *each.tells.values()))
        assert each.theme in THEME_WORDS
        assert each.asked in ASKED_WORDS


def test_every_source_that_the_handbook_names_is_there() -> None:
    assert {each.publisher.value for each in library()} == {
        "health_survey", "kiva", "move", "health_promotion", "absences", "climate",
    }  # fmt: skip


def test_the_national_trend_of_bullying_is_the_published_one() -> None:
    found = indicator(BULLYING)
    assert found is not None
    assert found.trend == {2017: 5.8, 2019: 5.5, 2021: 6.0, 2023: 7.9}


def test_a_teacher_looks_at_the_library_and_the_trend_of_the_country(village: Village, visit: Visit) -> None:
    client = visit(village.staff(Role.TEACHER, "Oona Rautasalo"))
    page = client.get(f"/communal/{village.school_id}").follow("All indicators")
    assert page.has("Bullied at least once a week")
    assert page.has("Country 7.9%")
    page = page.follow("Bullied at least once a week")
    assert page.has("Smaller is better")
    for number in ("5.8%", "5.5%", "6%", "7.9%"):
        assert page.has(number)
    assert client.get(f"/communal/{village.school_id}/indicator-library").has("Move! measurements")


def test_the_library_speaks_the_readers_language(village: Village, visit: Visit) -> None:
    client = visit(village.staff(Role.TEACHER, "Oona Rautasalo"))
    for language, words in (("fi", "Koulukiusattuna vähintään kerran viikossa"), ("sv", "Gillar skolan")):
        client.flask.set_cookie("language", language)
        assert client.get(f"/communal/{village.school_id}/indicator-library").has(words)


def test_an_indicator_that_is_not_in_the_library_is_nowhere(village: Village, visit: Visit) -> None:
    client = visit(village.staff(Role.TEACHER, "Oona Rautasalo"))
    nowhere = client.get(f"/communal/{village.school_id}/indicators/no-such-thing", status=404)
    assert nowhere.main == client.get(f"/communal/{village.school_id}/nothing", status=404).main


def test_another_schools_numbers_do_not_exist(village: Village, visit: Visit) -> None:
    elsewhere = village.another_school("Kaislan koulu")
    client = visit(village.staff(Role.TEACHER, "Oona Rautasalo"))
    client.get(f"/communal/{elsewhere}/indicators/{BULLYING}", status=404)
    assert client.get(f"/communal/{village.school_id}/indicators/{BULLYING}").has("7.9%")
