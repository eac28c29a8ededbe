"""Scribes who all write one meeting's minutes at once: what is lost, and how long a save takes.

    python -m bench.scribes [--scribes 20] [--seconds 120] [--every 3]

SQLite, gunicorn with two workers. Each scribe has a section or a measure of an item of its own choosing, autosaves it
every few seconds as the page's script does, and at the end the stored text must be the last one that was sent.
Wanted: nothing lost, no answer of 5xx, p95 under 300 ms.
"""

import argparse
import http.client
import json
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from bench.serving import served
from config.settings import Settings
from tests.builders import Someone, Village
from tests.builders_cases import a_case
from tests.builders_meetings import Asked, a_meeting, an_item
from tests.builders_minutes import address, is_running
from tests.client import Client
from tests.signing_in import signed_in_client
from welfare.rules.actors import Role
from welfare.rules.minutes import Section
from welfare.web.app import close, create_app
from welfare.web.founding import create_instance

OURS = "wsgi:app"
PARTS = [*(section.value for section in Section), *(f"measure_{number}" for number in range(1, 9))]
WORDS = "Sovittiin aamuvastaanotosta ja siitä, kuka on ovella. " * 6
SAVED, SERVER_FAULT = 204, 500


@dataclass
class Scribe:
    """One who writes one part of one item."""

    path: str
    part: str
    cookie: str
    token: str
    seen: str
    count: int = 0
    seconds: list[float] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The control of the part."""
        return f"{self.part}_what" if self.part.startswith("measure") else self.part

    @property
    def others(self) -> list[str]:
        """The controls of the part that stay empty."""
        rest = ("by", "followed_by", "until") if self.part.startswith("measure") else ()
        return [f"{self.part}_{each}" for each in rest]

    @property
    def text(self) -> str:
        """What it has typed so far; a line is short."""
        return f"{self.count}. {WORDS}"[: 120 if self.name.endswith(("what", "subject", "absent")) else 2000].strip()

    def save(self, connection: http.client.HTTPConnection) -> None:
        """Type on, and send it as the page's script does."""
        self.count += 1
        where = f"measures/{self.part[-1]}" if self.part.startswith("measure") else f"sections/{self.part}"
        sent = {"csrf_token": self.token, f"{self.part}_seen": self.seen, self.name: self.text}
        body = urlencode(sent | dict.fromkeys(self.others, ""))
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        begun = time.perf_counter()
        connection.request("POST", f"{self.path}/{where}", body, {**headers, "X-Requested-With": "autosave"})
        answer = connection.getresponse()
        answer.read()
        self.seconds.append(time.perf_counter() - begun)
        self.answers.append(answer.status)
        self.seen = answer.headers.get("X-Seen") or self.seen


def write(scribe: Scribe, url: str, end: float, every: float, wait: float) -> None:
    """Save again and again until the time is over, each scribe a little after the one before."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "127.0.0.1", parts.port, timeout=60)
    time.sleep(wait)
    due = time.perf_counter()
    while time.perf_counter() < end:
        scribe.save(connection)
        due += every
        time.sleep(max(0.0, due - time.perf_counter()))
    connection.close()


def build(folder: Path, scribes: int) -> list[Scribe]:
    """A meeting with as many items as are needed, and the scribes signed in."""
    create_instance(Settings.from_env({"WELFARE_INSTANCE": str(folder)}))
    app = create_app(Settings.from_env({"WELFARE_INSTANCE": str(folder)}))
    village = Village.of(app)
    class_id, curator = village.a_class(), village.staff(Role.CURATOR, "Saara Lehtovirta")
    nurses = [village.staff(Role.NURSE, f"Jäsen Numero{number}") for number in range(scribes)]
    found = []
    for first in range(0, scribes, len(PARTS)):
        members = nurses[first : first + len(PARTS)]
        student = village.student(f"Oppilas Numero{first}", class_id)
        path = _running_item(village, student, curator, members)
        for member, part in zip(members, PARTS, strict=False):
            found.append(_scribe(signed_in_client(app, member), path, part))
    close(app)
    return found


def _running_item(village: Village, student: Someone, curator: Someone, members: list[Someone]) -> str:
    case_id = a_case(village, student, curator, *members)
    meeting_id: UUID = a_meeting(village, curator)
    everybody = [Asked(who, office=Role.NURSE) for who in (curator, *members)]
    item_id = an_item(village, meeting_id, case_id, everybody)
    is_running(village, meeting_id, item_id, curator, *members)
    return address(meeting_id, item_id)


def _scribe(client: Client, path: str, part: str) -> Scribe:
    names = client.app.extensions["visitors"].policy.cookie, client.app.config["SESSION_COOKIE_NAME"]
    form = client.get(path).form("#minutes")
    cookies = [(name, found.value) for name in names if (found := client.flask.get_cookie(name)) is not None]
    cookie = "; ".join(f"{name}={value}" for name, value in cookies)
    return Scribe(path, part, cookie, str(form.data["csrf_token"]), str(form.data[f"{part}_seen"]))


def lost(folder: Path, scribes: list[Scribe]) -> int:
    """How many parts do not hold the last text that was sent."""
    app = create_app(Settings.from_env({"WELFARE_INSTANCE": str(folder)}))
    count = 0
    for scribe in scribes:
        client = Client(app)
        name, _, value = scribe.cookie.partition(";")[0].partition("=")
        client.flask.set_cookie(name, value)
        count += client.get(scribe.path).form("#minutes").data[scribe.name] != scribe.text
    close(app)
    return count


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scribes", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--every", type=float, default=3.0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "scribes"
        scribes = build(folder, asked.scribes)
        with served(OURS, {"WELFARE_INSTANCE": str(folder)}) as url:
            end = time.perf_counter() + asked.seconds
            with ThreadPoolExecutor(len(scribes)) as pool:
                waits = (asked.every * number / len(scribes) for number in range(len(scribes)))
                list(
                    pool.map(
                        lambda pair: write(pair[0], url, end, asked.every, pair[1]), zip(scribes, waits, strict=True)
                    )
                )
        seconds = sorted(second for scribe in scribes for second in scribe.seconds)
        answers = [status for scribe in scribes for status in scribe.answers]
        line = {
            "bench": "scribes",
            "scribes": len(scribes),
            "saves": len(answers),
            "lost": lost(folder, scribes),
            "faults": sum(status >= SERVER_FAULT for status in answers),
            "refused": sum(status != SAVED for status in answers),
            "median_ms": round(1000 * seconds[len(seconds) // 2]),
            "p95_ms": round(1000 * quantiles(seconds, n=20)[-1]),
            "wanted_p95_under_ms": 300,
        }
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
