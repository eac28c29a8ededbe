"""The pages of a matter and the lists of requests: sealed and audited against plaintext twins, and few against many.

    python -m bench.pages [--rows 100000] [--few 1000] [--rounds 7] [--seconds 3]

SQLite, gunicorn with two workers, four connections; all servers up at once and asked in turn. One JSON line a measure:
`ratio` is our rate by the twin's (`growth`: the rate with few rows by the rate with many), the median of the pairs.
Wanted: 0.5 for the page of a matter with forty opened fields, 0.6 for a list of 25, growth under 1.5.
"""

import argparse
import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.load import Page, Ratio, ratio
from bench.scene import Side, build, fields_opened
from bench.serving import served

OURS, TWIN = "wsgi:app", "bench.plain:create_plain_app()"
LISTS = {"worklist": "/", "queue": "/requests/queue"}


@dataclass(frozen=True)
class Server:
    """An instance that is being served."""

    side: Side
    url: str
    cookie: str

    def page(self, path: str) -> Page:
        """One of its pages; each instance has a matter of its own."""
        return Page(self.url + path.format(case=self.side.case_id), self.cookie)


@contextmanager
def serving(rows: int, few: int) -> Iterator[Mapping[str, Server]]:
    """Three instances built, then served: ours and its twin with many rows, and ours with few."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        sides = {
            "few": build(folder / "few", few),
            "ours": build(folder / "ours", rows),
            "twin": build(folder / "twin", rows, is_plain=True),
        }
        servers = {}
        for name, side in sides.items():
            environment = {"WELFARE_INSTANCE": str(side.folder)}
            url = stack.enter_context(served(TWIN if side.is_plain else OURS, environment))
            servers[name] = Server(side, url, side.cookie())
        yield servers


def measure(servers: Mapping[str, Server], rounds: int, seconds: float) -> Iterator[dict[str, object]]:
    """Every measure, as a line."""
    few, ours, twin = servers["few"], servers["ours"], servers["twin"]

    def between(first: Server, second: Server, path: str) -> Ratio:
        return ratio(first.page(path), second.page(path), rounds=rounds, seconds=seconds)

    for name, path in (("case", "/cases/{case}"), ("journal", "/cases/{case}/journal")):
        fields = fields_opened(ours.side, path.format(case=ours.side.case_id))
        yield {
            "page": name,
            "fields": fields,
            **_line("ratio", between(ours, twin, path), ("ours", "twin")),
            "wanted": 0.5,
        }
    for name, path in LISTS.items():
        yield {"page": name, **_line("ratio", between(ours, twin, path), ("ours", "twin")), "wanted": 0.6}
        yield {"page": name, **_line("growth", between(few, ours, path), ("few", "many")), "wanted_under": 1.5}


def _line(what: str, found: Ratio, names: tuple[str, str]) -> dict[str, object]:
    return {
        what: round(found.median, 2),
        "quarters": [round(part, 2) for part in found.quarters],
        f"{names[0]}_per_second": round(found.first_per_second, 1),
        f"{names[1]}_per_second": round(found.second_per_second, 1),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--few", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=3.0)
    asked = parser.parse_args()
    with serving(asked.rows, asked.few) as servers:
        for line in measure(servers, asked.rounds, asked.seconds):
            print(json.dumps({"bench": "pages", "rows": asked.rows, **line}), flush=True)


if __name__ == "__main__":
    main()
