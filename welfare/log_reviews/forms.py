"""What is typed to decide on a finding."""

from flask_babel import lazy_gettext as _l

from welfare.log_reviews.actions import Explain
from welfare.log_reviews.words import EXPLANATION_WORDS
from welfare.ui.fields import ChoiceTiles, LongText, TextLine, enum_options
from welfare.ui.forms import PageForm

LONGEST = 2000


class ExplainForm(PageForm):
    """Why it was in order."""

    explanation = ChoiceTiles(
        _l("Why was it in order?"), options=enum_options(EXPLANATION_WORDS), missing=_l("Choose one.")
    )
    words = LongText(
        _l("What this rests on"),
        hint=_l("What the reader told, and what you checked. Write no more of the pupil than is needed."),
        missing=_l("Write what this rests on."),
        rows=3,
        limit=LONGEST,
    )

    def to_command(self) -> Explain:
        """To be asked of a valid form."""
        return Explain(explanation=self.explanation.data, words=self.words.data)


class SeekDecoyForm(PageForm):
    """The name of an invented pupil."""

    name = TextLine(_l("Name of the invented pupil"), missing=_l("Write the name."), limit=100)
