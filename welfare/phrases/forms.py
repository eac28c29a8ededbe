"""A phrase in a form. It names nobody by identity code."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.catalogues.forms import ItemForm, state_field
from welfare.phrases.actions import Wording
from welfare.phrases.models import LONGEST, Phrase
from welfare.phrases.words import KIND_WORDS, PLACE_WORDS
from welfare.rules.identity_code import mentions_code
from welfare.ui.fields import ChoiceTiles, LongText, Select, enum_options
from welfare.ui.forms import RevisedForm


class PersonInPhraseError(ValueError):
    """Somebody's identity code stands in a phrase that all would be offered; the message tells the remedy."""


class PhraseText(LongText):
    """Words for many, about nobody."""

    def take(self, raw: str) -> str:
        """Clean the text; refuse one with an identity code."""
        text = super().take(raw)
        if mentions_code(text):
            raise PersonInPhraseError(_("There is a personal identity code in the text. A phrase tells of nobody."))
        return text


class NewPhraseForm(ItemForm):
    """Something to be offered to writers."""

    place = Select(
        _l("Where is it offered?"), options=enum_options(PLACE_WORDS), missing=_l("Choose where it is offered.")
    )
    kind = ChoiceTiles(
        _l("What is it?"), options=enum_options(KIND_WORDS), in_rows=True, missing=_l("Choose what it is.")
    )
    text_fi = PhraseText(
        _l("Text in Finnish"),
        hint=_l("Words for many: nobody is named here."),
        missing=_l("Write the text in Finnish."),
        rows=5,
        limit=LONGEST,
    )
    text_sv = PhraseText(_l("Text in Swedish"), missing=_l("Write the text in Swedish."), rows=5, limit=LONGEST)

    def to_wording(self) -> Wording:
        """What was typed."""
        return Wording(place=self.place.data, kind=self.kind.data, text_fi=self.text_fi.data, text_sv=self.text_sv.data)


class PhraseForm(NewPhraseForm, RevisedForm):
    """A phrase as it is, to be changed."""

    state = state_field()

    @staticmethod
    def values_of(phrase: Phrase) -> dict[str, object]:
        """The stored values by field name."""
        return {
            "place": phrase.place,
            "kind": phrase.kind,
            "text_fi": phrase.text_fi,
            "text_sv": phrase.text_sv,
            "state": phrase.state,
            "revision": phrase.revision,
        }
