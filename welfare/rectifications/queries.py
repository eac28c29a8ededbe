"""Finding requests, and the entries that somebody may ask to be corrected."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.cases.models import Case
from welfare.cases.queries import case_facts
from welfare.consents.models import ExpressionOfWill
from welfare.datarights.asked import IdentityWay
from welfare.datarights.queries import asker_of, hides_places, matters_untold, may_be_told
from welfare.oversight.family import near_to
from welfare.people.models import Person
from welfare.people.queries import guardians_of, is_minor
from welfare.plans.queries.loading import family_facts
from welfare.rectifications.models import Rectification
from welfare.rectifications.records import Record, record_of, records_about
from welfare.rules.actors import Actor, Facts
from welfare.rules.log_requests import Asker
from welfare.rules.permissions import Permission, decide
from welfare.rules.rectifications import RecordKind, RectificationRefusal, RectificationState
from welfare.rules.registers import Register
from welfare.service_notes.models import ClientFile
from welfare.service_notes.queries.loading import facts_of
from welfare.service_notes.queries.seen import files_visible_to


def load_at_desk(reading: Reading, asked_id: UUID) -> Loaded | None:
    """Loader of ``<desk_rectification_id:asked>``."""
    row = reading.session.get(Rectification, asked_id)
    if row is None:
        return None
    near = near_to(reading.session, reading.actor)
    facts = Facts(
        on=reading.now.astimezone(HOME_ZONE).date(),
        subject_ids=row.about(),
        controller_id=row.controller_id,
        is_excluded=bool(near & {row.subject_id, row.asker_id}),
    )
    return Loaded(row, facts)


def load_in_case(reading: Reading, asked_id: UUID) -> Loaded | None:
    """Loader of ``<rectification_id:asked>`` within a case."""
    case, row = reading.loaded.get("case"), reading.session.get(Rectification, asked_id)
    if not isinstance(case, Case) or row is None or row.case_id != case.id or row.identity_way is IdentityWay.NOT_SURE:
        return None
    facts = case_facts(reading, case)
    return Loaded(row, replace(facts, subject_ids=(*facts.subject_ids, ("rectification", row.id))))


def load_in_client(reading: Reading, asked_id: UUID) -> Loaded | None:
    """Loader of ``<client_rectification_id:asked>`` within a client of a service."""
    client, row = reading.loaded.get("client"), reading.session.get(Rectification, asked_id)
    is_of = isinstance(client, ClientFile) and row is not None and row.file_id == client.id
    if not isinstance(client, ClientFile) or not is_of or row is None or row.identity_way is IdentityWay.NOT_SURE:
        return None
    facts = facts_of(reading.session, client, reading.actor, reading.now.astimezone(HOME_ZONE).date())
    return Loaded(row, replace(facts, subject_ids=(*facts.subject_ids, ("rectification", row.id))))


def waiting_in(session: Session, case_ids: Collection[UUID]) -> Sequence[Rectification]:
    """What waits in some matters to be assessed."""
    row = Rectification
    wanted = (
        row.case_id.in_(case_ids),
        row.state == RectificationState.RECEIVED,
        row.identity_way != IdentityWay.NOT_SURE,
    )
    return session.scalars(select(row).where(*wanted).order_by(row.due_on, row.id)).all()


def waiting_of_clients(session: Session, actor: Actor, on: date) -> Sequence[Rectification]:
    """What waits to be assessed by the worker of a client, or by whoever stands in, the soonest first."""
    row = Rectification
    wanted = (
        row.file_id.in_(select(ClientFile.id).where(files_visible_to(actor, on))),
        row.state == RectificationState.RECEIVED,
        row.identity_way != IdentityWay.NOT_SURE,
    )
    return session.scalars(select(row).where(*wanted).order_by(row.due_on, row.id)).all()


def own_requests(session: Session, actor: Actor, student: Person) -> Sequence[Rectification]:
    """What an actor has asked about a student, the newest first; only what is sure to be the actor's."""
    asker, row = asker_of(actor, student), Rectification
    wanted = (
        row.subject_id == student.id,
        row.identity_way != IdentityWay.NOT_SURE,
        row.asker == asker,
        row.asker_id == (None if asker is Asker.ONESELF else actor.person_id),
    )
    return session.scalars(select(row).where(*wanted).order_by(row.recorded_at.desc(), row.id)).all()


def own_records(session: Session, actor: Actor, student: Person, today: Facts) -> list[Record]:
    """What one of the family may ask about: a guardian, of matters that the guardian may know of and own answers."""
    cases = session.scalars(select(Case).where(Case.student_id == student.id)).all()
    controllers = {student.controller_id, *(case.controller_id for case in cases)}
    found = records_about(session, student, [(each, Register.WELFARE) for each in controllers])
    if asker_of(actor, student) is Asker.ONESELF:
        return found
    untold = matters_untold(session, student.id, actor.person_id, today.on)
    told = {
        case.id
        for case in cases
        if case.id not in untold
        and decide(actor, Permission.PLAN_READ_OWN, family_facts(session, actor, case, today)).is_granted
    }
    return [each for each in found if each.case_id is None or (each.case_id in told and _is_own(actor.person_id, each))]


def may_be_answered(session: Session, row: Rectification, today: Facts) -> bool:
    """Whether whoever asks has a right to it today: a guardian to what the own page would offer to ask about.

    The directory holds nothing of the pupil's welfare: what is said there a minor cannot keep from a guardian, and a
    refusal would tell of the prohibition.
    """
    if not row.speaks_for_guardian or row.subject_id is None:
        return may_be_told(session, row, today)
    if row.kind is not RecordKind.DIRECTORY:
        return may_be_told(session, row, today) and _is_guardians(session, row, row.subject_id, today.on)
    bonds = [bond for person, bond in guardians_of(session, row.subject_id, today.on) if person.id == row.asker_id]
    is_child = is_minor(session.get_one(Person, row.subject_id), today.on)
    return is_child and any(bond.may_receive_information for bond in bonds)


def is_right_lost(session: Session, row: Rectification, today: Facts) -> bool:
    """Whether a decision tells of the record, and whoever asked may not be told of it today."""
    return row.refused_why is not RectificationRefusal.NO_RIGHT and not may_be_answered(session, row, today)


def hides_worker(session: Session, row: Rectification) -> bool:
    """Whether whoever asks is not told who assessed it: one who works at a hidden child's school (661/2009 36 §)."""
    return row.refused_why is not RectificationRefusal.NO_RIGHT and hides_places(session, row)


def _is_guardians(session: Session, row: Rectification, student_id: UUID, on: date) -> bool:
    """Whether it is of a matter that the guardian knows of, and was said by nobody else."""
    record = record_of(session, row)
    is_told = row.case_id is None or row.case_id not in matters_untold(session, student_id, row.asker_id, on)
    return is_told and (record is None or _is_own(row.asker_id, record))


def _is_own(person_id: UUID | None, record: Record) -> bool:
    """Whether what was said was said by this person, where the record is of what somebody said (rule 37)."""
    return not isinstance(record.row, ExpressionOfWill) or record.row.giver_person_id == person_id
