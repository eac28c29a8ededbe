"""The second factor: one-time codes by time (RFC 6238) and recovery codes; each opens the door once."""

import hmac
from base64 import b32encode
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from secrets import token_bytes
from uuid import UUID

import pyotp
from sqlalchemy import delete, update

from welfare.accounts.models import LastCode, RecoveryCode
from welfare.audit.unit_of_work import UnitOfWork
from welfare.db.upsert import insert_into
from welfare.rules.registers import HOUSE

STEP_SECONDS = 30
DRIFT = (0, -1, 1)
"""One step early or late (ASVS 5.0 V6.5.5)."""
DIGITS = 6
RECOVERY_CODES = 10
_RECOVERY_BYTES = 10
_GROUP = 4
_DRAWER = "segno"
"""Draws QR codes; loaded where one is drawn, not at every start."""


@dataclass(frozen=True)
class QrPicture:
    """A QR code as one path of squares, for a template to draw without style and without markup from here."""

    size: int
    path: str

    @classmethod
    def of(cls, text: str) -> "QrPicture":
        """The code of a text, with the quiet edge it needs."""
        rows = list(import_module(_DRAWER).make(text, error="m", micro=False).matrix_iter(border=4))
        squares = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark)
        return cls(len(rows), "".join(squares))


def secret_for(work: UnitOfWork, session_id: UUID, revision: int) -> str:
    """The secret offered to one session for enrolling: the same each time the page is drawn, stored only when used."""
    return b32encode(work.fingerprint(HOUSE, "enrolment", f"{session_id}:{revision}")[:20]).decode()


def enrolment_uri(secret: str, username: str, issuer: str) -> str:
    """What the QR code tells the authenticator app."""
    return pyotp.TOTP(secret).provisioning_uri(name=username, issuer_name=issuer)


def matching_step(secret: str, code: str, now: datetime) -> int | None:
    """The time step whose code this is, or None."""
    totp = pyotp.TOTP(secret, digits=DIGITS, interval=STEP_SECONDS)
    step = int(now.timestamp()) // STEP_SECONDS
    found = [
        step + drift for drift in DRIFT if hmac.compare_digest(totp.generate_otp(step + drift).encode(), code.encode())
    ]
    return found[0] if found else None


def use_step(work: UnitOfWork, account_id: UUID, step: int) -> bool:
    """Take a time step in one atomic move; false when it, or a later one, was taken before (ASVS V6.5.1)."""
    statement = insert_into(work.session, LastCode, account_id=account_id, time_step=step).on_conflict_do_update(
        index_elements=[LastCode.account_id], set_={"time_step": step}, where=LastCode.time_step < step
    )
    return work.session.scalar(statement.returning(LastCode.time_step)) is not None


def make_recovery_codes(work: UnitOfWork, account_id: UUID) -> tuple[str, ...]:
    """Ten new codes in place of all old ones, to be shown once; only keyed hashes are kept."""
    work.session.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account_id))
    codes = tuple(b32encode(token_bytes(_RECOVERY_BYTES)).decode().lower() for _ in range(RECOVERY_CODES))
    for code in codes:
        work.session.add(RecoveryCode(account_id=account_id, digest=_digest(work, account_id, code)))
    return tuple(_grouped(code) for code in codes)


def use_recovery_code(work: UnitOfWork, account_id: UUID, code: str) -> bool:
    """Use a code up in one atomic move; false for an unknown or used one."""
    statement = (
        update(RecoveryCode)
        .where(
            RecoveryCode.account_id == account_id,
            RecoveryCode.digest == _digest(work, account_id, code.lower()),
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=work.now)
        .returning(RecoveryCode.id)
    )
    return work.session.scalar(statement) is not None


def forget_second_factor(work: UnitOfWork, account_id: UUID) -> None:
    """Let go of every code of an account, used or not: a new secret begins anew."""
    work.session.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account_id))
    work.session.execute(delete(LastCode).where(LastCode.account_id == account_id))


def _digest(work: UnitOfWork, account_id: UUID, code: str) -> bytes:
    return work.fingerprint(HOUSE, "recovery code", f"{account_id.hex}:{code}")


def _grouped(code: str) -> str:
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))
