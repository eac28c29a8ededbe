"""Where rooms above lead from the page of a client: they stand higher than this one, which does not know them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import current_app

from welfare.audit.unit_of_work import UnitOfWork
from welfare.service_notes.models import ClientFile


@dataclass(frozen=True, slots=True)
class ClientLink:
    """One way on from the page."""

    words: str
    url: str


Linker = Callable[[UnitOfWork, ClientFile], ClientLink | None]
"""Makes a link, or nothing for a reader who may not follow it."""


def links_of(work: UnitOfWork, file: ClientFile) -> list[ClientLink]:
    """The ways on that this reader has, in the order the rooms are registered."""
    linkers: Sequence[Linker] = current_app.extensions["client_links"]
    made = (linker(work, file) for linker in linkers)
    return [link for link in made if link is not None]
