"""What the drafts service answers of its own, when it is asked which drafts nobody may go on with."""

from welfare.access.gate import Gate
from welfare.access.needs import Reading
from welfare.audit.unit_of_work import Listeners, UnitOfWork
from welfare.drafts.page_drafts import PURPOSE
from welfare.rules.events import DraftsAsked


def listeners_of(gate: Gate) -> Listeners:
    """A page is for whoever the gate would show it to, and so is the draft of its form, if the page has drafts."""

    def tell_ended_drafts(work: UnitOfWork, asked: DraftsAsked) -> None:
        """Drafts of pages that their writers would not be shown today."""
        for draft, actor in asked.of(PURPOSE):
            reading = Reading(work.session, actor, work.now, {})
            if draft.page is not None and gate.draft_facts_for(reading, draft.page) is None:
                asked.ended.add(draft.id)

    return {DraftsAsked: (tell_ended_drafts,)}
