"""The indexes of the queues hold all that a count or a page asks, so that no row is fetched for a number."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

PLACE, QUEUE = ("school_id", "service"), ("queue_on", "received_at", "id")
IS_OPEN = "closed_at IS NULL"
IS_UNCLAIMED = f"{IS_OPEN} AND handler_account_id IS NULL"
BEFORE = {
    "ix_contact_request_open": ((*PLACE, *QUEUE), IS_OPEN),
    "ix_contact_request_unclaimed": ((*PLACE, *QUEUE), IS_UNCLAIMED),
    "ix_contact_request_urgent": ((*PLACE, "is_urgent", "due_on"), IS_OPEN),
}
AFTER = {
    "ix_contact_request_open": ((*PLACE, *QUEUE, "closed_at"), IS_OPEN),
    "ix_contact_request_unclaimed": ((*PLACE, *QUEUE, "closed_at", "handler_account_id"), IS_UNCLAIMED),
    "ix_contact_request_urgent": ((*PLACE, "is_urgent", "due_on", "talk_held_on", "id", "closed_at"), IS_OPEN),
}


def upgrade() -> None:
    """Make them anew, with the columns that were looked up in the table."""
    _replace(AFTER)


def downgrade() -> None:
    """Make them as they were."""
    _replace(BEFORE)


def _replace(indexes: dict[str, tuple[tuple[str, ...], str]]) -> None:
    for name, (columns, condition) in indexes.items():
        op.drop_index(name, "contact_request")
        where = sa.text(condition)
        op.create_index(name, "contact_request", list(columns), sqlite_where=where, postgresql_where=where)
