"""What rooms above hang on the page of a matter: they stand higher than this one, so it does not know them by name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import current_app

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.pages.next_steps import NextStep


@dataclass(frozen=True, slots=True)
class CasePart:
    """One part of the page: its place in the jump line, the template that draws ``page``, and its first thing to do."""

    id: str
    title: str
    count: int
    template: str
    page: object
    primary: tuple[str, str] | None = None
    """Words and address of a button."""
    next: Sequence[NextStep] = ()
    """What of it comes next in the matter, each with its day."""

    @property
    def jump(self) -> tuple[str, str, int]:
        """The way to it in the jump line."""
        return self.title, f"#{self.id}", self.count


Section = Callable[[UnitOfWork, Case], CasePart | None]
"""Makes a part, or nothing for a reader who may not see it."""


def parts_of(work: UnitOfWork, case: Case) -> list[CasePart]:
    """The parts of other rooms that this reader may see, in the order the rooms are registered."""
    sections: Sequence[Section] = current_app.extensions["case_sections"]
    made = (section(work, case) for section in sections)
    return [part for part in made if part is not None]
