"""The indicators' part of the page of a unit's communal work."""

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.parts import UnitPart
from welfare.communal.small_numbers import small_number_floor
from welfare.indicators.library import library
from welfare.indicators.pages import small_of
from welfare.indicators.places import places_of
from welfare.indicators.queries import cells_of, lines_of
from welfare.organisations.models import Organisation

MOST = 3
"""How many plots the page of a unit holds; all of them are a step away."""


def indicators_part(work: UnitOfWork, unit: Organisation) -> UnitPart:
    """The first indicators that have a number of the unit's own, or of the country."""
    places = places_of(work.session, unit)
    cells = cells_of(work.session, unit, places)
    floor = small_number_floor()
    fitting = [entry for entry in library() if entry.fits(unit.unit_type)]
    told = [(entry, lines_of(entry, places, cells, floor)) for entry in fitting]
    own = [pair for pair in told if pair[1][places[0]]] or [pair for pair in told if any(pair[1].values())]
    return UnitPart(
        id="indicators",
        title=_("Indicators"),
        template="indicators/_part.html",
        page={
            "unit_id": unit.id,
            "smalls": [small_of(entry, lines) for entry, lines in own[:MOST]],
            "legend": places,
            "count": len(own),
        },
        link=(_("All indicators"), url_for("indicators.overview", unit=unit.id)),
    )
