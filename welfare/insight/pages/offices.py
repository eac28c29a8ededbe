"""The duties of municipalities and of the county beside each other: groups, plans and their approvals (COM §4, F50)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.duties import duties_of
from welfare.communal.pages import LightView, view_of
from welfare.insight.queries import counties_overseen, providers_overseen
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """One office: its lights in the order of the columns, None where it has no such duty."""

    id: UUID
    name: str
    cells: Sequence[LightView | None]


@dataclass(frozen=True, slots=True)
class OfficesBeside:
    """The providers that the reader answers for, by name, and the county last."""

    columns: Sequence[tuple[str, Sequence[str]]]
    """Each duty and its law; a duty that a provider and a county know by other names bears both."""
    rows: Sequence[OfficeRow]

    @classmethod
    def of(cls, work: UnitOfWork) -> "OfficesBeside":
        """Read the lights of all offices together."""
        offices = [*providers_overseen(work.session, work.actor), *counties_overseen(work.session, work.actor)]
        lights = duties_of(work, offices)
        columns: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
        for light in (light for office in offices for light in lights[office.id]):
            titles, rules = columns.setdefault(light.code, ({}, {}))
            titles[str(light.title)] = rules[light.rule] = None
        rows = []
        for office in offices:
            own = {light.code: light for light in lights[office.id]}
            cells = [view_of(own[code]) if code in own else None for code in columns]
            rows.append(OfficeRow(office.id, office.name(current_locale()), cells))
        return cls([(" / ".join(titles), list(rules)) for titles, rules in columns.values()], rows)
