"""What a kind of record is to an access copy: how it is found, and how its fields are called."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID
from zlib import crc32

from sqlalchemy import ColumnElement
from sqlalchemy.orm import InstrumentedAttribute, Session

from welfare.crypto.sealed import Sealed
from welfare.rules.registers import Register
from welfare.ui.fields.drawn import Words

Codes = Mapping[Any, Any]
"""Words by code."""
Attribute = InstrumentedAttribute[Any]


@dataclass(frozen=True, slots=True)
class Fact:
    """One open column that is told: its label, and the words of its codes where it has codes."""

    column: Attribute
    label: Words
    words: Codes | None = None


@dataclass(frozen=True, slots=True)
class Who:
    """A column that says which account or person did it; the name of one of the staff leads to the school."""

    column: Attribute
    label: Words


@dataclass(frozen=True, slots=True)
class Beside:
    """A line that stands in other tables, and has no text of its own to be opened but perhaps somebody's name."""

    key: str
    label: str
    text: str
    person_id: UUID | None = None
    is_place: bool = False
    stands: str = ""
    """How it stands today, in no language: it changes without the record beside which it is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordKind:
    """One kind of record."""

    code: str
    words: Words
    model: type[Sealed]
    at: Attribute | None
    """When: a day or a moment, if the record says so."""
    facts: tuple[Fact | Who, ...] = ()
    texts: tuple[tuple[Attribute, Words], ...] = ()
    """Sealed columns that hold one text."""
    documents: tuple[Attribute, ...] = ()
    """Sealed columns that hold a document; its fields are called as in `labels`."""
    values: Mapping[str, Codes] = field(default_factory=dict)
    """Words for the codes that a field of a document holds."""
    is_place: bool = False
    """Tells where somebody is: left out for whoever asks about somebody with protected whereabouts."""
    is_home: bool = False
    """Tells where somebody lives: where the whereabouts are protected it is in no copy, for paper goes on to others."""
    beside: Callable[[Session, Sealed], Iterable[Beside]] | None = None
    """What else is told with the record."""
    is_kept: bool = False
    """Never told a guardian (OHL 18 § 2)."""
    kept_fields: frozenset[str] = frozenset()
    """Fields of a document never told a guardian, but for what the guardian has said: what is safe for the pupil."""
    said_by: Attribute | None = None
    """The account that has said what the kept fields hold."""
    case_id: Attribute | None = None
    """The matter it belongs to, from which a guardian may be shut out."""
    among: Callable[[UUID], ColumnElement[bool]] | None = None
    """Which rows are about a person, where no ``student_id`` says so."""
    only: ColumnElement[bool] | None = None
    """Which rows are told at all."""
    register: Register | None = Register.WELFARE
    """The register; None where each row says which of the county's it is."""

    def state_of(self, session: Session, row: Sealed) -> int:
        """By what it is known whether anything of a record is other than its reviewer saw it."""
        if self.beside is None:
            return row.revision
        lines = (f"{line.key} {line.person_id} {line.stands}" for line in self.beside(session, row))
        return crc32("\n".join((str(row.revision), *lines)).encode()) >> 1
