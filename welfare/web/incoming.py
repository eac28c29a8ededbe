"""Reads what a form sends: bytes that are no text become marks that every field refuses, and too much is not read."""

from io import BytesIO
from typing import IO, Final
from urllib.parse import parse_qsl

from flask import Request
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.formparser import FormDataParser

Read = tuple[IO[bytes], MultiDict[str, str], MultiDict[str, FileStorage]]
_PIECE: Final = 64 * 1024


class FormReader(FormDataParser):
    """Werkzeug's reader keeps bytes it cannot decode as percent signs and figures, and sets plain forms no limit."""

    def _parse_urlencoded(
        self, stream: IO[bytes], mimetype: str, content_length: int | None, options: dict[str, str]
    ) -> Read:
        del mimetype, content_length, options
        body = _read(stream, self.max_form_memory_size).decode(errors="replace")
        fields = parse_qsl(body, keep_blank_values=True, errors="replace")
        return stream, self.cls(fields), self.cls()


class Incoming(Request):
    """A request whose forms are read so, and whose files stay in memory: a roster must not lie unsealed on a disk."""

    form_data_parser_class = FormReader

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        del total_content_length, content_type, filename, content_length
        return BytesIO()


def _read(stream: IO[bytes], most: int | None) -> bytes:
    """The whole body. Raises RequestEntityTooLarge as soon as it is too much."""
    read = bytearray()
    while piece := stream.read(_PIECE):
        read += piece
        if most is not None and len(read) > most:
            raise RequestEntityTooLarge
    return bytes(read)
