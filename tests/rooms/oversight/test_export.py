"""Carrying a list out of the house: a deed of its own, ids and codes, no cell a spreadsheet would run."""

import csv
from collections.abc import Callable
from io import StringIO

import pytest

from tests.builders import Someone
from tests.client import Client
from tests.clock import NOW
from tests.rooms.oversight.deeds import Deeds
from welfare.audit.event import Outcome
from welfare.documents.comma_separated import csv_text, defused
from welfare.oversight.csv_export import HEADERS, events_csv
from welfare.oversight.queries import Found
from welfare.rules.permissions import Permission
from welfare.rules.registers import HOUSE


def test_the_export_holds_ids_and_codes_and_leaves_an_event(
    desk: Client, deeds: Deeds, principal: Someone, pupil: Someone
) -> None:
    deeds.leave(principal, Permission.CASE_READ, about=pupil.person_id)
    answer = desk.get("/audit?deeds=matters").form("Export as a table").submit()
    assert answer.response.mimetype == "text/csv"
    assert answer.response.headers["Content-Disposition"] == 'attachment; filename="audit-2026-11-23.csv"'
    header, line = list(csv.reader(StringIO(answer.text)))
    record = dict(zip(header, line, strict=True))
    assert (record["permission"], record["account"]) == ("case:read", principal.account_id.hex)
    assert record["subjects"] == f"person:{pupil.person_id.hex}"
    assert not {"Aava", "Pirkko"} & set(answer.text.split())
    assert deeds.last()["permission"] == "audit:export"
    assert deeds.last()["codes"]["listed"] == 1


def test_nobody_else_exports(deeds: Deeds, principal: Someone, sign_in: Callable[[Someone], Client]) -> None:
    client = sign_in(principal)
    token = client.get("/").tree.first("input", when=lambda node: node.get("name") == "csrf_token")
    assert token is not None
    client.post("/audit/export", {"csrf_token": token.get("value")}, status=404)
    assert (deeds.last()["permission"], deeds.last()["outcome"]) == ("audit:export", "refused")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_of_an_export_is_a_formula(cell: str) -> None:
    assert defused(cell) == f"'{cell}"
    assert defused("case:read") == "case:read"


def test_a_tab_or_a_line_before_a_formula_is_defused_with_it() -> None:
    assert defused("\t=1") == "'\t'=1"
    assert defused("\rx") == "'\rx"


def test_what_would_begin_a_cell_where_tables_are_cut_at_semicolons_is_defused() -> None:
    assert csv_text(["a"], [["Kurre;=1+1", "x"], ["y\n@sum", "z"]]) == "a\r\nKurre;'=1+1,x\r\n\"y\n'@sum\",z\r\n"
    assert defused("kello 9-10; ei tullut") == "kello 9-10; ei tullut"


def test_an_event_too_long_for_a_list_has_its_place_in_the_table() -> None:
    table = events_csv([Found(HOUSE, 7, NOW, None, "roster:import", Outcome.DONE, None)])
    header, line = list(csv.reader(StringIO(table)))
    assert len(line) == len(header) == len(HEADERS)
    assert dict(zip(header, line, strict=True))["permission"] == "roster:import"
