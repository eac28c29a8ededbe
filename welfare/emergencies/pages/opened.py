"""The chosen sections of a matter, and nothing else of it: only what was chosen is decrypted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.group import members_of
from welfare.cases.models import Case
from welfare.consents.pages import Names
from welfare.emergencies.models import Emergency
from welfare.emergencies.queries import matters_to_open
from welfare.emergencies.words import REASON_WORDS, SECTION_WORDS
from welfare.journal.pages.entries import EntryView, OpenedRecord
from welfare.journal.queries import entries_of
from welfare.plans.content import GoalText
from welfare.plans.pages.opened import OpenedPlan
from welfare.plans.queries import plan_of
from welfare.rules.actors import Role
from welfare.rules.emergencies import EmergencySection


@dataclass(frozen=True, slots=True)
class MatterPart:
    """What it is about and who is in the group, the responsible person first."""

    title: str
    background: str
    members: Sequence[tuple[str, str, bool]]


@dataclass(frozen=True, slots=True)
class OpenedPage:
    """One opening while it lasts; a section that was not chosen is None."""

    id: UUID
    number: str
    others: Sequence[str]
    """The numbers of the other matters that could be opened in the same way."""
    student: str
    reason: str
    ends_at: datetime
    sections: str
    matter: MatterPart | None
    journal: Sequence[EntryView] | None
    plan: Sequence[GoalText] | None

    @classmethod
    def of(cls, work: UnitOfWork, row: Emergency) -> "OpenedPage":
        """Open the chosen sections."""
        case = work.session.get_one(Case, row.case_id)
        chosen = row.chosen
        return cls(
            id=row.id,
            number=case.number,
            others=_others(work, case),
            student=Names.of(work, [], [row.student_id]).of_person(row.student_id),
            reason=str(REASON_WORDS[row.reason]),
            ends_at=row.ends_at,
            sections=", ".join(str(SECTION_WORDS[section]) for section in chosen),
            matter=_matter(work, case) if EmergencySection.MATTER in chosen else None,
            journal=_journal(work, case) if EmergencySection.JOURNAL in chosen else None,
            plan=_plan(work, case) if EmergencySection.PLAN in chosen else None,
        )


def _others(work: UnitOfWork, case: Case) -> Sequence[str]:
    found = matters_to_open(work.session, work.actor, case.student_id)
    return [each.number for each in found if each.id != case.id]


def _matter(work: UnitOfWork, case: Case) -> MatterPart:
    words, members = work.decrypt_document(case, Case.document), members_of(work.session, case.id)
    names = Names.of(work, [], [row.person_id for row in members])
    known = {role.value: str(ROLE_WORDS[role]) for role in Role}
    lines = [
        (names.of_person(row.person_id), known.get(row.position, row.position), row.is_responsible) for row in members
    ]
    return MatterPart(words["title"], words["background"], lines)


def _journal(work: UnitOfWork, case: Case) -> Sequence[EntryView]:
    rows = entries_of(work.session, case.id)
    opened = OpenedRecord.of(work, rows)
    return [opened.view(row) for row in reversed(rows)]


def _plan(work: UnitOfWork, case: Case) -> Sequence[GoalText]:
    plan = plan_of(work.session, case.id)
    return OpenedPlan.of(work, plan).text.goals if plan else ()
