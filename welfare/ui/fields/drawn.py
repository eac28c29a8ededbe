"""What every field shares: its words, whether it may be left empty, and how it is drawn.

Order and ties follow WCAG 2.2 (1.3.1, 3.3.1, 3.3.2): label, hint, error, control; the control is described by the
hint and the error. There is no ``maxlength``: a browser would cut pasted text off without a word.
"""

from typing import Any, TypedDict, Unpack

from flask import current_app
from flask_babel import gettext as _
from flask_babel.speaklater import LazyString
from wtforms import Field
from wtforms.form import BaseForm
from wtforms.validators import StopValidation

Words = str | LazyString


class Look(TypedDict, total=False):
    """What a form may say about a field, beside its label."""

    hint: Words
    is_optional: bool
    optional_words: Words
    missing: Words
    width: str
    autocomplete: str
    validators: Any
    default: Any
    name: str
    _form: Any
    _prefix: str
    _translations: Any
    _meta: Any


def draw(field: "DrawnField", **wishes: object) -> Any:  # noqa: ANN401  (safe markup, which a macro alone may make)
    """Draw the whole field by the macro of its kind in ``_components/fields.html``."""
    module = current_app.jinja_env.get_template("_components/fields.html").module
    return getattr(module, field.macro)(field, **wishes)


class DrawnField(Field):
    """A field that must be answered unless ``is_optional``; ``missing`` are the words when it is not."""

    macro = "text_line"
    widget = staticmethod(draw)

    def __init__(self, label: Words = "", **look: Unpack[Look]) -> None:
        self.hint = look.pop("hint", "")
        self.is_optional = look.pop("is_optional", False)
        self.optional_words = look.pop("optional_words", "")
        self.missing = look.pop("missing", "")
        self.width = look.pop("width", "")
        self.autocomplete = look.pop("autocomplete", "off")
        self.own_words = ""
        framework: dict[str, Any] = {**look}
        super().__init__(label, **framework)  # type: ignore[arg-type]  # the stubs know no lazy words

    @property
    def is_empty(self) -> bool:
        """True when nothing was answered."""
        return self.data is None or self.data in ("", [])

    @property
    def target(self) -> str:
        """The id of the control that an error link leads to."""
        return self.id

    @property
    def described_by(self) -> str:
        """The ids that describe the control: its hint, then its error."""
        parts = [f"{self.id}-hint"] if self.hint else []
        if self.errors:
            parts.append(f"{self.id}-error")
        return " ".join(parts)

    def put(self, value: object) -> None:
        """Show this value in place of what was typed; a form given back keeps what its writer had typed."""
        if getattr(self.meta, "is_filled_again", False):
            return
        self.raw_data = None
        self.data = value

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Take in the first posted value; a field left out of the post counts as empty."""
        self.data = self.take(valuelist[0]) if valuelist else self.nothing

    @property
    def nothing(self) -> Any:  # noqa: ANN401  (each kind of field has its own empty answer)
        """The data of an empty answer."""
        return None

    def take(self, raw: str) -> Any:  # noqa: ANN401  (each kind of field has its own type of answer)
        """Turn a posted value into data; raise ValueError with words for the person."""
        return raw

    def pre_validate(self, form: BaseForm) -> None:  # noqa: ARG002  (WTForms calls it so)
        """Stop at what could not be taken in, and at a required field left empty."""
        if self.process_errors:
            raise StopValidation
        if self.is_empty and not self.is_optional:
            raise StopValidation(str(self.missing) or self.in_own_words(_("This cannot be left empty.")))

    def in_own_words(self, error: str) -> str:
        """Note that these words do not name the field, so that a list of errors puts the label before them."""
        self.own_words = error
        return error
