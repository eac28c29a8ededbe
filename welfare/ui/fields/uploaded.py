"""A field for a file chosen from the reader's own machine."""

from typing import Any, Unpack

from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage

from welfare.ui.fields.drawn import DrawnField, Look, Words


class Upload(DrawnField):
    """One file; ``data`` is a ``FileStorage`` or None. ``accept`` lists the endings taken, as ``.zip,.csv``."""

    macro = "upload"

    def __init__(self, label: Words = "", *, accept: str = "", **look: Unpack[Look]) -> None:
        self.accept = accept
        super().__init__(label, **look)

    @property
    def is_empty(self) -> bool:
        """True when no file was chosen."""
        return self.data is None

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Take the first real file; refuse an ending that is not asked for."""
        files = [file for file in valuelist if isinstance(file, FileStorage) and file.filename]
        self.data = files[0] if files else None
        if self.data is None and any(isinstance(value, str) and value for value in valuelist):
            raise ValueError(_("Choose a file."))
        endings = tuple(ending.strip().lower() for ending in self.accept.split(",") if ending.strip())
        if self.data is not None and endings and not str(self.data.filename).lower().endswith(endings):
            self.data = None
            raise ValueError(_("Choose a file of the kind %(endings)s.", endings=", ".join(endings)))
