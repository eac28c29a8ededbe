"""Fields nobody sees: ids, the revision a text was read at, and the key that makes a retried save one save."""

import re
import secrets
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from flask_babel import gettext as _
from wtforms import HiddenField
from wtforms.form import BaseForm
from wtforms.validators import StopValidation

from welfare.ui.given_back import MARKED

_KEY: Final = re.compile(r"[A-Za-z0-9_-]{16,64}")
_REVISION: Final = re.compile(r"[0-9]{1,9}")
_SEEN: Final = re.compile(r"([0-9]{1,9})\.([0-9a-f]{16})")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a writer saw of one text among many: its revision, and a digest of its words.

    The digest tells a text left alone from one that was changed, also where somebody else has saved it meanwhile.
    """

    revision: int
    digest: str

    @classmethod
    def of(cls, text: str, revision: int = 0) -> "Seen":
        """The mark of a text as it is shown."""
        return cls(revision, sha256(text.encode(errors="surrogatepass")).hexdigest()[:16])

    def is_of(self, text: str) -> bool:
        """Whether the text is still the one that was seen."""
        return self == Seen.of(text, self.revision)

    def __str__(self) -> str:
        """As a page carries it."""
        return f"{self.revision}.{self.digest}"


class _Hidden(HiddenField):
    def put(self, value: Any) -> None:  # noqa: ANN401  (each kind has its own type)
        """Draw this value in place of what was posted; a form given back keeps what its writer saw."""
        if getattr(self.meta, "is_filled_again", False):
            return
        self.raw_data = None
        self.data = value

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read the value; an unreadable one counts as missing, for no person has typed it."""
        self.data = self.take(str(valuelist[0])) if valuelist else None

    def take(self, raw: str) -> Any:  # noqa: ANN401  (each kind has its own type)
        """Give the value or None."""
        raise NotImplementedError

    def pre_validate(self, form: BaseForm) -> None:  # noqa: ARG002  (WTForms calls it so)
        """Ask to send again: the form drawn with the error has a whole set of hidden values."""
        if self.data is None:
            raise StopValidation(_("The form was not whole. Check your answers and send it again."))

    def _value(self) -> str:
        return "" if self.data is None else str(self.data)


class HiddenId(_Hidden):
    """The id of a thing; ``data`` is ``UUID`` or None."""

    def take(self, raw: str) -> UUID | None:
        """Read the id."""
        try:
            return UUID(raw)
        except ValueError:
            return None


class HiddenRevision(_Hidden):
    """The revision that the writer saw; ``data`` is ``int`` or None."""

    def take(self, raw: str) -> int | None:
        """Read the number."""
        return int(raw) if _REVISION.fullmatch(raw) else None


class HiddenSeen(_Hidden):
    """What the writer saw of one text; ``data`` is `Seen` or None."""

    def take(self, raw: str) -> Seen | None:
        """Read the mark."""
        found = _SEEN.fullmatch(raw)
        return Seen(int(found[1]), found[2]) if found else None


class GivenBackMark(_Hidden):
    """Tells that the form holds text which came too late once; ``data`` is ``"1"`` or None."""

    def take(self, raw: str) -> str | None:
        """Read the mark."""
        return MARKED if raw == MARKED else None

    def pre_validate(self, form: BaseForm) -> None:
        """Most forms do without."""


class IdempotencyKey(_Hidden):
    """Made fresh each time the form is drawn; ``data`` is the key of the form that was sent."""

    def take(self, raw: str) -> str | None:
        """Read the key."""
        return raw if _KEY.fullmatch(raw) else None

    def _value(self) -> str:
        return secrets.token_urlsafe(18)
