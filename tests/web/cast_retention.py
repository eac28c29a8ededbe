"""What lies with those who look after records: a list that waits, and a hold on Aada's matter."""

from collections.abc import Mapping
from uuid import UUID, uuid4

from tests.builders import Someone, Village
from tests.builders_retention import a_hold, clocks_agree
from welfare.retention.models import ItemState, RetentionItem, RetentionRun, RunState
from welfare.rules.retention import CountedFrom, RecordKind
from welfare.rules.retention_ends import Thing


def retention_things(village: Village, people: Mapping[str, Someone], case_id: UUID) -> dict[str, UUID]:
    """The officer has proposed a list; the coordinator keeps Aada's matter for a court."""
    run_id = uuid4()
    clocks_agree(village)
    with village.work() as work:
        run = RetentionRun(
            id=run_id,
            controller_id=village.provider_id,
            state=RunState.PROPOSED,
            as_of=work.facts.on,
            proposed_at=work.now,
            proposed_by=people["data_protection_officer"].account_id,
        )
        work.session.add(run)
        work.session.flush()
        work.session.add(
            RetentionItem(
                run_id=run_id,
                thing=Thing.MATTER,
                thing_id=uuid4(),
                kind=RecordKind.WELFARE_JOURNAL,
                years=10,
                counted_from=CountedFrom.END_OF_STUDIES,
                last_day=work.facts.on,
                state=ItemState.LISTED,
            )
        )
    return {
        "keeper_id": village.provider_id,
        "retention_run_id": run_id,
        "retention_hold_id": a_hold(village, people["coordinator"], Thing.MATTER, case_id),
    }
