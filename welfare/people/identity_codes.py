"""Finding by a personal identity code: whole, exact, by its keyed hash, and never kept anywhere as it was typed."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import Person
from welfare.people.queries import Placed, Reach, students_reachable_by
from welfare.rules.identity_code import SHAPE, IdentityCodeError, parse

CODE_PURPOSE = "identity-code"
"""What the keyed hash of a code is for; each controller's differs."""


def looks_like_code(text: str) -> bool:
    """Whether somebody means an identity code, be it a right one or not."""
    return SHAPE.fullmatch(text.strip().upper()) is not None


def students_with_code(work: UnitOfWork, reach: Reach, text: str) -> list[Placed]:
    """Of those reached, whoever has this code; nobody for what is no code."""
    try:
        code = parse(text, allow_artificial=True)
    except IdentityCodeError:
        return []
    on = work.facts.on
    hashes = [work.fingerprint(id, CODE_PURPOSE, code.text) for id in _controllers(work, reach)]
    ids = work.session.scalars(select(Person.id).where(Person.identity_code_index.in_(hashes))).all()
    return reach.placed(work.session, on, ids)


def _controllers(work: UnitOfWork, reach: Reach) -> Sequence[UUID]:
    reached = students_reachable_by(reach.actor, work.facts.on)
    return work.session.scalars(select(Person.controller_id).where(reached).distinct()).all()
