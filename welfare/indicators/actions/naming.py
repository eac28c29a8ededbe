"""What a publisher's regions and codes mean: told with a file, and remembered once the file has been imported.

They count for all schools of whoever keeps the numbers, so the keeper alone tells them: a school tells nothing.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of
from welfare.indicators.importing.bundle import Bundle
from welfare.indicators.importing.regions import new_regions
from welfare.indicators.library import indicator
from welfare.indicators.models import ImportedRegion, IndicatorAlias
from welfare.organisations.models import Organisation


class NotTheKeeperError(PermissionError):
    """The unit does not keep the numbers, so it tells nothing that counts for others."""


def is_keeper(unit: Organisation) -> bool:
    """Whether the unit is the provider or county that keeps its numbers."""
    return keeper_of(unit) == unit.id


def check_keeper(unit: Organisation) -> None:
    """Go on only for whoever keeps the numbers. Raises NotTheKeeperError."""
    if not is_keeper(unit):
        raise NotTheKeeperError(unit.id)


def remember(work: UnitOfWork, unit: Organisation, bundle: Bundle) -> Mapping[str, int]:
    """Write what was told with an imported file, and count it. What is known without being told stays as it is."""
    regions = new_regions(bundle.regions)
    names = {told: code for told, code in bundle.names.items() if indicator(told) is None}
    if regions or names:
        check_keeper(unit)
    known_regions, known_names = _rows(work, ImportedRegion, unit.id), _rows(work, IndicatorAlias, unit.id)
    for told, (level, place) in regions.items():
        place_row = known_regions.get(told) or ImportedRegion(id=uuid4(), controller_id=unit.id, foreign_code=told)
        place_row.level, place_row.place = level, place
        work.session.add(place_row)
    for told, code in names.items():
        name_row = known_names.get(told) or IndicatorAlias(id=uuid4(), controller_id=unit.id, foreign_code=told)
        name_row.code = code
        work.session.add(name_row)
    work.session.flush()
    return {"regions": len(regions), "names": len(names)}


def _rows(work: UnitOfWork, kind: type[Any], keeper_id: UUID) -> Mapping[str, Any]:
    found = work.session.scalars(select(kind).where(kind.controller_id == keeper_id))
    return {row.foreign_code: row for row in found}
