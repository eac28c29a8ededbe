"""Counting on the side of single students: days and codes alone, no key and no text. Only releasing.py may ask."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, time
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.arrangements.models import Arrangement, ArrangementUse
from welfare.cases.models import Case
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.requests.models import ContactRequest
from welfare.rules.service_access import asked_of, pace_of
from welfare.rules.terms import SchoolTerm
from welfare.rules.unit_types import OF_PUPILS

Counts = Mapping[tuple[UUID, str], int]
"""By school and kind."""


def counties(session: Session) -> list[UUID]:
    """Every county, in a fixed order."""
    return list(
        session.scalars(
            select(Organisation.id).where(Organisation.kind == OrganisationKind.COUNTY).order_by(Organisation.id)
        )
    )


def providers_of_schools(session: Session, county_id: UUID) -> dict[UUID, UUID]:
    """The provider of each school of a county, of closed ones too, in a fixed order; of those that have pupils."""
    has_pupils = or_(Organisation.unit_type.is_(None), Organisation.unit_type.in_(OF_PUPILS))
    schools = Organisation.kind == OrganisationKind.SCHOOL, Organisation.county_id == county_id, has_pupils
    columns = Organisation.id, Organisation.provider_id
    statement = select(*columns).where(*schools).order_by(Organisation.name_fi, Organisation.id)
    return {school_id: provider_id for school_id, provider_id in session.execute(statement) if provider_id}


def requests_of(session: Session, county_id: UUID, term: SchoolTerm) -> Counts:
    """The requests that a county's services received in a term, by service and pace."""
    columns = (
        ContactRequest.school_id,
        ContactRequest.service,
        ContactRequest.due_on,
        ContactRequest.talk_held_on,
        ContactRequest.closed_at.is_not(None),
    )
    first = datetime.combine(term.starts_on, time.min, HOME_ZONE)
    after = datetime.combine(term.after.starts_on, time.min, HOME_ZONE)
    statement = (
        select(*columns, func.count())
        .join(Organisation, Organisation.id == ContactRequest.school_id)
        .where(
            Organisation.county_id == county_id, ContactRequest.received_at >= first, ContactRequest.received_at < after
        )
        .group_by(*columns)
    )
    counts: Counter[tuple[UUID, str]] = Counter()
    for school_id, service, due_on, talk_held_on, is_closed, count in session.execute(statement):
        pace = pace_of(service, due_on, talk_held_on, is_closed=bool(is_closed))
        counts[school_id, f"{asked_of(service)}:{pace}"] += count
    return counts


def arrangements_of(session: Session, county_id: UUID, term: SchoolTerm) -> Counts:
    """In how many students' matters each arrangement was in use in a term, by school and arrangement."""
    statement = (
        select(Case.school_id, ArrangementUse.arrangement_id, func.count(func.distinct(ArrangementUse.student_id)))
        .join(Case, Case.id == ArrangementUse.case_id)
        .join(Organisation, Organisation.id == Case.school_id)
        .where(
            Organisation.county_id == county_id,
            ArrangementUse.starts_on <= term.ends_on,
            or_(ArrangementUse.ends_on.is_(None), ArrangementUse.ends_on >= term.starts_on),
        )
        .group_by(Case.school_id, ArrangementUse.arrangement_id)
    )
    return {(school_id, str(arrangement_id)): count for school_id, arrangement_id, count in session.execute(statement)}


def arrangements_offered(session: Session, county_id: UUID) -> dict[UUID, list[str]]:
    """What each provider of a county offers or has offered, in a fixed order."""
    statement = (
        select(Arrangement.controller_id, Arrangement.id)
        .join(Organisation, Organisation.id == Arrangement.controller_id)
        .where(Organisation.county_id == county_id)
        .order_by(Arrangement.controller_id, Arrangement.id)
    )
    found: dict[UUID, list[str]] = {}
    for provider_id, arrangement_id in session.execute(statement):
        found.setdefault(provider_id, []).append(str(arrangement_id))
    return found
