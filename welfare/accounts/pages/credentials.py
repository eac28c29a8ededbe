"""Opening an account's credentials, for the actions that compare and change them."""

from welfare.accounts.credentials import NONE, Credentials
from welfare.accounts.models import Account
from welfare.audit.gap import GapDocument
from welfare.audit.unit_of_work import UnitOfWork


def open_credentials(work: UnitOfWork, account: Account | None) -> Credentials:
    """The credentials of an account; those of nobody when there is none or they cannot be opened."""
    if account is None:
        return NONE
    document = work.decrypt_document(account, Account.credentials)
    if isinstance(document, GapDocument):
        return NONE
    return Credentials(
        username=document["username"],
        password_hash=document["password_hash"],
        totp_secret=document["totp_secret"],
        expires_at=document.get("expires_at"),
    )
