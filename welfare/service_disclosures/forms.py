"""Giving the expert group sentences of one's own service notes."""

from flask_babel import lazy_gettext as _l

from welfare.disclosures.forms import PassageBoxes
from welfare.journal.forms.texts import EntryText
from welfare.ui.forms import PageForm


class GroupForm(PageForm):
    """Sentences of one's own notes, and why the group cannot do without them."""

    passages = PassageBoxes(
        _l("Which passages is the group given?"),
        hint=_l("The group sees these sentences as they stand, and nothing else of your register."),
        missing=_l("Choose at least one passage."),
    )
    necessity = EntryText(
        _l("Why does the group need to know it?"),
        hint=_l("The group reads this too."),
        missing=_l("This ground allows only what is necessary. Write why it is."),
        rows=3,
        limit=1000,
    )
    newest_alone = 0
    """How many notes are offered, where there are older ones that are not."""
