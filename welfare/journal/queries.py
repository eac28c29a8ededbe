"""Finding entries and what they may rest on. Who may read them is asked of their case, never of themselves."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.queries import case_facts
from welfare.consents.models import ExpressionOfWill
from welfare.consents.queries import said_about
from welfare.drafts.models import Draft
from welfare.journal.models import JournalEntry
from welfare.organisations.models import Organisation
from welfare.people.models import Person
from welfare.people.queries import guardians_of, is_minor
from welfare.rules.actors import INSTITUTION_STAFF, WELFARE_PROFESSIONALS, Actor, Role
from welfare.rules.disclosure import RULES, DisclosureGround
from welfare.rules.journal import Field, IdentifiedBy, identified_by
from welfare.rules.standing import Standing
from welfare.rules.unit_types import UnitType

DRAFT_PURPOSE = "journal"
"""What the purposes of the journal's drafts begin with; the kind of entry follows a colon."""
ONLY_AT = {
    DisclosureGround.TEACHING: {UnitType.PRE_PRIMARY, UnitType.BASIC},
    DisclosureGround.UPPER_SECONDARY_TASK: {UnitType.UPPER_SECONDARY},
    DisclosureGround.VOCATIONAL_TASK: {UnitType.VOCATIONAL},
}
"""Grounds that an act gives to one kind of institution."""


@dataclass(frozen=True, slots=True)
class StandingConsent:
    """A consent in force that names a recipient: the expression it rests on, and how it stands."""

    expression: ExpressionOfWill
    standing: Standing


@dataclass(frozen=True, slots=True)
class Directory:
    """What the directory holds of OHL 20 § 4 k. 1, without opening any of it."""

    holds: frozenset[Field]
    student_is_minor: bool
    identified_by: IdentifiedBy | None


def load_entry(reading: Reading, entry_id: UUID) -> Loaded | None:
    """Loader of ``<entry_id:entry>`` within a case; None for an entry of another case."""
    case, entry = reading.loaded.get("case"), reading.session.get(JournalEntry, entry_id)
    if not isinstance(case, Case) or entry is None or entry.case_id != case.id:
        return None
    facts = case_facts(reading, case)
    return Loaded(entry, replace(facts, subject_ids=(*facts.subject_ids, ("journal_entry", entry.id))))


def entries_of(session: Session, case_id: UUID) -> Sequence[JournalEntry]:
    """The whole record of a matter in the order it was written (OHL 20 § 4: one continuous, chronological record)."""
    statement = select(JournalEntry).where(JournalEntry.case_id == case_id)
    return session.scalars(statement.order_by(JournalEntry.written_at, JournalEntry.id)).all()


def line_of(entry: JournalEntry, entries: Iterable[JournalEntry]) -> list[JournalEntry]:
    """The original that an entry belongs to and its corrections, oldest first."""
    by_id = {each.id: each for each in entries}
    by_corrected = {each.corrects_id: each for each in by_id.values() if each.corrects_id}
    first = by_id[entry.id]
    while first.corrects_id:
        first = by_id[first.corrects_id]
    line = [first]
    while line[-1].id in by_corrected:
        line.append(by_corrected[line[-1].id])
    return line


def offices_of(actor: Actor) -> tuple[Role, ...]:
    """The professions and offices in which someone may write, the leading one first (OHL 20 § 4 k. 6)."""
    roles = tuple(dict.fromkeys(post.role for post in actor.posts))
    at_work = tuple(role for role in roles if role in INSTITUTION_STAFF | WELFARE_PROFESSIONALS)
    return at_work or roles


def directory_of(work: UnitOfWork, case: Case) -> Directory:
    """Which of the student's and guardians' statutory data the directory holds today."""
    student = work.session.get_one(Person, case.student_id)
    guardians = [guardian for guardian, _ in guardians_of(work.session, student.id, work.facts.on)]
    identity = identified_by(has_code=student.identity_code is not None, has_birth_date=student.of_age_on is not None)
    held = {
        Field.STUDENT_NAME: True,
        Field.IDENTITY_CODE: identity is not None,
        Field.HOME_MUNICIPALITY: student.place is not None,
        Field.GUARDIAN_CONTACTS: any(guardian.contact is not None for guardian in guardians),
    }
    holds = frozenset(field for field, is_held in held.items() if is_held)
    return Directory(holds, is_minor(student, work.facts.on), identity)


def disclosure_consents(work: UnitOfWork, case: Case) -> list[StandingConsent]:
    """The matter's consents to disclose or to transfer that stand today, each with the expression it rests on."""
    said = said_about(work.session, case, work.facts.on)
    kinds = {rule.consent for rule in RULES.values() if rule.consent}
    asked = {(row.kind, row.named_id): None for row in said.rows if row.kind in kinds and row.named_id}
    rows = {row.id: row for row in said.rows}
    found = (said.standing(kind, named) for kind, named in asked)
    return [StandingConsent(rows[stands.grounds[0]], stands) for stands in found if stands.is_valid and stands.grounds]


def grounds_at(session: Session, school_id: UUID) -> list[DisclosureGround]:
    """The grounds of disclosure that the law knows for a school of this kind."""
    unit = session.get_one(Organisation, school_id).unit_type
    return [each for each in DisclosureGround if unit is None or unit in ONLY_AT.get(each, {unit})]


def drafts_of(session: Session, account_id: UUID | None, case_id: UUID, entry_ids: Iterable[UUID]) -> Sequence[Draft]:
    """One's own unfinished texts for a journal, the newest first."""
    statement = select(Draft).where(
        Draft.account_id == account_id,
        Draft.purpose.startswith(f"{DRAFT_PURPOSE}:"),
        Draft.subject_id.in_([case_id, *entry_ids]),
    )
    return session.scalars(statement.order_by(Draft.saved_at.desc(), Draft.id)).all()


def drafts_within(
    session: Session, account_id: UUID | None, case_ids: Collection[UUID]
) -> Sequence[tuple[UUID, datetime]]:
    """The matters, of these, in whose journals one has unfinished texts, and when each was last saved."""
    case_id = func.coalesce(JournalEntry.case_id, Draft.subject_id)
    statement = (
        select(case_id, Draft.saved_at)
        .outerjoin(JournalEntry, JournalEntry.id == Draft.subject_id)
        .where(Draft.account_id == account_id, Draft.purpose.startswith(f"{DRAFT_PURPOSE}:"), case_id.in_(case_ids))
        .order_by(Draft.saved_at.desc(), Draft.id)
    )
    return [(row[0], row[1]) for row in session.execute(statement)]
