"""A client file with three hundred notes, which opens a page at a time, against its plaintext twin.

    python -m bench.clients [--notes 300] [--rounds 7] [--seconds 3]

SQLite, gunicorn with two workers, four connections; both servers up at once, asked in turn. One JSON line: `times` is
how long our page takes by the twin's, the median of the pairs. Wanted: under 2.
"""

import argparse
import json
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from bench.load import Page, Ratio, ratio
from bench.pages import OURS, TWIN
from bench.scene import WORDS, Side, fields_opened, founded, laid_down
from bench.serving import served
from tests.builders import Village
from tests.builders_services import a_client, with_client
from welfare.rules.actors import Role
from welfare.rules.service_records import NoteKind
from welfare.service_notes.actions import NewNote, write_note

WANTED_UNDER = 2.0


@dataclass(frozen=True)
class Kept:
    """An instance with one client, and the address of the file."""

    side: Side
    path: str


def build(folder: Path, notes: int, *, is_plain: bool = False) -> Kept:
    """A client with so many notes."""
    app = founded(folder, is_plain=is_plain)
    village = Village.of(app)
    curator = village.staff(Role.CURATOR, "Saara Lehtovirta")
    file_id = a_client(village, village.student("Aada Metsäpelto", village.a_class()), curator)
    with with_client(village, curator, file_id) as (work, file):
        for number in range(notes - 1):
            document = {"heading": f"Kirjaus {number}", "information": WORDS}
            write_note(work, file, NewNote(kind=NoteKind.NOTE, occurred_on=work.facts.on, document=document))
    laid_down(app)
    return Kept(Side(folder, curator, file_id, is_plain), f"/clients/{file_id}")


def measure(notes: int, rounds: int, seconds: float) -> dict[str, object]:
    """Two instances built and served, and their pages asked for."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        ours, twin = build(folder / "ours", notes), build(folder / "twin", notes, is_plain=True)
        fields = fields_opened(ours.side, ours.path)
        pages = []
        for app, kept in ((OURS, ours), (TWIN, twin)):
            url = stack.enter_context(served(app, {"WELFARE_INSTANCE": str(kept.side.folder)}))
            pages.append(Page(url + kept.path, kept.side.cookie()))
        found = ratio(pages[0], pages[1], rounds=rounds, seconds=seconds)
    return {"bench": "clients", "notes": notes, "fields": fields, **in_time(found), "wanted_under": WANTED_UNDER}


def in_time(found: Ratio) -> dict[str, object]:
    """Rates turned round: how long ours takes by the other's."""
    low, high = found.quarters
    return {
        "times": round(1 / found.median, 2),
        "quarters": [round(1 / high, 2), round(1 / low, 2)],
        "ours_per_second": round(found.first_per_second, 1),
        "twin_per_second": round(found.second_per_second, 1),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--notes", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=3.0)
    asked = parser.parse_args()
    print(json.dumps(measure(asked.notes, asked.rounds, asked.seconds)), flush=True)


if __name__ == "__main__":
    main()
