"""What every item asks in its form: a name in both languages, and later whether it is offered."""

from typing import Any

from flask_babel import lazy_gettext as _l

from welfare.catalogues.models import LONGEST_NAME
from welfare.catalogues.words import STATE_WORDS
from welfare.ui.fields import ChoiceTiles, DrawnField, TextLine, enum_options
from welfare.ui.fields.drawn import Words
from welfare.ui.forms import PageForm


class ItemForm(PageForm):
    """A form whose fields stand on the page in their order."""

    @property
    def drawn(self) -> list[DrawnField]:
        """They."""
        return [field for field in self if isinstance(field, DrawnField)]

    @property
    def pairs(self) -> list[DrawnField]:
        """Those that come in twos, Finnish and Swedish side by side where there is room."""
        return [field for field in self.drawn if field.name.endswith(("_fi", "_sv"))]

    @property
    def singles(self) -> list[DrawnField]:
        """The others, whether before or after."""
        return [field for field in self.drawn if not field.name.endswith(("_fi", "_sv"))]


class NamedForm(ItemForm):
    """With a name. A catalogue's own form says what its versions keep."""

    name_fi = TextLine(_l("Name in Finnish"), missing=_l("Write the name in Finnish."), limit=LONGEST_NAME)
    name_sv = TextLine(_l("Name in Swedish"), missing=_l("Write the name in Swedish."), limit=LONGEST_NAME)

    @property
    def words(self) -> dict[str, Any]:
        """The columns of a version. To be asked of a valid form."""
        return {"name_fi": self.name_fi.data, "name_sv": self.name_sv.data}


def state_field(hint: Words = "") -> ChoiceTiles:
    """Whether it is offered; ``hint`` tells what becomes of what has been begun."""
    options, missing = enum_options(STATE_WORDS), _l("Choose whether it is offered.")
    return ChoiceTiles(_l("Is it offered?"), options=options, in_rows=True, missing=missing, hint=hint)
