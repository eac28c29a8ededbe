"""The reader's own matters on the landing page and in the search: numbers and states, never what they are about."""

from collections.abc import Sequence
from dataclasses import dataclass

from welfare.audit.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter whose group the reader belongs to."""

    number: str
    state: str
    url: str


def own_matters(work: UnitOfWork) -> Sequence[Matter]:
    """The open matters the reader may see, the newest first."""
    del work
    return ()


def matters_numbered(work: UnitOfWork, term: str) -> Sequence[Matter]:
    """The matters the reader may see whose number holds the words sought."""
    del work, term
    return ()
