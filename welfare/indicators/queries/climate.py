"""Finding climate surveys, their codes and what was answered."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.communal.loaders import unit_facts
from welfare.indicators.models.climate import ClimateCode, ClimateSurvey, ClimateTally
from welfare.organisations.models import Organisation
from welfare.rules.climate import GRADES

Counts = Mapping[str, Sequence[int]]
"""How often each grade was given, by question."""


def load_survey(reading: Reading, survey_id: UUID) -> Loaded | None:
    """Loader of ``<survey_id:survey>`` within a unit."""
    unit, row = reading.loaded.get("unit"), reading.session.get(ClimateSurvey, survey_id)
    if not isinstance(unit, Organisation) or row is None or row.unit_id != unit.id:
        return None
    facts = unit_facts(reading, unit)
    return Loaded(row, replace(facts, subject_ids=(*facts.subject_ids, ("climate_survey", row.id))))


def surveys_of(session: Session, unit_id: UUID) -> Sequence[ClimateSurvey]:
    """The surveys of a school, the newest first."""
    statement = select(ClimateSurvey).where(ClimateSurvey.unit_id == unit_id)
    return session.scalars(statement.order_by(ClimateSurvey.opens_on.desc(), ClimateSurvey.id)).all()


def codes_of(session: Session, survey_ids: Collection[UUID]) -> Mapping[UUID, Sequence[ClimateCode]]:
    """The codes of each of these surveys by group."""
    statement = select(ClimateCode).where(ClimateCode.survey_id.in_(survey_ids)).order_by(ClimateCode.group_name)
    found: defaultdict[UUID, list[ClimateCode]] = defaultdict(list)
    for row in session.scalars(statement):
        found[row.survey_id].append(row)
    return found


def survey_of_code(session: Session, code: str) -> tuple[ClimateSurvey, ClimateCode] | None:
    """The survey that a code opens."""
    statement = select(ClimateSurvey, ClimateCode).join(ClimateCode, ClimateCode.survey_id == ClimateSurvey.id)
    row = session.execute(statement.where(ClimateCode.code == code)).one_or_none()
    return None if row is None else (row[0], row[1])


def counts_of_surveys(session: Session, survey_ids: Collection[UUID]) -> Mapping[UUID, Counts]:
    """What was answered. For pages it passes rules/indicators.py, and none before the survey has ended."""
    found: dict[UUID, dict[str, list[int]]] = {}
    for row in session.scalars(select(ClimateTally).where(ClimateTally.survey_id.in_(survey_ids))):
        counts = found.setdefault(row.survey_id, {}).setdefault(row.question, [0] * len(GRADES))
        counts[row.grade - 1] = row.count
    return found
