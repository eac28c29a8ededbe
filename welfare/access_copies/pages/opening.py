"""Opening one record for a copy: its open columns in words, and every text of its sealed ones."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from flask_babel import gettext as _

from welfare.access_copies.kinds import Fact, RecordKind, Who
from welfare.access_copies.labels import NOT_TOLD, label_of
from welfare.access_copies.models import AccessCopy
from welfare.accounts.models import Account
from welfare.audit.gap import GapDocument
from welfare.audit.unit_of_work import UnitOfWork
from welfare.crypto.sealed import Sealed
from welfare.datarights.queries import hides_places, is_family_restricted
from welfare.people.models import Person, PersonKind
from welfare.people.pages import PersonName
from welfare.ui.formats import date_text, local, moment_text

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class CopyField:
    """One text of a record. ``key`` is its place there, by which spans find it."""

    key: str
    label: str
    text: str


@dataclass(slots=True)
class Opener:
    """Opens records one after the other; each name is opened once.

    ``hides``: somebody asks about another person whose whereabouts are protected. Where a meeting was, who works there,
    and at what time of the day, leads to the door (661/2009 36 §): such fields are never opened, nor such times told.
    ``hides_home``: somebody of the family has the protection, whoever asks. ``guardian_id``: whoever is told what a
    guardian may know.
    """

    work: UnitOfWork
    hides: bool = False
    hides_home: bool = False
    guardian_id: UUID | None = None
    names: dict[UUID, tuple[str, bool]] = field(default_factory=dict)

    @classmethod
    def for_copy(cls, work: UnitOfWork, copy: AccessCopy) -> "Opener":
        """For whoever asks for this copy."""
        is_restricted = copy.subject_id is not None and is_family_restricted(work.session, copy.subject_id)
        guardian_id = copy.asker_id if copy.speaks_for_guardian else None
        hides = hides_places(work.session, copy)
        return cls(work, hides=hides, hides_home=is_restricted, guardian_id=guardian_id)

    def fields(self, kind: RecordKind, row: Sealed) -> list[CopyField]:
        """Everything that the record says, in the order in which it is read."""
        if kind.is_home and self.hides_home:
            return [CopyField("home", _("Whereabouts"), _("Protected: they are not told in a copy."))]
        return [*self._facts(kind, row), *self._sealed(kind, row), *self._beside(kind, row)]

    def _beside(self, kind: RecordKind, row: Sealed) -> Iterator[CopyField]:
        for line in kind.beside(self.work.session, row) if kind.beside else ():
            if not (line.is_place and self.hides):
                name = self._name(line.person_id) if line.person_id else ""
                yield CopyField(line.key, line.label, ", ".join(filter(None, (name, line.text))))

    def _facts(self, kind: RecordKind, row: Sealed) -> Iterator[CopyField]:
        for fact in kind.facts:
            value = getattr(row, fact.column.key)
            if value is None or value == "":
                continue
            text = self._name(value) if isinstance(fact, Who) else _words(fact, self._at(value))
            if text:
                yield CopyField(fact.column.key, str(fact.label), text)

    def _at(self, value: object) -> object:
        """A value as it is told: of a moment the day alone, where the time of the day leads to the door."""
        return local(value).date() if self.hides and isinstance(value, datetime) else value

    def _sealed(self, kind: RecordKind, row: Sealed) -> Iterator[CopyField]:
        if kind.is_place and self.hides:
            return
        for attribute, label in kind.texts:
            text = self.work.decrypt(row, attribute)
            if text:
                yield CopyField(attribute.key, str(label), text)
        for attribute in kind.documents:
            said = self.work.decrypt_document(row, attribute)
            if isinstance(said, GapDocument):
                yield CopyField(attribute.key, _("Text"), _("This text cannot be opened."))
            else:
                kept = self._kept(kind, row)
                told = {name: inner for name, inner in said.items() if name not in kept}
                yield from _leaves(told, "", "", kind.values)

    def _kept(self, kind: RecordKind, row: Sealed) -> frozenset[str]:
        """What is left out for a guardian, without a word that there is anything."""
        if self.guardian_id is None or kind.said_by is None:
            return frozenset()
        account = self.work.session.get(Account, getattr(row, kind.said_by.key) or UUID(int=0))
        is_own = account is not None and account.person_id == self.guardian_id
        return frozenset() if is_own else kind.kept_fields

    def _name(self, known: UUID) -> str:
        if known not in self.names:
            self.names[known] = self._opened(known)
        name, is_staff = self.names[known]
        return "" if self.hides and is_staff else name

    def _opened(self, known: UUID) -> tuple[str, bool]:
        account = self.work.session.get(Account, known)
        person = self.work.session.get(Person, account.person_id if account else known)
        if person is None:
            return "", False
        return PersonName.of(self.work, person).full, person.kind is PersonKind.STAFF


def _words(fact: Fact, value: object) -> str:
    if fact.words is not None:
        return str(fact.words.get(value, value))
    if isinstance(value, datetime):
        return moment_text(value)
    return date_text(value) if isinstance(value, date) else str(value)


def _leaves(said: Any, key: str, label: str, values: Mapping[str, Mapping[Any, Any]]) -> Iterator[CopyField]:  # noqa: ANN401 - JSON
    """The texts in a document; those within a list are told by the number of their line."""
    match said:
        case dict():
            for name, inner in said.items():
                if name not in NOT_TOLD and not name.endswith("_id"):
                    yield from _leaves(inner, _joined(key, name), _under(label, label_of(name)), values)
        case list():
            for number, inner in enumerate(said, 1):
                yield from _leaves(inner, f"{key}.{number}", f"{label} {number}", values)
        case None | "" | False:
            return
        case _:
            yield CopyField(key, label, _value(said, _name_of(key), values))


def _value(said: object, name: str, values: Mapping[str, Mapping[Any, Any]]) -> str:
    if said is True:
        return _("Yes")
    text = str(said)
    if name in values:
        return str(values[name].get(text, text))
    return date_text(date.fromisoformat(text)) if _ISO_DAY.fullmatch(text) else text


def _name_of(key: str) -> str:
    """The last name on the way to a leaf."""
    return next(part for part in reversed(key.split(".")) if not part.isdigit())


def _joined(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name


def _under(label: str, inner: str) -> str:
    return f"{label} – {inner}" if label else inner
