"""Two people changed the same thing: what each wrote, line by line."""

from collections.abc import Mapping
from types import MappingProxyType

from flask_babel import gettext as _

from welfare.ui.fields import DrawnField
from welfare.ui.fields.drawn import Words
from welfare.ui.forms import PageForm
from welfare.ui.versions import Conflict


def versions_of(
    form: PageForm, stored: Mapping[str, object], unseen: Mapping[str, Words] = MappingProxyType({})
) -> Conflict:
    """What was typed beside what is stored now, by the words of the fields; ``unseen`` is told in words alone."""
    fields = [field for field in form if isinstance(field, DrawnField) and field.name in stored]
    mine = "\n".join(f"{field.label.text}: {_written(field, field.data)}" for field in fields)
    theirs = "\n".join(
        f"{field.label.text}: {unseen.get(field.name) or _written(field, stored[field.name])}" for field in fields
    )
    return Conflict.between(mine, theirs, mine_under=_("Not saved yet"), stored_under=_("Saved by someone else"))


def _written(field: DrawnField, value: object) -> str:
    """A value as a person reads it: chosen ones by their words."""
    options = getattr(field, "options", None)
    if options is not None:
        chosen = value if isinstance(value, list) else [value]
        return ", ".join(str(option.label) for option in options if option.value in chosen)
    as_typed = getattr(field, "as_typed", None)
    if value is None:
        return "–"
    return as_typed(value) if as_typed is not None else str(value)
