"""Signing the review of a unit: what was looked at is kept as it stood."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from json import dumps
from uuid import uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of
from welfare.documents.paper import Block
from welfare.insight.models import CommunityReview
from welfare.organisations.models import Organisation
from welfare.rules.registers import Register
from welfare.rules.terms import term_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SignReview:
    """The comment of whoever leads the unit, and what was on the page, in the language it was read in."""

    comment: str
    language: str
    blocks: Sequence[Block]
    signed_as: str


def sign_review(work: UnitOfWork, unit: Organisation, command: SignReview) -> CommunityReview:
    """Sign the term of today. Signing again leaves the earlier review standing (OHL 26 § 1; COM §4)."""
    review = CommunityReview(
        id=uuid4(),
        unit_id=unit.id,
        controller_id=keeper_of(unit),
        term_starts_on=term_of(work.facts.on).starts_on,
        comment=command.comment,
        language=command.language,
        document=dumps([{"kind": block.kind, **asdict(block)} for block in command.blocks], ensure_ascii=False),
        signed_at=work.now,
        signed_by=work.actor.account_id,
        signed_as=command.signed_as,
    )
    work.session.add(review)
    work.session.flush()
    work.note(review.controller_id, Register.COMMUNAL, ("community_review", review.id), review="signed")
    return review
