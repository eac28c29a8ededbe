"""A paper or a table handed to a browser as a file."""

from collections.abc import Mapping
from json import dumps
from typing import Any, Final

from flask import Response, make_response

from welfare.documents.paper import Paper
from welfare.documents.pdf import pdf_of

FILE_NAME: Final = "document.pdf"
"""It says nothing: a downloaded file lies about under its name."""


def pdf_answer(paper: Paper) -> Response:
    """The file of a paper. Raises PaperError."""
    response = make_response(pdf_of(paper))
    response.mimetype = "application/pdf"
    response.headers["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return response


def csv_answer(table: str, name: str) -> Response:
    """The file of a table, by a name without its ending that tells of nobody."""
    response = make_response(table)
    response.headers["Content-Type"] = "text/csv; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def json_answer(content: Mapping[str, Any], name: str) -> Response:
    """The file of a JSON document, by a name without its ending that tells of nobody."""
    response = make_response(dumps(content, ensure_ascii=False, indent=2))
    response.headers["Content-Type"] = "application/json; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return response
