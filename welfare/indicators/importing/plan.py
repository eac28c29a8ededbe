"""What importing a file would do, compared with what stands: new, changed, as before, left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.communal.loaders import keeper_of
from welfare.indicators.importing.bundle import Bundle
from welfare.indicators.importing.problems import ProblemCode, ProblemLog
from welfare.indicators.importing.regions import Spot, new_regions, own_titles, shipped_regions, shipped_titles
from welfare.indicators.importing.rows import FileForm, RawRow
from welfare.indicators.library import Indicator
from welfare.indicators.models import ImportedRegion, IndicatorAlias, IndicatorValue
from welfare.indicators.numbers import Cell, Number, number_of
from welfare.indicators.places import LEVELS, place_code
from welfare.indicators.queries import Catalogue, catalogue_of
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.indicators import Level, is_within

Placed = tuple[int, Cell, Number]


@dataclass(frozen=True, slots=True)
class Line:
    """One number of the file beside the one that stands."""

    cell: Cell
    number: Number
    standing: IndicatorValue | None

    @property
    def is_new(self) -> bool:
        """Whether nothing stood there."""
        return self.standing is None

    @property
    def is_change(self) -> bool:
        """Whether another number stood there."""
        return self.standing is not None and number_of(self.standing) != self.number


@dataclass(frozen=True)
class Plan:
    """What approving would write."""

    form: FileForm
    lines: Sequence[Line]
    problems: ProblemLog
    unknown_indicators: Sequence[str]
    told: Bundle
    """What approving would remember beside the numbers."""
    catalogue: Catalogue

    @property
    def writes(self) -> Sequence[Line]:
        """What is new or changed."""
        return [line for line in self.lines if line.is_new or line.is_change]

    @property
    def is_sound(self) -> bool:
        """Whether it may be approved."""
        return not self.problems.mistakes

    @property
    def digest(self) -> str:
        """A mark of exactly this plan: what is approved must be what was shown."""
        told = [(line.cell, line.number, line.standing and number_of(line.standing)) for line in self.writes]
        remembered = (sorted(self.told.names.items()), sha256(self.told.regions or b"").hexdigest())
        return sha256(repr((sorted(told, key=repr), remembered)).encode()).hexdigest()


def plan_of(
    session: Session, unit: Organisation, bundle: Bundle, read: tuple[FileForm, Sequence[RawRow]], log: ProblemLog
) -> Plan:
    """Find the place of each row that was read, and compare it. Raises FileProblemError."""
    form, rows = read
    placer = _Placer(session, unit, form, log)
    placer.hear(bundle)
    placed = _once([found for row in rows if (found := placer.place(row)) is not None], log)
    standing = _standing(session, unit, placed)
    lines = [Line(cell, number, standing.get(cell)) for _row, cell, number in placed]
    return Plan(form, lines, log, sorted(placer.unknown), bundle, placer.catalogue)


class _Placer:
    """Finds the indicator and the place of each row."""

    def __init__(self, session: Session, unit: Organisation, form: FileForm, log: ProblemLog) -> None:
        keeper = keeper_of(unit)
        self.unit, self.form, self.log = unit, form, log
        self.unknown: set[str] = set()
        self.catalogue = catalogue_of(session, unit)
        aliases = select(IndicatorAlias).where(IndicatorAlias.controller_id == keeper)
        regions = select(ImportedRegion).where(ImportedRegion.controller_id == keeper)
        self.aliases = {row.foreign_code: row.code for row in session.scalars(aliases)}
        told = {row.foreign_code: (row.level, row.place) for row in session.scalars(regions)}
        self.shipped = {**shipped_titles(), **own_titles(session, unit), **shipped_regions()}
        self.spots: Mapping[str, Spot] = {**told, **self.shipped}

    def hear(self, bundle: Bundle) -> None:
        """Go by what was told with the file too, where nothing is known without being told."""
        self.aliases |= bundle.names
        self.spots = {**self.spots, **new_regions(bundle.regions), **self.shipped}

    def place(self, row: RawRow) -> Placed | None:
        """Where the number of a row stands here; None with the reason noted."""
        entry = self.catalogue.find(row.indicator) or self.catalogue.find(self.aliases.get(row.indicator, ""))
        if entry is None or entry.is_ended:
            self.unknown.add(row.indicator)
            self.log.note(row.row, ProblemCode.UNKNOWN_INDICATOR, "indicator", row.indicator)
            return None
        spot = self._spot(row)
        if spot is None or not self._is_ours(row, entry, spot):
            return None
        number = self._number(row, entry, spot[0])
        if number is None:
            return None
        cell = Cell(code=entry.code, level=spot[0], place=spot[1], year=row.year, group=row.group)
        return row.row, cell, number

    def _spot(self, row: RawRow) -> Spot | None:
        is_school = self.form is FileForm.SCHOOL_CSV
        if is_school and not row.place and self.unit.kind is OrganisationKind.SCHOOL:
            return Level.SCHOOL, place_code(self.unit)
        spot = self.spots.get(row.place.casefold())
        if spot is None or is_school is not (spot[0] is Level.SCHOOL):
            code = ProblemCode.UNKNOWN_SCHOOL if is_school else ProblemCode.UNKNOWN_REGION
            self.log.note(row.row, code, "school" if is_school else "region", row.place)
            return None
        return spot

    def _is_ours(self, row: RawRow, entry: Indicator, spot: Spot) -> bool:
        if spot[0] not in entry.levels:
            self.log.note(row.row, ProblemCode.NOT_AT_THIS_LEVEL, "indicator", row.indicator)
            return False
        if self.unit.kind is OrganisationKind.SCHOOL and spot != (LEVELS[self.unit.kind], place_code(self.unit)):
            self.log.note(row.row, ProblemCode.NOT_OF_THIS_UNIT, "region", row.place)
            return False
        return True

    def _number(self, row: RawRow, entry: Indicator, level: Level) -> Number | None:
        if row.value is not None and not is_within(entry.measure, row.value):
            self.log.note(row.row, ProblemCode.OUT_OF_RANGE, "value", f"{row.value:g}")
            return None
        if level is not Level.SCHOOL:
            return Number(row.value, absolute=row.second)
        if row.value is not None and (row.second is None or row.second < 1 or row.second % 1):
            self.log.note(row.row, ProblemCode.MISSING_N, "n", "" if row.second is None else f"{row.second:g}")
            return None
        return Number(row.value, respondents=None if row.second is None else int(row.second))


def _once(placed: Sequence[Placed], log: ProblemLog) -> Sequence[Placed]:
    """Each cell once. The same number again is nothing; another one for the same cell is a mistake."""
    found: dict[Cell, Placed] = {}
    for each in placed:
        row, cell, number = each
        if found.setdefault(cell, each)[2] != number:
            log.note(row, ProblemCode.SAME_CELL_TWICE, shown=f"{cell.place} {cell.year}")
    return list(found.values())


def _standing(session: Session, unit: Organisation, placed: Sequence[Placed]) -> Mapping[Cell, IndicatorValue]:
    codes = {cell.code for _row, cell, _number in placed}
    statement = select(IndicatorValue).where(
        IndicatorValue.controller_id == keeper_of(unit), IndicatorValue.code.in_(codes)
    )
    return {
        Cell(code=row.code, level=row.level, place=row.place, year=row.year, group=row.group_code): row
        for row in session.scalars(statement)
    }
