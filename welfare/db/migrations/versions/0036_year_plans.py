"""The action plan of a unit's school year, its goals and measures, approvals and evaluations."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

LINE, WORDS = 200, 4000


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "year_plan",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("beginning", sa.String(length=WORDS), nullable=False),
        sa.Column("heard", sa.String(length=WORDS), nullable=False),
        *_revised("year_plan", {"unit_id": "organisation"}),
        sa.UniqueConstraint("unit_id", "year", name=op.f("uq_year_plan_unit_id_year")),
    )
    op.create_table(
        "year_plan_approval",
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("approved_at", sa.DateTime(), nullable=False),
        sa.Column("approved_by", sa.Uuid(), nullable=True),
        sa.Column("comment", sa.String(length=WORDS), nullable=False),
        *_identified("year_plan_approval", {"plan_id": "year_plan", "approved_by": "account"}),
    )
    op.create_index(op.f("ix_year_plan_approval_plan_id"), "year_plan_approval", ["plan_id"])
    op.create_table(
        "year_goal",
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("title_fi", sa.String(length=LINE), nullable=False),
        sa.Column("title_sv", sa.String(length=LINE), nullable=False),
        sa.Column("indicator", sa.String(length=60), nullable=False),
        sa.Column("datum_source", sa.String(length=LINE), nullable=False),
        sa.Column("datum_value", sa.String(length=60), nullable=False),
        sa.Column("datum_year", sa.Integer(), nullable=False),
        sa.Column("target", sa.String(length=WORDS), nullable=False),
        sa.Column("carried_from_id", sa.Uuid(), nullable=True),
        *_owned(),
        *_revised("year_goal", {"plan_id": "year_plan", "carried_from_id": "year_goal", "owner_id": "person"}),
    )
    op.create_index(op.f("ix_year_goal_plan_id"), "year_goal", ["plan_id"])
    op.create_index(op.f("ix_year_goal_carried_from_id"), "year_goal", ["carried_from_id"])
    op.create_table(
        "year_measure",
        sa.Column("goal_id", sa.Uuid(), nullable=False),
        sa.Column("what_fi", sa.String(length=LINE), nullable=False),
        sa.Column("what_sv", sa.String(length=LINE), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("strength", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        *_owned(),
        *_revised("year_measure", {"goal_id": "year_goal", "owner_id": "person"}),
    )
    op.create_index(op.f("ix_year_measure_goal_id"), "year_measure", ["goal_id"])
    op.create_table(
        "plan_evaluation",
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("rating", sa.String(length=40), nullable=True),
        sa.Column("evidence", sa.String(length=WORDS), nullable=False),
        sa.Column("lessons", sa.String(length=WORDS), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("finished_at", sa.DateTime(), nullable=True),
        sa.Column("finished_by", sa.Uuid(), nullable=True),
        *_revised("plan_evaluation", {"plan_id": "year_plan", "finished_by": "account"}),
        sa.UniqueConstraint("plan_id", "stage", name=op.f("uq_plan_evaluation_plan_id_stage")),
    )
    op.create_table(
        "goal_evaluation",
        sa.Column("evaluation_id", sa.Uuid(), nullable=False),
        sa.Column("goal_id", sa.Uuid(), nullable=False),
        sa.Column("rating", sa.String(length=40), nullable=False),
        sa.Column("evidence", sa.String(length=WORDS), nullable=False),
        sa.Column("lessons", sa.String(length=WORDS), nullable=False),
        *_revised("goal_evaluation", {"evaluation_id": "plan_evaluation", "goal_id": "year_goal"}),
        sa.UniqueConstraint("evaluation_id", "goal_id", name=op.f("uq_goal_evaluation_evaluation_id_goal_id")),
    )
    op.create_index(op.f("ix_goal_evaluation_goal_id"), "goal_evaluation", ["goal_id"])


def _owned() -> list[sa.Column[object]]:
    return [
        sa.Column("bearer", sa.String(length=40), nullable=True),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
    ]


def _revised(table: str, ties: dict[str, str]) -> list[sa.schema.SchemaItem]:
    return [sa.Column("revision", sa.Integer(), nullable=False), *_identified(table, ties)]


def _identified(table: str, ties: dict[str, str]) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("id", sa.Uuid(), nullable=False),
        *(
            sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
            for column, other in ties.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def downgrade() -> None:
    """Go down."""
    for table in ("goal_evaluation", "plan_evaluation", "year_measure", "year_goal", "year_plan_approval", "year_plan"):
        op.drop_table(table)
