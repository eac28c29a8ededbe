"""Numbers come in as files: shown before anything is saved, all of it or nothing, what stood before is kept."""

import io

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.client import Client, Page
from tests.rooms.indicators.files import BULLYING, HUNDRED_MEGABYTES, Endless, schools, sotkanet
from tests.signing_in import Visit
from welfare.indicators.models import IndicatorImport, IndicatorValue, PastValue
from welfare.organisations.models import Organisation
from welfare.rules.actors import Role
from welfare.rules.indicators import ImportState

COUNTRY = f"{BULLYING};658;2023;total;7.9;"


@pytest.fixture
def coordinator(village: Village) -> Someone:
    with village.work() as work:
        work.session.get_one(Organisation, village.provider_id).municipality_code = "272"
    return village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori")


def hand_over(client: Client, unit: object, content: bytes, status: int = 200, **more: object) -> Page:
    form = client.get(f"/communal/{unit}/indicator-imports").form("Look at the file")
    form.fill(source="THL, Kouluterveyskysely 2023", licence="cc_by", fetched_on="20.11.2026", **more)
    return form.submit(status=status, file=(io.BytesIO(content), "numbers.csv"))


def values(village: Village) -> dict[tuple[str, int], float | None]:
    with village.ledger.transaction() as transaction:
        return {(row.place, row.year): row.value for row in transaction.session.scalars(select(IndicatorValue))}


def test_a_file_is_shown_and_written_only_when_it_is_approved(
    village: Village, visit: Visit, coordinator: Someone
) -> None:
    client = visit(coordinator)
    page = hand_over(client, village.provider_id, sotkanet(COUNTRY, f"{BULLYING};Kokkola;2023;total;9.1;40"))
    assert page.has("New 2")
    assert page.has("Kokkola")
    assert values(village) == {}
    page = page.form("Import the numbers").submit()
    assert page.has("The numbers are imported.")
    assert page.has("THL, Kouluterveyskysely 2023")
    assert values(village) == {("FI", 2023): 7.9, ("272", 2023): 9.1}
    page = client.get(f"/communal/{village.school_id}/indicators/{BULLYING}")
    assert page.has("9.1%"), "the school sees its municipality beside it"
    assert page.has("THL, Kouluterveyskysely 2023 · CC BY 4.0: cite the publisher · fetched 20 Nov 2026")


def test_the_file_is_remembered_by_source_day_and_checksum_and_not_kept(
    village: Village, visit: Visit, coordinator: Someone
) -> None:
    hand_over(visit(coordinator), village.provider_id, sotkanet(COUNTRY)).form("Import the numbers").submit()
    with village.ledger.transaction() as transaction:
        row = transaction.session.scalars(select(IndicatorImport)).one()
        assert row.state is ImportState.APPROVED
        assert row.content is None
        assert len(row.digest) == 64
        assert (row.new_count, row.changed_count) == (1, 0)
        assert transaction.session.scalars(select(IndicatorValue.import_id)).one() == row.id


def test_importing_again_replaces_and_keeps_what_stood_and_a_blank_stays_a_blank(
    village: Village, visit: Visit, coordinator: Someone
) -> None:
    client = visit(coordinator)
    first = sotkanet(COUNTRY, f"{BULLYING};658;2021;total;6.0;", f"{BULLYING};658;2019;total;5.5;")
    hand_over(client, village.provider_id, first).form("Import the numbers").submit()
    second = sotkanet(COUNTRY, f"{BULLYING};658;2021;total;6.1;", f"{BULLYING};658;2019;total;;")
    page = hand_over(client, village.provider_id, second)
    assert page.has("Changed 2")
    assert page.has("As before 1")
    page.form("Import the numbers").submit()
    assert values(village) == {("FI", 2023): 7.9, ("FI", 2021): 6.1, ("FI", 2019): None}
    with village.ledger.transaction() as transaction:
        assert set(transaction.session.scalars(select(PastValue.value))) == {6.0, 5.5}
    page = client.get(f"/communal/{village.provider_id}/indicators/{BULLYING}")
    assert page.has("before 6%")
    assert page.has("no number")


def test_a_file_with_one_mistake_imports_nothing_and_tells_the_row(
    village: Village, visit: Visit, coordinator: Someone
) -> None:
    page = hand_over(visit(coordinator), village.provider_id, sotkanet(COUNTRY, f"{BULLYING};658;2021;total;6,0;"))
    assert page.has("The file has one mistake.")
    assert page.has("Row 3")
    assert page.has("decimal comma")
    assert not [form for form in page.forms if "Import the numbers" in form.node.text]
    assert values(village) == {}


def test_what_is_not_followed_here_is_left_out_by_row_and_the_rest_is_imported(
    village: Village, visit: Visit, coordinator: Someone
) -> None:
    rows = (
        COUNTRY,
        f"{BULLYING};99999;2023;total;5;",
        f"{BULLYING};Kokkola;2023;total;9.1;",
        "kiva-bullied;658;2023;total;5;",
    )
    page = hand_over(visit(coordinator), village.provider_id, sotkanet(*rows))
    assert page.has("Left out 2")
    assert page.has("The region is not followed here")
    assert page.has("The indicator is not known at this level.")
    page.form("Import the numbers").submit()
    assert values(village) == {("FI", 2023): 7.9, ("272", 2023): 9.1}


