"""What was reached when matters were closed, whether their students have been asked how it went, and the counts."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

SERVICES = ("curator", "psychologist", "nurse", "doctor", "unsure")


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "case_evaluation",
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        *_of_case("case_evaluation"),
        _tie("case_evaluation", "by", "account"),
    )
    op.create_index(op.f("ix_case_evaluation_case_id"), "case_evaluation", ["case_id"])
    reasons = ("declined", "not_reached", "not_fitting", "other")
    op.create_table(
        "feedback_offer",
        sa.Column(
            "state",
            sa.Enum("offered", "given", "skipped", name="offerstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("service", sa.Enum(*SERVICES, name="service", native_enum=False, length=40), nullable=False),
        sa.Column("skipped_why", sa.Enum(*reasons, name="skipreason", native_enum=False, length=40), nullable=True),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        *_of_case("feedback_offer"),
        sa.UniqueConstraint("case_id", name="uq_feedback_offer_case_id"),
    )
    op.create_index(op.f("ix_feedback_offer_case_id"), "feedback_offer", ["case_id"])
    op.create_table(
        "feedback_tally",
        sa.Column("provider_id", sa.Uuid(), nullable=False),
        sa.Column("term_starts_on", sa.Date(), nullable=False),
        sa.Column("service", sa.Enum(*SERVICES, name="service", native_enum=False, length=40), nullable=False),
        sa.Column(
            "question",
            sa.Enum("helped", "heard", "again", name="feedbackquestion", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("grade", sa.Integer(), nullable=False),
        sa.Column("shown", sa.Integer(), nullable=False),
        sa.Column("waiting", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _tie("feedback_tally", "provider_id", "organisation"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_tally")),
        sa.UniqueConstraint(
            "provider_id",
            "term_starts_on",
            "service",
            "question",
            "grade",
            name=op.f("uq_feedback_tally_provider_id_term_starts_on_service_question_grade"),
        ),
    )


def _tie(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))


def _of_case(table: str) -> tuple[sa.Column[object] | sa.Constraint, ...]:
    ties = {"case_id": "case_file", "student_id": "person", "controller_id": "organisation"}
    columns: list[sa.Column[object]] = [sa.Column(name, sa.Uuid(), nullable=False) for name in (*ties, "id")]
    return (
        *columns,
        sa.Column("revision", sa.Integer(), nullable=False),
        *(_tie(table, column, other) for column, other in ties.items()),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def downgrade() -> None:
    """Go down."""
    op.drop_table("feedback_tally")
    op.drop_table("feedback_offer")
    op.drop_table("case_evaluation")
