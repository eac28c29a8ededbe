"""The rules in force at a controller, and their history."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from welfare.organisations.models import Organisation, OrganisationKind
from welfare.retention.models import RetentionRule
from welfare.rules.retention import COUNTY_KEEPS, OFFERED, PROVIDER_KEEPS, KeepingRule, RecordKind


def kinds_of(controller: Organisation) -> Sequence[RecordKind]:
    """What a controller keeps."""
    return COUNTY_KEEPS if controller.kind is OrganisationKind.COUNTY else PROVIDER_KEEPS


def rules_of(session: Session, controller_id: UUID) -> Mapping[RecordKind, KeepingRule]:
    """For every kind what has been decided on, or what is offered until then."""
    return dict(OFFERED) | {row.kind: rule_of(row) for row in newest_of(session, controller_id)}


def rule_of(row: RetentionRule) -> KeepingRule:
    """A stored version as a rule."""
    offered = OFFERED[row.kind]
    return KeepingRule(
        row.years,
        row.counted_from,
        offered.source,
        offered.years_from_birth,
        disposal=row.disposal,
        is_confirmed=True,
    )


def newest_of(session: Session, controller_id: UUID) -> Sequence[RetentionRule]:
    """The versions in force."""
    newest = (
        select(RetentionRule.kind, func.max(RetentionRule.version).label("version"))
        .where(RetentionRule.controller_id == controller_id)
        .group_by(RetentionRule.kind)
        .subquery()
    )
    is_newest = (RetentionRule.kind == newest.c.kind) & (RetentionRule.version == newest.c.version)
    own = RetentionRule.controller_id == controller_id
    return session.scalars(select(RetentionRule).join(newest, is_newest).where(own)).all()


def history_of(session: Session, controller_id: UUID, kind: RecordKind) -> Sequence[RetentionRule]:
    """Every version of one rule, the newest first."""
    own = (RetentionRule.controller_id == controller_id, RetentionRule.kind == kind)
    return session.scalars(select(RetentionRule).where(*own).order_by(RetentionRule.version.desc())).all()
