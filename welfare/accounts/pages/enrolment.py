"""What somebody is shown who takes an authenticator app into use."""

from dataclasses import dataclass
from uuid import UUID

from welfare.accounts.models import Account
from welfare.accounts.one_time_codes import QrPicture, enrolment_uri, secret_for
from welfare.accounts.pages.credentials import open_credentials
from welfare.audit.unit_of_work import UnitOfWork
from welfare.ui.locale import brand

_GROUP = 4


@dataclass(frozen=True)
class EnrolmentPage:
    """A secret, as a picture to photograph and as text to type."""

    username: str
    secret: str
    picture: QrPicture

    @classmethod
    def of(cls, work: UnitOfWork, account: Account, session_id: UUID) -> "EnrolmentPage":
        """The secret offered to this session."""
        username = open_credentials(work, account).username
        secret = secret_for(work, session_id, account.revision)
        return cls(username, secret, QrPicture.of(enrolment_uri(secret, username, brand())))

    @property
    def secret_in_groups(self) -> str:
        """The secret as one can read it aloud."""
        return " ".join(self.secret[start : start + _GROUP] for start in range(0, len(self.secret), _GROUP))
