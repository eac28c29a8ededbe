"""A roster that nobody comes back to does not lie about."""

from io import BytesIO
from uuid import uuid4

from flask import Flask

from tests.client import Client
from tests.clock import Clock
from tests.rooms.people.roster.applied import count
from tests.rooms.people.roster.pages_scene import hand_over, packed, pretend
from tests.rooms.people.roster.small import SmallRoster
from welfare.audit.event import Origin
from welfare.audit.ledger import Ledger
from welfare.people.models import DeliveryState, RosterDelivery, RosterDeliveryPart, RosterPreview
from welfare.people.roster.carrying import Carrier
from welfare.people.roster.errands import Errand
from welfare.people.roster.turn import Turn
from welfare.rules.actors import SYSTEM


def sweep(ledger: Ledger) -> None:
    """What the server does an hour after each delivery."""
    Errand(Carrier(ledger, SYSTEM, Origin(way="test")), uuid4(), Turn(lambda: None)).sweep()


def test_after_an_hour_file_and_preview_are_removed(
    chief: Client, small: SmallRoster, ledger: Ledger, clock: Clock
) -> None:
    hand_over(chief, packed(small.write()))
    clock.forward(minutes=59)
    sweep(ledger)
    assert count(ledger, RosterDeliveryPart) == count(ledger, RosterPreview) == 1
    clock.forward(minutes=2)
    sweep(ledger)
    assert count(ledger, RosterDelivery) == count(ledger, RosterDeliveryPart) == count(ledger, RosterPreview) == 0


def test_what_may_be_worked_on_is_left_to_whoever_takes_the_turn_next(
    chief: Client, small: SmallRoster, ledger: Ledger, clock: Clock
) -> None:
    content = packed(small.write())
    hand_over(chief, content)
    pretend(ledger, DeliveryState.WRITING)
    clock.forward(minutes=10)
    chief.get("/roster")
    clock.forward(minutes=10)
    page = chief.get("/roster")
    clock.forward(minutes=14)
    page = chief.get("/roster")
    clock.forward(minutes=14)
    page = chief.get("/roster")
    clock.forward(minutes=14)
    sweep(ledger)
    assert count(ledger, RosterDeliveryPart) == 1
    assert page.has("waits or is being handled")
    hand_over(chief, content)
    assert count(ledger, RosterDelivery) == count(ledger, RosterDeliveryPart) == 1


def test_an_uploaded_file_never_touches_a_disk_unsealed(app: Flask) -> None:
    content = b"PK" + bytes(900_000)
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="roster.zip"\r\n\r\n'
    body = head + content + b"\r\n--x--\r\n"
    with app.test_request_context(method="POST", data=body, content_type="multipart/form-data; boundary=x") as context:
        stream = context.request.files["file"].stream
        assert isinstance(stream, BytesIO)
        assert stream.read() == content
