"""Taking a vacant lead, so that no matter is left without the one who answers for it (OHL 14 § 4, 20 § 3; rule 16)."""

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.grouping import remove_member
from welfare.cases.actions.placing import give_place
from welfare.cases.actions.proposing import worker_at
from welfare.cases.actions.stepping import keep_step, lock
from welfare.cases.models import Case, CaseMember, MemberEnd, StepKind
from welfare.cases.presence import presences_in
from welfare.rules.leads import LeadLoss, why_nobody_leads


class LeadTakenError(ValueError):
    """Somebody leads the group after all: another was quicker, or the one who led it is back."""


def take_lead(work: UnitOfWork, case: Case, reason: str = "") -> None:
    """Lead the group from now on; the place of the one who led it ends. Raises LeadTakenError.

    Who has no place yet, as in a proposal nobody has joined, gets one; the journal still waits for a consent by name.
    """
    lock(work, case)
    group = presences_in(work.session, [case.id], work.facts.on)[case.id]
    loss = why_nobody_leads(each.presence for each in group)
    if loss is None:
        raise LeadTakenError
    before = next((each.place for each in group if each.place.is_responsible), None)
    if before is not None:
        before.is_responsible = False
        work.session.flush()
        remove_member(work, case, before, MemberEnd.EXCLUDED if loss is LeadLoss.EXCLUDED else MemberEnd.LEFT)
    own = _own_place(work, case)
    own.is_responsible = True
    was = before.account_id.hex if before is not None else None
    keep_step(work, case, StepKind.RESPONSIBLE, (was, own.account_id.hex), reason)
    work.session.flush()


def _own_place(work: UnitOfWork, case: Case) -> CaseMember:
    group = presences_in(work.session, [case.id], work.facts.on)[case.id]
    own = next((each.place for each in group if each.place.account_id == work.actor.account_id), None)
    return own or give_place(work, case, worker_at(work.actor, case.school_id))
