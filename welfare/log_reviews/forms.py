"""What is typed to decide on a finding, and to seek a decoy."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l

from welfare.breaches.forms import OpenBreachForm
from welfare.log_reviews.actions import Explain
from welfare.log_reviews.words import EXPLANATION_WORDS
from welfare.ui.fields import Checkboxes, ChoiceTiles, LongText, Option, TextLine, enum_options
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


class FindBreachForm(OpenBreachForm):
    """It was not in order: which of it."""

    visits = Checkboxes(
        _l("Which openings were without a task?"),
        hint=_l("The file counts what you mark. Leave out what belonged to the reader’s task."),
        missing=_l("Mark at least one."),
    )

    def offer(self, options: Sequence[Option], marked: Sequence[str]) -> None:
        """The visits that the chain tells of, and which the finding is about; without any there is nothing to ask."""
        if not options:
            del self.visits
            return
        self.visits.offer(options)
        if not self.is_submitted():
            self.visits.put(list(marked))

    @property
    def marked(self) -> Sequence[str]:
        """By their keys. To be asked of a valid form."""
        return self.visits.data if "visits" in self else ()


class SeekDecoyForm(PageForm):
    """The name of an invented pupil."""

    name = TextLine(_l("Name of the invented pupil"), missing=_l("Write the name."), limit=100)
