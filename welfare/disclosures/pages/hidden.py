"""Where somebody lives who is hidden for safety: that no text which leaves the house tells it (661/2009 36-37 §)."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.reference import municipality
from welfare.people.models import Person
from welfare.people.queries import guardians_of
from welfare.rules.names import stands_in
from welfare.ui.place import PlaceView


def hidden_place_told(work: UnitOfWork, student_id: UUID, texts: Sequence[str]) -> PlaceView | None:
    """A hidden place if one of these texts tells where the student or a guardian lives, and that is restricted.

    One household's secrecy covers all of its members. The event tells of an opened address only where one was found.
    """
    student = work.session.get_one(Person, student_id)
    guardians = [person for person, _ in guardians_of(work.session, student_id, work.facts.on)]
    household = [student, *guardians]
    if not any(person.is_restricted for person in household):
        return None
    whole = "\n".join(texts)

    def tells(place: dict[str, Any]) -> bool:
        return any(stands_in(whole, words) for words in _words_of(place))

    found = work.sift([person for person in household if person.place is not None], Person.place, tells)
    return PlaceView(None, is_restricted=True) if found else None


def _words_of(place: dict[str, Any]) -> Iterator[str]:
    """The street with and without its number, the postal code, the town, and the municipality in both languages."""
    street = place.get("street") or ""
    yield from (street, street.rstrip("0123456789abcdefABCDEF -"), place.get("postal_code") or "")
    yield place.get("city") or ""
    found = municipality(place.get("home_municipality") or "")
    if found:
        yield from (found.name_fi, found.name_sv)
