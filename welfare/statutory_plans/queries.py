"""Reading plans, their versions and self-control."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.communal.loaders import unit_facts
from welfare.organisations.models import Organisation
from welfare.rules.school_years import SchoolYear
from welfare.rules.statutory_plans import PlanKind
from welfare.statutory_plans.models import SelfCheck, StatutoryText, StatutoryVersion


def load_version(reading: Reading, version_id: UUID) -> Loaded | None:
    """Loader of ``<plan_version_id:version>``, within its unit."""
    unit: Organisation = reading.loaded["unit"]
    version = reading.session.get(StatutoryVersion, version_id)
    if version is None or version.unit_id != unit.id:
        return None
    facts = unit_facts(reading, unit)
    return Loaded(version, replace(facts, subject_ids=(*facts.subject_ids, ("statutory_version", version.id))))


def versions_of(session: Session, unit_id: UUID, kind: PlanKind) -> Sequence[StatutoryVersion]:
    """Every version of a plan, the newest first."""
    wanted = (StatutoryVersion.unit_id == unit_id, StatutoryVersion.kind == kind)
    return session.scalars(select(StatutoryVersion).where(*wanted).order_by(StatutoryVersion.number.desc())).all()


def texts_of(session: Session, version: StatutoryVersion) -> Mapping[str, StatutoryText]:
    """What a version says, by the key of the heading."""
    rows = session.scalars(select(StatutoryText).where(StatutoryText.version_id == version.id))
    return {row.heading: row for row in rows}


def version_before(session: Session, version: StatutoryVersion) -> StatutoryVersion | None:
    """The version that this one was made from."""
    wanted = (
        StatutoryVersion.unit_id == version.unit_id,
        StatutoryVersion.kind == version.kind,
        StatutoryVersion.number == version.number - 1,
    )
    return session.scalars(select(StatutoryVersion).where(*wanted)).one_or_none()


def approved_versions(
    session: Session, unit_ids: Collection[UUID]
) -> Mapping[UUID, Mapping[PlanKind, StatutoryVersion]]:
    """The latest approved version of each plan of each unit; one statement."""
    statement = (
        select(StatutoryVersion)
        .where(StatutoryVersion.unit_id.in_(unit_ids), StatutoryVersion.approved_on.is_not(None))
        .order_by(StatutoryVersion.number)
    )
    found: defaultdict[UUID, dict[PlanKind, StatutoryVersion]] = defaultdict(dict)
    for row in session.scalars(statement):
        found[row.unit_id][row.kind] = row
    return found


def children_revised_on(session: Session, unit: Organisation) -> date | None:
    """When the children's plan of the unit's municipality, or else of its county, was approved last."""
    return children_plan_among(approved_versions(session, _makers_of(unit)), unit)


def children_plan_among(
    approved: Mapping[UUID, Mapping[PlanKind, StatutoryVersion]], unit: Organisation
) -> date | None:
    """The same, among approved versions that have been read already."""
    plans = [approved.get(id, {}).get(PlanKind.CHILDREN_PLAN) for id in _makers_of(unit)]
    return next((plan.approved_on for plan in plans if plan is not None), None)


def _makers_of(unit: Organisation) -> list[UUID]:
    return [id for id in (unit.provider_id or unit.id, unit.county_id) if id is not None]


def checks_of(session: Session, unit_ids: Collection[UUID], year: SchoolYear) -> Mapping[UUID, Mapping[str, SelfCheck]]:
    """What was found of each item in one year, by unit; one statement."""
    wanted = (SelfCheck.unit_id.in_(unit_ids), SelfCheck.year == year.begins_in)
    found: defaultdict[UUID, dict[str, SelfCheck]] = defaultdict(dict)
    for row in session.scalars(select(SelfCheck).where(*wanted)):
        found[row.unit_id][row.item] = row
    return found
