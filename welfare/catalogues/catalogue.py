"""One catalogue: finding its items and versions, adding an item, wording it anew. No version is ever lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar
from uuid import UUID, uuid4

from sqlalchemy import and_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from welfare.access.needs import Loaded, Reading
from welfare.audit.unit_of_work import UnitOfWork
from welfare.catalogues.models import CatalogueItem, ItemVersion
from welfare.organisations.loaders import load_provider
from welfare.rules.arrangements import CatalogueState
from welfare.rules.registers import Register

Item = TypeVar("Item", bound=CatalogueItem)
Version = TypeVar("Version", bound=ItemVersion)
Words = Mapping[str, Any]
"""The columns of a version that say something."""


class StaleItemError(RuntimeError):
    """Somebody has saved the item since the form was drawn."""


class NameTakenError(ValueError):
    """Another item that the provider offers has this name: nobody could tell them apart."""


@dataclass(frozen=True, slots=True)
class Catalogue(Generic[Item, Version]):
    """The items of one kind. ``of`` is the column that ties a version to its item; ``word`` names it in events."""

    item: type[Item]
    version: type[Version]
    of: InstrumentedAttribute[UUID]
    word: str

    def load(self, reading: Reading, item_id: UUID) -> Loaded | None:
        """Loader of an item: whoever keeps the catalogue of its provider keeps it."""
        row = reading.session.get(self.item, item_id)
        provider = load_provider(reading, row.controller_id) if row else None
        if row is None or provider is None:
            return None
        return Loaded(row, replace(provider.facts, subject_ids=((row.__tablename__, row.id),)))

    def newest(self, session: Session, provider_id: UUID) -> Sequence[tuple[Item, Version]]:
        """Every item of a provider with its newest version, by its Finnish name."""
        joined = and_(self.of == self.item.id, self.version.number == self.item.newest)
        statement = (
            select(self.item, self.version)
            .join(self.version, joined)
            .where(self.item.controller_id == provider_id)
            .order_by(self.version.name_fi, self.item.id)
        )
        return [(row[0], row[1]) for row in session.execute(statement)]

    def offered(self, session: Session, provider_id: UUID) -> Sequence[tuple[Item, Version]]:
        """Those of them that are offered at present."""
        return [each for each in self.newest(session, provider_id) if each[0].state is CatalogueState.ACTIVE]

    def numbered(self, session: Session, item_id: UUID, number: int) -> Version:
        """One version of an item."""
        return session.scalars(select(self.version).where(self.of == item_id, self.version.number == number)).one()

    def history(self, session: Session, item: Item) -> Sequence[Version]:
        """The versions before the newest, the latest first."""
        earlier = (self.of == item.id, self.version.number != item.newest)
        return session.scalars(select(self.version).where(*earlier).order_by(self.version.number.desc())).all()

    def add(self, work: UnitOfWork, provider_id: UUID, words: Words) -> Item:
        """Begin to offer something. Raises NameTakenError."""
        self._check_name(work, provider_id, words, None)
        item = self.item(id=uuid4(), controller_id=provider_id, state=CatalogueState.ACTIVE, newest=0)
        work.session.add(item)
        work.session.flush()
        self._write(work, item, words)
        self._note(work, item, "added")
        return item

    def change(self, work: UnitOfWork, item: Item, words: Words, state: CatalogueState, revision: int) -> None:
        """Word it anew, or offer it no more; the same words make no version. Raises StaleItemError, NameTakenError."""
        if item.revision != revision:
            raise StaleItemError
        if state is CatalogueState.ACTIVE:
            self._check_name(work, item.controller_id, words, item.id)
        before = self.numbered(work.session, item.id, item.newest)
        if any(getattr(before, name) != value for name, value in words.items()):
            self._write(work, item, words)
        item.state = state
        work.session.flush()
        self._note(work, item, "changed" if state is CatalogueState.ACTIVE else "ended")

    def _write(self, work: UnitOfWork, item: Item, words: Words) -> None:
        item.newest += 1
        kept = {self.of.key: item.id, "saved_at": work.now, "saved_by": work.actor.account_id}
        work.session.add(self.version(id=uuid4(), number=item.newest, **kept, **words))
        work.session.flush()

    def _check_name(self, work: UnitOfWork, provider_id: UUID, words: Words, own_id: UUID | None) -> None:
        """Compared as people read names: in small letters."""
        wanted = {words["name_fi"].casefold(), words["name_sv"].casefold()}
        for item, version in self.offered(work.session, provider_id):
            if item.id != own_id and wanted & {version.name_fi.casefold(), version.name_sv.casefold()}:
                raise NameTakenError

    def _note(self, work: UnitOfWork, item: Item, what: str) -> None:
        codes: dict[str, str | int] = {self.word: what, "version": item.newest}
        work.note(item.controller_id, Register.COMMUNAL, (item.__tablename__, item.id), **codes)
