"""Files of personal data breaches, and those concerned."""

import sqlalchemy as sa
from alembic import op

revision = "0058"
down_revision = "0057"
branch_labels = None
depends_on = None
CODE = sa.String(length=40)
TIES = {
    "controller_id": ("organisation", False),
    "account_id": ("account", False),
    "person_id": ("person", True),
    "opened_by": ("account", False),
    "closed_by": ("account", True),
}
FINDING = "log_review_finding"


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "breach",
        *(sa.Column(name, sa.Uuid(), nullable=is_open) for name, (_other, is_open) in TIES.items()),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("risk", CODE, nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.Column("noticed_at", sa.DateTime(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=False),
        sa.Column("state", CODE, nullable=False),
        sa.Column("authority", CODE, nullable=True),
        sa.Column("authority_on", sa.Date(), nullable=True),
        sa.Column("authority_reference", sa.String(length=60), nullable=True),
        sa.Column("people", CODE, nullable=True),
        sa.Column("people_on", sa.Date(), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("authority_words", sa.LargeBinary(), nullable=True),
        sa.Column("people_words", sa.LargeBinary(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *(_tie("breach", name, other) for name, (other, _is_open) in TIES.items()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_breach")),
    )
    op.create_index(op.f("ix_breach_controller_id_state_due_at"), "breach", ["controller_id", "state", "due_at"])
    op.create_table(
        "breach_person",
        sa.Column("breach_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.Column("first_at", sa.DateTime(), nullable=False),
        sa.Column("last_at", sa.DateTime(), nullable=False),
        _tie("breach_person", "breach_id", "breach"),
        _tie("breach_person", "student_id", "person"),
        sa.PrimaryKeyConstraint("breach_id", "student_id", name=op.f("pk_breach_person")),
    )
    op.create_index(op.f("ix_breach_person_student_id"), "breach_person", ["student_id"])
    with op.batch_alter_table(FINDING) as table:
        table.add_column(sa.Column("breach_id", sa.Uuid(), nullable=True))
        table.create_foreign_key(op.f(f"fk_{FINDING}_breach_id_breach"), "breach", ["breach_id"], ["id"])


def downgrade() -> None:
    """Go down."""
    with op.batch_alter_table(FINDING) as table:
        table.drop_constraint(op.f(f"fk_{FINDING}_breach_id_breach"), type_="foreignkey")
        table.drop_column("breach_id")
    op.drop_table("breach_person")
    op.drop_table("breach")


def _tie(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
