"""What a page shows where a sealed text could not be opened: a mark, so that nobody takes the gap for an empty text."""

from typing import Any

from flask import current_app

from welfare.audit.gap import Gap


def mark_gaps(value: Any) -> Any:  # noqa: ANN401 - whatever a template prints
    """Give back what a template prints, a `Gap` as its mark."""
    if isinstance(value, Gap):
        return current_app.jinja_env.get_template("_components/gap.html").module.gap()  # type: ignore[attr-defined]
    return value
