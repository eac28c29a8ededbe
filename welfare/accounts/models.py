"""Tables of the accounts room."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Integer, LargeBinary, String
from sqlalchemy.orm import Mapped

from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.holder import KeyHolder
from welfare.crypto.sealed import Sealed, Subject
from welfare.db.base import INTERNAL, SECRET, Base, Identified, coded, column
from welfare.rules.actors import World
from welfare.rules.registers import HOUSE, Register


class Account(Sealed):
    """One way in for one person. ``credentials`` = {username, password_hash, totp_secret | null, expires_at | null}."""

    __tablename__ = "account"

    person_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("person.id"), unique=True)
    world: Mapped[World] = column(INTERNAL, coded(World), nullable=False)
    username_index: Mapped[bytes] = column(INTERNAL, LargeBinary(32), nullable=False, unique=True)
    credentials: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)
    has_second_factor: Mapped[bool] = column(INTERNAL, nullable=False, default=False)
    is_enabled: Mapped[bool] = column(INTERNAL, nullable=False, default=True)
    must_change_password: Mapped[bool] = column(INTERNAL, nullable=False, default=False)
    is_demo: Mapped[bool] = column(INTERNAL, nullable=False, default=False)
    locale: Mapped[str | None] = column(INTERNAL, String(2))
    changed_at: Mapped[datetime | None] = column(INTERNAL)
    changed_how: Mapped[str | None] = column(INTERNAL, String(30))
    """What last happened to the credentials, a code of `Change`; told to the person at the next sign-in."""
    created_at: Mapped[datetime] = column(INTERNAL, nullable=False)

    def key_holder(self) -> KeyHolder:
        """The session register's key of this account."""
        return KeyHolder(HOUSE, Register.SESSION, self.id)

    def about(self) -> tuple[Subject, ...]:
        """The account itself."""
        return (("account", self.id),)


class WrongTries(Base):
    """Wrong passwords and codes at an account since its last full sign-in, told to the person then."""

    __tablename__ = "wrong_tries"

    account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), primary_key=True)
    count: Mapped[int] = column(INTERNAL, Integer, nullable=False)


class LastCode(Base):
    """The newest time step an account's one-time code was accepted at: each code once, even in a race."""

    __tablename__ = "last_code"

    account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), primary_key=True)
    time_step: Mapped[int] = column(INTERNAL, BigInteger, nullable=False)


class RecoveryCode(Identified):
    """A keyed hash of a recovery code; each opens the door once."""

    __tablename__ = "recovery_code"

    account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False, index=True)
    digest: Mapped[bytes] = column(INTERNAL, LargeBinary(32), nullable=False)
    used_at: Mapped[datetime | None] = column(INTERNAL)


class Level(StrEnum):
    """How far a sign-in has come. MUST_CHANGE: every factor was given, but the password was a one-time one."""

    PASSWORD = "password"  # noqa: S105 - a code
    MUST_CHANGE = "must_change"
    FULL = "full"


class Change(StrEnum):
    """What may happen to somebody's credentials."""

    PASSWORD = "password"  # noqa: S105 - a code
    SECOND_FACTOR = "second_factor"
    RECOVERY_CODES = "recovery_codes"
    PASSWORD_RESET = "password_reset"  # noqa: S105 - a code
    SECOND_FACTOR_RESET = "second_factor_reset"


class SignInSession(Identified):
    """One sign-in on one browser; the browser holds the token, this row only its hash."""

    __tablename__ = "sign_in_session"

    token_digest: Mapped[bytes] = column(INTERNAL, LargeBinary(32), nullable=False, unique=True)
    account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False, index=True)
    level: Mapped[Level] = column(INTERNAL, coded(Level), nullable=False)
    created_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    seen_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    ends_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    ended_at: Mapped[datetime | None] = column(INTERNAL)
    ended_why: Mapped[str | None] = column(INTERNAL, String(20))
    browser: Mapped[str] = column(INTERNAL, String(60), nullable=False, default="")


class Throttle(Base):
    """Failed tries counted per account name and per source address, by keyed hash."""

    __tablename__ = "throttle"

    key_digest: Mapped[bytes] = column(INTERNAL, LargeBinary(32), primary_key=True)
    failures: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    first_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    blocked_until: Mapped[datetime | None] = column(INTERNAL)


class SetUpCode(Identified):
    """The one-time code with which the first administrator of an instance is made."""

    __tablename__ = "set_up_code"

    digest: Mapped[bytes] = column(INTERNAL, LargeBinary(32), nullable=False)
    expires_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    used_at: Mapped[datetime | None] = column(INTERNAL)


class InstanceMark(Base):
    """What kind of database this is: ``demo`` marks one with invented people and known passwords."""

    __tablename__ = "instance_mark"

    name: Mapped[str] = column(INTERNAL, String(40), primary_key=True)
    value: Mapped[str] = column(INTERNAL, String(200), nullable=False)
