"""Showing what is stored in a form that has not been sent yet."""

from collections.abc import Mapping
from typing import Any

from welfare.ui.forms import RevisedForm


def fill(form: RevisedForm, values: Mapping[str, object]) -> None:
    """Put values into the fields of their names."""
    for name, value in values.items():
        field: Any = form[name]
        field.put(value)


def revision_of(form: RevisedForm) -> int:
    """The revision that the writer saw."""
    return int(form.revision.data or 0)
