"""A house whose services keep their records elsewhere: nothing of this room is there, and all the rest is."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from config.settings import Settings, SettingsError
from tests.builders_requests import a_request
from tests.builders_services import Services, an_appointment, an_offer
from tests.clock import NOW, Clock
from tests.rooms.service_notes.conftest import Files
from tests.signing_in import english_client
from welfare.access.gate import Gate
from welfare.rules.permissions import Permission
from welfare.rules.service_grants import SERVICE_GRANTS
from welfare.web.app import close, create_app


@pytest.fixture
def without(app: Flask, settings: Settings, clock: Clock) -> Iterator[Flask]:
    """The same database, served by a house that is set so."""
    assert app.extensions["settings"].service_records
    bare = create_app(replace(settings, service_records=False), clock)
    yield bare
    close(bare)


def test_it_is_on_unless_it_is_set_off() -> None:
    said = {"": True, "on": True, "ON": True, "off": False}
    for words, kept in said.items():
        assert Settings.from_env({"WELFARE_SERVICE_RECORDS": words}).service_records is kept
    with pytest.raises(SettingsError, match="WELFARE_SERVICE_RECORDS must be on or off"):
        Settings.from_env({"WELFARE_SERVICE_RECORDS": "no"})


def test_all_its_routes_and_no_other_are_gone(app: Flask, without: Flask) -> None:
    whole: Gate = app.extensions["gate"]
    bare: Gate = without.extensions["gate"]
    gone = set(whole.passages) - set(bare.passages)
    rooms = ("service_notes.", "service_disclosures.", "client_rectifications.")
    assert gone == {endpoint for endpoint in whole.passages if endpoint.startswith(rooms)}
    assert set(bare.passages) < set(whole.passages)
    needed = {passage.needs for passage in bare.passages.values()}
    assert needed & {Permission.GROUP_TELL, *map(Permission, SERVICE_GRANTS)} == set()


def test_nobody_is_led_there_and_the_rest_of_the_day_is_as_before(
    services: Services, files: Files, app: Flask, without: Flask
) -> None:
    village = services.village
    an_appointment(village, services.saara, files.social, NOW.replace(hour=12))
    an_offer(village, services.saara, files.social, services.kirsi)
    a_request(village, services.aada, services.mirja)
    for who in (services.saara, services.kirsi):
        own, bare = english_client(app, who), english_client(without, who)
        with_it, without_it = own.get("/"), bare.get("/")
        assert "Clients" in with_it.links
        assert "Clients" not in without_it.links
        assert with_it.has("Clients today") or with_it.has("a client is offered to you")
        assert not without_it.has("Clients today")
        assert not without_it.has("a client is offered to you")
        for url in ("/clients", "/clients/new", "/clients/covers", f"/clients/{files.social}"):
            bare.get(url, status=404)
        queue = bare.get("/requests/queue")
        assert queue.has("Aada Metsäpelto")
        assert bare.get("/cases").heading == "Matters"
        assert bare.get("/cases/new").heading == "Whose matter?"
        assert bare.get("/meetings").status == 200
