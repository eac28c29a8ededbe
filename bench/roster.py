"""Import an invented roster of any size into a fresh instance: seconds and memory, one JSON line an import.

    python -m bench.roster [PUPILS …]          (1500 and 20000 if none is said)

Each import runs in a process of its own: the first one, the same files again, and the same with every name changed.
DATABASE_URL measures another database than SQLite; it must be empty.
"""

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.make_roster import FAMILY, make_roster
from config.settings import Settings
from welfare.audit.event import Origin
from welfare.people.roster.carrying import Carrier
from welfare.people.roster.importing import counts_of
from welfare.people.roster.reading import ReadingRules, read_path
from welfare.rules.actors import SYSTEM
from welfare.web.app import close, create_app
from welfare.web.founding import create_instance

SIZES = (1500, 20_000)


def main(sizes: list[int]) -> None:
    """Measure each size and print."""
    for pupils in sizes:
        with TemporaryDirectory() as folder:
            place = Path(folder)
            make_roster(place / "roster", pupils)
            instance = {"WELFARE_INSTANCE": str(place / "instance")}
            create_instance(Settings.from_env(os.environ | instance))
            for name in ("first", "again", "every name changed"):
                if name == "every name changed":
                    _rename_everybody(place / "roster" / "users.csv")
                command = [sys.executable, "-m", "bench.roster", "--import", str(place / "roster"), name]
                subprocess.run(command, env=os.environ | instance, check=True)  # noqa: S603 - this very module


def measure(folder: Path, name: str) -> None:
    """Import one folder into the instance of the environment and print what it took."""
    app = create_app(Settings.from_env(os.environ))
    carrier = Carrier(app.extensions["ledger"], SYSTEM, Origin(way="bench"))
    start = time.perf_counter()
    reading = carrier.read(lambda recall: read_path(folder, ReadingRules(), recall))
    read = time.perf_counter()
    approved = counts_of(carrier.preview(reading).plan)
    compared = time.perf_counter()
    carrier.carry_out(reading, approved)
    written = time.perf_counter()
    close(app)
    line = {
        "import": name,
        "pupils": len(reading.content.demographics.records),
        "reading_s": round(read - start, 1),
        "comparing_s": round(compared - read, 1),
        "writing_s": round(written - compared, 1),
        "seconds": round(written - start, 1),
        "cpu_s": round(time.process_time(), 1),
        "max_rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "changed": approved["users.add"] + approved["users.change"],
    }
    print(json.dumps(line))


def _rename_everybody(users: Path) -> None:
    text = users.read_text(encoding="utf-8")
    for name in FAMILY:
        text = text.replace(f",{name},", f",Uusi-{name},")
    users.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--import"]:
        measure(Path(sys.argv[2]), sys.argv[3])
    else:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
