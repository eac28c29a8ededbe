"""The blueprint of the papers, and how a file leaves the house. What they are about is found by the cases room."""

from flask import Response, make_response

from welfare.access.blueprint import GuardedBlueprint

bp = GuardedBlueprint("papers", __name__)


def handed_out(content: bytes, kind: str, name: str) -> Response:
    """A file to be saved, never shown within a page of ours; its name says nothing of whom it is about."""
    response = make_response(content)
    response.headers["Content-Type"] = kind
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
