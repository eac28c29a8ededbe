"""Numbers that are stored but not shown: their fields stand empty, and left empty they keep what is stored."""

from collections.abc import Collection, Mapping

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.ui.fields import Checkbox, DrawnField
from welfare.ui.fields.drawn import Words
from welfare.ui.forms import RevisedForm


class KeepingForm(RevisedForm):
    """A form whose writer does not see every number that others have stored."""

    empties = Checkbox(
        _l("Take the stored numbers away"),
        hint=_l("Of the numbers that are stored but not shown to you, those whose fields you leave empty are cleared."),
        is_optional=True,
    )

    def keep(self, unseen: Collection[str]) -> None:
        """Say at these fields that a number is stored and stays; where there are none, nothing can be cleared."""
        for field in self:
            if isinstance(field, DrawnField) and field.name in unseen:
                told = _("A number is stored, but not shown to you. Left empty, the field keeps it.")
                field.hint = f"{told} {field.hint}".strip()
        if not unseen:
            del self.empties

    @property
    def is_emptied(self) -> bool:
        """Whether what the writer does not see is to be taken away."""
        return "empties" in self and bool(self.empties.data)


def stored_words(unseen: Collection[str]) -> Mapping[str, Words]:
    """What stands for these numbers where both versions are shown."""
    return dict.fromkeys(unseen, _l("a number is stored"))
