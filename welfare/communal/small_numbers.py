"""The installation's floor of small numbers, for every page of communal work."""

from flask import current_app


def small_number_floor() -> int:
    """Fewer than this many are not shown; no fewer than the house's own five."""
    floor: int = current_app.extensions["settings"].small_number_floor
    return floor
