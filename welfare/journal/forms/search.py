"""The form of a search in one journal. It is sent in the body: no address and no log holds the words."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.ui.fields import TextLine
from welfare.ui.forms import PageForm

SHORTEST = 2


class SearchForm(PageForm):
    """Words to be found."""

    words = TextLine(_l("Search this journal"), missing=_l("Write what you search for."), limit=100, width="mid")

    def validate_words(self, field: TextLine) -> None:
        """One sign alone would be found everywhere."""
        if len(field.data) < SHORTEST:
            raise ValidationError(_("Write at least %(count)s signs.", count=SHORTEST))
