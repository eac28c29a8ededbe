"""Finding values of indicators and what may be shown of them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.communal.loaders import unit_facts
from welfare.indicators.library import Indicator
from welfare.indicators.models import IndicatorImport, IndicatorValue, PastValue
from welfare.indicators.places import COUNTRY, Place, keepers_of
from welfare.organisations.models import Organisation
from welfare.rules.indicators import Group, Level, Told, as_published, told


@dataclass(frozen=True, slots=True)
class Point:
    """One number of a line: what may be shown of it, and of how many."""

    told: Told
    respondents: int | None = None
    """Of how many, where the number is shown."""
    value_id: UUID | None = None


Lines = Mapping[Place, Mapping[int, Point]]
"""For each line its points by year."""
Cells = Mapping[tuple[str, str, Group], Mapping[int, IndicatorValue]]
"""Values by indicator, place and group, then by year."""


def cells_of(
    session: Session, unit: Organisation, places: Sequence[Place], codes: Collection[str] | None = None
) -> Cells:
    """Every value that a unit looks at, in one statement; the nearest keeper's where several have one."""
    keepers = keepers_of(unit)
    statement = select(IndicatorValue).where(
        IndicatorValue.controller_id.in_(keepers), IndicatorValue.place.in_([place.code for place in places])
    )
    if codes is not None:
        statement = statement.where(IndicatorValue.code.in_(codes))
    found: defaultdict[tuple[str, str, Group], dict[int, IndicatorValue]] = defaultdict(dict)
    rows = session.scalars(statement).all()
    for row in sorted(rows, key=lambda row: keepers.index(row.controller_id), reverse=True):
        found[row.code, row.place, row.group_code][row.year] = row
    return found


def lines_of(entry: Indicator, places: Sequence[Place], cells: Cells, floor: int, group: Group = Group.TOTAL) -> Lines:
    """The lines of one indicator, for a page: the only way from a value to what is shown."""
    lines: dict[Place, dict[int, Point]] = {}
    for place in places:
        rows = cells.get((entry.code, place.code, group), {})
        points = {year: point_of(entry, row, floor) for year, row in rows.items()}
        if place.code == COUNTRY and group is Group.TOTAL:
            shipped = {year: Point(as_published(value)) for year, value in entry.trend.items()}
            points = shipped | points
        lines[place] = dict(sorted(points.items()))
    return lines


def point_of(entry: Indicator, row: IndicatorValue, floor: int) -> Point:
    """What may be shown of one value: as published only what came so, and nobody said of how few.

    Where it is hidden its n is too: how few they are is the thing not to tell.
    """
    if is_published(row.level, row):
        return Point(as_published(row.value), row.respondents, row.id)
    shown = told(
        row.value, row.respondents, entry.publisher, entry.measure, is_sensitive=entry.is_sensitive, floor=floor
    )
    return Point(shown, None if shown.value is None else row.respondents, row.id)


def is_published(level: Level, row: IndicatorValue | PastValue) -> bool:
    """Whether a number of a wider area than a school came in a file without telling of how many it is reckoned."""
    return level is not Level.SCHOOL and row.import_id is not None and row.respondents is None


def past_of(session: Session, value_ids: Collection[UUID]) -> Sequence[tuple[PastValue, IndicatorValue]]:
    """What values were before, the latest change first."""
    statement = (
        select(PastValue, IndicatorValue)
        .join(IndicatorValue, IndicatorValue.id == PastValue.value_id)
        .where(PastValue.value_id.in_(value_ids))
        .order_by(PastValue.replaced_at.desc(), PastValue.id)
    )
    return [(row[0], row[1]) for row in session.execute(statement)]


def load_import(reading: Reading, import_id: UUID) -> Loaded | None:
    """Loader of ``<import_id:delivery>`` within a unit."""
    unit, row = reading.loaded.get("unit"), reading.session.get(IndicatorImport, import_id)
    if not isinstance(unit, Organisation) or row is None or row.unit_id != unit.id:
        return None
    facts = unit_facts(reading, unit)
    return Loaded(row, replace(facts, subject_ids=(*facts.subject_ids, ("indicator_import", row.id))))


def imports_of(session: Session, unit: Organisation, most: int = 50) -> Sequence[IndicatorImport]:
    """The files of a unit, the newest first."""
    statement = select(IndicatorImport).where(IndicatorImport.unit_id == unit.id)
    return session.scalars(statement.order_by(IndicatorImport.uploaded_at.desc()).limit(most)).all()


def files_behind(session: Session, value_ids: Collection[UUID]) -> Sequence[IndicatorImport]:
    """The files with which these values came, the newest first."""
    statement = (
        select(IndicatorImport)
        .where(IndicatorImport.id.in_(select(IndicatorValue.import_id).where(IndicatorValue.id.in_(value_ids))))
        .order_by(IndicatorImport.fetched_on.desc(), IndicatorImport.id)
    )
    return session.scalars(statement).all()


def sheet_rows(
    session: Session, controller_id: UUID, place: str, codes: Collection[str], year: int
) -> Mapping[str, IndicatorValue]:
    """The standing numbers of everybody for one place and year, by indicator."""
    statement = select(IndicatorValue).where(
        IndicatorValue.controller_id == controller_id,
        IndicatorValue.place == place,
        IndicatorValue.code.in_(codes),
        IndicatorValue.year == year,
        IndicatorValue.group_code == Group.TOTAL,
    )
    return {row.code: row for row in session.scalars(statement)}


def sheet_revision(rows: Mapping[str, IndicatorValue]) -> int:
    """A number that grows with each change of any of them."""
    return sum(row.revision for row in rows.values())


def years_with_results(session: Session, controller_id: UUID, place: str) -> Mapping[str, Sequence[int]]:
    """The years that a place has numbers of, by indicator, the newest first."""
    statement = (
        select(IndicatorValue.code, IndicatorValue.year)
        .where(IndicatorValue.controller_id == controller_id, IndicatorValue.place == place)
        .where(IndicatorValue.value.is_not(None))
        .distinct()
    )
    found: defaultdict[str, list[int]] = defaultdict(list)
    for code, year in session.execute(statement):
        found[code].append(year)
    return {code: sorted(years, reverse=True) for code, years in found.items()}


def result_sets(session: Session, places: Collection[str]) -> Mapping[str, Mapping[str, frozenset[int]]]:
    """For each place the years that it has numbers of, by indicator; in one statement for any number of places."""
    statement = (
        select(IndicatorValue.place, IndicatorValue.code, IndicatorValue.year)
        .where(IndicatorValue.place.in_(places), IndicatorValue.value.is_not(None))
        .distinct()
    )
    found: defaultdict[str, defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for place, code, year in session.execute(statement):
        found[place][code].add(year)
    return {place: {code: frozenset(years) for code, years in codes.items()} for place, codes in found.items()}
