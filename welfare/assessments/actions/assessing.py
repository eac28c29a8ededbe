"""Starting an assessment, asking people, and concluding it into the journal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID, uuid4

from welfare.access.gate import HOME_ZONE
from welfare.assessments.models import Assessment, AssessmentProcess, Observation
from welfare.assessments.queries import observations_of
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.placing import account_at, place_of
from welfare.cases.models import Case
from welfare.drafts.actions import purge_drafts
from welfare.journal.actions import NewEntry, disclose, write_entry
from welfare.journal.models import JournalEntry
from welfare.rules.assessments import AssessmentState, Informant, ObservationState, may_be_compared, remind_on
from welfare.rules.orders import AssessmentJob, JobOrder, MailKind, MailOrder
from welfare.rules.registers import Register

REMIND_AT = time(9)


class AssessmentEndedError(ValueError):
    """The assessment has been concluded."""


class AskedWithoutEntryError(ValueError):
    """Somebody who takes no part is asked, and the journal would not tell of it."""


class StillWaitingError(ValueError):
    """Somebody is still to answer, or nobody has."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Somebody to be asked, in one capacity."""

    informant: Informant
    person_id: UUID
    account_id: UUID
    consent_id: UUID | None = None
    """The written consent by which somebody who takes no part in the matter is asked (OHL 22 § 2)."""
    entry: NewEntry | None = None
    """The journal's line of that: to be asked tells the pupil's matter (OHL 20 § 5)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartAssessment:
    """Which process, what for, by when, and who is asked."""

    process: AssessmentProcess
    aim: str
    due_on: date
    asked: Iterable[Ask]


def start_assessment(work: UnitOfWork, case: Case, command: StartAssessment) -> Assessment:
    """Start one in a matter, in the newest version of its process, and ask everybody."""
    assessment = Assessment(
        id=uuid4(),
        process_id=command.process.id,
        version=command.process.newest,
        state=AssessmentState.OPEN,
        started_at=work.now,
        started_by=account_at(work),
        due_on=command.due_on,
        **place_of(case),
    )
    work.encrypt_document(assessment, Assessment.document, {"aim": command.aim})
    work.session.add(assessment)
    work.session.flush()
    work.note(case.controller_id, Register.WELFARE, ("assessment", assessment.id))
    ask(work, case, assessment, command.asked)
    return assessment


def ask(work: UnitOfWork, case: Case, assessment: Assessment, asked: Iterable[Ask]) -> None:
    """Ask these too; whoever has been asked already, or is asked no more, is asked again from the beginning.

    Raises AssessmentEndedError, AskedWithoutEntryError, and what `welfare.journal.actions.disclose` raises.
    """
    _lock(work, assessment)
    known = {row.person_id: row for row in observations_of(work.session, assessment.id)}
    for each in asked:
        row = known.get(each.person_id)
        if row is not None and row.state is not ObservationState.CALLED_OFF:
            continue
        _write_down(work, case, each)
        if row is None:
            row = Observation(id=uuid4(), assessment_id=assessment.id, person_id=each.person_id, **place_of(case))
            work.session.add(row)
        row.informant, row.account_id, row.state = each.informant, each.account_id, ObservationState.ASKED
        row.asked_at, row.asked_by, row.due_on = work.now, account_at(work), assessment.due_on
        work.session.flush()
        _tell(work, row)


def call_off(work: UnitOfWork, row: Observation) -> None:
    """Wait no more for somebody's answer; what had been begun is thrown away."""
    if row.state is ObservationState.ASKED:
        row.state = ObservationState.CALLED_OFF
        work.session.flush()
        purge_drafts(work, [row.account_id], [row.id])


def conclude(work: UnitOfWork, case: Case, assessment: Assessment, new: NewEntry) -> JournalEntry:
    """Write the conclusion into the journal and let the answers go: they were working papers (OHL 21 § 1; rule 21).

    Raises AssessmentEndedError, StillWaitingError, IncompleteEntryError, ForeignOfficeError.
    """
    _lock(work, assessment)
    rows = observations_of(work.session, assessment.id)
    if not may_be_compared([row.state for row in rows]):
        raise StillWaitingError
    entry = write_entry(work, case, new)
    for row in rows:
        row.document = None
    assessment.state, assessment.entry_id = AssessmentState.CONCLUDED, entry.id
    assessment.ended_at, assessment.ended_by = work.now, account_at(work)
    work.session.flush()
    return entry


def _write_down(work: UnitOfWork, case: Case, asked: Ask) -> None:
    """Who takes no part learns by the question itself that there is a matter: a disclosure like any other."""
    if asked.consent_id is None:
        return
    if asked.entry is None:
        raise AskedWithoutEntryError
    disclose(work, case, asked.entry)


def _lock(work: UnitOfWork, assessment: Assessment) -> None:
    """One after the other. Raises AssessmentEndedError."""
    work.session.refresh(assessment, with_for_update=True)
    if assessment.state is not AssessmentState.OPEN:
        raise AssessmentEndedError


def _tell(work: UnitOfWork, row: Observation) -> None:
    """A silent mail now, and another shortly before the last day if nothing has been answered."""
    work.plan_mail(MailOrder(kind=MailKind.TASK_DUE, person_id=row.person_id, about_id=row.id))
    day = remind_on(row.due_on, work.facts.on)
    if day is None:
        return
    order = JobOrder(
        kind=AssessmentJob.REMIND,
        key=(row.id, day, row.revision),
        controller_id=row.controller_id,
        register=Register.WELFARE,
        payload={"observation": row.id},
        not_before=datetime.combine(day, REMIND_AT, HOME_ZONE),
    )
    work.plan_job(order)
