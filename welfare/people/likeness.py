"""Whether two people have the same surname or address, without opening either (TihL 17 §: following how data is used).

Keyed hashes of the parts of a surname, of an address, of its street, and of the identity code are sealed in the row of
the person, under the person's own key. In the database they are noise: no two are alike, so nobody counts how common a
name is, as an index of names would let them. Whoever compares opens the hashes alone, never a name. Their key is the
house's, so that a county's worker can be compared with a municipality's pupil. Protected addresses are left out.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.audit.unit_of_work import Document, UnitOfWork
from welfare.people.models import Person
from welfare.rules.names import folded
from welfare.rules.registers import HOUSE

PURPOSE = "likeness"
_DIGITS = 24
"""Of each hash in hexadecimal signs: 96 bits, far more than there are people."""
_STREET_AND_NUMBER = re.compile(r"(?P<street>\D+?)\s*(?P<number>\d{1,4})")
_NUMBERS_ON = 2
_ALONE = frozenset({"home", "building", "who"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """What can be compared of one person."""

    names: frozenset[str] = frozenset()
    home: str = ""
    building: str = ""
    beside: frozenset[str] = frozenset()
    """The own building and those two numbers on."""
    who: str = ""

    @classmethod
    def read(cls, document: Document) -> "Likeness":
        """From the sealed document; empty where nothing was kept."""
        return cls(
            names=frozenset(document.get("names", ())),
            home=document.get("home", ""),
            building=document.get("building", ""),
            beside=frozenset(document.get("beside", ())),
            who=document.get("who", ""),
        )

    def shares_name(self, other: "Likeness") -> bool:
        """Whether a part of the surnames is the same."""
        return not self.names.isdisjoint(other.names)

    def shares_home(self, other: "Likeness") -> bool:
        """Whether the addresses are the same."""
        return bool(self.home) and self.home == other.home

    def lives_beside(self, other: "Likeness") -> bool:
        """Whether one lives in the other's building, or no more than two numbers on."""
        return bool(self.building) and self.building in other.beside

    def is_same_person(self, other: "Likeness") -> bool:
        """Whether the identity codes are the same: a worker is known as a guardian too."""
        return bool(self.who) and self.who == other.who


NOTHING = Likeness()


def keep_likeness(
    work: UnitOfWork, person: Person, surname: str, place: Mapping[str, str] | None = None, code: str = ""
) -> None:
    """Seal what can be compared of a person, wherever name, address or code are written."""
    where = {} if person.is_restricted or place is None else place
    texts = {
        "names": [f"name:{part}" for part in _parts(surname)],
        **_of_address(where.get("street", ""), where.get("postal_code", "").strip()),
        "who": [f"who:{code}"] if code else [],
    }
    hashes = iter(work.fingerprints(HOUSE, PURPOSE, [text for several in texts.values() for text in several]))
    found = {name: [next(hashes).hex()[:_DIGITS] for _text in several] for name, several in texts.items()}
    alone = {name: values[0] for name, values in found.items() if name in _ALONE and values}
    several = {name: values for name, values in found.items() if name not in _ALONE and values}
    work.encrypt(person, Person.likeness, json.dumps({**several, **alone}, separators=(",", ":")))


def people_to_compare(session: Session, ids: Iterable[UUID]) -> Sequence[Person]:
    """The rows whose likeness is compared."""
    return session.scalars(select(Person).where(Person.id.in_(list(ids)))).all()


def _parts(surname: str) -> list[str]:
    """*Metsäpelto-Lahti* is like a Metsäpelto and like a Lahti."""
    return sorted({part for part in re.split(r"[\s-]+", folded(surname)) if part})


def _of_address(written: str, area: str) -> dict[str, list[str]]:
    """An address without a number is its own building, and nobody lives beside it but who has the same."""
    whole = " ".join(folded(written).split())
    if not whole:
        return {}
    found = _STREET_AND_NUMBER.match(whole)
    street, number = (found["street"].strip(), int(found["number"])) if found else (whole, None)
    numbers = [number] if number is None else range(max(1, number - _NUMBERS_ON), number + _NUMBERS_ON + 1)
    return {
        "home": [f"home:{whole}|{area}"],
        "building": [f"building:{street} {number}|{area}"],
        "beside": [f"building:{street} {each}|{area}" for each in numbers],
    }
