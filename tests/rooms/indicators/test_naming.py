"""What a publisher's regions and codes mean is told by the keeper alone, and counts once a file has been imported."""

import io
import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_indicators import an_import
from tests.client import Client, Page
from tests.rooms.indicators.files import BULLYING, FOREIGN, REGIONS, schools, sotkanet
from tests.signing_in import Visit
from welfare.indicators.actions import NotTheKeeperError, name_indicator
from welfare.indicators.importing.bundle import Bundle
from welfare.indicators.importing.problems import FileProblemError, ProblemCode
from welfare.indicators.importing.regions import MOST_REGIONS, read_regions
from welfare.indicators.importing.rows import LONGEST_CODE
from welfare.indicators.models import ImportedRegion, IndicatorAlias, IndicatorImport, IndicatorValue
from welfare.organisations.models import Organisation
from welfare.rules.actors import Role

BY_NUMBER = sotkanet(
    f"{BULLYING};77001;2023;total;9.1;", f"{BULLYING};884;2021;total;6.4;", f"{BULLYING};964;2023;total;8.4;"
)
FOREIGN_ROW = sotkanet(f"{FOREIGN};658;2023;total;7.9;9210")


@pytest.fixture
def coordinator(village: Village) -> Someone:
    return village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori")


@pytest.fixture
def principal(village: Village) -> Someone:
    return village.staff(Role.PRINCIPAL, "Juha Petäjäniemi")


def hand_over(client: Client, unit: UUID, content: bytes, regions: bytes | None = None, status: int = 200) -> Page:
    form = client.get(f"/communal/{unit}/indicator-imports").form("Look at the file")
    form.fill(source="THL", licence="cc_by", fetched_on="20.11.2026")
    if regions is not None:
        form.fill(regions=(io.BytesIO(regions), "regions.json"))
    return form.submit(status=status, file=(io.BytesIO(content), "numbers.csv"))


def region(code: object, town: str = "Kokkola") -> Mapping[str, object]:
    return {"id": code, "category": "KUNTA", "title": {"fi": town}}


def listed(*regions: Mapping[str, object]) -> bytes:
    return json.dumps(regions).encode()


def remembered(village: Village) -> tuple[dict[str, str], dict[str, str]]:
    with village.ledger.transaction() as transaction:
        regions = transaction.session.scalars(select(ImportedRegion)).all()
        names = transaction.session.scalars(select(IndicatorAlias)).all()
        return {row.foreign_code: row.place for row in regions}, {row.foreign_code: row.code for row in names}


def places(village: Village) -> dict[str, float | None]:
    with village.ledger.transaction() as transaction:
        return {row.place: row.value for row in transaction.session.scalars(select(IndicatorValue))}


def test_the_list_of_regions_is_remembered_once_the_file_is_imported(
    village: Village, visit: Visit, coordinator: Someone
) -> None:
    """Both generations of ids are found; two of the three are known without being told."""
    client = visit(coordinator)
    page = hand_over(client, village.provider_id, BY_NUMBER, REGIONS)
    assert page.has("New 3")
    assert page.has("3 regions and codes told with the file are remembered for the next one.")
    assert remembered(village) == ({}, {}), "what is only looked at changes nothing"
    assert hand_over(client, village.provider_id, BY_NUMBER).has("New 2")
    hand_over(client, village.provider_id, BY_NUMBER, REGIONS).form("Import the numbers").submit()
    assert remembered(village)[0]["77001"] == "272"
    assert hand_over(client, village.provider_id, BY_NUMBER).has("As before 3")


def test_a_publishers_code_is_told_once_and_known_once_the_file_is_imported(
    village: Village, visit: Visit, coordinator: Someone
) -> None:
    client = visit(coordinator)
    page = hand_over(client, village.provider_id, FOREIGN_ROW)
    assert page.has("No indicator of the library is known by this code.")
    page = page.form("It is this one").submit(foreign=FOREIGN, indicator=BULLYING)
    assert page.has("New 1")
    assert page.has("1 region or code told with the file is remembered for the next one.")
    assert remembered(village) == ({}, {})
    page.form("Import the numbers").submit()
    assert remembered(village) == ({}, {FOREIGN: BULLYING})
    assert hand_over(client, village.provider_id, FOREIGN_ROW).has("As before 1")


def test_what_was_told_with_a_file_that_is_left_is_forgotten(
    village: Village, visit: Visit, coordinator: Someone
) -> None:
    client = visit(coordinator)
    page = hand_over(client, village.provider_id, FOREIGN_ROW, REGIONS)
    page = page.form("It is this one").submit(foreign=FOREIGN, indicator=BULLYING)
    page.form("Leave the file without importing").submit()
    assert remembered(village) == ({}, {})
    assert hand_over(client, village.provider_id, FOREIGN_ROW).has("Left out 1")


def test_a_code_that_is_told_after_the_page_was_drawn_is_shown_before_it_is_remembered(
    village: Village, visit: Visit, coordinator: Someone
) -> None:
    client = visit(coordinator)
    before = hand_over(client, village.provider_id, FOREIGN_ROW + f"{BULLYING};658;2021;total;6.0;\n".encode())
    after = before.form("It is this one").submit(foreign=FOREIGN, indicator=BULLYING)
    before.form("Import the numbers").submit(status=409)
    assert remembered(village) == ({}, {})
    after.form("Import the numbers").submit()
    assert remembered(village) == ({}, {FOREIGN: BULLYING})


