"""The room's blueprint and its loaders."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.communal.loaders import load_unit
from welfare.school_year.queries.clock import load_task

bp = GuardedBlueprint("school_year", __name__, subjects={"unit_id": load_unit, "clock_task_id": load_task})

YEAR = "<int(min=2000, max=2100):year>"
"""The calendar year in which a school year begins (rules/school_years.py: EARLIEST, LATEST)."""
