"""Copies that receivers read: open to one person, on one ground, as long as it stands (OHL 22 § 2; rules 15 and 24).

A copy closes on its last day; when the lead closes it; when the consent it rests on is withdrawn or ends; when its
reader has left the pupil's school or group; and when the matter is closed, for then nobody is left to answer for it.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.cases.models import Case
from welfare.cases.queries import is_excluded_from_student
from welfare.consents.models import ExpressionOfWill
from welfare.consents.queries import said_about
from welfare.disclosures.models import Disclosure
from welfare.disclosures.queries.receivers import inside_receiver
from welfare.rules.actors import Actor, Facts
from welfare.rules.giving import How
from welfare.rules.permissions import LIVE, Permission, decide
from welfare.rules.receivers import reaches
from welfare.rules.registers import Register

OPEN, OVER = "open", "over"


def load_copy(reading: Reading, disclosure_id: UUID) -> Loaded | None:
    """Loader of ``<copy_id:copy>``: a disclosure as the one sees it to whom it was given."""
    row = reading.session.get(Disclosure, disclosure_id)
    if row is None or row.how is not How.READ_HERE:
        return None
    on = reading.now.astimezone(HOME_ZONE).date()
    return Loaded(row, _facts(reading.session, reading.actor, row, on))


def copies_open_to(session: Session, actor: Actor, on: date) -> Sequence[Disclosure]:
    """The copies that this actor may open, equal to Permission.COPY_OPEN; the newest first."""
    own = (
        Disclosure.receiver_account_id == actor.account_id,
        Disclosure.how == How.READ_HERE,
        Disclosure.ended_at.is_(None),
        Disclosure.open_until >= on,
    )
    order = (Disclosure.given_at.desc(), Disclosure.id)
    rows = session.scalars(select(Disclosure).where(*own).order_by(*order)).all()
    return [row for row in rows if decide(actor, Permission.COPY_OPEN, _facts(session, actor, row, on)).is_granted]


def is_over(session: Session, row: Disclosure, case: Case, on: date) -> bool:
    """Whether a copy has closed for whoever reads it."""
    if row.ended_at is not None or row.open_until is None or row.open_until < on or case.state.value not in LIVE:
        return True
    consent = consent_of(session, row)
    if consent is None:
        return False
    return not said_about(session, case, on).standing(consent.kind, consent.named_id).is_valid


def consent_of(session: Session, row: Disclosure) -> ExpressionOfWill | None:
    """The expression on which a disclosure rests."""
    return session.get(ExpressionOfWill, row.consent_id) if row.consent_id else None


def _facts(session: Session, actor: Actor, row: Disclosure, on: date) -> Facts:
    case = session.get_one(Case, row.case_id)
    reader = inside_receiver(session, actor, row.student_id, on, consent_of(session, row))
    is_open = not is_over(session, row, case, on) and reaches(row.ground, reader)
    return Facts(
        on=on,
        subject_ids=row.about(),
        register=Register.WELFARE,
        controller_id=row.controller_id,
        school_id=case.school_id,
        student_id=row.student_id,
        owner_account_id=row.receiver_account_id,
        state=OPEN if is_open else OVER,
        is_excluded=is_excluded_from_student(session, actor.person_id, row.student_id),
    )
