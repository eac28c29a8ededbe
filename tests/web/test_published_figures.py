"""Whoever lays all published figures of a municipality beside each other, and subtracts, learns nothing hidden (F19).

A reader who may see every page and paper writes down each figure of them. Against what is written down go the sums
that schools, provider and county make, terms and years, services and paces.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO, StringIO
from uuid import UUID

import pytest
from pypdf import PdfReader
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.client import Client, Page
from tests.page_tree import Node
from tests.rules.subtractor import Subtractor
from tests.signing_in import english_client
from tests.web.town import SCHOOLS, Town
from welfare.insight.models import AccessCount, AccessFigure, AccessRelease
from welfare.insight.pages import blocks_of_unit
from welfare.rules.actors import Role
from welfare.rules.requests import HAS_CLOCK, Service
from welfare.rules.service_access import KINDS, YEAR, Measure, Pace, year_of
from welfare.rules.suppression import FLOOR, PROTECTED, Figure
from welfare.rules.suppression_dimensions import ALL, Dimension
from welfare.rules.suppression_plan import Cell
from welfare.rules.terms import SchoolTerm

pytestmark = pytest.mark.xdist_group("town")  # seeding takes long: one process does it once for all

Rows = Sequence[Sequence[str]]
SHARE = re.compile(r"(\d+)\s%\s\(n\s=\s(\d+)\)")
SERVICES = [service for service in Service if service is not Service.UNSURE]
CLOCKED = [service for service in SERVICES if service in HAS_CLOCK]


def test_what_all_pages_of_a_municipality_publish_tells_nothing_of_what_is_hidden(town: Town) -> None:
    noted, released = dict(noted_by_a_reader(town)), released_in(town)
    assert len(noted) > 100
    assert {cell: noted[cell] for cell in noted.keys() & released.keys()}.items() <= released.items()
    assert noted.keys() <= released.keys()
    hidden = {cell for cell, figure in released.items() if figure == PROTECTED}
    assert len(hidden) > 10
    for least in (0, 1):
        reader = Subtractor(dimensions_of(town, released), {**released, **noted}, least=least)
        assert reader.narrowed(FLOOR) == {}
        assert reader.reckoned() == set()


def test_the_reader_would_find_one_figure_too_many(town: Town) -> None:
    """A hidden number and all beside it in its sum but one: what is left of the sum is the other."""
    released = released_in(town)
    term = min(cell[1] for cell in released if isinstance(cell[1], SchoolTerm))
    counts = counted_in(town)
    whole = {
        cell: Figure(sum(counts.get((school, term, kind), 0) for kind in leaves(cell[2])))
        for cell in released
        for school in [cell[0]]
        if cell[1] == term and school in town.school_ids
    }
    betrayed = next(cell for cell, figure in whole.items() if 0 < (figure.count or 0) < FLOOR)
    figures = {**released, **{cell: figure for cell, figure in whole.items() if cell != betrayed}, betrayed: PROTECTED}
    assert betrayed in Subtractor(dimensions_of(town, released), figures).reckoned()


def test_small_numbers_were_counted_and_none_is_on_any_page(town: Town) -> None:
    small = [count for count in counted_in(town).values() if 0 < count < FLOOR]
    assert len(small) > 20
    assert not [figure for _cell, figure in noted_by_a_reader(town) if 0 < (figure.count or 0) < FLOOR]


def test_a_school_is_told_the_same_on_its_pages_and_on_paper(town: Town) -> None:
    for school_id in town.school_ids:
        with town.rehearsed(Role.PRINCIPAL, school_id) as (work, unit):
            paper = next(block for block in blocks_of_unit(work, unit) if block.heading == "Access to services")
        client = english_client(town.app, town.holder(Role.PRINCIPAL, school_id))
        page = rows_in(client.get(f"/communal/{school_id}"), "services")
        whole = rows_in(client.get(f"/communal/{school_id}/services"), "requests")
        assert [[spaced(cell) for cell in row] for row in paper.rows] == page == [row[:3] for row in whole[:4]]  # type: ignore[union-attr]


@pytest.mark.parametrize("role", [Role.PROVIDER_COORDINATOR, Role.WELFARE_COORDINATOR])
def test_demand_is_told_the_same_on_its_page_in_its_file_and_in_the_yearly_report(town: Town, role: Role) -> None:
    client = english_client(town.app, town.holder(role))
    page, rows = client.get("/communal/comparison/demand"), demand_file(client)
    shown_rows = [row for number in (1, 2) for row in rows_in(page, f"year-{number}")]
    assert [row[1:] for row in rows] == shown_rows
    assert len(rows) == 2 * (1 + (role is Role.WELFARE_COORDINATOR))
    words = words_of(client.flask.get("/communal/comparison/fi/report.pdf").data)
    told = " ".join(re.sub(r"piilotettu|[^\d ]", "", words).split())
    for row in rows:
        assert " ".join(cell for cell in row[2:-1] if cell.isdecimal()) in told


def test_the_comparison_and_its_table_tell_nothing_of_requests(town: Town) -> None:
    client = english_client(town.app, town.holder(Role.PROVIDER_COORDINATOR))
    table = list(csv.DictReader(StringIO(client.flask.get("/communal/comparison/report.csv").get_data(as_text=True))))
    assert len({row["school"] for row in table}) == SCHOOLS + 1  # and the day-care centre, with the duty of its own act
    for found in (client.get("/communal/comparison").main, *(row["words_fi"] for row in table)):
        assert not SHARE.search(found)


def test_class_levels_of_absences_tell_nothing_of_a_hidden_one(town: Town) -> None:
    hidden = 0
    for school_id in town.school_ids:
        page = english_client(town.app, town.holder(Role.PRINCIPAL, school_id)).get(f"/communal/{school_id}/absences")
        for totals, levels in absences_on(page):
            for category, *cells in levels:
                figures: dict[Cell, Figure] = {(grade,): pupils_in(cell) for grade, cell in enumerate(cells)}
                reader = Subtractor([Dimension.flat("grade", range(len(cells)))], {**figures, (ALL,): totals[category]})
                hidden += len(reader.hidden)
                assert reader.narrowed(FLOOR) == {}
                assert reader.reckoned() == set()
    assert hidden


def absences_on(page: Page) -> Iterator[tuple[dict[str, Figure], Rows]]:
    """Of each term that tells its class levels: the pupils of every category, and the rows of the levels."""
    for term in page.tree.all("section", when=lambda node: node.get("id").startswith("term-")):
        tables = {table.all("caption")[0].text: body_of(table) for table in term.all("table")}
        of_levels = [rows for caption, rows in tables.items() if caption.startswith("By class level")]
        totals = {row[0]: pupils_in(row[1]) for rows in list(tables.values())[:1] for row in rows}
        yield from ((totals, rows) for rows in of_levels)


def pupils_in(cell: str) -> Figure:
    number = cell.partition(" ")[0]
    return Figure(int(number)) if number.isdecimal() else PROTECTED


def noted_by_a_reader(town: Town) -> Iterator[tuple[Cell, Figure]]:
    """Every figure on the pages of services, of schools, provider and county."""
    leaders = [(Role.PROVIDER_COORDINATOR, town.provider_id), (Role.WELFARE_COORDINATOR, town.county_id)]
    for role, place_id in (*leaders, *((Role.PRINCIPAL, school_id) for school_id in town.school_ids)):
        page = english_client(town.app, town.holder(role, place_id)).get(f"/communal/{place_id}/services")
        place = ALL if place_id == town.county_id else place_id
        for period, received, share, late in rows_in(page, "requests"):
            time = time_of(period)
            yield from shown([((place, time, ALL), received), ((place, time, Pace.LATE), late)])
            for part, whole in shared(share):
                yield (place, time, Pace.IN_TIME), Figure(part)
                assert late == str(whole - part)
        for period, *cells in rows_in(page, "by-service") if place_id not in town.school_ids else ():
            yield from services_of(place, time_of(period), cells)
    for role in (Role.PROVIDER_COORDINATOR, Role.WELFARE_COORDINATOR):
        yield from demanded(town, demand_file(english_client(town.app, town.holder(role))))


def demanded(town: Town, rows: Rows) -> Iterator[tuple[Cell, Figure]]:
    """What the file of demand tells, of the municipality and of its county."""
    for year, name, *cells in rows:
        time = YEAR, date(int(year[:4]), 8, 1)
        place: object = ALL if name == town.name_of(town.county_id) else town.provider_id
        *_asked, together, share = cells
        yield from services_of(place, time, cells[: len(SERVICES)])
        yield from shown([((place, time, ALL), together)])
        for part, _whole in shared(share):
            yield (place, time, Pace.IN_TIME), Figure(part)


def demand_file(client: Client) -> Rows:
    text = client.flask.get("/communal/comparison/demand.csv").get_data(as_text=True)
    return [[spaced(cell) for cell in row] for row in list(csv.reader(StringIO(text)))[1:]]


def words_of(pdf: bytes) -> str:
    return " ".join(spaced(page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages)


def services_of(place: object, time: object, cells: Sequence[str]) -> Iterator[tuple[Cell, Figure]]:
    """What a row of services tells of each service and how soon it was reached."""
    asked = dict(zip(SERVICES, cells, strict=False))
    for service in SERVICES:
        if service not in HAS_CLOCK:
            yield from shown([((place, time, f"{service}:{Pace.NO_LIMIT}"), asked[service])])
    for service, share in zip(CLOCKED, cells[len(SERVICES) :], strict=False):
        for part, whole in shared(share):
            yield (place, time, f"{service}:{Pace.IN_TIME}"), Figure(part)
            yield (place, time, f"{service}:{Pace.LATE}"), Figure(whole - part)
            if asked[service].isdecimal():
                yield (place, time, f"{service}:{Pace.NO_LIMIT}"), Figure(int(asked[service]) - whole)


def shown(cells: Sequence[tuple[Cell, str]]) -> Iterator[tuple[Cell, Figure]]:
    yield from ((cell, Figure(int(text))) for cell, text in cells if text.isdecimal())


def shared(text: str) -> Iterator[tuple[int, int]]:
    """Part and whole behind a share, where the whole is small enough for the full per cent to tell the part."""
    found = SHARE.fullmatch(text)
    if found is not None and int(found[2]) < 100:
        yield round(int(found[1]) * int(found[2]) / 100), int(found[2])


def rows_in(page: Page, panel: str) -> Rows:
    return body_of(page.by_id(panel))


def body_of(node: Node) -> Rows:
    rows = node.all("tr", when=lambda each: each.inside("tbody") is not None)
    return [[spaced(cell.text) for cell in row.all("th", "td")] for row in rows]


def spaced(text: str) -> str:
    return " ".join(text.split())


def time_of(period: str) -> object:
    """The term or year of the words of a period."""
    season, _, year = period.rpartition(" ")
    term = SchoolTerm.beginning(int(year[:4]), 1 if season == "Spring term" else 8)
    return year_of(term) if season == "School year" else term


def released_in(town: Town) -> dict[Cell, Figure]:
    """What the engine has let through, and what it has not."""
    found: dict[Cell, Figure] = {}
    with Session(town.app.extensions["ledger"].engine) as session:
        statement = (
            select(AccessFigure, AccessRelease).join(AccessRelease).where(AccessRelease.measure == Measure.REQUESTS)
        )
        for figure, release in session.execute(statement):
            term, place = SchoolTerm(release.term_starts_on), figure.place_id
            cell = ALL if place == town.county_id else place, year_of(term) if figure.is_year else term, figure.kind
            found[cell] = PROTECTED if figure.count is None else Figure(figure.count)
    return found


def counted_in(town: Town) -> dict[Cell, int]:
    """What was counted in each school: nobody is shown it."""
    with Session(town.app.extensions["ledger"].engine) as session:
        rows = session.execute(select(AccessCount, AccessRelease.term_starts_on).join(AccessRelease))
        return {(row.school_id, SchoolTerm(starts_on), row.kind): row.count for row, starts_on in rows}


def leaves(kind: object) -> list[str]:
    return [str(key) for key in KINDS.keys if ":" in str(key) and (kind == ALL or str(key).endswith(f":{kind}"))]


def dimensions_of(town: Town, released: dict[Cell, Figure]) -> tuple[Dimension, ...]:
    terms = sorted({cell[1] for cell in released if isinstance(cell[1], SchoolTerm)})
    schools: tuple[tuple[UUID, UUID], ...] = tuple((school_id, town.provider_id) for school_id in town.school_ids)
    times = tuple((term, year_of(term)) for term in terms)
    return Dimension("place", ("school", "provider"), schools), Dimension("time", ("term", "year"), times), KINDS
