"""Static files: an address that changes with the content may be kept for a year; any other is asked about each time.

Scripts import each other by their names alone. So their version is a folder of the address: what one of them imports
has it too.
"""

from functools import cache
from hashlib import sha256
from pathlib import Path

from flask import Flask, Response, request, send_from_directory

ENDPOINTS = frozenset({"static", "bootstrap.static"})
MODULES = "modules"
VERSION = "v"
_DIGITS = 16
_KEPT = "public, max-age=31536000, immutable"
_ERRORS = 400


def init_files(app: Flask) -> None:
    """Put the digest of its content into the address of every file that a page names."""
    scripts = Path(str(app.static_folder)) / "js"

    def module(version: str, filename: str) -> Response:
        del version  # of an earlier release: what there is now, to be asked about again
        return send_from_directory(scripts, filename)

    def add_version(endpoint: str, values: dict[str, object]) -> None:
        if endpoint == MODULES:
            values.setdefault("version", version_of_all(scripts))
        elif endpoint in ENDPOINTS:
            version = version_of(_folder(app, endpoint), str(values.get("filename", "")))
            if version:
                values.setdefault(VERSION, version)

    app.add_url_rule("/modules/<string:version>/<path:filename>", MODULES, module)
    app.url_defaults(add_version)


def keeping(app: Flask, response: Response) -> str:
    """How long an answer may be kept: for ever a file of this content, never anything that is not a file."""
    endpoint, named = request.endpoint, request.view_args or {}
    if endpoint not in {*ENDPOINTS, MODULES} or response.status_code >= _ERRORS:
        return "no-store"
    if endpoint == MODULES:
        is_this = named["version"] == version_of_all(Path(str(app.static_folder)) / "js")
    else:
        asked = request.args.get(VERSION)
        is_this = asked is not None and asked == version_of(_folder(app, endpoint), str(named.get("filename", "")))
    return _KEPT if is_this else "no-cache"


@cache
def version_of(folder: str, filename: str) -> str:
    """The beginning of the digest of a file; empty when there is none. A release changes files, a process does not."""
    path = Path(folder) / filename
    return sha256(path.read_bytes()).hexdigest()[:_DIGITS] if path.is_file() else ""


@cache
def version_of_all(folder: Path) -> str:
    """The same of every file in a folder together."""
    digests = (f"{path.name}:{version_of(str(folder), path.name)}" for path in sorted(folder.iterdir()))
    return sha256("\n".join(digests).encode()).hexdigest()[:_DIGITS]


def _folder(app: Flask, endpoint: str) -> str:
    room = endpoint.rpartition(".")[0]
    return str((app.blueprints[room] if room else app).static_folder)
