"""How the time limits of the act have been kept in the reader's own service, week by week, as a plot."""

from collections.abc import Sequence
from datetime import date, timedelta

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.requests.queries.queue import limits_between
from welfare.rules.deadlines import was_kept
from welfare.ui.charts import Plot, Series

WEEKS = 8
_WEEK = timedelta(days=7)
_GRID = 4
"""Lines of the grid above its foot: the height is a multiple, so that each stands at a whole number."""


def limits_kept(work: UnitOfWork) -> Plot | None:
    """The limits that have run out in the last weeks, and in how many a talk was held in time; None where none has."""
    this_week = work.facts.on - timedelta(days=work.facts.on.weekday())
    weeks = [this_week - _WEEK * back for back in reversed(range(WEEKS))]
    limits = limits_between(work.session, work.actor, weeks[0], work.facts.on - timedelta(days=1))
    if not limits:
        return None
    kept = [due for due, held in limits if held is not None and was_kept(due, held)]
    passed, in_time = _by_week(weeks, [due for due, _held in limits]), _by_week(weeks, kept)
    return Plot(
        title=_("Time limits by week"),
        finding=_(
            "A talk was held within the time limit: %(kept)s of %(all)s in the last eight weeks.",
            kept=len(kept),
            all=len(limits),
        ),
        labels=[str(week.isocalendar().week) for week in weeks],
        series=[Series(_("All"), passed, "municipality"), Series(_("In time"), in_time, "own")],
        low=0,
        high=-(-max(passed) // _GRID) * _GRID,
    )


def _by_week(weeks: Sequence[date], days: Sequence[date]) -> list[float]:
    return [sum(week <= day < week + _WEEK for day in days) for week in weeks]
