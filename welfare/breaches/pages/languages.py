"""In which languages those concerned read, so that each is told in the own one (GDPR 12(1), 34(2))."""

from collections import Counter
from collections.abc import Sequence

from flask_babel import get_locale
from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.breaches.models import Breach
from welfare.breaches.queries import people_of
from welfare.people.models import Person
from welfare.people.queries import guardians_of


def languages_of(work: UnitOfWork, row: Breach) -> Sequence[tuple[str, int]]:
    """The languages that the directory knows of the pupils and their guardians, and of how many of them."""
    pupils = [each.student_id for each in people_of(work.session, row.id)]
    people = {each.id: each for each in work.session.scalars(select(Person).where(Person.id.in_(pupils)))}
    for student_id in pupils:
        people |= {each.id: each for each, _bond in guardians_of(work.session, student_id, work.facts.on)}
    identities = [identity for _person, identity in work.skim(list(people.values()), Person.identity)]
    counted = Counter(identity["language"] for identity in identities if identity.get("language"))
    return [(_name_of(code), number) for code, number in counted.most_common()]


def _name_of(code: str) -> str:
    """In the language being spoken; what has no name there stands by its code."""
    spoken = get_locale()
    name = spoken.languages.get(code.partition("-")[0].lower()) if spoken else None
    return str(name or code)
