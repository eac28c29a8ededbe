"""Log reviews: how far the chains have been looked through, what stood out, and what was decided."""

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None
CODE = sa.String(length=40)
TIES = {
    "controller_id": ("organisation", False),
    "account_id": ("account", False),
    "person_id": ("person", True),
    "unit_id": ("organisation", True),
    "student_id": ("person", True),
    "decided_by": ("account", True),
}
FINDING = "log_review_finding"


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "log_review_mark",
        sa.Column("chain_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("chain_id", name=op.f("pk_log_review_mark")),
    )
    op.create_table(
        "log_review_device",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("browser", sa.String(length=60), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("is_first", sa.Boolean(), nullable=False),
        _tie("log_review_device", "account_id", "account"),
        sa.PrimaryKeyConstraint("account_id", "browser", name=op.f("pk_log_review_device")),
    )
    op.create_table(
        "log_review_decoy",
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("set_at", sa.DateTime(), nullable=False),
        sa.Column("set_by", sa.Uuid(), nullable=False),
        _tie("log_review_decoy", "student_id", "person"),
        _tie("log_review_decoy", "controller_id", "organisation"),
        _tie("log_review_decoy", "set_by", "account"),
        sa.PrimaryKeyConstraint("student_id", name=op.f("pk_log_review_decoy")),
    )
    op.create_index(op.f("ix_log_review_decoy_controller_id"), "log_review_decoy", ["controller_id"])
    op.create_table(
        FINDING,
        *(sa.Column(name, sa.Uuid(), nullable=is_open) for name, (_other, is_open) in TIES.items()),
        sa.Column("role", CODE, nullable=False),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("relation", CODE, nullable=False),
        sa.Column("signals", sa.JSON(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.Column("first_at", sa.DateTime(), nullable=False),
        sa.Column("last_at", sa.DateTime(), nullable=False),
        sa.Column("last_seq", sa.BigInteger(), nullable=False),
        sa.Column("found_at", sa.DateTime(), nullable=False),
        sa.Column("week_on", sa.Date(), nullable=True),
        sa.Column("state", CODE, nullable=False),
        sa.Column("explanation", CODE, nullable=True),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        *(_tie(FINDING, name, other) for name, (other, _is_open) in TIES.items()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_review_finding")),
    )
    for columns in (["student_id"], ["account_id", "state"], ["controller_id", "state", "found_at"]):
        op.create_index(op.f(f"ix_log_review_finding_{'_'.join(columns)}"), FINDING, columns)
    op.create_table(
        "log_review_note",
        sa.Column("finding_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _tie("log_review_note", "finding_id", FINDING),
        _tie("log_review_note", "controller_id", "organisation"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_review_note")),
        sa.UniqueConstraint("finding_id", name=op.f("uq_log_review_note_finding_id")),
    )


def downgrade() -> None:
    """Go down."""
    for table in ("log_review_note", FINDING, "log_review_decoy", "log_review_device", "log_review_mark"):
        op.drop_table(table)


def _tie(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
