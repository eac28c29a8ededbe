"""Who in the house may be given something, and how the rule sees each."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.accounts.models import Account
from welfare.cases.group import exclusions_of, members_of
from welfare.cases.models import Case
from welfare.consents.models import ExpressionOfWill
from welfare.consents.staff import AtWork, staff_at
from welfare.people.queries import placements_of
from welfare.rules.actors import Actor, World
from welfare.rules.permissions import SCHOOL_WIDE
from welfare.rules.receivers import InsideReceiver


def candidates_for(session: Session, case: Case, on: date) -> Sequence[tuple[Account, AtWork]]:
    """Those at work at the school with an account, who take no part and are not shut out; unordered."""
    besides = {member.person_id for member in members_of(session, case.id)}
    besides |= {row.person_id for row in exclusions_of(session, case.id)}
    staff = {each.person.id: each for each in staff_at(session, case.school_id, on) if each.person.id not in besides}
    enabled = (Account.person_id.in_(staff), Account.is_enabled, Account.world == World.STAFF)
    accounts = session.scalars(select(Account).where(*enabled)).all()
    return [(account, staff[account.person_id]) for account in accounts if account.person_id in staff]


def inside_receiver(
    session: Session, actor: Actor, student_id: UUID, on: date, consent: ExpressionOfWill | None = None
) -> InsideReceiver:
    """Somebody with an account as the rule sees them today: at the schools where the student studies today."""
    placed = placements_of(session, [student_id], on)
    schools = {place.school.id for place in placed}
    roles = frozenset(post.role for post in actor.posts if schools & post.school_ids)
    teaches = any(place.school_class.id in actor.class_ids for place in placed)
    is_named = consent is not None and consent.named_person_id is not None
    return InsideReceiver(
        roles=roles,
        has_pupil=teaches or bool(roles & frozenset(SCHOOL_WIDE)),
        is_named=is_named and consent is not None and consent.named_person_id == actor.person_id,
    )
