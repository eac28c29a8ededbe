"""Fields that are answered by choosing. What was not offered cannot be chosen, so an unknown id ends at the field."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar, Unpack

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.ui.fields.drawn import DrawnField, Look, Words

E = TypeVar("E", bound=Enum)


@dataclass(frozen=True)
class Option:
    """One answer: the value a form gives on, its words, and a quiet note below them."""

    value: Any
    label: Words
    note: Words = ""

    @property
    def key(self) -> str:
        """What the browser sends."""
        return key_of(self.value)


def key_of(value: object) -> str:
    """Write a value as the browser sends it."""
    return str(value.value) if isinstance(value, Enum) else str(value)


def enum_options(labels: Mapping[E, Words], notes: Mapping[E, Words] | None = None) -> list[Option]:
    """Make options of an enum's members, in the order of their words."""
    return [Option(member, words, (notes or {}).get(member, "")) for member, words in labels.items()]


class _Chosen(DrawnField):
    def __init__(self, label: Words = "", *, options: Iterable[Option] | None = None, **look: Unpack[Look]) -> None:
        self._options = None if options is None else list(options)
        super().__init__(label, **look)

    @property
    def options(self) -> Sequence[Option]:
        """What is offered. A field whose options come from the database must be given them before use."""
        if self._options is None:
            msg = f"the options of the field {self.name!r} were never offered"
            raise RuntimeError(msg)
        return self._options

    def offer(self, options: Iterable[Option]) -> None:
        """Offer these answers; what was posted is read again against them."""
        self._options = list(options)
        if self.raw_data:
            self.process_errors = []
            self._read(self.raw_data)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read the answer, at once if the options are known, else when they are offered."""
        self.data = self.nothing
        if self._options is not None:
            self._read(valuelist)

    def is_chosen(self, option: Option) -> bool:
        """True for the option that stands chosen."""
        return self.data is not None and key_of(self.data) == option.key

    def _read(self, valuelist: list[Any]) -> None:
        try:
            self.data = self.take(valuelist[0]) if valuelist else self.nothing
        except ValueError as error:
            self.process_errors = [str(error)]

    def take(self, raw: str) -> Any:  # noqa: ANN401  (the value of the chosen option)
        """Give the value of the offered option; raise ValueError for any other."""
        for option in self.options:
            if option.key == raw:
                return option.value
        if not raw:
            return None
        raise ValueError(_("Choose one of the answers offered."))


class ChoiceTiles(_Chosen):
    """Radio tiles, the whole tile a target; ``data`` is the value of the chosen option or None."""

    macro = "choice_tiles"

    def __init__(self, label: Words = "", *, in_rows: bool = False, **look: Any) -> None:  # noqa: ANN401
        self.in_rows = in_rows
        super().__init__(label, **look)

    @property
    def target(self) -> str:
        """An error link leads to the first tile; nowhere where nothing is offered."""
        return f"{self.id}-0" if self.options else ""


class Select(_Chosen):
    """A drop-down list; ``data`` is the value of the chosen option or None."""

    macro = "select"

    def __init__(self, label: Words = "", *, blank: Words = _l("Choose"), **look: Any) -> None:  # noqa: ANN401, B008
        self.blank = blank
        super().__init__(label, **look)


class Checkboxes(ChoiceTiles):
    """Any number of tiles; ``data`` is the list of the chosen values, in the order offered."""

    macro = "checkboxes"

    @property
    def nothing(self) -> list[Any]:
        """Nothing chosen."""
        return []

    def is_chosen(self, option: Option) -> bool:
        """True for each option that stands chosen."""
        return option.key in {key_of(value) for value in self.data or ()}

    def _read(self, valuelist: list[Any]) -> None:
        known = {option.key for option in self.options}
        self.data = [option.value for option in self.options if option.key in valuelist]
        if not known.issuperset(valuelist):
            self.process_errors = [_("Choose among the answers offered.")]


class Checkbox(DrawnField):
    """One box to tick; ``data`` is ``bool``. Unless optional it must be ticked."""

    macro = "checkbox"

    @property
    def nothing(self) -> bool:
        """Not ticked."""
        return False

    @property
    def is_empty(self) -> bool:
        """True when not ticked."""
        return not self.data

    def take(self, raw: str) -> bool:
        """Any value but an empty one is a tick."""
        return raw not in {"", "0", "false"}
