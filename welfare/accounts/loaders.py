"""Finds what the room's addresses name, and how the one who asks stands to it."""

from uuid import UUID

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.accounts.models import SignInSession
from welfare.rules.actors import Facts


def load_own_session(reading: Reading, session_id: UUID) -> Loaded | None:
    """A session of somebody; the facts say whose."""
    found = reading.session.get(SignInSession, session_id)
    if found is None:
        return None
    today = reading.now.astimezone(HOME_ZONE).date()
    return Loaded(
        found, Facts(on=today, subject_ids=(("account", found.account_id),), owner_account_id=found.account_id)
    )
