"""Two people changed the same thing: what each wrote, line by line."""

from flask_babel import gettext as _

from welfare.ui.fields import DrawnField
from welfare.ui.forms import PageForm
from welfare.ui.versions import Conflict


def versions_of(form: PageForm, stored: dict[str, object]) -> Conflict:
    """What was typed beside what is stored now, by the words of the fields."""
    fields = [field for field in form if isinstance(field, DrawnField) and field.name in stored]
    mine = "\n".join(f"{field.label.text}: {_written(field, field.data)}" for field in fields)
    theirs = "\n".join(f"{field.label.text}: {_written(field, stored[field.name])}" for field in fields)
    return Conflict.between(mine, theirs, mine_under=_("Not saved yet"), stored_under=_("Saved by someone else"))


def _written(field: DrawnField, value: object) -> str:
    """A value as a person reads it: chosen ones by their words."""
    options = getattr(field, "options", None)
    if options is not None:
        chosen = value if isinstance(value, list) else [value]
        return ", ".join(str(option.label) for option in options if option.value in chosen)
    as_typed = getattr(field, "as_typed", None)
    return as_typed(value) if as_typed is not None and value is not None else str(value)
