"""What the suite needs of the machine, and what is said when it is not there.

On a developer's machine a missing browser or database skips the tests that need it, and the end of the run says so
loudly. With CI=true it fails them: a green run there means that everything ran.
"""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

CHROMIUM_INSTALL = "apt-get install -y chromium"
POSTGRESQL_INSTALL = "apt-get install -y postgresql"
MISSING = "MISSING:"


def is_ci() -> bool:
    """Whether a missing prerequisite is a failure."""
    return os.environ.get("CI", "").strip().lower() in {"1", "true", "yes"}


def stop_without(what: str, remedy: str) -> NoReturn:
    """Skips the asking test, or fails it under CI, naming the one command that helps."""
    sentence = f"{MISSING} {what}. Install it with: {remedy}"
    if is_ci():
        pytest.fail(sentence, pytrace=False)
    pytest.skip(sentence)


def chromium() -> Path:
    """The machine's own Chromium; stops the test where there is none."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return Path(found)
    stop_without("no Chromium, so no browser test ran", CHROMIUM_INSTALL)


def missing_sentences(skipped: list[pytest.TestReport]) -> dict[str, int]:
    """How many skipped tests each missing thing cost."""
    counts: dict[str, int] = {}
    for report in skipped:
        reason = str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else ""
        sentence = reason.removeprefix("Skipped: ")
        if sentence.startswith(MISSING):
            counts[sentence] = counts.get(sentence, 0) + 1
    return counts
