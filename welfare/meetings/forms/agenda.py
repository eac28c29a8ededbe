"""What stands on an agenda, and for how long."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l

from welfare.ui.fields import ChoiceTiles, Option, WholeNumber
from welfare.ui.fields.drawn import Words
from welfare.ui.forms import PageForm


def length_field(label: Words) -> WholeNumber:
    """How many minutes one item is expected to take."""
    return WholeNumber(label, least=5, most=180, default=30)


class AddItemForm(PageForm):
    """Another matter."""

    case = ChoiceTiles(
        _l("Which matter?"),
        hint=_l("It comes last. Its people see only that one, and nobody is told before you invite them."),
        missing=_l("Choose the matter."),
    )
    minutes = length_field(_l("How many minutes?"))

    def offer(self, matters: Iterable[Option]) -> None:
        """Offer the matters that the convenor may put there."""
        self.case.offer(matters)


class MinutesOfItemForm(PageForm):
    """How long one item is expected to take; many of these stand on one page, each under its item's name."""

    minutes = length_field(_l("How many minutes?"))
