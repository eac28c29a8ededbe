"""What the tests of pages share."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from flask import Flask
from sqlalchemy import update

from tests.builders import Someone, system_work
from tests.client import Client, Page
from tests.rooms.people.roster.small import zipped
from welfare.audit.ledger import Ledger
from welfare.people.models import (
    DeliveryState,
    RosterDelivery,
)
from welfare.people.roster.errands import Errands

CODE = "metadata.personalIdentityCode"


SignIn = Callable[[Someone], Client]


def packed(folder: Path) -> bytes:
    return zipped(folder, folder.parent / f"{folder.name}.zip").read_bytes()


def hand_over(client: Client, content: bytes, name: str = "roster.zip", *, status: int = 200) -> Page:
    """Upload, wait until it has been read, and look again."""
    page = client.get("/roster").form("Show what would change").submit(file=(BytesIO(content), name), status=status)
    settle(client.app)
    return client.get(page.url) if status == 200 else page


def settle(app: Flask) -> None:
    """Wait until the server's own threads are ready."""
    errands: Errands | None = app.extensions.get("roster_errands")
    if errands is not None:
        errands.wait()


def confirm(page: Page, **answers: str) -> Page:
    after = page.form("Import the roster").fill(**answers).submit()
    settle(page.client.app)
    return page.client.get(after.url)


def pretend(ledger: Ledger, state: DeliveryState, done: int = 0, total: int = 0) -> None:
    """Put a delivery into a state that only lasts a moment in life."""
    with system_work(ledger) as work:
        work.session.execute(update(RosterDelivery).values(state=state, done=done, total=total))
