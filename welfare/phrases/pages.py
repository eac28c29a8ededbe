"""A provider's phrases, and those that a writer is offered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.queries import providers_kept_by
from welfare.phrases.models import Phrase
from welfare.phrases.queries import offered_at, phrases_of
from welfare.phrases.words import KIND_WORDS, PLACE_WORDS, STATE_WORDS
from welfare.rules.arrangements import CatalogueState
from welfare.rules.phrases import PhrasePlace
from welfare.ui.locale import current_locale

LOOKS = {CatalogueState.ACTIVE: ("good", "check"), CatalogueState.ENDED: ("", "clock")}


@dataclass(frozen=True, slots=True)
class PhraseLine:
    """One phrase in the list."""

    id: UUID
    text: str
    place: str
    kind: str
    state: str
    look: tuple[str, str]


@dataclass(frozen=True, slots=True)
class ProviderPart:
    """One provider's phrases."""

    id: UUID
    name: str
    lines: Sequence[PhraseLine]


@dataclass(frozen=True, slots=True)
class PhrasesPage:
    """The phrases that the reader keeps."""

    providers: Sequence[ProviderPart]

    @classmethod
    def of(cls, work: UnitOfWork) -> "PhrasesPage":
        """Read them."""
        return cls(
            [
                ProviderPart(
                    provider.id,
                    provider.name(current_locale()),
                    [_line(phrase) for phrase in phrases_of(work.session, provider.id)],
                )
                for provider in providers_kept_by(work.session, work.actor)
            ]
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


def _line(phrase: Phrase) -> PhraseLine:
    return PhraseLine(
        id=phrase.id,
        text=phrase.text(current_locale()),
        place=str(PLACE_WORDS[phrase.place]),
        kind=str(KIND_WORDS[phrase.kind]),
        state=str(STATE_WORDS[phrase.state]),
        look=LOOKS[phrase.state],
    )
