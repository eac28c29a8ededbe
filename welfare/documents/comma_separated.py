"""Tables as comma-separated values (RFC 4180), no cell of which is taken for a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

_FORMULA = re.compile(r"\A(?=[=+\-@\t\r])|(?<=[;\t\r\n])(?=[=+\-@])")
"""Where a cell begins like a formula, or would if the table were cut at semicolons, tabs or lines instead."""


def csv_text(heads: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    """A table with its heads as the first line; every cell of the rows is defused."""
    table = StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([defused(cell) for cell in row] for row in rows)
    return table.getvalue()


def defused(cell: str) -> str:
    """A cell with an apostrophe before whatever begins like a formula (OWASP, CSV injection)."""
    return _FORMULA.sub("'", cell)
