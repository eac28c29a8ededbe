"""Bonds between people, and between people and places: from a first day to a last one, both of which count.

The conditions are written once, because a bond that ends a day early or late somewhere opens or shuts a pupil's matter.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, CompoundSelect, and_, or_, select
from sqlalchemy.orm import aliased

from welfare.people.models import Assignment, Enrolment, Guardianship, Person, PersonKind, Teaching

Bond = Assignment | Enrolment | Guardianship | Teaching


def holds_on(model: type[Bond], on: date) -> ColumnElement[bool]:
    """Condition: the bond holds on this day."""
    return and_(model.begins_on <= on, lasts(model, on))


def lasts(model: type[Bond], on: date) -> ColumnElement[bool]:
    """Condition: the bond would still hold on this day or later."""
    return or_(model.ends_on.is_(None), model.ends_on >= on)


def selves_of(person_id: UUID | None) -> CompoundSelect[UUID]:
    """The ids of one person: this one, and the guardian of the same identity code in the same directory.

    A roster may list a worker once more as a parent; whoever keeps a worker from the own family asks for both.
    """
    me, parent = aliased(Person), aliased(Person)
    is_same = and_(
        parent.controller_id == me.controller_id,
        parent.kind == PersonKind.GUARDIAN,
        parent.identity_code_index == me.identity_code_index,
    )
    own = select(Person.id).where(Person.id == person_id)
    return own.union_all(select(parent.id).join(me, is_same).where(me.id == person_id))


def is_present_on(on: date) -> ColumnElement[bool]:
    """Condition on `Person`: has not ended in the directory by this day; the day of ending is a day of absence."""
    return or_(Person.ended_on.is_(None), Person.ended_on > on)
