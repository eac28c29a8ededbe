"""Choosing whom a request is about: only those one may ask support for, by class or by name."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.pages import StudentLine, student_lines
from welfare.people.queries import classes_reached_by, reachable_students
from welfare.rules.actors import World
from welfare.rules.registers import HOUSE, Register
from welfare.ui.layouts import layout_for
from welfare.ui.locale import current_locale, name_key

MOST_FOUND = 50
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
    sought: bool = False
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
        """The students whose name has these parts."""
        return cls(
            layout_for(work.actor), class_links(work), None, students_named(work, name)[:MOST_FOUND], sought=True
        )


def class_links(work: UnitOfWork) -> list[ClassLink]:
    """The classes the actor reaches, by name."""
    locale = current_locale()
    found = classes_reached_by(work.session, work.actor, work.facts.on)
    links = [ClassLink(group.id, group.name, school.name(locale)) for group, school in found]
    return sorted(links, key=lambda link: (name_key(link.school), name_key(link.name)))


def students_named(work: UnitOfWork, name: str) -> list[StudentLine]:
    """Reachable students by name. Names are opened in memory: an index of names would tell them (security plan)."""
    wanted = folded_words(name)
    lines = student_lines(work, reachable_students(work.session, work.actor, work.facts.on))
    found = [line for line in lines if is_named(line, wanted)]
    note_search(work, name, len(found))
    return found


def note_search(work: UnitOfWork, term: str, hits: int) -> None:
    """Leave in the event that somebody searched: a keyed hash of the words, never the words."""
    post = work.actor.leading_post()
    controller = post.controller_id if post else HOUSE
    digest = work.fingerprint(controller, "search", " ".join(folded_words(term)))
    work.note(controller, Register.DIRECTORY, search=digest.hex(), hits=hits)


def is_named(line: StudentLine, wanted: Sequence[str]) -> bool:
    """Whether every word sought begins a part of the name."""
    parts = folded_words(line.name.full)
    return bool(wanted) and all(any(part.startswith(word) for part in parts) for word in wanted)


def folded_words(text: str) -> list[str]:
    """The words of a name without case, accents and hyphens, so that "mäki" is found by "maki" and "MAKI"."""
    plain = "".join(sign for sign in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(sign))
    return _words(plain)


def _words(plain: str) -> list[str]:
    return [word for word in "".join(sign if sign.isalnum() else " " for sign in plain).split() if word]
