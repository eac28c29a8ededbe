"""Who of the staff did something, by the account."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from welfare.accounts.models import Account
from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.pages import Names


def who_did(work: UnitOfWork, account_ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """The names of the people behind accounts."""
    wanted = {account_id for account_id in account_ids if account_id is not None}
    rows = work.session.execute(select(Account.id, Account.person_id).where(Account.id.in_(wanted))).all()
    names = Names.of(work, [], [row.person_id for row in rows])
    return {row.id: names.of_person(row.person_id) for row in rows}