def test_what_has_changed_since_the_preview_is_shown_again_and_not_written(
    village: Village, visit: Visit, coordinator: Someone
) -> None:
    client = visit(coordinator)
    page = hand_over(client, village.provider_id, sotkanet(f"{BULLYING};Kokkola;2023;total;9.1;"))
    sheet = f"/communal/{village.provider_id}/indicator-results/health_survey-grades_8_9/2023"
    client.get(sheet).form().submit(respondents="640", value_bullied_weekly_8_9="8,8")
    page = page.form("Import the numbers").submit(status=409)
    assert page.has("Something has changed since this page was drawn.")
    assert values(village) == {("272", 2023): 8.8}
    page.form("Import the numbers").submit()
    assert values(village) == {("272", 2023): 9.1}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "The file is empty."),
        (sotkanet(COUNTRY).replace(b";", b","), "not separated by semicolons"),
        ("indicator;region\n1;Närpiö\n".encode("cp1252"), "Row 2: The file is not UTF-8 text."),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words_and_nothing_typed_is_lost(
    village: Village, visit: Visit, coordinator: Someone, content: bytes, words: str
) -> None:
    page = hand_over(visit(coordinator), village.provider_id, content, 422)
    assert page.has(words)
    assert page.form("Look at the file").data["source"] == "THL, Kouluterveyskysely 2023"


def test_a_file_that_is_too_large_is_refused_in_words(
    village: Village, visit: Visit, coordinator: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("welfare.indicators.forms.importing.LARGEST", 100)
    assert hand_over(visit(coordinator), village.provider_id, sotkanet(*[COUNTRY] * 3), 422).has("larger than 8 MB")
    assert hand_over(visit(coordinator), village.provider_id, sotkanet(COUNTRY)).has("New 1")


def test_a_hundred_megabytes_are_refused_in_words_before_they_are_read(
    village: Village, visit: Visit, coordinator: Someone
) -> None:
    client, stream = visit(coordinator), Endless()
    answer = client.flask.post(
        f"/communal/{village.provider_id}/indicator-imports",
        content_type="multipart/form-data; boundary=x",
        environ_overrides={"wsgi.input": stream, "CONTENT_LENGTH": str(HUNDRED_MEGABYTES)},
    )
    assert answer.status_code == 413
    assert "The file or text is too large" in answer.get_data(as_text=True)
    assert stream.taken == 0
    with village.ledger.transaction() as transaction:
        assert transaction.session.scalars(select(IndicatorImport)).all() == []


def test_a_file_that_is_left_changes_nothing_and_a_new_one_takes_its_place(
    village: Village, visit: Visit, coordinator: Someone
) -> None:
    client = visit(coordinator)
    first = hand_over(client, village.provider_id, sotkanet(COUNTRY))
    assert first.form("Leave the file without importing").submit().has("nothing was imported")
    second, third = (hand_over(client, village.provider_id, sotkanet(COUNTRY)) for _time in range(2))
    assert second.form("Import the numbers").submit().has("imported or left already")
    assert values(village) == {}
    third.form("Import the numbers").submit()
    assert values(village) == {("FI", 2023): 7.9}


def test_schools_results_come_as_a_file_too_and_pass_the_same_floor(
    village: Village, visit: Visit, coordinator: Someone
) -> None:
    village.another_school("Kaislan koulu")
    rows = (f"{BULLYING};Koivurannan koulu;2025;total;7.4;118", f"{BULLYING};Kaislan koulu;2025;total;40;12")
    page = hand_over(visit(coordinator), village.provider_id, schools(*rows, f"{BULLYING};Muu koulu;2025;total;1;99"))
    assert page.has("No school here has this code or name.")
    page.form("Import the numbers").submit()
    page = visit(village.staff(Role.TEACHER, "Oona Rautasalo")).get(
        f"/communal/{village.school_id}/indicators/{BULLYING}"
    )
    assert page.has("7.4%")


def test_a_principal_imports_the_own_schools_results_alone(village: Village, visit: Visit) -> None:
    village.another_school("Kaislan koulu")
    client = visit(village.staff(Role.PRINCIPAL, "Juha Petäjäniemi"))
    page = hand_over(
        client,
        village.school_id,
        schools(f"{BULLYING};;2025;total;7.4;118", f"{BULLYING};Kaislan koulu;2025;total;9;99"),
    )
    assert page.has("New 1")
    assert page.has("Left out 1")
    assert hand_over(client, village.school_id, sotkanet(COUNTRY)).has("A school imports its own results alone.")
    client.get(f"/communal/{village.provider_id}/indicator-imports", status=404)


def test_a_schools_result_without_its_n_is_a_mistake(village: Village, visit: Visit, coordinator: Someone) -> None:
    for n in ("", "0", "11.5"):
        page = hand_over(
            visit(coordinator), village.provider_id, schools(f"{BULLYING};Koivurannan koulu;2025;total;7.4;{n}")
        )
        assert page.has("How many answered is missing")


def test_two_numbers_for_one_cell_are_a_mistake_and_the_same_twice_is_not(
    village: Village, visit: Visit, coordinator: Someone
) -> None:
    client = visit(coordinator)
    assert hand_over(client, village.provider_id, sotkanet(COUNTRY, COUNTRY)).has("New 1")
    other = COUNTRY.replace("7.9", "8.0")
    assert hand_over(client, village.provider_id, sotkanet(COUNTRY, other)).has("stand twice with different numbers")


def test_a_file_of_one_unit_is_not_found_at_another(village: Village, visit: Visit, coordinator: Someone) -> None:
    client = visit(coordinator)
    page = hand_over(client, village.provider_id, sotkanet(COUNTRY))
    client.get(page.url.replace(str(village.provider_id), str(village.school_id)), status=404)
    visit(village.staff(Role.TEACHER, "Oona Rautasalo")).get(page.url, status=404)
    assert client.get(page.url).has("New 1")
