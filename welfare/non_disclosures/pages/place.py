"""A hidden address, opened for a duty: the one page of the house on which it can be read."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.municipality_names import municipality_names
from welfare.people.models import Person
from welfare.people.pages import PersonName, names_of
from welfare.people.queries import guardians_of
from welfare.rules.languages import in_language
from welfare.rules.non_disclosure import PlaceReason
from welfare.rules.registers import Register
from welfare.ui.locale import current_locale
from welfare.ui.place import PlaceView


@dataclass(frozen=True, slots=True)
class ContactLine:
    """How one of the home is reached."""

    name: str
    contact: PlaceView


@dataclass(frozen=True, slots=True)
class PlacePage:
    """Where the pupil lives, and how those at home are reached."""

    student: str
    home: PlaceView
    municipality: PlaceView
    lines: Sequence[ContactLine]

    @classmethod
    def of(cls, work: UnitOfWork, student: Person, reason: PlaceReason) -> "PlacePage":
        """Open it, and keep for which duty. Guardians without the protection are reached as on every other page."""
        at_home = [person for person, _bond in guardians_of(work.session, student.id, work.facts.on)]
        at_home = [person for person in at_home if person.is_restricted]
        names = names_of(work, at_home)
        work.note(student.controller_id, Register.DIRECTORY, ("person", student.id), place_reason=reason.value)
        return cls(
            student=PersonName.of(work, student).full,
            home=_home(work, student),
            municipality=_municipality(work, student),
            lines=[
                ContactLine(_("The pupil"), _contact(work, student)),
                *(ContactLine(names[person.id].full, _contact(work, person)) for person in at_home),
            ],
        )


def _home(work: UnitOfWork, student: Person) -> PlaceView:
    if student.place is None:
        return PlaceView(None)
    place = work.decrypt_document(student, Person.place)
    town = " ".join(filter(None, (place.get("postal_code"), place.get("city"))))
    return PlaceView(", ".join(filter(None, (place.get("street"), town))) or None)


def _municipality(work: UnitOfWork, student: Person) -> PlaceView:
    if student.place is None:
        return PlaceView(None)
    code = work.decrypt_document(student, Person.place).get("home_municipality")
    names = municipality_names(work.session, code or "")
    return PlaceView(in_language(*names, current_locale()) if names else code or None)


def _contact(work: UnitOfWork, person: Person) -> PlaceView:
    if person.contact is None:
        return PlaceView(None)
    contact = work.decrypt_document(person, Person.contact)
    return PlaceView(", ".join(filter(None, (contact.get("phone"), contact.get("email")))) or None)
