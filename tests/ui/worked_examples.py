"""Invented values for the gallery: pieces of work in every state of time, a plot, two versions of a text."""

from datetime import UTC, date, datetime

from welfare.ui.charts import Plot, Series
from welfare.ui.due import Due
from welfare.ui.versions import Conflict

PLOT = Plot(
    title="Goal 1",
    finding="The pupil's own grade rose by two.",
    labels=["3.11.", "9.11.", "16.11.", "23.11."],
    series=[
        Series("Pupil", [-2, -2, -1, 0], "pupil"),
        Series("Guardian", [-2, None, -1, 0], "guardian"),
        Series("Worker", [-2, -1, 0, 1], "worker"),
    ],
    low=-2,
    high=2,
)


def work() -> list[tuple[str, Due]]:
    """Name and deadline of each piece of work, most pressing first."""
    return [
        ("Noora Sillanpelto", Due.open(-1, date(2026, 11, 20))),
        ("Eetu Kallioniemi", Due.urgent(0, datetime(2026, 11, 20, 12, 20, tzinfo=UTC))),
        ("Elias Haapakorpi", Due.open(0, date(2026, 11, 23))),
        ("Linnea Bergskog", Due.open(1, date(2026, 11, 24))),
        ("Yusuf Karlsmaa", Due.open(3, date(2026, 11, 26))),
        ("Saimi Vuorenjuuri", Due.open(6, date(2026, 12, 1))),
        ("Onni Lepistö-Rauta", Due.met(date(2026, 11, 20), 5)),
    ]


def conflict() -> Conflict:
    """Two writers of one text."""
    return Conflict.between(
        mine="Absences and strength. Hours away 26 this autumn, 4 of them lately.",
        stored="Absences and strength. Hours away 26 this autumn. A health check is agreed.",
        mine_under="Draft at 9:46",
        stored_under="Mirja Kanervala, nurse · 9:44",
    )
