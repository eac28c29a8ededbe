"""Every form carries a key of its own: sent twice, it is done once and both answers lead to the same place."""

import re
from datetime import UTC, datetime, time
from hashlib import sha256
from uuid import UUID

from flask import Response, g, redirect, request
from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.models import DoneOnce
from welfare.audit.ledger import Ledger
from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.actors import NOBODY, Actor
from welfare.rules.permissions import Permission

FIELD = "idempotency_key"
NOBODYS = UUID(int=0)
"""Stands where an account does, for forms whose sender is nobody to us."""
NOT_REMEMBERED = frozenset({Permission.IDEA_GIVE.value})
"""What somebody does who is promised to stay unnamed: no row says who and when, to be laid beside what came."""
_KEY = re.compile(r"[A-Za-z0-9_-]{16,64}")
"""What a form of ours carries. Anything else would be one key for all who send it, and one answer for all they send."""


def replay(session: Session, actor: Actor) -> Response | None:
    """The answer given before to this same form, if it was."""
    digest = _digest()
    if digest is None or actor.account_id is None:
        return None
    statement = select(DoneOnce.location).where(DoneOnce.account_id == actor.account_id, DoneOnce.key_digest == digest)
    location = session.execute(statement).scalar_one_or_none()
    return None if location is None else _redirect(location)


def remember(work: UnitOfWork, response: Response) -> None:
    """Keep the answer of a save in its own transaction; a form drawn again with errors is not a save."""
    digest, actor = _digest(), _asking()
    is_to_keep = work.grant.permission not in NOT_REMEMBERED and response.location is not None
    if digest is None or actor.account_id is None or not is_to_keep:
        return
    work.start_writing()
    row = DoneOnce(account_id=actor.account_id, key_digest=digest, location=response.location, at=work.now)
    work.session.add(row)
    work.session.flush()


def replay_of_rival(ledger: Ledger) -> Response | None:
    """After a lost race between two copies of one form: the winner's answer."""
    with ledger.transaction() as transaction:
        return replay(transaction.session, _asking())


def key_of_form() -> bytes | None:
    """The digest of the key that the form carries, for those that are remembered as nobody's."""
    return _digest()


def was_done_by_nobody(session: Session, digest: bytes | None) -> bool:
    """Whether this same form was done before, whoever sent it."""
    wanted = DoneOnce.account_id == NOBODYS, DoneOnce.key_digest == digest
    return digest is not None and session.execute(select(DoneOnce.at).where(*wanted)).first() is not None


def remember_for_nobody(work: UnitOfWork, digest: bytes | None) -> None:
    """Keep that this form was done: the digest of a key made for that form alone, and the day. No account, no place."""
    if digest is not None:
        day = datetime.combine(work.facts.on, time(), tzinfo=UTC)
        work.session.add(DoneOnce(account_id=NOBODYS, key_digest=digest, location="", at=day))
        work.session.flush()


def _asking() -> Actor:
    """Who sent the form; a view may have signed somebody in since, whose forms these are not."""
    actor: Actor = g.get("actor", NOBODY)
    return actor


def _digest() -> bytes | None:
    key = request.form.get(FIELD, "") if request.method == "POST" else ""
    return sha256(key.encode()).digest() if _KEY.fullmatch(key) else None


def _redirect(location: str) -> Response:
    response = redirect(location, 303)
    if not isinstance(response, Response):
        message = "Flask's redirect answers a Flask response"
        raise TypeError(message)
    return response
