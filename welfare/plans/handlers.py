"""What the plans room answers when it is asked for drafts that nobody may go on with."""

from welfare.access.needs import Reading
from welfare.audit.unit_of_work import Listeners, UnitOfWork
from welfare.cases.queries import load_case
from welfare.plans.actions.agreeing import DRAFT
from welfare.rules.events import DraftsAsked
from welfare.rules.permissions import Permission, decide


def tell_ended_drafts(work: UnitOfWork, asked: DraftsAsked) -> None:
    """Unfinished versions whose writers may not agree on one today."""
    for draft, actor in asked.of(DRAFT):
        found = load_case(Reading(work.session, actor, work.now, {}), draft.subject_id)
        if found is None or not decide(actor, Permission.PLAN_WRITE, found.facts).is_granted:
            asked.ended.add(draft.id)


LISTENERS: Listeners = {DraftsAsked: (tell_ended_drafts,)}
