"""The tree and the addresses read like the domain.

Why some names are forbidden: a file called by no subject attracts everything that has none, until it is a second
application that all rooms import. What has a purpose has a name; what has no name belongs in the room that uses it.
"""

import re

import pytest
from flask import Flask

from tests.architecture.tree import ROOT, name_of, python_files

FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "shared", "stuff"}
WORD = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)?")
PARAMETER = re.compile(r"<(?:(?P<converter>[a-z_]+)(?:\([^)]*\))?:)?(?P<name>[a-z_]+)>")


def malformed_parts(rule: str) -> list[str]:
    """The parts of a URL rule that are neither kebab-case words nor typed parameters."""
    return [part for part in rule.strip("/").split("/") if part and not _is_well_formed(part)]


def _is_well_formed(part: str) -> bool:
    is_typed = all(parameter["converter"] for parameter in PARAMETER.finditer(part))
    return is_typed and WORD.fullmatch(PARAMETER.sub("x", part)) is not None


def test_no_file_or_folder_has_a_name_that_says_nothing() -> None:
    named = {
        part for path in python_files() for part in path.relative_to(ROOT).with_suffix("").parts if part in FORBIDDEN
    }
    assert named == set()


def test_every_test_file_is_found_by_pytest() -> None:
    stray = [
        name_of(path)
        for path in python_files("tests")
        if not path.name.startswith("test_") and "\ndef test_" in path.read_text(encoding="utf-8")
    ]
    assert stray == []


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_addresses_are_kebab_case_with_typed_parameters(app: Flask) -> None:
    rules = [
        rule.rule for rule in app.url_map.iter_rules() if rule.endpoint != "static" and "bootstrap" not in rule.endpoint
    ]
    assert {rule: parts for rule in rules if (parts := malformed_parts(rule))} == {}


def test_a_shouting_address_and_an_untyped_parameter_are_seen() -> None:
    assert malformed_parts("/cases/<case_id:case>/log") == []
    assert malformed_parts("/language/<any(fi, sv, en):code>/log-<uuid:id>.csv") == []
    assert malformed_parts("/Cases/case_log/<case>/log-<id>") == ["Cases", "case_log", "<case>", "log-<id>"]
