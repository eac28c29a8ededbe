"""Groups without a responsible person: why there is none, and who may take the lead."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.presence import presences_in
from welfare.cases.queries import cases_without_lead
from welfare.cases.words import LOSS_WORDS
from welfare.consents.pages import Names
from welfare.rules.leads import why_nobody_leads
from welfare.rules.permissions import Permission, decide


@dataclass(frozen=True, slots=True)
class VacantLead:
    """The group of a matter has no responsible person: why, and whether the reader may take the lead."""

    why: str
    may_take: bool

    @classmethod
    def of(cls, work: UnitOfWork, case: Case) -> "VacantLead | None":
        """None while the group is led."""
        if not work.facts.is_lead_vacant:
            return None
        return cls(_why(work, case), decide(work.actor, Permission.CASE_TAKE_LEAD, work.facts).is_granted)


@dataclass(frozen=True, slots=True)
class LeadPage:
    """The matter by number and pupil, for one who may know no more of it yet."""

    case_id: UUID
    number: str
    student: str
    why: str
    is_member: bool

    @classmethod
    def of(cls, work: UnitOfWork, case: Case) -> "LeadPage":
        """Open the pupil's name: whoever takes the lead must know whether there is a conflict of interest."""
        student = Names.of(work, [], [case.student_id]).of_person(case.student_id)
        return cls(case.id, case.number, student, _why(work, case), work.facts.membership is not None)


@dataclass(frozen=True, slots=True)
class LeadLine:
    """A matter whose lead the reader may take, by its number alone."""

    id: UUID
    number: str


def vacant_leads(work: UnitOfWork) -> Sequence[LeadLine]:
    """Every matter whose lead the reader may take."""
    found = cases_without_lead(work.session, work.actor, work.facts.on)
    return [LeadLine(each.case.id, each.case.number) for each in found]


def _why(work: UnitOfWork, case: Case) -> str:
    group = presences_in(work.session, [case.id], work.facts.on)[case.id]
    loss = why_nobody_leads(each.presence for each in group)
    return str(LOSS_WORDS[loss]) if loss else ""
