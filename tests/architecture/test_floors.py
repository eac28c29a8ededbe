"""A room imports what stands on the floors below it, and nothing else.

Why floors: the permission for a thing must be decided before its key is fetched, its key before its text, its text
before the page. As long as imports run one way only, that order can be read off the tree, any room can be understood
with what is beneath it, and no change reaches upwards by surprise. Most large applications lose this in a year, first
by one import inside a function that hides a circle. So there is none here, no relative import and no import for type
checkers alone; and the law book on the ground floor needs nothing but Python, so that anyone may read it and run it.

The floors themselves are drawn in setup.cfg, in the order of the storeys.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import ROOT, name_of, python_files

Import = ast.Import | ast.ImportFrom


def syntax_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports_in(tree: ast.AST) -> Iterator[Import]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node


def imported_modules(node: Import) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [alias.name for alias in node.names]


def buried_imports(tree: ast.Module) -> list[int]:
    """Lines of imports that are not at the top of the module: in functions, classes or conditions."""
    top = {id(node) for node in tree.body}
    return [node.lineno for node in imports_in(tree) if id(node) not in top]


def test_the_contracts_of_setup_cfg_hold() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    found = subprocess.run([program, "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 – our own venv
    assert found.returncode == 0, found.stdout + found.stderr


def test_no_import_is_relative() -> None:
    relative = [
        f"{name_of(path)}:{node.lineno}"
        for path in python_files()
        for node in imports_in(syntax_of(path))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_no_import_hides_in_a_function_or_behind_a_condition() -> None:
    buried = {name_of(path): lines for path in python_files() if (lines := buried_imports(syntax_of(path)))}
    assert buried == {}


def test_an_import_in_a_function_would_be_seen() -> None:
    assert buried_imports(ast.parse("def late():\n    import json\n")) == [2]
    assert buried_imports(ast.parse("import json\n")) == []


def test_the_lobby_is_empty() -> None:
    body = syntax_of(ROOT / "welfare" / "__init__.py").body
    assert [type(node) for node in body] == [ast.Expr], "welfare/__init__.py holds its docstring and nothing else"


def test_every_room_says_what_it_is_for() -> None:
    silent = [
        name_of(path)
        for path in python_files("welfare")
        if path.name == "__init__.py" and "migrations" not in path.parts and not ast.get_docstring(syntax_of(path))
    ]
    assert silent == []


def test_the_law_book_needs_nothing_but_python() -> None:
    foreign = {
        f"{name_of(path)}: {module}"
        for path in python_files("welfare/rules")
        for node in imports_in(syntax_of(path))
        for module in imported_modules(node)
        if module.split(".")[0] not in sys.stdlib_module_names and not f"{module}.".startswith("welfare.rules.")
    }
    assert foreign == set()
