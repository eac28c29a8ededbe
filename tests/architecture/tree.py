"""The files of the project, as the architecture tests see them."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON_FOLDERS = ("welfare", "config", "tests", "bench")
TEMPLATES = ROOT / "welfare" / "templates"


def python_files(*folders: str) -> Iterator[Path]:
    """Every Python file of the named folders (all of ours if none is named) and of the root."""
    yield from sorted(ROOT.glob("*.py")) if not folders else ()
    for folder in folders or PYTHON_FOLDERS:
        yield from sorted((ROOT / folder).rglob("*.py"))


def templates() -> Iterator[Path]:
    """Every page, part and text that Jinja fills in."""
    yield from sorted(path for path in TEMPLATES.rglob("*") if path.is_file())


def name_of(path: Path) -> str:
    """The path as a reader of a failure wants it."""
    return path.relative_to(ROOT).as_posix()


def line_count(path: Path) -> int:
    """Lines of one text file."""
    return len(path.read_text(encoding="utf-8").splitlines())
