"""Phrases put straight into the database."""

from uuid import UUID, uuid4

from tests.builders import Village
from welfare.phrases.models import Phrase
from welfare.rules.arrangements import CatalogueState
from welfare.rules.phrases import PhraseKind, PhrasePlace

WORDED = "Sovittiin, että seuraamme tilannetta yhdessä."


def a_phrase(
    village: Village,
    place: PhrasePlace = PhrasePlace.JOURNAL,
    text: str = WORDED,
    *,
    provider_id: UUID | None = None,
    is_offered: bool = True,
) -> UUID:
    """A phrase of the village's provider, or of another."""
    phrase_id = uuid4()
    with village.work() as work:
        work.session.add(
            Phrase(
                id=phrase_id,
                controller_id=provider_id or village.provider_id,
                place=place,
                kind=PhraseKind.PHRASE,
                state=CatalogueState.ACTIVE if is_offered else CatalogueState.ENDED,
                text_fi=text,
                text_sv=f"{text} sv",
            )
        )
    return phrase_id
