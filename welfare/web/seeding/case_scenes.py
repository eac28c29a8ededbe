"""Scenes of one pupil's matter, each by one actor at one moment, through consents, cases and the journal."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from welfare.cases.actions import Evaluation, ProposeCase, exclude, propose_case, step_case
from welfare.cases.models import Case
from welfare.cases.queries import load_case
from welfare.consents.actions import (
    AssessInterest,
    RecordWill,
    WithdrawWill,
    assess_interest,
    professions_of,
    record_will,
    withdraw_will,
)
from welfare.consents.queries import load_prohibition, said_about
from welfare.journal.actions import NewEntry, correct_entry, disclose, write_entry
from welfare.journal.queries import load_entry
from welfare.organisations.models import Organisation
from welfare.people.queries import load_student
from welfare.portal.leaving_out import LeaveOut, leave_out
from welfare.portal.queries import load_own_student
from welfare.rules.cases import CaseState, Judge
from welfare.rules.consent import ConsentKind, Way
from welfare.rules.journal import EntryKind
from welfare.rules.permissions import Permission
from welfare.rules.prohibition import REVIEW_AFTER
from welfare.web.seeding.stage import Asked, Stage

REACHED = "Tavoitteista saavutettiin useimmat: koulupäivät sujuvat, ja tuki kotona ja koulussa jatkuu kevyempänä."
"""What is said to have been reached."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A matter as its proposer sees it."""

    id: UUID
    number: str


def propose(stage: Stage, account_id: UUID, student_id: UUID, command: ProposeCase) -> Proposed:
    """A professional proposes a matter of a student."""
    about = Asked("student", load_student, student_id)
    with stage.scene(account_id, Permission.CASE_PROPOSE_FOR, about) as (work, _):
        school = work.session.get_one(Organisation, work.facts.school_id)
        case = propose_case(work, school, student_id, command)
        return Proposed(case.id, case.number)


def record(stage: Stage, account_id: UUID, case_id: UUID, commands: Iterable[RecordWill]) -> list[UUID]:
    """The responsible person records what has been said; returns the expressions' ids."""
    with stage.scene(account_id, Permission.CONSENT_RECORD, _case(case_id)) as (work, case):
        return [record_will(work, case, command, case_id).id for command in commands]


def withdraw(stage: Stage, account_id: UUID, case_id: UUID, person_id: UUID) -> None:
    """The consent to an expert is taken back today, by the one who gave it first."""
    with stage.scene(account_id, Permission.CONSENT_RECORD, _case(case_id)) as (work, case):
        rows = said_about(work.session, case, work.facts.on).rows
        row = next(row for row in rows if row.kind is ConsentKind.GROUP_MEMBER and row.named_person_id == person_id)
        withdraw_will(work, case, row, WithdrawWill(given_on=work.facts.on, way=Way.PAPER), case_id)


def assess(stage: Stage, account_id: UUID, student_id: UUID, will_id: UUID, said: tuple[str, str]) -> None:
    """A professional finds nothing against a minor's prohibition: the grounds, and what the minor is told."""
    grounds, told = said
    about = (Asked("student", load_student, student_id), Asked("prohibition", load_prohibition, will_id))
    with stage.scene(account_id, Permission.PROHIBITION_ASSESS, *about) as (work, row):
        command = AssessInterest(
            role=professions_of(work.actor, work.facts.school_id)[0],
            assessed_on=work.facts.on,
            is_clearly_against_interest=False,
            review_on=work.facts.on + REVIEW_AFTER,
            grounds=grounds,
            told=told,
        )
        assess_interest(work, row, command)


def ask_to_leave_out(stage: Stage, account_id: UUID, student_id: UUID, guardian_id: UUID, reason: str) -> None:
    """A minor asks on the own page to leave a guardian out of all help."""
    about = Asked("student", load_own_student, student_id)
    with stage.scene(account_id, Permission.PROHIBITION_SAY_OWN, about) as (work, student):
        wish = LeaveOut(guardian_ids=[guardian_id], case_id=None, reason=reason, scope="", language="fi")
        leave_out(work, student, wish)


def step(stage: Stage, account_id: UUID, case_id: UUID, wanted: CaseState, reason: str = "") -> None:
    """The responsible person takes the matter a step on; closing what was worked on tells what was reached."""
    evaluation = Evaluation(REACHED, (Judge.STUDENT, Judge.GROUP)) if wanted is CaseState.CLOSED else None
    with stage.scene(account_id, Permission.CASE_MANAGE, _case(case_id)) as (work, case):
        step_case(work, case, wanted, reason, evaluation)


def shut_out(stage: Stage, account_id: UUID, case_id: UUID, person_id: UUID, reason: str) -> None:
    """A worker is shut out for a conflict of interest."""
    with stage.scene(account_id, Permission.CASE_MANAGE, _case(case_id)) as (work, case):
        exclude(work, case, person_id, reason)


def write(stage: Stage, account_id: UUID, case_id: UUID, kind: EntryKind, document: dict[str, Any]) -> UUID:
    """A member writes into the journal, in the office held at the school; a disclosure too."""
    needs = Permission.DISCLOSURE_RECORD if kind is EntryKind.DISCLOSURE else Permission.ENTRY_WRITE
    with stage.scene(account_id, needs, _case(case_id)) as (work, case):
        office = work.actor.posts[0].role
        new = NewEntry(kind=kind, occurred_on=work.facts.on, office=office, document=document)
        put = disclose if kind is EntryKind.DISCLOSURE else write_entry
        return put(work, case, new).id


def correct(stage: Stage, account_id: UUID, case_id: UUID, entry_id: UUID, document: dict[str, Any]) -> UUID:
    """A member corrects an entry by a new one; ``document`` holds the reason and the whole corrected document."""
    about = (_case(case_id), Asked("entry", load_entry, entry_id))
    with stage.scene(account_id, Permission.ENTRY_CORRECT, *about) as (work, entry):
        case = work.session.get_one(Case, case_id)
        office = work.actor.posts[0].role
        new = NewEntry(kind=EntryKind.CORRECTION, occurred_on=work.facts.on, office=office, document=document)
        return correct_entry(work, case, entry, new).id


def _case(case_id: UUID) -> Asked:
    return Asked("case", load_case, case_id)
