"""Finding processes, assessments and observations, and whose task an observation is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.accounts.actors import actor_behind
from welfare.accounts.models import Account
from welfare.assessments.models import Assessment, AssessmentProcess, Observation, ProcessVersion
from welfare.cases.models import Case
from welfare.cases.queries import case_facts
from welfare.catalogues.catalogue import Catalogue
from welfare.consents.prohibitions import is_shut_out
from welfare.consents.queries import said_about
from welfare.rules.actors import Actor, Facts
from welfare.rules.assessments import AssessmentState, Informant, ObservationState
from welfare.rules.consent import ConsentKind
from welfare.rules.permissions import Permission, decide

DRAFT = "observation"
"""The purpose of unfinished answers; its subject is the observation."""
CATALOGUE = Catalogue(AssessmentProcess, ProcessVersion, ProcessVersion.process_id, "process")


def load_assessment(reading: Reading, assessment_id: UUID) -> Loaded | None:
    """Loader of ``<assessment_id:assessment>`` within a case."""
    case, row = reading.loaded.get("case"), reading.session.get(Assessment, assessment_id)
    if not isinstance(case, Case) or row is None or row.case_id != case.id:
        return None
    facts = case_facts(reading, case)
    return Loaded(row, replace(facts, subject_ids=(*facts.subject_ids, ("assessment", row.id))))


def load_asked(reading: Reading, observation_id: UUID) -> Loaded | None:
    """Loader of ``<asked_id:asked>`` within an assessment: one of those asked, as the group sees to them."""
    assessment, row = reading.loaded.get("assessment"), reading.session.get(Observation, observation_id)
    if not isinstance(assessment, Assessment) or row is None or row.assessment_id != assessment.id:
        return None
    return Loaded(row, observation_facts(reading, row))


def load_observation(reading: Reading, observation_id: UUID) -> Loaded | None:
    """Loader of ``<observation_id:observation>``: the own questions, known to no other by this address."""
    row = reading.session.get(Observation, observation_id)
    return None if row is None else Loaded(row, observation_facts(reading, row))


def observation_facts(reading: Reading, row: Observation) -> Facts:
    """The facts of its matter, and whose it is; nobody's when it is not asked any more, or the assessment has ended."""
    session, actor = reading.session, reading.actor
    facts = case_facts(reading, session.get_one(Case, row.case_id))
    is_open = session.get_one(Assessment, row.assessment_id).state is AssessmentState.OPEN
    is_asked = is_open and row.state is not ObservationState.CALLED_OFF
    shut = actor.person_id is not None and is_shut_out(session, actor.person_id, row.student_id, facts.on, row.case_id)
    said = said_about(session, session.get_one(Case, row.case_id), facts.on)
    return replace(
        facts,
        subject_ids=(*facts.subject_ids, ("observation", row.id)),
        owner_account_id=row.account_id if is_asked else None,
        is_informant_by_consent=said.standing(ConsentKind.DISCLOSURE, row.person_id).is_valid,
        is_shut_out=shut,
    )


def own_observations(session: Session, actor: Actor, now: datetime) -> Sequence[Observation]:
    """What waits for the actor's answer, the soonest first, equal to Permission.OBSERVATION_GIVE of what was asked."""
    mine = Observation.account_id == actor.account_id, Observation.state == ObservationState.ASKED
    rows = session.scalars(select(Observation).where(*mine).order_by(Observation.due_on, Observation.id)).all()
    reading = Reading(session, actor, now, {})
    may = Permission.OBSERVATION_GIVE
    return [row for row in rows if decide(actor, may, observation_facts(reading, row)).is_granted]


def may_still_answer(session: Session, row: Observation, now: datetime) -> bool:
    """Whether the one asked would find the questions, signed in now."""
    account = session.get_one(Account, row.account_id)
    actor = actor_behind(session, account, now.astimezone(HOME_ZONE).date())
    return account.is_enabled and row.id in {each.id for each in own_observations(session, actor, now)}


def assessments_in(session: Session, case_id: UUID) -> Sequence[tuple[Assessment, ProcessVersion]]:
    """The assessments of a matter, the newest first."""
    of_version = and_(ProcessVersion.process_id == Assessment.process_id, ProcessVersion.number == Assessment.version)
    statement = (
        select(Assessment, ProcessVersion)
        .join(ProcessVersion, of_version)
        .where(Assessment.case_id == case_id)
        .order_by(Assessment.started_at.desc(), Assessment.id)
    )
    return [(row[0], row[1]) for row in session.execute(statement)]


def observations_of(session: Session, assessment_id: UUID) -> Sequence[Observation]:
    """Everybody asked: the student first, then the family, the school and the services."""
    statement = select(Observation).where(Observation.assessment_id == assessment_id)
    found = session.scalars(statement.order_by(Observation.asked_at, Observation.id)).all()
    capacities = list(Informant)
    return sorted(found, key=lambda row: capacities.index(row.informant))
