"""Fields for words, figures and secrets that are typed."""

import re
import unicodedata
from typing import Final, Unpack

from flask_babel import gettext as _

from welfare.ui.characters import MINUS
from welfare.ui.fields.drawn import DrawnField, Look, Words
from welfare.ui.formats import number_text
from welfare.ui.text import REPLACEMENT, clean_text, showable

_SECRET_LIMIT: Final = 1024
_CODE_LIMIT: Final = 64
_DIGITS: Final = re.compile(r"[0-9]+")
_DECIMAL: Final = re.compile(r"-?[0-9]{1,9}([.,][0-9]{1,6})?")
_WHOLE: Final = re.compile(r"[-\u2212]?[0-9]{1,9}")


class TextLine(DrawnField):
    """One line of text; ``data`` is a trimmed ``str``, empty when left empty."""

    macro = "text_line"
    has_lines = False

    def __init__(
        self,
        label: Words = "",
        *,
        limit: int = 200,
        input_mode: str = "",
        value_type: str = "text",
        **look: Unpack[Look],
    ) -> None:
        self.limit = limit
        self.input_mode = input_mode
        self.value_type = value_type
        super().__init__(label, **look)

    @property
    def nothing(self) -> str:
        """An empty text."""
        return ""

    @property
    def shown(self) -> str:
        """What stands in the control: what was typed, or else what is stored."""
        if self.raw_data:
            return showable(str(self.raw_data[0]))
        return "" if self.data is None else str(self.data)

    def take(self, raw: str) -> str:
        """Clean the text, or refuse it in words."""
        return clean_text(raw, limit=self.limit, has_lines=self.has_lines)


class LongText(TextLine):
    """Text of many lines; ``data`` is a trimmed ``str`` with newlines between lines."""

    macro = "long_text"
    has_lines = True

    def __init__(self, label: Words = "", *, limit: int = 10_000, rows: int = 4, **look: Unpack[Look]) -> None:
        self.rows = rows
        super().__init__(label, limit=limit, **look)


class WholeNumber(TextLine):
    """A whole number between two bounds; ``data`` is ``int`` or None."""

    def __init__(self, label: Words = "", *, least: int = 0, most: int = 999_999_999, **look: Unpack[Look]) -> None:
        self.least = least
        self.most = most
        look.setdefault("width", "date")
        super().__init__(label, input_mode="numeric", **look)

    @property
    def nothing(self) -> None:  # type: ignore[override]
        """No number."""
        return

    def take(self, raw: str) -> int | None:  # type: ignore[override]
        """Read the number, or say the bounds."""
        text = clean_text(raw, limit=self.limit).replace("\u00a0", "").replace(" ", "")
        if not text:
            return None
        number = int(text.replace(MINUS, "-")) if _WHOLE.fullmatch(text) else self.least - 1
        if not self.least <= number <= self.most:
            raise ValueError(_("Write a whole number from %(least)s to %(most)s.", least=self.least, most=self.most))
        return number


class PasswordText(DrawnField):
    """A password: kept as typed but in NFC, so that two keyboards give the same secret. It is never shown again."""

    macro = "password_text"

    def __init__(self, label: Words = "", **look: Unpack[Look]) -> None:
        look.setdefault("autocomplete", "current-password")
        super().__init__(label, **look)

    @property
    def nothing(self) -> str:
        """An empty password."""
        return ""

    def take(self, raw: str) -> str:
        """Refuse only what cannot be a password at all."""
        is_unreadable = any(sign == REPLACEMENT or unicodedata.category(sign) in {"Cc", "Cs"} for sign in raw)
        if is_unreadable or len(raw) > _SECRET_LIMIT:
            raise ValueError(_("The password is too long or has signs that cannot be typed. Write it again."))
        return unicodedata.normalize("NFC", raw)


class CodeText(TextLine):
    """A one-time code of ``digits`` digits, or with ``digits=None`` a recovery code. Spaces and hyphens go."""

    macro = "code_text"

    def __init__(self, label: Words = "", *, digits: int | None = 6, **look: Unpack[Look]) -> None:
        self.digits = digits
        look.setdefault("autocomplete", "one-time-code")
        super().__init__(label, limit=_CODE_LIMIT, input_mode="numeric" if digits else "text", **look)

    def take(self, raw: str) -> str:
        """Leave out spaces and hyphens and check the length."""
        code = re.sub(r"[\s\-–]", "", super().take(raw))
        if code and self.digits and not (_DIGITS.fullmatch(code) and len(code) == self.digits):
            raise ValueError(_("Write the code of %(digits)s digits.", digits=self.digits))
        return code


class DecimalNumber(TextLine):
    """A number between two bounds, with a decimal comma or point; ``data`` is ``float`` or None."""

    def __init__(self, label: Words = "", *, least: float = 0, most: float = 999_999_999, **look: Unpack[Look]) -> None:
        self.least = least
        self.most = most
        look.setdefault("width", "date")
        super().__init__(label, limit=_CODE_LIMIT, input_mode="decimal", **look)

    @property
    def nothing(self) -> None:  # type: ignore[override]
        """No number."""
        return

    @property
    def shown(self) -> str:
        """What was typed, or the stored number as it would be typed."""
        return super().shown if self.raw_data or self.data is None else self.as_typed(self.data)

    def as_typed(self, value: float) -> str:
        """Write ``7,4``."""
        return number_text(value, 0 if float(value).is_integer() else len(str(float(value)).partition(".")[2]))

    def take(self, raw: str) -> float | None:  # type: ignore[override]
        """Read the number, or say the bounds."""
        text = clean_text(raw, limit=self.limit).replace("\u00a0", "").replace(" ", "").replace(MINUS, "-")
        if not text:
            return None
        number = float(text.replace(",", ".")) if _DECIMAL.fullmatch(text) else self.least - 1
        if not self.least <= number <= self.most:
            least, most = number_text(self.least), number_text(self.most)
            raise ValueError(_("Write a number from %(least)s to %(most)s, such as 7,4.", least=least, most=most))
        return number
