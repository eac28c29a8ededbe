"""Conditions on days: which groups are in office, and which seats are held."""

from datetime import date

from sqlalchemy import ColumnElement, and_, or_

from welfare.communal.models import GroupSeat, WelfareGroup


def is_in_office(on: date) -> ColumnElement[bool]:
    """Condition on `WelfareGroup`: its term holds on a day."""
    return and_(WelfareGroup.begins_on <= on, WelfareGroup.ends_on >= on)


def holds_seat(on: date) -> ColumnElement[bool]:
    """Condition on `GroupSeat`: the seat is held on a day."""
    return and_(GroupSeat.begins_on <= on, or_(GroupSeat.ends_on.is_(None), GroupSeat.ends_on >= on))
