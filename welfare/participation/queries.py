"""Finding hearings and ideas."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.communal.loaders import unit_facts
from welfare.organisations.models import Organisation, SchoolClass
from welfare.participation.models import Hearing, Idea, IdeaStep
from welfare.rules.school_years import SchoolYear

ClassIdea = tuple[Idea, SchoolClass]


def load_hearing(reading: Reading, hearing_id: UUID) -> Loaded | None:
    """Loader of ``<hearing_id:hearing>`` within a unit."""
    return _within(reading, "hearing", reading.session.get(Hearing, hearing_id))


def load_idea(reading: Reading, idea_id: UUID) -> Loaded | None:
    """Loader of ``<idea_id:idea>`` within a unit."""
    return _within(reading, "idea", reading.session.get(Idea, idea_id))


def _within(reading: Reading, kind: str, row: Hearing | Idea | None) -> Loaded | None:
    unit = reading.loaded.get("unit")
    if not isinstance(unit, Organisation) or row is None or row.unit_id != unit.id:
        return None
    facts = unit_facts(reading, unit)
    return Loaded(row, replace(facts, subject_ids=(*facts.subject_ids, (kind, row.id))))


def days_of(year: int) -> tuple[date, date]:
    """The first and last day of a school year."""
    whole = SchoolYear(year)
    return whole.starts_on, whole.ends_on


def hearings_of(session: Session, unit_id: UUID, year: int) -> Sequence[Hearing]:
    """Who was heard in a school year, the latest first."""
    wanted = Hearing.unit_id == unit_id, Hearing.held_on.between(*days_of(year))
    return session.scalars(select(Hearing).where(*wanted).order_by(Hearing.held_on.desc(), Hearing.id)).all()


def ideas_of(session: Session, unit_id: UUID, year: int) -> Sequence[ClassIdea]:
    """The ideas of a school year, the latest first."""
    return _ideas(session, Idea.unit_id == unit_id, Idea.given_on.between(*days_of(year)))


def ideas_of_class(session: Session, class_id: UUID) -> Sequence[ClassIdea]:
    """Every idea of a class, the latest first."""
    return _ideas(session, Idea.class_id == class_id)


def _ideas(session: Session, *wanted: ColumnElement[bool]) -> Sequence[ClassIdea]:
    statement = select(Idea, SchoolClass).join(SchoolClass, SchoolClass.id == Idea.class_id)
    found = session.execute(statement.where(*wanted).order_by(Idea.given_on.desc(), Idea.id))
    return [(row[0], row[1]) for row in found]


def steps_of(session: Session, idea_id: UUID) -> Sequence[IdeaStep]:
    """The way of an idea, from its beginning."""
    return session.scalars(select(IdeaStep).where(IdeaStep.idea_id == idea_id).order_by(IdeaStep.saved_at)).all()


def classes_of(session: Session, unit_id: UUID) -> Sequence[SchoolClass]:
    """The home groups of a school."""
    wanted = SchoolClass.school_id == unit_id, SchoolClass.is_home_group, SchoolClass.ended_on.is_(None)
    return session.scalars(select(SchoolClass).where(*wanted).order_by(SchoolClass.name, SchoolClass.id)).all()


def years_of(session: Session, unit_id: UUID) -> Iterable[date]:
    """Days of everything that a unit has kept, for the ways between school years."""
    yield from session.scalars(select(Hearing.held_on).where(Hearing.unit_id == unit_id).distinct())
    yield from session.scalars(select(Idea.given_on).where(Idea.unit_id == unit_id).distinct())
