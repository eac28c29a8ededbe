"""What the documents tell a newcomer to type or open is there."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.architecture.tree import ROOT, name_of
from welfare.web.cli import main

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("**/*.md")])
OPERATING = ROOT / "docs" / "operating.md"
COMMAND = re.compile(r"(?:^|`)make ([a-z]+)", re.MULTILINE)
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\((?!https?://|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)
OPERATORS = re.compile(r"(?:^|[`=/])(?:\S*/)?welfare ((?:[a-z]|--)[^`\n]*)", re.MULTILINE)
VARIABLE = re.compile(r'environ(?:\.get\(|, )"([A-Z_]+)"')


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def commands_in(path: Path) -> set[str]:
    """What stands after `welfare` in the code of a document."""
    return {words for code in CODE.findall(text_of(path)) for words in OPERATORS.findall(code)}


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_make_command_in_a_document_is_a_target(document: Path) -> None:
    targets = set(TARGET.findall(text_of(ROOT / "Makefile")))
    named = {command for code in CODE.findall(text_of(document)) for command in COMMAND.findall(code)}
    assert named - targets == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_command_of_the_operator_in_a_document_can_be_called_so(document: Path) -> None:
    for words in commands_in(document):
        called = CliRunner().invoke(main, [*shlex.split(words, comments=True), "--help"])
        assert called.exit_code == 0, f"welfare {words}: {called.output}"


def test_the_commands_of_a_new_instance_are_found_in_its_document() -> None:
    assert {"init", "check", "serve"} <= commands_in(OPERATING)


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_link_and_picture_leads_to_a_file(document: Path) -> None:
    assert [link for link in LINK.findall(text_of(document)) if not (document.parent / link).exists()] == []


def test_the_readme_names_the_two_commands() -> None:
    assert {"run", "test"} <= set(COMMAND.findall(text_of(ROOT / "README.md")))


def test_the_table_of_variables_is_the_one_that_settings_read() -> None:
    read = set(VARIABLE.findall(text_of(ROOT / "config" / "settings.py")))
    told = set(re.findall(r"^\| `([A-Z_]+)` \|", text_of(OPERATING), re.MULTILINE))
    assert told == read
