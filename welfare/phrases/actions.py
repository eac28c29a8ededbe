"""Keeping a provider's phrases."""

from dataclasses import asdict, dataclass
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.phrases.models import Phrase
from welfare.rules.arrangements import CatalogueState
from welfare.rules.phrases import PhraseKind, PhrasePlace
from welfare.rules.registers import Register


class StalePhraseError(RuntimeError):
    """Somebody has saved the phrase since the form was drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A phrase as it is to be."""

    place: PhrasePlace
    kind: PhraseKind
    text_fi: str
    text_sv: str


def add_phrase(work: UnitOfWork, provider_id: UUID, wording: Wording) -> Phrase:
    """A new phrase, offered from now on."""
    phrase = Phrase(id=uuid4(), controller_id=provider_id, state=CatalogueState.ACTIVE, **asdict(wording))
    work.session.add(phrase)
    work.session.flush()
    _note(work, phrase, "added")
    return phrase


def change_phrase(work: UnitOfWork, phrase: Phrase, wording: Wording, state: CatalogueState, revision: int) -> None:
    """Word it anew, or offer it no more; what has been written with it stays as written. Raises StalePhraseError."""
    if phrase.revision != revision:
        raise StalePhraseError
    for name, value in asdict(wording).items():
        setattr(phrase, name, value)
    phrase.state = state
    work.session.flush()
    _note(work, phrase, "changed" if state is CatalogueState.ACTIVE else "ended")


def _note(work: UnitOfWork, phrase: Phrase, what: str) -> None:
    work.note(phrase.controller_id, Register.COMMUNAL, ("phrase", phrase.id), phrase=what)
