"""The page of a meeting that is going on, with twelve items and twenty people, against its plaintext twin.

    python -m bench.running [--items 12] [--people 20] [--rounds 7] [--seconds 3]

SQLite, gunicorn with two workers, four connections; both servers up at once and asked in turn. One JSON line: `ratio`
is our rate by the twin's, the median of the pairs. Its reader runs the meeting: the agenda shows every item, and before
the next one who leaves, who joins and who stays. Wanted: 0.5.
"""

import argparse
import json
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from bench.load import Page, ratio
from bench.pages import OURS, TWIN
from bench.scene import Side, fields_opened, founded, laid_down
from bench.serving import served
from tests.builders import Someone, Village
from tests.builders_cases import a_case
from tests.builders_meetings import Asked, a_meeting, an_item
from tests.builders_minutes import address, are_whole, is_running, knows_the_family
from welfare.rules.actors import Role
from welfare.rules.cases import Part

FAMILY = 2
"""Of those at an item two are the student and a guardian; the rest are the group."""
WANTED = 0.5


@dataclass(frozen=True)
class Held:
    """An instance in which a meeting goes on, and the address of the item that is handled."""

    side: Side
    path: str


@dataclass(frozen=True)
class Planned:
    """One item of the agenda, with its family."""

    item_id: UUID
    case_id: UUID
    student: Someone
    guardian: Someone


def build(folder: Path, items: int, people: int, *, is_plain: bool = False) -> Held:
    """A meeting in the middle of its agenda, with everybody in the room for the item."""
    app = founded(folder, is_plain=is_plain)
    village = Village.of(app)
    class_id, curator = village.a_class(), village.staff(Role.CURATOR, "Saara Lehtovirta")
    group = [curator, *(village.staff(Role.NURSE, f"Jäsen Numero{n}") for n in range(people - FAMILY - 1))]
    meeting_id = a_meeting(village, curator)
    agenda = [_an_item(village, meeting_id, class_id, group, place) for place in range(1, items + 1)]
    now = agenda[len(agenda) // 2]
    knows_the_family(village, now.student, now.guardian)
    is_running(village, meeting_id, now.item_id, now.student, now.guardian, *group)
    are_whole(village, now.item_id, curator)
    laid_down(app)
    return Held(Side(folder, curator, now.case_id, is_plain), address(meeting_id, now.item_id))


def measure(items: int, people: int, rounds: int, seconds: float) -> dict[str, object]:
    """Two instances built and served, and their pages asked for."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        ours = build(folder / "ours", items, people)
        twin = build(folder / "twin", items, people, is_plain=True)
        fields = fields_opened(ours.side, ours.path)
        pages = []
        for app, held in ((OURS, ours), (TWIN, twin)):
            url = stack.enter_context(served(app, {"WELFARE_INSTANCE": str(held.side.folder)}))
            pages.append(Page(url + held.path, held.side.cookie()))
        found = ratio(pages[0], pages[1], rounds=rounds, seconds=seconds)
    return {
        "bench": "running",
        "items": items,
        "people": people,
        "fields": fields,
        "ratio": round(found.median, 2),
        "quarters": [round(part, 2) for part in found.quarters],
        "ours_per_second": round(found.first_per_second, 1),
        "twin_per_second": round(found.second_per_second, 1),
        "wanted": WANTED,
    }


def _an_item(village: Village, meeting_id: UUID, class_id: UUID, group: Sequence[Someone], place: int) -> Planned:
    student = village.student(f"Oppilas Numero{place}", class_id)
    guardian = village.guardian(f"Huoltaja Numero{place}", student)
    case_id = a_case(village, student, *group)
    family = [Asked(student, Part.STUDENT), Asked(guardian, Part.GUARDIAN)]
    asked = [*family, *(Asked(who, office=Role.NURSE) for who in group)]
    return Planned(an_item(village, meeting_id, case_id, asked, place=place), case_id, student, guardian)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=12)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=3.0)
    asked = parser.parse_args()
    print(json.dumps(measure(asked.items, asked.people, asked.rounds, asked.seconds)), flush=True)


if __name__ == "__main__":
    main()
