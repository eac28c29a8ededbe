"""Two people changed the same thing: what each wrote, line by line."""

from collections.abc import Mapping
from types import MappingProxyType

from flask_babel import gettext as _

from welfare.ui.fields import DrawnField
from welfare.ui.fields.drawn import Words
from welfare.ui.forms import PageForm
from welfare.ui.versions import Conflict

EMPTY = "–"


def versions_of(
    form: PageForm,
    stored: Mapping[str, object],
    unseen: Mapping[str, Words] = MappingProxyType({}),
    heads: Mapping[str, Words] = MappingProxyType({}),
) -> Conflict:
    """What was typed beside what is stored now, by the words of the fields; what neither has is left out.

    ``unseen`` is told in words alone; ``heads`` stand before the words of fields that are called alike.
    """
    mine, theirs = [], []
    for field in form:
        if not isinstance(field, DrawnField) or field.name not in stored:
            continue
        own = _written(field, field.data)
        other = unseen.get(field.name) or _written(field, stored[field.name])
        if {own, other} <= {"", EMPTY}:
            continue
        head = f"{heads[field.name]}, {field.label.text}" if field.name in heads else str(field.label.text)
        line = f"{head} " if head.endswith("?") else f"{head}: "
        mine.append(f"{line}{own}")
        theirs.append(f"{line}{other}")
    mine_text, stored_text = "\n".join(mine), "\n".join(theirs)
    return Conflict.between(
        mine_text,
        stored_text,
        mine_under=_("Not saved yet"),
        stored_under=_("Saved by someone else"),
        below=_("The form below has yours. Put into it what is to stay of the stored one, and save."),
    )


def _written(field: DrawnField, value: object) -> str:
    """A value as a person reads it: chosen ones by their words."""
    options = getattr(field, "options", None)
    if options is not None:
        chosen = value if isinstance(value, list) else [value]
        return ", ".join(str(option.label) for option in options if option.value in chosen)
    as_typed = getattr(field, "as_typed", None)
    if value is None:
        return EMPTY
    return as_typed(value) if as_typed is not None else str(value)
