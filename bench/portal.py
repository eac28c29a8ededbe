"""The home of a student's own pages against its plaintext twin: next meeting, help, six rated goals, who has read.

    python -m bench.portal [--goals 6] [--days 4] [--rounds 7] [--seconds 3]

SQLite, gunicorn with two workers, four connections; both servers up at once and asked in turn. One JSON line: `ratio`
is our rate by the twin's, the median of the pairs. Wanted: 0.5.
"""

import argparse
import json
import tempfile
from contextlib import ExitStack
from pathlib import Path

from bench.plan import beside, rated
from bench.scene import Side, founded, laid_down
from tests.builders import Village
from tests.builders_meetings import Asked, a_meeting, an_item
from welfare.rules.actors import Role
from welfare.rules.cases import Part

WANTED = 0.5
HOME = "/own/{who}"


def build(folder: Path, goals: int, days: int, *, is_plain: bool = False) -> Side:
    """A student with a matter, its plan, and a meeting to come."""
    app = founded(folder, is_plain=is_plain)
    village = Village.of(app)
    matter = rated(village, goals, days)
    asked = [
        Asked(matter.student, Part.STUDENT),
        Asked(matter.guardian, Part.GUARDIAN),
        Asked(matter.saara, office=Role.CURATOR),
    ]
    an_item(village, a_meeting(village, matter.saara), matter.case_id, asked)
    laid_down(app)
    return Side(folder, matter.student, matter.case_id, is_plain)


def measure(goals: int, days: int, rounds: int, seconds: float) -> dict[str, object]:
    """Two instances built and served, and their homes asked for."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        sides = build(folder / "ours", goals, days), build(folder / "twin", goals, days, is_plain=True)
        found = beside(stack, sides, HOME, rounds=rounds, seconds=seconds)
        return {"bench": "portal", "goals": goals, **found, "wanted": WANTED}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--goals", type=int, default=6)
    parser.add_argument("--days", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=3.0)
    asked = parser.parse_args()
    print(json.dumps(measure(asked.goals, asked.days, asked.rounds, asked.seconds)), flush=True)


if __name__ == "__main__":
    main()
