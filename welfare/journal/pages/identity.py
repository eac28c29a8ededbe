"""Whom the record is about (OHL 20 § 4 k. 1), fetched from the directory each time: entries never hold these data."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from welfare.audit.gap import Gap
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.organisations.municipality_names import municipality_names
from welfare.people.models import Person
from welfare.people.pages import PersonName, names_of
from welfare.people.queries import guardians_of, is_minor
from welfare.rules.languages import in_language
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale
from welfare.ui.place import PlaceView


@dataclass(frozen=True, slots=True)
class GuardianLine:
    """A guardian's name and how the guardian is reached, unless that is not told for safety."""

    name: str
    contact: PlaceView


@dataclass(frozen=True, slots=True)
class RecordHead:
    """The student's name, identity code (or that there is none yet, and the birth date), home and a minor's guardians.

    What non-disclosure for safety covers is not even opened: a printed page leaves the house (661/2009 36 §; rule 32).
    """

    student: str
    identity: str
    home: PlaceView
    guardians: tuple[GuardianLine, ...]

    @classmethod
    def of(cls, work: UnitOfWork, case: Case) -> "RecordHead":
        """Open what the act wants on the record."""
        student = work.session.get_one(Person, case.student_id)
        on = work.facts.on
        guardians = [row for row, _ in guardians_of(work.session, student.id, on)] if is_minor(student, on) else []
        name = PersonName.of(work, student)
        return cls(
            student=name.full,
            identity=work.decrypt(student, Person.identity_code) or _without_code(name),
            home=_home(work, student, guardians),
            guardians=_lines(work, student, guardians),
        )


def _without_code(name: PersonName) -> str:
    born = date_text(name.born_on) if name.born_on else _("not known")
    return _("No Finnish identity code yet. Born: %(day)s", day=born)


def _home(work: UnitOfWork, student: Person, guardians: Sequence[Person]) -> PlaceView:
    if any(each.is_restricted for each in (student, *guardians)):
        return PlaceView(None, is_restricted=True)
    code = work.decrypt_document(student, Person.place).get("home_municipality")
    if isinstance(code, Gap):
        return PlaceView(code)
    names = municipality_names(work.session, code or "")
    return PlaceView(in_language(*names, current_locale()) if names else code or None)


def _lines(work: UnitOfWork, student: Person, guardians: Sequence[Person]) -> tuple[GuardianLine, ...]:
    names = names_of(work, guardians)
    return tuple(GuardianLine(names[each.id].full, _contact(work, student, each)) for each in guardians)


def _contact(work: UnitOfWork, student: Person, guardian: Person) -> PlaceView:
    """One household's secrecy covers all of its members (661/2009 36 §)."""
    if student.is_restricted or guardian.is_restricted:
        return PlaceView(None, is_restricted=True)
    contact = work.decrypt_document(guardian, Person.contact)
    if isinstance(contact.get("phone"), Gap):
        return PlaceView(contact["phone"])
    return PlaceView(", ".join(filter(None, (contact.get("phone"), contact.get("email")))) or None)
