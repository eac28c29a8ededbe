"""A provider's phrases, and those that a writer is offered."""

from collections.abc import Mapping, Sequence

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.catalogues.pages import CataloguePage, ItemLine, provider_parts
from welfare.phrases.models import Phrase
from welfare.phrases.queries import offered_at, phrases_of
from welfare.phrases.words import KIND_WORDS, PLACE_WORDS
from welfare.rules.phrases import PhrasePlace
from welfare.ui.locale import current_locale


def phrases_page(work: UnitOfWork) -> CataloguePage:
    """The phrases that the reader keeps."""
    return CataloguePage(
        here="phrases",
        title=_("Phrases and templates"),
        lead=_(
            "Words that writers may choose from. Nothing is ever suggested from what has been written about a pupil."
        ),
        add=_("Add a phrase"),
        heads=[_("Text"), _("Where"), _("Kind"), _("State")],
        empty=_("No phrases yet. Add the first one, as a way to word a goal."),
        providers=provider_parts(
            work,
            lambda provider: [_line(phrase) for phrase in phrases_of(work.session, provider.id)],
            lambda provider: url_for("phrases.begin_phrase", provider=provider.id),
            lambda name: _("Phrases of %(name)s", name=name),
        ),
    )


def offered_phrases(work: UnitOfWork, place: PhrasePlace) -> Sequence[str]:
    """What the provider of the matter at hand offers in a place, in the writer's language."""
    return phrases_by_place(work, [place])[place.value]


def phrases_by_place(work: UnitOfWork, places: Sequence[PhrasePlace]) -> Mapping[str, Sequence[str]]:
    """The same of several places, by their codes."""
    provider_id, texts = work.facts.controller_id, {place.value: list[str]() for place in places}
    for phrase in offered_at(work.session, provider_id, places) if provider_id else ():
        texts[phrase.place.value].append(phrase.text(current_locale()))
    return texts


def _line(phrase: Phrase) -> ItemLine:
    return ItemLine(
        url=url_for("phrases.begin_change", phrase=phrase.id),
        name=phrase.text(current_locale()),
        state=phrase.state,
        cells=(str(PLACE_WORDS[phrase.place]), str(KIND_WORDS[phrase.kind])),
    )
