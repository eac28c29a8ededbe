"""Whom a mail goes to: the address and the language of a person are opened here, for the outbox alone."""

from uuid import UUID

from welfare.accounts.queries import account_of
from welfare.audit.gap import Gap
from welfare.audit.unit_of_work import UnitOfWork
from welfare.mail.planning import Recipient
from welfare.people.models import Person


def recipient_of(work: UnitOfWork, person_id: UUID) -> Recipient | None:
    """A person's address, and the language chosen at the account, else the roster's; None for nobody."""
    person = work.session.get(Person, person_id)
    if person is None:
        return None
    account = account_of(work.session, person_id)
    language = account.locale if account is not None and account.locale else _language(work, person)
    return Recipient(_address(work, person), language, person.controller_id, person.key_subject_id)


def _address(work: UnitOfWork, person: Person) -> str:
    address: str | None = work.decrypt_document(person, Person.contact).get("email")
    return address or ""  # a gap is no address either


def _language(work: UnitOfWork, person: Person) -> str | None:
    identity = work.decrypt_document(person, Person.identity)
    language: str | None = identity.get("language")
    return None if isinstance(language, Gap) else language
