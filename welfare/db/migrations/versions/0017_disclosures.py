"""What was disclosed, as it was given, and for how long its receiver may read it."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

GROUNDS = (
    "consent", "transfer_consent", "students_welfare", "teaching", "compulsory_education", "upper_secondary_task",
    "vocational_task", "threat_to_life", "child_protection", "evident_social_need", "social_authority_request",
    "partys_right", "consultation",
)  # fmt: skip


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "disclosure",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("ground", sa.Enum(*GROUNDS, name="disclosureground", native_enum=False, length=40), nullable=False),
        sa.Column("consent_id", sa.Uuid(), nullable=True),
        sa.Column(
            "how", sa.Enum("read_here", "paper", "told", name="how", native_enum=False, length=40), nullable=False
        ),
        sa.Column("receiver_account_id", sa.Uuid(), nullable=True),
        sa.Column("receiver_person_id", sa.Uuid(), nullable=True),
        sa.Column("given_at", sa.DateTime(), nullable=False),
        sa.Column("given_by", sa.Uuid(), nullable=False),
        sa.Column("given_by_person_id", sa.Uuid(), nullable=False),
        sa.Column("open_until", sa.Date(), nullable=True),
        sa.Column("handed_over_on", sa.Date(), nullable=True),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *_ties(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disclosure")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_disclosure_entry_id")),
    )
    op.create_index(op.f("ix_disclosure_case_id"), "disclosure", ["case_id"])
    op.create_index(
        op.f("ix_disclosure_receiver_account_id_open_until"), "disclosure", ["receiver_account_id", "open_until"]
    )


def _ties() -> list[sa.ForeignKeyConstraint]:
    ties = {
        "case_id": "case_file",
        "student_id": "person",
        "controller_id": "organisation",
        "entry_id": "journal_entry",
        "consent_id": "expression_of_will",
        "receiver_account_id": "account",
        "receiver_person_id": "person",
        "given_by": "account",
        "given_by_person_id": "person",
        "ended_by": "account",
    }
    return [
        sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_disclosure_{column}_{table}"))
        for column, table in ties.items()
    ]


def downgrade() -> None:
    """Go down."""
    op.drop_table("disclosure")
