"""Choosing a template for the first version."""

from collections.abc import Iterable

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.ui.fields import Option, Select
from welfare.ui.forms import PageForm


class BeginningForm(PageForm):
    """Stands within the form of the plan, and is sent with it by a button of its own."""

    template = Select(
        _l("Begin from a template"),
        hint=_l("It fills empty places alone: what you have written stays. Make everything the pupil’s own."),
        is_optional=True,
    )

    def offer(self, templates: Iterable[Option]) -> "BeginningForm":
        """Offer these."""
        self.template.offer(templates)
        return self

    @property
    def chosen(self) -> tuple[str, str] | None:
        """The template's id and the language; None, said at the field, where none was chosen."""
        if not self.template.data:
            self.refuse("template", _("Choose a template first."))
            return None
        template, _dot, language = str(self.template.data).partition(".")
        return template, language
