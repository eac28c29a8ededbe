"""Finding phrases."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.organisations.loaders import load_provider
from welfare.phrases.models import Phrase
from welfare.rules.arrangements import CatalogueState
from welfare.rules.phrases import PhrasePlace


def load_phrase(reading: Reading, phrase_id: UUID) -> Loaded | None:
    """Loader of ``<phrase_id:phrase>``: whoever keeps the catalogue of its provider keeps it."""
    row = reading.session.get(Phrase, phrase_id)
    provider = load_provider(reading, row.controller_id) if row else None
    if row is None or provider is None:
        return None
    return Loaded(row, replace(provider.facts, subject_ids=(("phrase", row.id),)))


def phrases_of(session: Session, provider_id: UUID) -> Sequence[Phrase]:
    """All of a provider, by place; templates first, then by the Finnish text."""
    statement = select(Phrase).where(Phrase.controller_id == provider_id)
    return session.scalars(statement.order_by(Phrase.place, Phrase.kind.desc(), Phrase.text_fi, Phrase.id)).all()


def offered_at(session: Session, provider_id: UUID, places: Sequence[PhrasePlace]) -> Sequence[Phrase]:
    """What a provider offers in some places."""
    here = Phrase.controller_id == provider_id, Phrase.place.in_(places), Phrase.state == CatalogueState.ACTIVE
    statement = select(Phrase).where(*here)
    return session.scalars(statement.order_by(Phrase.kind.desc(), Phrase.text_fi, Phrase.id)).all()
