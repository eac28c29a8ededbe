"""The page of a plan with six goals, each rated twelve times, against its plaintext twin.

    python -m bench.plan [--goals 6] [--days 4] [--rounds 7] [--seconds 3]

SQLite, gunicorn with two workers, four connections; both servers up at once and asked in turn. One JSON line: `ratio`
is our rate by the twin's, the median of the pairs. On each of the days the student, the guardian and the worker rate
every goal, so four days are twelve ratings a goal. Wanted: 0.5.
"""

import argparse
import json
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from bench.load import Page, ratio
from bench.pages import OURS, TWIN
from bench.scene import Side, fields_opened, founded, laid_down
from bench.serving import served
from tests.builders import Village
from tests.builders_journal import Matter, a_matter
from tests.builders_plans import a_command, a_goal, a_rating, a_text
from welfare.plans.actions import agree_on
from welfare.plans.content import GoalText
from welfare.rules.goal_scaling import Level
from welfare.rules.goals import Rater
from welfare.rules.permissions import Permission

WANTED, PATH = 0.5, "/cases/{case}/plan"


def build(folder: Path, goals: int, days: int, *, is_plain: bool = False) -> Side:
    """A matter with its plan, in an instance of its own."""
    app = founded(folder, is_plain=is_plain)
    matter = rated(Village.of(app), goals, days)
    laid_down(app)
    return Side(folder, matter.saara, matter.case_id, is_plain)


def rated(village: Village, goals: int, days: int) -> Matter:
    """A matter whose group has agreed on a plan with so many goals, rated on so many days by three."""
    matter = a_matter(village)
    today = village.ledger.clock().date()
    first = today - timedelta(days=7 * days)
    text = a_text(*(_a_goal(number) for number in range(1, goals + 1)))
    with matter.work(matter.saara, Permission.PLAN_WRITE) as (work, case):
        agree_on(work, case, a_command(matter, text, agreed_on=first, review_on=today + timedelta(days=30)))
    for day in range(days):
        for place, rater in enumerate(Rater):
            levels = {number: Level((number + day + place) % 5 - 2) for number in range(1, goals + 1)}
            a_rating(matter, rater, first + timedelta(days=7 * day), levels)
    return matter


def measure(goals: int, days: int, rounds: int, seconds: float) -> dict[str, object]:
    """Two instances built and served, and their pages asked for."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        sides = build(folder / "ours", goals, days), build(folder / "twin", goals, days, is_plain=True)
        found = beside(stack, sides, PATH, rounds=rounds, seconds=seconds)
        return {"bench": "plan", "goals": goals, "ratings": len(Rater) * days, **found, "wanted": WANTED}


def beside(stack: ExitStack, sides: tuple[Side, Side], path: str, *, rounds: int, seconds: float) -> dict[str, object]:
    """A page of an instance and of its plaintext twin, both served until the stack ends, and asked for in turn."""
    fields = fields_opened(sides[0], _of(sides[0], path))
    pages = []
    for app, side in zip((OURS, TWIN), sides, strict=True):
        url = stack.enter_context(served(app, {"WELFARE_INSTANCE": str(side.folder)}))
        pages.append(Page(url + _of(side, path), side.cookie()))
    found = ratio(pages[0], pages[1], rounds=rounds, seconds=seconds)
    return {
        "fields": fields,
        "ratio": round(found.median, 2),
        "quarters": [round(part, 2) for part in found.quarters],
        "ours_per_second": round(found.first_per_second, 1),
        "twin_per_second": round(found.second_per_second, 1),
    }


def _of(side: Side, path: str) -> str:
    return path.format(case=side.case_id, who=side.who.person_id)


def _a_goal(number: int) -> GoalText:
    goal = a_goal(number, f"Tavoite numero {number}")
    return replace(goal, measures=tuple(replace(goal.measures[0], number=n) for n in (1, 2)))


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
