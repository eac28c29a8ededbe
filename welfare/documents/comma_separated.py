"""Tables as comma-separated values (RFC 4180), no cell of which is taken for a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(heads: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    """A table with its heads as the first line; every cell of the rows is defused."""
    table = StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([defused(cell) for cell in row] for row in rows)
    return table.getvalue()


def defused(cell: str) -> str:
    """A cell that begins like a formula, with an apostrophe before it (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
