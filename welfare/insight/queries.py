"""Finding signed reviews, and the schools that a coordinator answers for."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.communal.loaders import unit_facts
from welfare.insight.models import CommunityReview
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.people.models import Enrolment
from welfare.rules.actors import Actor
from welfare.rules.communal_grants import COORDINATORS


def load_review(reading: Reading, review_id: UUID) -> Loaded | None:
    """Loader of ``<signed_id:review>`` within its unit."""
    unit, row = reading.loaded.get("unit"), reading.session.get(CommunityReview, review_id)
    if not isinstance(unit, Organisation) or row is None or row.unit_id != unit.id:
        return None
    return Loaded(row, unit_facts(reading, unit))


def reviews_of(session: Session, unit_id: UUID) -> Sequence[CommunityReview]:
    """Every signed review of a unit, the latest first."""
    statement = select(CommunityReview).where(CommunityReview.unit_id == unit_id)
    return session.scalars(statement.order_by(CommunityReview.signed_at.desc(), CommunityReview.id)).all()


def schools_overseen(session: Session, actor: Actor) -> Sequence[Organisation]:
    """The schools that a coordinator of a provider or a county answers for."""
    offices = _offices(actor)
    overseen = or_(Organisation.provider_id.in_(offices), Organisation.county_id.in_(offices))
    return _of_kind(session, OrganisationKind.SCHOOL, overseen) if offices else ()


def providers_overseen(session: Session, actor: Actor) -> Sequence[Organisation]:
    """The education providers whose schools a coordinator answers for: its own, or those of its county."""
    offices = _offices(actor)
    within = or_(Organisation.id.in_(offices), Organisation.county_id.in_(offices))
    return _of_kind(session, OrganisationKind.PROVIDER, within) if offices else ()


def counties_overseen(session: Session, actor: Actor) -> Sequence[Organisation]:
    """The county of a coordinator of a county; of a provider's none."""
    offices = _offices(actor)
    return _of_kind(session, OrganisationKind.COUNTY, Organisation.id.in_(offices)) if offices else ()


def _offices(actor: Actor) -> frozenset[UUID]:
    return frozenset(post.organisation_id for post in actor.posts if post.role in COORDINATORS)


def _of_kind(session: Session, kind: OrganisationKind, within: ColumnElement[bool]) -> Sequence[Organisation]:
    statement = select(Organisation).where(Organisation.kind == kind, Organisation.ended_on.is_(None), within)
    return session.scalars(statement.order_by(Organisation.name_fi, Organisation.id)).all()


def students_in(session: Session, school_ids: Sequence[UUID], on: date) -> Mapping[UUID, int]:
    """How many students are enrolled in each school on a day: a number that schools publish, of no single one."""
    statement = (
        select(Enrolment.school_id, func.count(func.distinct(Enrolment.student_id)))
        .where(
            Enrolment.school_id.in_(school_ids),
            Enrolment.begins_on <= on,
            or_(Enrolment.ends_on.is_(None), Enrolment.ends_on >= on),
        )
        .group_by(Enrolment.school_id)
    )
    return {row[0]: row[1] for row in session.execute(statement)}


def schools_below(session: Session, unit: Organisation) -> Sequence[Organisation]:
    """The schools of a provider or county, by name; of a school none."""
    below = or_(Organisation.provider_id == unit.id, Organisation.county_id == unit.id)
    schools = Organisation.kind == OrganisationKind.SCHOOL, Organisation.ended_on.is_(None)
    return session.scalars(
        select(Organisation).where(*schools, below).order_by(Organisation.name_fi, Organisation.id)
    ).all()


def providers_below(session: Session, unit: Organisation) -> Sequence[UUID]:
    """The provider itself, or the providers of a county; of a school none."""
    if unit.kind is OrganisationKind.PROVIDER:
        return [unit.id]
    providers = Organisation.kind == OrganisationKind.PROVIDER, Organisation.county_id == unit.id
    return session.scalars(select(Organisation.id).where(*providers).order_by(Organisation.id)).all()
