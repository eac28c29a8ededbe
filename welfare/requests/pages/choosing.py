"""Choosing whom a request is about: only those one may ask support for, by class or by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.pages import StudentLine, student_lines
from welfare.people.pages.seeking import Sought, note_search, seek
from welfare.people.queries import Reach, classes_reached_by, reachable_students
from welfare.rules.actors import World
from welfare.ui.layouts import layout_for
from welfare.ui.locale import current_locale, name_key

FEW_CLASSES = 3


@dataclass(frozen=True, slots=True)
class ClassLink:
    """One class to look into."""

    id: UUID
    name: str
    school: str


@dataclass(frozen=True, slots=True)
class ChoosePage:
    """The classes one reaches and the students of the chosen one (of all, when they are few)."""

    layout: str
    classes: Sequence[ClassLink]
    chosen: ClassLink | None
    students: Sequence[StudentLine]
    sought: Sought | None = None
    is_obvious: bool = False
    """A student asks for oneself, a guardian of one child for that child: no list is needed."""

    @classmethod
    def of(cls, work: UnitOfWork, class_id: UUID | None) -> "ChoosePage":
        """The students of one class, or of one's own few groups."""
        classes = class_links(work)
        chosen = next((link for link in classes if link.id == class_id), None)
        is_few = len(classes) <= FEW_CLASSES
        found = reachable_students(work.session, work.actor, work.facts.on, chosen.id if chosen else None)
        students = student_lines(work, found) if chosen or is_few else []
        is_citizen = work.actor.world is World.CITIZEN
        return cls(layout_for(work.actor), classes, chosen, students, is_obvious=is_citizen)

    @classmethod
    def sought_by(cls, work: UnitOfWork, name: str) -> "ChoosePage":
        """The students who answer to a name."""
        sought = seek(work, Reach(work.actor), name)
        note_search(work, name, len(sought.lines))
        return cls(layout_for(work.actor), class_links(work), None, sought.lines, sought)


def class_links(work: UnitOfWork) -> list[ClassLink]:
    """The classes the actor reaches, by name."""
    locale = current_locale()
    found = classes_reached_by(work.session, work.actor, work.facts.on)
    links = [ClassLink(group.id, group.name, school.name(locale)) for group, school in found]
    return sorted(links, key=lambda link: (name_key(link.school), name_key(link.name)))
