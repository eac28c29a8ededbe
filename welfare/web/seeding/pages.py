"""Who can sign in to a demonstration that was made of somebody's own roster; names are opened here."""

from sqlalchemy import select

from welfare.accounts.models import Account
from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import Assignment, Person
from welfare.people.pages import names_of
from welfare.web.seeding.cast import Part


def parts_of(work: UnitOfWork) -> list[Part]:
    """The demonstration's staff, in the order in which they got their accounts."""
    statement = (
        select(Account, Person, Assignment.role)
        .join(Person, Person.id == Account.person_id)
        .join(Assignment, Assignment.person_id == Person.id)
        .where(Account.is_demo)
        .order_by(Account.created_at, Account.id, Assignment.id)
    )
    found = {account: (person, role) for account, person, role in work.session.execute(statement)}
    names = names_of(work, (person for person, _ in found.values()))
    work.prefetch(found)
    return [
        Part(role, names[person.id].full, work.decrypt_document(account, Account.credentials)["username"])
        for account, (person, role) in found.items()
    ]
