"""Whom the directory keeps: pupils with their guardians, and the staff."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import func, select

from welfare.people.models import Assignment, Guardianship, Person, PersonKind
from welfare.retention.looking import Found, Looking
from welfare.retention.persons import family_of, named_elsewhere, sheltering
from welfare.rules.retention import RecordKind
from welfare.rules.retention_ends import Kept, Life, Thing


def pupils(look: Looking) -> Iterator[Found]:
    """Each with the guardians who have no other ward; kept while any record names one of them."""
    studies = look.studies()
    students = select(Person.id).where(look.own(Person), Person.kind == PersonKind.STUDENT).order_by(Person.id)
    found = []
    for each in look.session.scalars(students):
        verdict = look.judge([RecordKind.PUPIL_DIRECTORY], Life(studies_ended_on=studies.get(each)))
        found.append(Found(Thing.PUPIL, each, each, "", verdict))
    families = family_of(look.session, [one.id for one in found if one.verdict.is_due])
    named = named_elsewhere(look.session, {each for family in families.values() for each in family})
    shelters = sheltering(look.session, families)
    for one in found:
        is_named = one.id in shelters or not named.isdisjoint(families.get(one.id, ()))
        yield _still_named(one) if is_named else one


def guardians(look: Looking) -> Iterator[Found]:
    """Those whose last ward has gone before them, counted from when the directory let them go."""
    wards = select(Guardianship.id).where(Guardianship.guardian_id == Person.id)
    alone = (look.own(Person), Person.kind == PersonKind.GUARDIAN, ~wards.exists())
    found = []
    for row in look.session.execute(select(Person.id, Person.ended_on).where(*alone).order_by(Person.id)):
        verdict = look.judge([RecordKind.PUPIL_DIRECTORY], Life(studies_ended_on=row.ended_on))
        found.append(Found(Thing.GUARDIAN, row.id, row.id, "", verdict))
    named = named_elsewhere(look.session, [one.id for one in found if one.verdict.is_due])
    for one in found:
        yield _still_named(one) if one.id in named else one


def staff(look: Looking) -> Iterator[Found]:
    """Those whose posts have all ended; kept while any record names them."""
    posts = (
        select(
            Person.id,
            func.max(Assignment.ends_on).label("last"),
            func.count(Assignment.id).label("all"),
            func.count(Assignment.ends_on).label("ended"),
        )
        .outerjoin(Assignment, Assignment.person_id == Person.id)
        .where(look.own(Person), Person.kind == PersonKind.STAFF)
        .group_by(Person.id)
        .order_by(Person.id)
    )
    found = []
    for row in look.session.execute(posts):
        has_gone = row.all == row.ended and (row.last is None or row.last < look.today)
        life = Life(is_open=not has_gone, closed_on=row.last)
        found.append(Found(Thing.STAFF, row.id, row.id, "", look.judge([RecordKind.STAFF_DIRECTORY], life)))
    named = named_elsewhere(look.session, [one.id for one in found if one.verdict.is_due])
    for one in found:
        yield _still_named(one) if one.id in named else one


def _still_named(found: Found) -> Found:
    return replace(found, verdict=replace(found.verdict, why_kept=Kept.STILL_NAMED))
