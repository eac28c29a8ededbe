"""Bonds between people, and between people and places: from a first day to a last one, both of which count.

The conditions are written once, because a bond that ends a day early or late somewhere opens or shuts a pupil's matter.
"""

from datetime import date

from sqlalchemy import ColumnElement, and_, or_

from welfare.people.models import Assignment, Enrolment, Guardianship, Person, Teaching

Bond = Assignment | Enrolment | Guardianship | Teaching


def holds_on(model: type[Bond], on: date) -> ColumnElement[bool]:
    """Condition: the bond holds on this day."""
    return and_(model.begins_on <= on, lasts(model, on))


def lasts(model: type[Bond], on: date) -> ColumnElement[bool]:
    """Condition: the bond would still hold on this day or later."""
    return or_(model.ends_on.is_(None), model.ends_on >= on)


def is_present_on(on: date) -> ColumnElement[bool]:
    """Condition on `Person`: has not ended in the directory by this day; the day of ending is a day of absence."""
    return or_(Person.ended_on.is_(None), Person.ended_on > on)
