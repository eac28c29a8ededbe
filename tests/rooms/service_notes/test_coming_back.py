"""A pupil who comes back to a service: the ended record goes on, also where its worker has left."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders_cases import leaves_employment
from tests.builders_services import Services, a_client, a_note
from tests.client import Client
from tests.clock import NOW
from tests.rooms.service_notes.test_visibility import listed
from tests.rooms.service_notes.trail import events_in
from tests.signing_in import Visit
from welfare.rules.service_records import NoteKind
from welfare.rules.service_workers import HandOverAnswer
from welfare.service_notes.models import ClientFile, HandOver

ANEW: dict[str, Any] = {"started_on": "20.11.2026", "initiator": "student", "grounds": "Aamut taas vaikeita."}


@pytest.fixture
def left_behind(services: Services) -> UUID:
    """The ended record of Aada, whose worker has left since."""
    village = services.village
    file_id = a_client(village, services.aada, services.saara)
    a_note(village, services.saara, file_id, "Sovittiin aamuista.")
    a_note(village, services.saara, file_id, "Tavoitteet saavutettu.", NoteKind.ENDED)
    leaves_employment(services.village, services.saara, NOW.date())
    return file_id


def test_a_pupil_who_comes_back_goes_on_in_the_record_of_the_worker_who_has_left(
    services: Services, left_behind: UUID, kirsi: Client
) -> None:
    """The service begins anew, so there is a task that needs the record; the service has one of each client."""
    village = services.village
    kirsi.get(f"/clients/{left_behind}", status=404)
    form = kirsi.get(f"/clients/new/{services.aada.person_id}").form("Begin the record")
    assert "no_conflict" not in form.data
    page = form.submit(status=409, **ANEW)
    assert "Saara Lehtovirta, has left" in page.field_error("no_conflict")
    assert "Sovittiin aamuista." not in page.text
    assert listed(village, services.kirsi) == set()
    assert {name: page.form("Begin the record").data[name] for name in ANEW} == ANEW
    done = page.form("Begin the record").submit(no_conflict="y")
    assert done.url == f"/clients/{left_behind}"
    for words in ("Sovittiin aamuista.", "Tavoitteet saavutettu.", "Aamut taas vaikeita."):
        assert done.has(words)
    assert listed(village, services.kirsi) == {left_behind}
    with village.ledger.transaction() as transaction:
        file = transaction.session.get_one(ClientFile, left_behind)
        assert (file.is_live, file.started_on.isoformat()) == (True, "2026-11-20")
        row = transaction.session.scalars(select(HandOver)).one()
        assert (row.answer, row.from_account_id) == (HandOverAnswer.TAKEN_OVER, services.saara.account_id)
    (event,) = (each for each in events_in(village, village.county_id) if "hand_over" in each.get("codes", {}))
    assert event["codes"] | {"conflict": "declared_none", "kind": "started"} == event["codes"]
    assert "vaikeita" not in str(event)


def test_an_ended_record_is_not_begun_again_by_another_service_or_beside_its_own_worker(
    services: Services, visit: Visit, kirsi: Client
) -> None:
    """The ended record stays with a worker who is still there, who hands it over; other services know of none."""
    village = services.village
    file_id = a_client(village, services.aada, services.saara)
    a_note(village, services.saara, file_id, "Tavoitteet saavutettu.", NoteKind.ENDED)
    begin = f"/clients/new/{services.aada.person_id}"
    page = kirsi.get(begin).form("Begin the record").submit(status=409, **ANEW)
    assert page.has("with Saara Lehtovirta. Ask for a hand-over.")
    leaves_employment(services.village, services.saara, NOW.date())
    done = visit(services.pasi).get(begin).form("Begin the record").submit(**ANEW)
    assert done.url != f"/clients/{file_id}"
    assert not listed(village, services.pasi) & {file_id}
