"""A thousand matters at the end of their keeping: looked through, listed, and destroyed with their keys, one by one.

    python -m bench.retention [MATTERS]

SQLite, one worker in this process; a matter of fifteen rows: journal, members, consents, steps. One JSON line: for each
part the seconds by the clock and of the processor. Wanted: 1,000 matters destroyed in less than two minutes.
"""

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import TypeVar
from uuid import UUID, uuid4

from config.settings import Settings
from tests.builders import Someone, Village
from tests.builders_requests import at_work
from tests.builders_retention import CLOSED_AT, clocks_agree, rules_decided, studies_ended
from tests.clock import Clock
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case, CaseMember, CaseStep, StepKind
from welfare.consents.models import ExpressionOfWill
from welfare.jobs.worker import Tally, Worker
from welfare.journal.models import JournalEntry
from welfare.organisations.models import Organisation
from welfare.retention import actions
from welfare.retention.destroying import Destroyer
from welfare.retention.due import Look
from welfare.retention.models import ItemState, RetentionRun, RunState
from welfare.retention.queries import states_of
from welfare.rules.actors import Role
from welfare.rules.cases import CaseState, Initiator
from welfare.rules.consent import Answer, ConsentKind, GiverCapacity, Way
from welfare.rules.journal import EntryKind
from welfare.rules.orders import RetentionJob
from welfare.rules.permissions import Permission
from welfare.web.app import close, create_app
from welfare.web.founding import create_instance

WANTED_SECONDS = 120
ENTRIES, MEMBERS, WILLS, STEPS = 5, 3, 4, 2
AT_ONCE = 50
Taken = TypeVar("Taken")


def build(village: Village, pupil: Someone, lead: Someone, matters: int) -> None:
    """So many matters of one pupil, closed long ago."""
    for start in range(0, matters, AT_ONCE):
        with village.work() as work:
            for number in range(start, min(start + AT_ONCE, matters)):
                _matter(work, village, pupil, lead, number)


def _matter(work: UnitOfWork, village: Village, pupil: Someone, lead: Someone, number: int) -> None:
    case_id = uuid4()
    of_case = {"case_id": case_id, "student_id": pupil.person_id, "controller_id": village.provider_id}
    case = Case(
        id=case_id,
        number=f"2012–13/KOI/{number:05}",
        student_id=pupil.person_id,
        school_id=village.school_id,
        controller_id=village.provider_id,
        state=CaseState.CLOSED,
        initiator=Initiator.STAFF,
        initiated_on=CLOSED_AT.date(),
        proposed_by=lead.account_id,
        proposed_at=CLOSED_AT,
        closed_at=CLOSED_AT,
        text_saved_at=CLOSED_AT,
        text_saved_by=lead.account_id,
    )
    work.encrypt_document(
        case, Case.document, {"subject": "attendance", "title": "Aamut", "background": "Poissaoloja."}
    )
    work.session.add(case)
    work.session.flush()
    for _each in range(ENTRIES):
        entry = JournalEntry(
            id=uuid4(),
            kind=EntryKind.NOTE,
            occurred_on=CLOSED_AT.date(),
            written_at=CLOSED_AT,
            author_account_id=lead.account_id,
            author_person_id=lead.person_id,
            author_office=Role.CURATOR.value,
            **of_case,
        )
        work.encrypt_document(entry, JournalEntry.document, {"information": "Sovittiin aamuista. " * 20})
        work.session.add(entry)
    for _each in range(MEMBERS):
        work.session.add(
            CaseMember(
                account_id=lead.account_id,
                person_id=lead.person_id,
                position=Role.CURATOR.value,
                since=CLOSED_AT.date(),
                added_by=lead.account_id,
                ended_at=CLOSED_AT,
                ended_by=lead.account_id,
                **of_case,
            )
        )
    for step in range(STEPS):
        work.session.add(
            CaseStep(kind=StepKind.STATE, at=CLOSED_AT, by=lead.account_id, became=f"step{step}", **of_case)
        )
    for will in range(WILLS):
        work.session.add(_will(work, of_case, pupil, lead, f"{number}-{will}"))
    work.session.flush()


def _will(work: UnitOfWork, of_case: dict[str, UUID], pupil: Someone, lead: Someone, number: str) -> ExpressionOfWill:
    row = ExpressionOfWill(
        id=uuid4(),
        number=number,
        kind=ConsentKind.GROUP_MEMBER,
        answer=Answer.GIVEN,
        giver_person_id=pupil.person_id,
        capacity=GiverCapacity.SELF,
        named_person_id=lead.person_id,
        way=Way.PAPER,
        given_on=CLOSED_AT.date(),
        valid_from=CLOSED_AT.date(),
        language="fi",
        information_version="1",
        recorded_at=CLOSED_AT,
        recorded_by=lead.account_id,
        **of_case,
    )
    work.encrypt_document(row, ExpressionOfWill.document, {"purpose": "Ryhmän jäsen"})
    return row


def timed(deed: Callable[[], Taken]) -> tuple[Taken, tuple[float, float]]:
    """What it gives, with its seconds by the clock and of the processor."""
    start, worked = perf_counter(), process_time()
    found = deed()
    return found, (round(perf_counter() - start, 1), round(process_time() - worked, 1))


def measure(village: Village, matters: int) -> dict[str, object]:
    """One instance built, looked through, and emptied."""
    pupil = village.student("Aada Metsäpelto", village.a_class())
    lead = village.staff(Role.CURATOR, "Saara Lehtovirta")
    kaisa = village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Keskitalo")
    ulla = village.staff(Role.DATA_PROTECTION_OFFICER, "Ulla Vartia")
    build(village, pupil, lead, matters)
    studies_ended(village, pupil)
    rules_decided(village, kaisa)
    clocks_agree(village)

    def look() -> int:
        with at_work(village, kaisa, Permission.RETENTION_READ) as work:
            found = Look.at(work.session, village.provider_id, work.facts.on).found()
            return sum(one.verdict.is_due for one in found)

    def propose() -> UUID:
        with at_work(village, kaisa, Permission.RETENTION_PROPOSE) as work:
            return actions.propose(work, work.session.get_one(Organisation, village.provider_id), matters).id

    due, looked = timed(look)
    run_id, proposed = timed(propose)
    with at_work(village, ulla, Permission.RETENTION_APPROVE) as work:
        actions.approve(work, work.session.get_one(RetentionRun, run_id))
    worker = Worker(village.ledger, {RetentionJob.DESTROY.value: Destroyer(matters).handler()})
    _nothing, destroyed = timed(lambda: worker.work_off(Tally()))
    with village.ledger.transaction() as transaction:
        states = states_of(transaction.session, [run_id])[run_id]
        assert transaction.session.get_one(RetentionRun, run_id).state is RunState.DONE
    assert states == {ItemState.DESTROYED: due}
    return {"matters": matters, "look": looked, "propose": proposed, "destroy": destroyed}


def main(matters: int) -> None:
    """Measure, and print one line."""
    with TemporaryDirectory() as folder:
        settings = Settings.from_env({"WELFARE_INSTANCE": str(Path(folder) / "instance")})
        create_instance(settings)
        app = create_app(settings, Clock(datetime(2026, 11, 23, 7, 30, tzinfo=UTC)))
        figures = measure(Village.of(app), matters)
        close(app)
    print(json.dumps({"bench": "retention", **figures, "wanted_seconds": WANTED_SECONDS}))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
