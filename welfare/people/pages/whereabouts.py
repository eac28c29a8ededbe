"""The one component that says what leads to a student, or keeps it back: school, class, rooms, and who works there.

Every page, paper, mail, calendar and file of a family asks it (661/2009 36 §; rule 32). It knows the words that would
lead there, so that a text which holds one of them is kept back as a whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.bonds import holds_on
from welfare.people.hiding import is_family_hidden
from welfare.people.models import Assignment, Person
from welfare.people.pages.names import names_of
from welfare.people.queries import placements_of
from welfare.rules.actors import World
from welfare.rules.names import stands_in
from welfare.rules.whereabouts import may_know_the_school


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What one reader may know of where one student is to be found."""

    may_know: bool
    leading: tuple[str, ...] = ()
    """Words that lead to the student; none are needed where everything may be known."""

    @classmethod
    def of(cls, work: UnitOfWork, student: Person, *, for_guardian: bool = False) -> "Whereabouts":
        """For whoever acts, or (``for_guardian``) for a guardian to whom whoever acts hands it."""
        may_know = may_know_the_school(work.actor, student.id, is_restricted=student.is_restricted)
        if for_guardian and work.actor.world is World.STAFF:
            may_know = not is_family_hidden(work.session, student.id, work.facts.on)
        return cls(may_know, () if may_know else tuple(_leading_words(work, student)))

    def told(self, text: str) -> str:
        """A place, a number or a name that leads there, or nothing."""
        return text if self.may_know else ""

    def passage(self, text: str) -> str:
        """What somebody has written; where it would lead there, that it is read together with the group."""
        if not any(stands_in(text, word) for word in self.leading):
            return text
        return _("This part can be read with the responsible person of the group.")


def _leading_words(work: UnitOfWork, student: Person) -> Iterator[str]:
    """The schools by every name, the classes, and the names of those who work at the schools."""
    places = placements_of(work.session, [student.id], work.facts.on)
    for place in places:
        yield from filter(None, (place.school.name_fi, place.school.name_sv, place.school.short_name))
        yield place.school_class.name
    at_school = Assignment.organisation_id.in_([place.school.id for place in places])
    workers = select(Assignment.person_id).where(at_school, holds_on(Assignment, work.facts.on))
    for name in names_of(work, work.session.scalars(select(Person).where(Person.id.in_(workers)))).values():
        yield name.full
        yield name.family
