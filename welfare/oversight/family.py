"""Those about whom an officer handles nothing: the own family (HL 27-28 §)."""

from uuid import UUID

from sqlalchemy import select, union
from sqlalchemy.orm import Session

from welfare.cases.queries import conflicts_of
from welfare.people.bonds import selves_of
from welfare.people.models import Guardianship
from welfare.rules.actors import Actor


def near_to(session: Session, actor: Actor) -> frozenset[UUID]:
    """About whom an officer handles nothing: oneself, one's children, their guardians, one's own (HL 27-28 §).

    A bond that has ended counts too, one of the parent whom a roster knows the officer as besides, and every conflict
    of interest that has been recorded.
    """
    own = actor.person_id
    wards = select(Guardianship.student_id).where(Guardianship.guardian_id.in_(selves_of(own)))
    other_guardians = select(Guardianship.guardian_id).where(Guardianship.student_id.in_(wards))
    own_guardians = select(Guardianship.guardian_id).where(Guardianship.student_id == own)
    bound = session.scalars(union(wards, other_guardians, own_guardians)) if own else ()
    return frozenset(bound) | conflicts_of(session, actor).student_ids | ({own} if own else frozenset())
