"""Non-disclosure for safety: who set it, from whom it hides, whom it covers, and its end by two."""

import sqlalchemy as sa
from alembic import op

revision = "0054"
down_revision = "0053"
branch_labels = None
depends_on = None
CODE = sa.String(length=40)
TIES = {
    "student_id": "person",
    "controller_id": "organisation",
    "recorded_by": "account",
    "proposed_by": "account",
    "ended_by": "account",
}
LATER = {"proposed_by", "ended_by"}
PEOPLE = {"protection_id": "protection", "person_id": "person"}


def upgrade() -> None:
    """Go up."""
    op.add_column("guardianship", sa.Column("knows_place", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "protection",
        *(sa.Column(name, sa.Uuid(), nullable=name in LATER) for name in TIES),
        sa.Column("source", CODE, nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("proposal", sa.LargeBinary(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *_ties("protection", TIES),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_protection")),
    )
    op.create_index(op.f("ix_protection_student_id"), "protection", ["student_id"])
    op.create_table(
        "protection_person",
        *(sa.Column(name, sa.Uuid(), nullable=False) for name in PEOPLE),
        sa.Column("part", CODE, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *_ties("protection_person", PEOPLE),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_protection_person")),
        sa.UniqueConstraint("protection_id", "person_id", name=op.f("uq_protection_person_protection_id_person_id")),
    )
    op.create_index(op.f("ix_protection_person_person_id"), "protection_person", ["person_id"])


def downgrade() -> None:
    """Go down."""
    op.drop_table("protection_person")
    op.drop_table("protection")
    op.drop_column("guardianship", "knows_place")


def _ties(table: str, ties: dict[str, str]) -> list[sa.ForeignKeyConstraint]:
    names = {name: op.f(f"fk_{table}_{name}_{other}") for name, other in ties.items()}
    return [sa.ForeignKeyConstraint([name], [f"{ties[name]}.id"], name=key) for name, key in names.items()]
