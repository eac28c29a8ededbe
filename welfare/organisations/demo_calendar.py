"""Holidays of the invented municipality in the school year of its roster, 2026–27."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.organisations.models import ClosedDays

HOLIDAYS = (
    (date(2026, 10, 12), date(2026, 10, 16), "Syysloma", "Höstlov"),
    (date(2026, 12, 22), date(2027, 1, 6), "Joululoma", "Jullov"),
    (date(2027, 3, 8), date(2027, 3, 12), "Talviloma", "Sportlov"),
)


def add_demo_closed_days(session: Session, provider_id: UUID) -> None:
    """Enter the holiday weeks of a provider; those that are there already are left alone."""
    known = set(session.scalars(select(ClosedDays.starts_on).where(ClosedDays.organisation_id == provider_id)))
    for first, last, name_fi, name_sv in HOLIDAYS:
        if first not in known:
            row = ClosedDays(
                organisation_id=provider_id, starts_on=first, ends_on=last, name_fi=name_fi, name_sv=name_sv
            )
            session.add(row)
    session.flush()
