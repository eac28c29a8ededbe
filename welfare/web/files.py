"""Static files: an address that changes with the content may be kept for a year; any other is asked about each time."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from flask import Flask, Response, request

ENDPOINTS = frozenset({"static", "bootstrap.static"})
VERSION = "v"
_DIGITS = 16
_KEPT = "public, max-age=31536000, immutable"
_ERRORS = 400


def init_files(app: Flask) -> None:
    """Put the digest of its content into the address of every file that a page names."""

    def add_version(endpoint: str, values: dict[str, object]) -> None:
        if endpoint in ENDPOINTS:
            version = version_of(_folder(app, endpoint), str(values.get("filename", "")))
            if version:
                values.setdefault(VERSION, version)

    app.url_defaults(add_version)


def keeping(app: Flask, response: Response) -> str:
    """How long an answer may be kept: for ever a file of this content, never anything that is not a file."""
    if request.endpoint not in ENDPOINTS or response.status_code >= _ERRORS:
        return "no-store"
    filename = str((request.view_args or {}).get("filename", ""))
    asked = request.args.get(VERSION)
    is_this = asked is not None and asked == version_of(_folder(app, request.endpoint), filename)
    return _KEPT if is_this else "no-cache"


@cache
def version_of(folder: str, filename: str) -> str:
    """The beginning of the digest of a file; empty when there is none. A release changes files, a process does not."""
    path = Path(folder) / filename
    return sha256(path.read_bytes()).hexdigest()[:_DIGITS] if path.is_file() else ""


def _folder(app: Flask, endpoint: str) -> str:
    room = endpoint.rpartition(".")[0]
    return str((app.blueprints[room] if room else app).static_folder)
