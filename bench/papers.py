"""The minutes of many items as PDF files, each by a request of its own: gate, keys, audit event and typesetting.

    python -m bench.papers [ITEMS]

SQLite, one client in this process; twelve items a meeting, each of a student and a matter of its own. One JSON line.
Wanted: 100 files in less than 20 seconds.
"""

import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from flask import Flask

from config.settings import Settings
from tests.builders import Someone, Village
from tests.builders_cases import a_case
from tests.builders_journal import known_in_directory
from tests.builders_meetings import Asked, a_meeting, an_item, final_minutes
from tests.client import Client
from tests.signing_in import signed_in_client
from welfare.rules.actors import Role
from welfare.web.app import close, create_app
from welfare.web.founding import create_instance

NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
WANTED_SECONDS = 20
EACH = 12
"""Items of one meeting."""
HANDLED = "Sovittiin aamuvastaanotosta ja siitä, kuka on ovella. " * 20


def build(app: Flask, items: int) -> tuple[Someone, Sequence[str]]:
    """Who prints, and the addresses of the items."""
    village = Village.of(app)
    class_id = village.a_class()
    saara, mirja = village.staff(Role.CURATOR, "Saara Lehtovirta"), village.staff(Role.NURSE, "Mirja Kanervala")
    meetings = [a_meeting(village, saara) for _ in range(0, items, EACH)]
    asked = [Asked(saara, office=Role.CURATOR), Asked(mirja, office=Role.NURSE)]
    addresses = []
    for place in range(items):
        meeting_id = meetings[place // EACH]
        student = village.student(f"Oppilas Numero{place}", class_id)
        known_in_directory(village, student, village.guardian(f"Huoltaja Numero{place}", student))
        item_id = an_item(village, meeting_id, a_case(village, student, saara, mirja), asked, place=place)
        final_minutes(village, item_id, saara, mirja, handling=HANDLED)
        addresses.append(f"/meetings/{meeting_id}/items/{item_id}")
    return saara, addresses


def print_all(client: Client, addresses: Sequence[str]) -> dict[str, float]:
    """Seconds that all the files took, by the clock and of the processor, and how many bytes one is."""
    token = client.get(f"{addresses[0]}/print").form("Get the file").data["csrf_token"]
    size, start, worked = 0, perf_counter(), process_time()
    for address in addresses:
        page = client.post(f"{address}/minutes.pdf", {"purpose": "group", "csrf_token": token})
        assert page.response.data.startswith(b"%PDF")
        size += len(page.response.data)
    seconds = {"seconds": perf_counter() - start, "processor_seconds": process_time() - worked}
    return {name: round(value, 2) for name, value in seconds.items()} | {"bytes_each": size // len(addresses)}


def measure(items: int) -> dict[str, object]:
    """One instance built, and its items printed one after the other."""
    with TemporaryDirectory() as folder:
        settings = Settings.from_env({"WELFARE_INSTANCE": str(Path(folder) / "instance")})
        create_instance(settings)
        app = create_app(settings, lambda: NOW)
        who, addresses = build(app, items)
        client = signed_in_client(app, who)
        client.flask.set_cookie("language", "en")
        figures = print_all(client, addresses)
        close(app)
    return {"bench": "papers", "items": items, **figures, "wanted_seconds": WANTED_SECONDS}


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 100)))