def test_a_school_tells_neither_regions_nor_codes(
    village: Village, visit: Visit, principal: Someone, coordinator: Someone
) -> None:
    """They would count for every school of the provider."""
    client = visit(principal)
    content = schools(f"{FOREIGN};;2025;total;7.4;118", f"{BULLYING};;2025;total;7.4;118")
    upload = client.get(f"/communal/{village.school_id}/indicator-imports").form("Look at the file")
    assert not [node for node in upload.node.all("input") if node.get("name") == "regions"]
    page = hand_over(client, village.school_id, content)
    assert page.has("ask its coordinator")
    assert not [form for form in page.forms if "It is this one" in form.node.text]
    told = {**page.form("Import the numbers").data, "foreign": FOREIGN, "indicator": BULLYING}
    client.post(f"{page.url}/name", told, status=404)
    page.form("Import the numbers").submit()
    assert remembered(village) == ({}, {})
    page = hand_over(visit(coordinator), village.provider_id, FOREIGN_ROW)
    page.form("It is this one").submit(foreign=FOREIGN, indicator=BULLYING).form("Import the numbers").submit()
    assert remembered(village) == ({}, {FOREIGN: BULLYING})


def test_regions_sent_by_a_school_all_the_same_are_not_read(village: Village, visit: Visit, principal: Someone) -> None:
    client = visit(principal)
    form = client.get(f"/communal/{village.school_id}/indicator-imports").form("Look at the file")
    form.fill(source="THL", licence="cc_by", fetched_on="20.11.2026")
    content = schools(f"{BULLYING};;2025;total;7.4;118")
    form.fill(file=(io.BytesIO(content), "numbers.csv"))
    smuggled: Any = [(io.BytesIO(REGIONS), "regions.json")]
    form.data.setlist("regions", smuggled)
    form.submit().form("Import the numbers").submit()
    assert remembered(village) == ({}, {})


def test_the_action_itself_knows_the_keeper(village: Village) -> None:
    files = {unit: an_import(village, unit) for unit in (village.school_id, village.provider_id)}
    with village.work() as work:
        school, provider = (work.session.get_one(Organisation, unit) for unit in files)
        own, common = (work.session.get_one(IndicatorImport, file) for file in files.values())
        with pytest.raises(NotTheKeeperError):
            name_indicator(work, school, own, FOREIGN, BULLYING)
        name_indicator(work, provider, common, FOREIGN, BULLYING)
        assert common.content is not None
        assert Bundle.unpacked(common.content).names == {FOREIGN: BULLYING}


def test_what_is_known_without_being_told_cannot_be_told_otherwise(
    village: Village, visit: Visit, coordinator: Someone
) -> None:
    """Neither the id of the whole country nor the name of a town becomes another place."""
    client = visit(coordinator)
    content = sotkanet(
        f"{BULLYING};658;2023;total;7.9;", f"{BULLYING};Helsinki;2023;total;6.0;", f"{BULLYING};771;2023;total;9.1;"
    )
    page = hand_over(client, village.provider_id, content, listed(region(658), region("Helsinki"), region(771)))
    page.form("Import the numbers").submit()
    assert set(remembered(village)[0]) == {"771"}
    assert places(village) == {"FI": 7.9, "091": 6.0, "272": 9.1}


@pytest.mark.parametrize(
    "code", ["9" * (LONGEST_CODE + 1), "77\x00001", None, "  "], ids=["long", "unreadable", "missing", "blank"]
)
def test_a_region_whose_id_cannot_be_kept_is_refused_by_its_row(
    village: Village, visit: Visit, coordinator: Someone, code: str | None
) -> None:
    client = visit(coordinator)
    page = hand_over(client, village.provider_id, BY_NUMBER, listed(region(77001), region(code)), 422)
    assert page.field_error("regions").startswith("Error: Row 2: The code is missing, is longer than 60 characters")
    assert page.form("Look at the file").data["source"] == "THL"
    longest = listed(region(77001), region("9" * LONGEST_CODE))
    hand_over(client, village.provider_id, BY_NUMBER, longest).form("Import the numbers").submit()
    assert "9" * LONGEST_CODE in remembered(village)[0]


def test_a_code_of_the_file_that_cannot_be_kept_is_a_mistake_of_its_row_and_is_not_cut(
    village: Village, visit: Visit, coordinator: Someone
) -> None:
    client, known = visit(coordinator), f"{BULLYING};658;2023;total;7.9;"
    page = hand_over(client, village.provider_id, sotkanet(known, f"{'x' * (LONGEST_CODE + 1)};658;2023;total;5;"))
    assert page.has("The file has one mistake.")
    assert page.has("Row 3")
    page = hand_over(client, village.provider_id, sotkanet(known, f"{'x' * LONGEST_CODE};658;2023;total;5;"))
    page = page.form("It is this one").submit(foreign="x" * LONGEST_CODE, indicator="likes-school-8-9")
    page.form("Import the numbers").submit()
    assert list(remembered(village)[1]) == ["x" * LONGEST_CODE]


def test_a_list_of_more_regions_than_there_can_be_is_refused() -> None:
    most = [region(number) for number in range(MOST_REGIONS)]
    assert len(read_regions(listed(*most))) == MOST_REGIONS
    with pytest.raises(FileProblemError) as raised:
        read_regions(listed(*most, region(MOST_REGIONS)))
    assert raised.value.problem.code is ProblemCode.TOO_MANY_ROWS
