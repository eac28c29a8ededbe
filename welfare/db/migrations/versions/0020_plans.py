"""Individual welfare plans: their versions, goals, measures and ratings."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

OUTCOMES = ("attained", "partly", "not_attained", "dropped")
STATES = ("draft", "open", "done", "not_done")
RATERS = ("student", "guardian", "worker")


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "welfare_plan",
        sa.Column("newest", sa.Integer(), nullable=False),
        sa.Column("first_agreed_on", sa.Date(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=False),
        *_columns(),
        *_ties("welfare_plan"),
        sa.UniqueConstraint("case_id", name=op.f("uq_welfare_plan_case_id")),
    )
    op.create_index(op.f("ix_welfare_plan_case_id"), "welfare_plan", ["case_id"])
    op.create_table(
        "plan_version",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("author_account_id", sa.Uuid(), nullable=False),
        sa.Column("author_person_id", sa.Uuid(), nullable=False),
        sa.Column("author_office", sa.String(length=40), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        *_columns("plan_id"),
        sa.CheckConstraint("revision = 1", name=op.f("ck_plan_version_written_once")),
        *_ties(
            "plan_version",
            plan_id="welfare_plan",
            author_account_id="account",
            author_person_id="person",
            entry_id="journal_entry",
        ),
        sa.UniqueConstraint("plan_id", "number", name=op.f("uq_plan_version_plan_id_number")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_plan_version_entry_id")),
    )
    op.create_table(
        "plan_goal",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("set_on", sa.Date(), nullable=False),
        sa.Column("rated_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.Enum(*OUTCOMES, name="outcome", native_enum=False, length=40), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("closed_by", sa.Uuid(), nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        *_columns("plan_id"),
        *_ties("plan_goal", plan_id="welfare_plan", closed_by="account"),
        sa.UniqueConstraint("plan_id", "number", name=op.f("uq_plan_goal_plan_id_number")),
    )
    op.create_table(
        "plan_measure",
        sa.Column("goal_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.Enum(*STATES, name="measurestate", native_enum=False, length=40), nullable=False),
        sa.Column("doer_account_id", sa.Uuid(), nullable=True),
        sa.Column("follower_account_id", sa.Uuid(), nullable=True),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        *_columns("plan_id"),
        *_ties(
            "plan_measure",
            plan_id="welfare_plan",
            goal_id="plan_goal",
            doer_account_id="account",
            follower_account_id="account",
            ended_by="account",
        ),
        sa.UniqueConstraint("goal_id", "number", name=op.f("uq_plan_measure_goal_id_number")),
    )
    for party in ("doer", "follower"):
        columns = [f"{party}_account_id", "state"]
        op.create_index(op.f(f"ix_plan_measure_{'_'.join(columns)}"), "plan_measure", columns)
    op.create_table(
        "plan_rating",
        sa.Column("rater", sa.Enum(*RATERS, name="rater", native_enum=False, length=40), nullable=False),
        sa.Column("rated_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        *_columns("plan_id"),
        sa.CheckConstraint("revision = 1", name=op.f("ck_plan_rating_written_once")),
        *_ties("plan_rating", plan_id="welfare_plan", recorded_by="account"),
    )
    op.create_index(op.f("ix_plan_rating_plan_id_rated_on"), "plan_rating", ["plan_id", "rated_on"])
    for table in ("plan_version", "plan_goal", "plan_measure", "plan_rating"):
        op.create_index(op.f(f"ix_{table}_case_id"), table, ["case_id"])
        op.create_index(op.f(f"ix_{table}_plan_id"), table, ["plan_id"])


def _columns(*more: str) -> list[sa.Column[object]]:
    ids = (*more, "case_id", "student_id", "controller_id", "id")
    found: list[sa.Column[object]] = [sa.Column(name, sa.Uuid(), nullable=False) for name in ids]
    return [*found, sa.Column("revision", sa.Integer(), nullable=False)]


def _ties(table: str, **more: str) -> list[sa.Constraint]:
    ties = {"case_id": "case_file", "student_id": "person", "controller_id": "organisation", **more}
    foreign = [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
        for column, other in ties.items()
    ]
    return [*foreign, sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))]


def downgrade() -> None:
    """Go down."""
    for table in ("plan_rating", "plan_measure", "plan_goal", "plan_version", "welfare_plan"):
        op.drop_table(table)
