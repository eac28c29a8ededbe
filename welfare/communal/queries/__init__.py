"""Finding what belongs to communal work."""

from welfare.communal.queries.units import ORDER, units_of

__all__ = ["ORDER", "units_of"]
