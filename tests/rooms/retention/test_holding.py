"""Holding back while something is being destroyed, and what the archive has of a matter that was reopened."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from threading import Thread
from typing import Any

import pytest

from tests.builders_requests import at_work
from tests.builders_retention import CLOSED_AT, is_shredded, rules_decided
from tests.rooms.retention.conftest import Keeping
from tests.signing_in import Visit
from welfare.crypto.holder import KeyHolder
from welfare.crypto.keyring import KeyRing
from welfare.organisations.models import Organisation
from welfare.retention import actions
from welfare.retention.models import ArchiveTransfer, ItemState, RetentionHold
from welfare.rules.permissions import Permission
from welfare.rules.registers import Register
from welfare.rules.retention import Disposal, RecordKind
from welfare.rules.retention_ends import HoldReason, Kept, Thing


def hold_back(keeping: Keeping, thing: Thing) -> None:
    """Kaisa holds back what a list has."""
    thing_id = keeping.case_id if thing is Thing.MATTER else keeping.people.student.person_id
    asked = actions.HoldAsked(
        key=(thing, thing_id), reason=HoldReason.COURT, words="Pyyntö.", review_on=date(2027, 3, 1)
    )
    with at_work(keeping.village, keeping.kaisa, Permission.RETENTION_HOLD) as work:
        actions.place_hold(work, work.session.get_one(Organisation, keeping.village.provider_id), asked)


@pytest.mark.parametrize("thing", [Thing.MATTER, Thing.WILLS])
def test_a_hold_asked_for_while_the_key_goes_waits_and_is_told_that_nothing_is_there(
    keeping: Keeping, monkeypatch: pytest.MonkeyPatch, thing: Thing
) -> None:
    told: list[type[Exception] | None] = []
    begun: list[Thread] = []
    whole = KeyRing.destroy

    def asking() -> None:
        try:
            hold_back(keeping, thing)
        except actions.NoSuchThingError as error:
            told.append(type(error))
        else:
            told.append(None)

    def destroy(ring: KeyRing, holders: Sequence[KeyHolder], now: datetime) -> int:
        is_it = any(holder.subject_id == keeping.case_id for holder in holders) is (thing is Thing.MATTER)
        if is_it and not begun:
            begun.append(Thread(target=asking))
            begun[0].start()
            begun[0].join(0.5)
        return whole(ring, holders, now)

    monkeypatch.setattr(KeyRing, "destroy", destroy)
    run_id = keeping.destroy_all()
    begun[0].join()
    assert told == [actions.NoSuchThingError]
    assert {item.state for item in keeping.items(run_id)} == {ItemState.DESTROYED}
    assert keeping.rows(RetentionHold) == []


def test_a_hold_that_came_first_keeps_the_key(keeping: Keeping) -> None:
    run_id = keeping.propose()
    keeping.approve(run_id)
    hold_back(keeping, Thing.MATTER)
    keeping.work_off()
    assert {item.thing: item.why for item in keeping.items(run_id)} == {Thing.MATTER: Kept.ON_HOLD, Thing.WILLS: ""}
    assert not is_shredded(keeping.village, KeyHolder(keeping.village.provider_id, Register.WELFARE, keeping.case_id))


def test_what_was_destroyed_while_the_form_was_filled_in_is_told_on_the_form(
    keeping: Keeping, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = visit(keeping.kaisa).get(f"/retention/{keeping.village.provider_id}/holds/new").form("Hold back")
    given: dict[str, Any] = {
        "what": str(keeping.case_id),
        "reason": "court",
        "words": "Pyyntö.",
        "review_on": "1.3.2027",
    }
    key = (Thing.MATTER, keeping.case_id)
    keeping.destroy_all()
    monkeypatch.setattr("welfare.retention.routes.holding.who_is_named", lambda *_seen: key)
    page = form.submit(**given, status=422)
    assert any("It may have been destroyed already." in line for line in page.errors)


def test_what_the_archive_got_before_a_reopening_is_handed_over_once_more(keeping: Keeping, visit: Visit) -> None:
    rules_decided(keeping.village, keeping.kaisa, [RecordKind.WELFARE_JOURNAL], version=2, disposal=Disposal.ARCHIVE)
    with keeping.village.work() as work:
        row = ArchiveTransfer(
            controller_id=keeping.village.provider_id,
            thing=Thing.MATTER,
            thing_id=keeping.case_id,
            reference="KA 3/2013",
            recorded_at=CLOSED_AT - timedelta(days=7),
            recorded_by=keeping.kaisa.account_id,
        )
        work.session.add(row)
    kaisa, url = visit(keeping.kaisa), f"/retention/{keeping.village.provider_id}"
    assert kaisa.get(f"{url}/due").has("1 record to be destroyed")
    receipt = kaisa.get(f"{url}/archive/matter/{keeping.case_id}").form("Save the receipt")
    assert receipt.submit(reference="KA 12/2026").has("2 records to be destroyed")
    assert {row.reference for row in keeping.rows(ArchiveTransfer)} == {"KA 3/2013", "KA 12/2026"}
