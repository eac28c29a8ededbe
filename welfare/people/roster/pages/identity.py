"""What a roster import must read of what is sealed; plaintext is opened here."""

from datetime import date

from welfare.audit.gap import GapDocument
from welfare.audit.unit_of_work import Document, UnitOfWork
from welfare.people.models import Person


def identity_of(work: UnitOfWork, person: Person) -> Document | None:
    """The identity document of one person, to be changed and sealed again; None when it cannot be opened."""
    document = work.decrypt_document(person, Person.identity)
    return None if isinstance(document, GapDocument) else document


def birth_date_of(work: UnitOfWork, person: Person) -> date | None:
    """The stored birth date of one person, None when it is not known or cannot be opened."""
    told = (identity_of(work, person) or {}).get("birth_date")
    return date.fromisoformat(told) if told else None
