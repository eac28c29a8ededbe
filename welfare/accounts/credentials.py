"""What an account proves itself by, and how it is sealed. Opened in `pages.credentials` alone."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from welfare.accounts.models import Account
from welfare.audit.unit_of_work import UnitOfWork

ONE_TIME_LASTS = timedelta(hours=72)
"""How long a password lives that somebody else has handed over (ASVS 5.0 V6.4.1)."""


@dataclass(frozen=True)
class Credentials:
    """User name, hashed password, secret of the second factor, and the end of a one-time password."""

    username: str
    password_hash: str = ""
    totp_secret: str | None = None
    expires_at: str | None = None

    def has_expired(self, now: datetime) -> bool:
        """Whether a one-time password has been left unused for too long."""
        return self.expires_at is not None and datetime.fromisoformat(self.expires_at) <= now


NONE = Credentials("")
"""Of a name that nobody has."""


def seal_credentials(work: UnitOfWork, account: Account, credentials: Credentials) -> None:
    """Put credentials into an account; they are sealed at the flush."""
    account.has_second_factor = credentials.totp_secret is not None
    work.encrypt_document(account, Account.credentials, asdict(credentials))


def one_time_end(work: UnitOfWork) -> str:
    """Until when a one-time password made now may be used."""
    return (work.now + ONE_TIME_LASTS).isoformat()
