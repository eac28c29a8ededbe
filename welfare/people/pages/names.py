"""What pages say about people; names are opened here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from welfare.audit.gap import Gap
from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import Person
from welfare.people.queries import Placed
from welfare.rules.whereabouts import may_know_the_school
from welfare.ui.locale import current_locale, name_key


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name, opened; its parts are gaps where it could not be."""

    given: str
    family: str
    born_on: date | None = None

    @classmethod
    def of(cls, work: UnitOfWork, person: Person) -> "PersonName":
        """Open the name of one person; open many with `names_of`."""
        identity = work.decrypt_document(person, Person.identity)
        born: str = identity.get("birth_date") or ""
        return cls(identity["given_name"], identity["family_name"], date.fromisoformat(born) if born else None)

    @property
    def full(self) -> str:
        """Given and family name, or the gap that stands for both."""
        if isinstance(self.given, Gap) or isinstance(self.family, Gap):
            return Gap()
        return f"{self.given} {self.family}".strip()

    @property
    def sort_key(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """By family name, then given name, in the reader's alphabet."""
        return name_key(self.family), name_key(self.given)


@dataclass(frozen=True, slots=True)
class StudentLine:
    """One student in a list: name, class, school (empty where they are not told), and nothing of where the home is."""

    id: UUID
    name: PersonName
    class_name: str
    school_name: str

    @property
    def full(self) -> str:
        """Name and class, as far as the class may be told."""
        return f"{self.name.full}, {self.class_name}" if self.class_name else self.name.full


def names_of(work: UnitOfWork, people: Iterable[Person]) -> dict[UUID, PersonName]:
    """Open the names of many people with one look into the key store."""
    rows = {person.id: person for person in people}
    work.prefetch(rows.values())
    return {id: PersonName.of(work, person) for id, person in rows.items()}


def student_lines(work: UnitOfWork, placed: Iterable[Placed]) -> list[StudentLine]:
    """Students by name, each with the class and school they were found by."""
    places = list(placed)
    names = names_of(work, (place.student for place in places))
    locale = current_locale()
    lines = [
        StudentLine(p.student.id, names[p.student.id], p.school_class.name, p.school.name(locale))
        if may_know_the_school(work.actor, p.student.id, is_restricted=p.student.is_restricted)
        else StudentLine(p.student.id, names[p.student.id], "", "")
        for p in places
    ]
    return sorted(lines, key=lambda line: line.name.sort_key)
