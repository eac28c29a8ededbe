"""What the documents tell a newcomer to type or open is there."""

import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, name_of

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("**/*.md")])
COMMAND = re.compile(r"(?:^|`)make ([a-z]+)", re.MULTILINE)
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\((?!https?://|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_make_command_in_a_document_is_a_target(document: Path) -> None:
    targets = set(TARGET.findall(text_of(ROOT / "Makefile")))
    named = {command for code in CODE.findall(text_of(document)) for command in COMMAND.findall(code)}
    assert named - targets == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_link_and_picture_leads_to_a_file(document: Path) -> None:
    assert [link for link in LINK.findall(text_of(document)) if not (document.parent / link).exists()] == []


def test_the_readme_names_the_two_commands() -> None:
    assert {"run", "test"} <= set(COMMAND.findall(text_of(ROOT / "README.md")))
