"""The room's blueprint, on which its other files put their routes."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.accounts.loaders import load_own_session, load_staff_member

bp = GuardedBlueprint(
    "accounts", __name__, subjects={"own_session_id": load_own_session, "staff_id": load_staff_member}
)
