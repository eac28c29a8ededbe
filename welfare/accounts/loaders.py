"""Finds what the room's addresses name, and how the one who asks stands to it."""

from uuid import UUID

from sqlalchemy import select

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.accounts.models import Account, SignInSession
from welfare.people.models import Person, PersonKind
from welfare.rules.actors import Facts
from welfare.rules.registers import Register


def load_own_session(reading: Reading, session_id: UUID) -> Loaded | None:
    """A session of somebody; the facts say whose."""
    found = reading.session.get(SignInSession, session_id)
    if found is None:
        return None
    today = reading.now.astimezone(HOME_ZONE).date()
    return Loaded(
        found, Facts(on=today, subject_ids=(("account", found.account_id),), owner_account_id=found.account_id)
    )


def load_staff_member(reading: Reading, person_id: UUID) -> Loaded | None:
    """A member of staff in somebody's directory; the facts say whose, and whose account it is."""
    found = reading.session.get(Person, person_id)
    if found is None or found.kind is not PersonKind.STAFF:
        return None
    return Loaded(
        found,
        Facts(
            on=reading.now.astimezone(HOME_ZONE).date(),
            subject_ids=(("person", found.id),),
            register=Register.DIRECTORY,
            controller_id=found.controller_id,
            owner_account_id=reading.session.scalar(select(Account.id).where(Account.person_id == found.id)),
        ),
    )
