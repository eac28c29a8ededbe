"""When the round is over and every proposal answered, the record is locked, and the audit chain holds its digest."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from tests.builders import Village
from tests.clock import Clock
from tests.furnishing import furnishes
from tests.rooms.meetings.conftest import Final
from tests.rooms.meetings.test_amending import answer, csrf, propose
from tests.signing_in import Visit
from welfare.audit.models import AuditEvent
from welfare.jobs.models import Job
from welfare.jobs.worker import Tally
from welfare.meetings.actions.locking import plan_lock
from welfare.meetings.models import MeetingItem
from welfare.web.services import worker_of

WorkOff = Callable[[], int]


@pytest.fixture
def work_off(app: Flask) -> WorkOff:
    """Do the jobs that are due, without those of each day; how many were done."""

    def go() -> int:
        tally = Tally()
        replace(worker_of(app), look_at_the_day=lambda: None).work_off(tally)
        assert (tally.failed, tally.given_up) == (0, 0)
        return tally.done

    return go


@furnishes
def planned(village: Village, final: Final) -> Final:
    """The round as finalising begins it."""
    with village.work() as work:
        plan_lock(work, work.session.get_one(MeetingItem, final.sitting.aadas))
    return final


def item_of(village: Village, final: Final) -> MeetingItem:
    with village.ledger.transaction() as transaction:
        found = transaction.session.get_one(MeetingItem, final.sitting.aadas)
        transaction.session.expunge_all()
        return found


def bodies(village: Village) -> list[dict[str, Any]]:
    with village.ledger.transaction() as transaction:
        return [json.loads(body) for body in transaction.session.scalars(select(AuditEvent.body))]


def written_digests(village: Village) -> bytes:
    """The digests of sealed entries in the order of their writing, as the events hold them."""
    written = [row for body in bodies(village) for row in body.get("written", ())]
    return b"".join(bytes.fromhex(row[3]) for row in written if row[0] == "journal_entry")


def test_the_house_locks_on_the_day_after_the_round(
    village: Village, planned: Final, visit: Visit, clock: Clock, work_off: WorkOff
) -> None:
    clock.forward(days=7)
    assert work_off() == 0
    assert item_of(village, planned).locked_at is None
    clock.forward(hours=15)
    assert work_off() == 1
    item = item_of(village, planned)
    assert item.locked_at == clock()
    page = visit(planned.sitting.petri).get(planned.record)
    assert page.has(f"Digest {item.lock_digest}")
    assert page.has("Not yet")
    assert "Propose an amendment" not in visit(planned.sitting.mirja).get(planned.record).links


def test_the_digest_can_be_told_from_the_audit_chain_alone(
    village: Village, planned: Final, visit: Visit, clock: Clock, work_off: WorkOff
) -> None:
    propose(visit(planned.sitting.mirja), planned)
    answer(visit(planned.sitting.saara), planned, state="accepted")
    clock.forward(days=8)
    work_off()
    digest = item_of(village, planned).lock_digest
    assert digest == sha256(written_digests(village)).hexdigest()
    (event,) = [body for body in bodies(village) if body.get("codes", {}).get("lock")]
    assert event["codes"]["lock"] == digest
    assert ["meeting_item", planned.sitting.aadas.hex] in event["subjects"]


def test_a_proposal_unanswered_keeps_the_record_open_and_its_answer_locks_it(
    village: Village, planned: Final, visit: Visit, clock: Clock, work_off: WorkOff
) -> None:
    propose(visit(planned.sitting.mirja), planned)
    clock.forward(days=8)
    assert work_off() == 1
    assert item_of(village, planned).locked_at is None
    page = answer(visit(planned.sitting.saara), planned, state="rejected", reason="Ei sovittu.")
    assert page.has("Locked")
    assert item_of(village, planned).locked_at == clock()


def test_the_lead_locks_by_hand_what_is_ready(village: Village, final: Final, visit: Visit, clock: Clock) -> None:
    saara = visit(final.sitting.saara)
    assert "Lock the record" not in saara.get(final.record).main
    page = saara.post(f"{final.record}/lock", {"csrf_token": csrf(saara)})
    assert page.has("The record cannot be locked yet")
    assert item_of(village, final).locked_at is None
    clock.forward(days=8)
    saara = visit(final.sitting.saara)
    page = saara.get(final.record)
    twice = page.form("Lock the record")
    assert page.form("Lock the record").submit().has("The record is locked.")
    at = item_of(village, final).locked_at
    clock.forward(minutes=5)
    assert twice.fill(idempotency_key="another-key-of-a-form").submit().has("The record is locked already.")
    assert item_of(village, final).locked_at == at


def test_a_job_done_twice_locks_once(
    village: Village, planned: Final, clock: Clock, visit: Visit, work_off: WorkOff
) -> None:
    clock.forward(days=8)
    visit(planned.sitting.saara).get(planned.record).form("Lock the record").submit()
    at = item_of(village, planned).locked_at
    clock.forward(minutes=5)
    assert work_off() == 1
    assert item_of(village, planned).locked_at == at
    with village.work() as work:
        plan_lock(work, work.session.get_one(MeetingItem, planned.sitting.aadas))
        assert work.session.query(Job).filter_by(kind="meetings:lock").count() == 1


def test_after_the_lock_a_mistake_is_mended_in_the_journal_and_the_seal_still_holds(
    village: Village, planned: Final, visit: Visit, clock: Clock, work_off: WorkOff
) -> None:
    clock.forward(days=8)
    work_off()
    clock.forward(minutes=1)
    digest = item_of(village, planned).lock_digest
    saara = visit(planned.sitting.saara)
    address = f"/cases/{planned.sitting.aadas_case}/journal/{planned.entry}/correction"
    saara.get(address).form("Save the correction").fill(handling="Korjattu.", reason="Virhe.").submit()
    page = saara.get(planned.record)
    assert page.has("Korjattu.")
    assert page.has(f"Digest {digest}")
    assert not page.has("The record is not what was locked.")


def test_a_record_that_is_not_what_was_locked_says_so(
    village: Village, planned: Final, visit: Visit, clock: Clock, work_off: WorkOff
) -> None:
    clock.forward(days=8)
    work_off()
    with village.work() as work:
        work.session.get_one(MeetingItem, planned.sitting.aadas).lock_digest = "0" * 64
    assert visit(planned.sitting.petri).get(planned.record).has("The record is not what was locked.")


def test_the_day_it_was_read_back_to_the_pupil_is_marked(village: Village, final: Final, visit: Visit) -> None:
    saara = visit(final.sitting.saara)
    form = saara.get(final.record).follow("Mark as read back").form("Save")
    assert form.data["on"] == "23.11.2026"
    assert form.fill(on="24.11.2026").submit(status=422).field_error("on")
    assert form.fill(on="20.11.2026").submit(status=422).field_error("on")
    page = form.fill(on="23.11.2026").submit()
    assert page.has("Read back to the pupil 23 Nov 2026")
    assert item_of(village, final).read_back_on == date(2026, 11, 23)


def test_the_journal_shows_the_seal_of_what_is_locked(
    village: Village, planned: Final, visit: Visit, clock: Clock, work_off: WorkOff
) -> None:
    address = f"/cases/{planned.sitting.aadas_case}/journal"
    assert not visit(planned.sitting.petri).get(address).has("Locked, digest")
    clock.forward(days=8)
    work_off()
    digest = item_of(village, planned).lock_digest
    assert digest
    page = visit(planned.sitting.petri).get(address)
    assert page.has("All six points of the law are filled")
    assert page.has(f"Locked, digest {digest[:16]}")


@pytest.mark.parametrize("name", ["mirja", "petri"])
def test_a_member_neither_locks_nor_marks(final: Final, visit: Visit, name: str) -> None:
    client = visit(getattr(final.sitting, name))
    assert "Mark as read back" not in client.get(final.record).links
    client.get(f"{final.record}/read-back", status=404)
    client.post(f"{final.record}/lock", {"csrf_token": csrf(client)}, status=404)
