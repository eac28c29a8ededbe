"""The indicators' part of the page of a unit's communal work."""

from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.parts import UnitPart
from welfare.communal.small_numbers import small_number_floor
from welfare.documents.paper import Block, Table
from welfare.indicators.pages import Small, small_of
from welfare.indicators.places import Place, places_of
from welfare.indicators.queries import catalogue_of, cells_of, lines_of
from welfare.organisations.models import Organisation

MOST = 6
"""How many plots the page of a unit holds; all of them are a step away."""


def indicators_part(work: UnitOfWork, unit: Organisation) -> UnitPart:
    """The first indicators that have a number of the unit's own, or of the country."""
    places = places_of(work.session, unit)
    cells = cells_of(work.session, unit, places)
    floor = small_number_floor()
    fitting = [entry for entry in catalogue_of(work.session, unit).entries if entry.fits(unit.unit_type)]
    told = [(entry, lines_of(entry, places, cells, floor)) for entry in fitting]
    own = [pair for pair in told if pair[1][places[0]]] or [pair for pair in told if any(pair[1].values())]
    smalls = [small_of(entry, lines) for entry, lines in own[:MOST]]
    return UnitPart(
        id="indicators",
        title=_("Indicators"),
        template="indicators/_part.html",
        is_wide=True,
        blocks=_on_paper(smalls, places),
        page={
            "unit_id": unit.id,
            "smalls": smalls,
            "legend": places,
            "count": len(own),
        },
        link=(_("All indicators"), url_for("indicators.overview", unit=unit.id)),
    )


def _on_paper(smalls: Sequence[Small], places: Sequence[Place]) -> Sequence[Block]:
    heads = [_("Indicator"), _("Year"), *(place.name for place in places), _("Trend"), _("n, own")]
    rows = [(each.title, *_newest(each), each.trend.words if each.trend else "–", each.count or "–") for each in smalls]
    return [Table(heads, rows, _("Indicators"))] if rows else []


def _newest(small: Small) -> Sequence[str]:
    """The newest year of which there is a number of the unit's own, with what stands beside it."""
    own = 1
    return next((row for row in small.rows if row[own] != "–"), small.rows[0])
