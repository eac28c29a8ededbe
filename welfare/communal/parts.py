"""What rooms above hang on the page of a unit: they stand higher than this one, so it does not know them by name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import current_app

from welfare.audit.unit_of_work import UnitOfWork
from welfare.documents.paper import Block
from welfare.organisations.models import Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAction:
    """A button at the head of the page."""

    words: str
    address: str
    icon: str
    is_primary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPart:
    """One part of the page: its place in the jump line, a line of how things stand, and the template that draws it."""

    id: str
    title: str
    template: str
    page: object
    count: int | None = None
    link: tuple[str, str] | None = None
    """Words and address of the whole list."""
    actions: Sequence[PageAction] = ()
    """What the reader comes to the page to do with this part; stands at its head, too."""
    is_wide: bool = False
    """Takes the whole width; the others stand two in a row."""
    blocks: Sequence[Block] = ()
    """The same on paper, for the reviewed page that a board is shown; nothing where it does not belong there.

    Without names: the paper is kept as it was signed, and names of the staff are kept sealed in the directory alone.
    """

    @property
    def jump(self) -> tuple[str, str, int | None]:
        """The way to it in the jump line."""
        return self.title, f"#{self.id}", self.count


Hanger = Callable[[UnitOfWork, Organisation], UnitPart | None]
"""Makes a part, or nothing where there is none for this unit or this reader."""


def parts_of(work: UnitOfWork, unit: Organisation) -> list[UnitPart]:
    """The parts of all rooms for this unit, in the order the rooms are registered."""
    hangers: Sequence[Hanger] = current_app.extensions["unit_parts"]
    made = (hanger(work, unit) for hanger in hangers)
    return [part for part in made if part is not None]
