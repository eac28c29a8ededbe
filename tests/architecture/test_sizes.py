"""A file holds one thought, and a reader sees the whole of it.

Why a hard limit: files grow by one reasonable addition at a time, and the day on which the four-thousand-line file
should have been cut never comes. A file that reaches the limit becomes a folder of the same name, and its parts get
names. Migrations are exempt, for they are records of what was done and are not edited.
"""

from collections.abc import Iterable
from pathlib import Path

from tests.architecture.tree import ROOT, line_count, name_of, python_files, templates

PYTHON_LIMIT = 300
STYLE_AND_SCRIPT_LIMIT = 300
TEMPLATE_LIMIT = 120
CONFTEST_LIMIT = 150


def too_long(paths: Iterable[Path], limit: int) -> dict[str, int]:
    return {name_of(path): count for path in paths if (count := line_count(path)) > limit}


def test_no_python_file_is_longer_than_its_limit() -> None:
    assert too_long((path for path in python_files() if "migrations" not in path.parts), PYTHON_LIMIT) == {}


def test_no_template_is_longer_than_its_limit() -> None:
    assert too_long(templates(), TEMPLATE_LIMIT) == {}


def test_no_conftest_has_become_a_second_application() -> None:
    assert too_long((path for path in python_files("tests") if path.name == "conftest.py"), CONFTEST_LIMIT) == {}


def test_no_style_sheet_or_script_is_longer_than_its_limit() -> None:
    static = ROOT / "welfare" / "static"
    assert too_long([*static.rglob("*.css"), *static.rglob("*.js")], STYLE_AND_SCRIPT_LIMIT) == {}


def test_a_file_over_its_limit_is_named_with_its_length() -> None:
    here = Path(__file__).resolve()
    assert too_long([here], 1) == {"tests/architecture/test_sizes.py": line_count(here)}
    assert too_long([here], line_count(here)) == {}
