"""Whom letters can be made to, and what the directory knows of the one who comes with a letter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.family_letters.queries import (
    Member,
    accounts_by_person,
    classes_written_to,
    families_of,
    living_letters,
)
from welfare.organisations.models import Organisation, SchoolClass
from welfare.people.hiding import is_family_hidden, is_kept_from_a_ward
from welfare.people.models import Person, PersonKind
from welfare.people.pages import PersonName, names_of
from welfare.rules.actors import Role
from welfare.rules.family_letters import LetterState
from welfare.ui.fields import Option
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale, name_key


@dataclass(frozen=True, slots=True)
class ClassLine:
    """One class to look into."""

    id: UUID
    name: str
    school: str


@dataclass(frozen=True, slots=True)
class FamilyLine:
    """One person of a family: never a word of whether there is any matter."""

    person: Person
    name: str
    about: str
    state: LetterState
    until: datetime | None


@dataclass(frozen=True, slots=True)
class ClassPage:
    """The families of one class."""

    school_class: SchoolClass
    school: Organisation
    name: str
    school_name: str
    lines: Sequence[FamilyLine]
    is_own_office: bool
    """Whether the reader works in the school's office, to whom every family of the school is known."""

    @classmethod
    def of(cls, work: UnitOfWork, school_class: SchoolClass) -> "ClassPage":
        """Open the names: each student with the guardians after."""
        is_own_office = school_class.school_id in work.actor.schools(Role.SCHOOL_SECRETARY)
        members = families_of(work.session, school_class.id, work.facts.on, knows_hidden=is_own_office)
        ids = {each.person.id for each in members}
        names = names_of(work, [each.person for each in members] + [each.student for each in members])
        accounts = accounts_by_person(work.session, ids)
        until = {row.person_id: row.expires_at for row in living_letters(work.session, ids, work.now)}
        ordered = sorted(
            members,
            key=lambda each: (names[each.student.id].sort_key, each.person.id != each.student.id, each.person.id),
        )
        lines = [
            FamilyLine(
                each.person,
                names[each.person.id].full,
                _about(each, names[each.student.id].full),
                _state(each.person, names[each.person.id], accounts, set(until)),
                until.get(each.person.id),
            )
            for each in ordered
        ]
        school = work.session.get_one(Organisation, school_class.school_id)
        named = (school_class.name, school.name(current_locale()))
        return cls(school_class, school, *named, _once(lines), is_own_office=is_own_office)

    @property
    def options(self) -> list[Option]:
        """Whom a letter may be made to."""
        return [
            Option(line.person.id, line.name, line.about + ". " + state_words(line))
            for line in self.lines
            if line.state is not LetterState.UNKNOWN
        ]

    @property
    def unknown(self) -> Sequence[FamilyLine]:
        """Those who could not prove who they are."""
        return [line for line in self.lines if line.state is LetterState.UNKNOWN]

    @property
    def suggested(self) -> list[UUID]:
        """Those who have neither an account nor a letter."""
        return [line.person.id for line in self.lines if line.state is LetterState.NONE]

    def people(self, ids: Sequence[UUID]) -> list[Person]:
        """The chosen, in the order of the page."""
        return [line.person for line in self.lines if line.person.id in set(ids)]


@dataclass(frozen=True, slots=True)
class Known:
    """What the directory knows of a person."""

    name: PersonName
    identity_code: str


def class_lines(work: UnitOfWork) -> list[ClassLine]:
    """The classes to whose families the actor may write, by school and name."""
    locale = current_locale()
    found = classes_written_to(work.session, work.actor, work.facts.on)
    lines = [ClassLine(group.id, group.name, school.name(locale)) for group, school in found]
    return sorted(lines, key=lambda line: (name_key(line.school), name_key(line.name)))


def known_of(work: UnitOfWork, person: Person) -> Known:
    """Open what one who comes with a letter is compared with."""
    code = work.decrypt(person, Person.identity_code) if person.identity_code is not None else ""
    return Known(PersonName.of(work, person), code)


def language_of(work: UnitOfWork, person: Person) -> str:
    """The family's language, as the directory knows it."""
    language = work.decrypt_document(person, Person.identity).get("language") or ""
    return language if language in {"fi", "sv", "en"} else "fi"


def hides_place(work: UnitOfWork, person: Person) -> bool:
    """Whether a letter to this person names no place: somebody of the family is under non-disclosure."""
    if person.is_restricted or person.kind is not PersonKind.GUARDIAN:
        return is_family_hidden(work.session, person.id, work.facts.on)
    return is_kept_from_a_ward(work.session, person.id)


def state_words(line: FamilyLine) -> str:
    """How somebody stands to the own pages."""
    if line.state is LetterState.WAITING and line.until is not None:
        return _("Has a letter that is good until %(day)s; a new one ends it", day=date_text(line.until))
    return {
        LetterState.NONE: _("Has no way in yet"),
        LetterState.IN: _("Has an account; a letter opens it anew if the password is forgotten"),
    }.get(line.state, "")


def _about(member: Member, student: str) -> str:
    if member.person.id == member.student.id:
        return _("Pupil")
    return _("Guardian of %(name)s", name=student)


def _state(person: Person, name: PersonName, accounts: set[UUID], waiting: set[UUID]) -> LetterState:
    if person.identity_code is None and name.born_on is None:
        return LetterState.UNKNOWN
    if person.id in waiting:
        return LetterState.WAITING
    return LetterState.IN if person.id in accounts else LetterState.NONE


def _once(lines: Sequence[FamilyLine]) -> Sequence[FamilyLine]:
    """A guardian of two in the class is one person, and gets one letter."""
    seen: dict[UUID, FamilyLine] = {}
    for line in lines:
        seen.setdefault(line.person.id, line)
    return list(seen.values())
