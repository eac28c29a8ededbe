"""Results talked through, absences by category, inspections and their defects."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "result_discussion",
        *_ids("controller_id", "unit_id"),
        sa.Column("sheet", sa.String(length=80), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("party", sa.String(length=40), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("how", sa.String(length=300), nullable=False),
        sa.Column("decided", sa.String(length=4000), nullable=False),
        *_recorded(),
        sa.Column("struck_at", sa.DateTime(), nullable=True),
        sa.Column("struck_by", sa.Uuid(), nullable=True),
        *_ids("id"),
        *_ties("result_discussion", {**UNIT, "recorded_by": "account", "struck_by": "account"}),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_result_discussion")),
    )
    columns = ["unit_id", "sheet", "year"]
    op.create_index(op.f("ix_result_discussion_unit_id_sheet_year"), "result_discussion", columns)
    op.create_table(
        "absence_count",
        *_ids("controller_id", "unit_id"),
        sa.Column("term_starts_on", sa.Date(), nullable=False),
        sa.Column("category", sa.String(length=40), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("pupils", "hours", "enrolled")),
        *_recorded(),
        sa.Column("revision", sa.Integer(), nullable=False),
        *_ids("id"),
        *_ties("absence_count", {**UNIT, "recorded_by": "account"}),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence_count")),
        sa.UniqueConstraint(
            "unit_id", "term_starts_on", "category", name=op.f("uq_absence_count_unit_id_term_starts_on_category")
        ),
    )
    op.create_table(
        "inspection",
        *_ids("controller_id", "unit_id"),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("parties", sa.String(length=300), nullable=False),
        sa.Column("findings", sa.String(length=4000), nullable=False),
        *_recorded(),
        sa.Column("revision", sa.Integer(), nullable=False),
        *_ids("id"),
        *_ties("inspection", {**UNIT, "recorded_by": "account"}),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection")),
    )
    op.create_index(op.f("ix_inspection_unit_id"), "inspection", ["unit_id"])
    op.create_table(
        "inspection_defect",
        *_ids("inspection_id"),
        sa.Column("what", sa.String(length=300), nullable=False),
        sa.Column("owner", sa.String(length=300), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("done_how", sa.String(length=300), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        *_ids("id"),
        *_ties("inspection_defect", {"inspection_id": "inspection"}),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection_defect")),
    )
    op.create_index(op.f("ix_inspection_defect_inspection_id"), "inspection_defect", ["inspection_id"])


UNIT = {"controller_id": "organisation", "unit_id": "organisation"}


def _ids(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Uuid(), nullable=False) for name in names]


def _recorded() -> list[sa.Column[object]]:
    return [
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=True),
    ]


def _ties(table: str, ties: dict[str, str]) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
        for column, other in ties.items()
    ]


def downgrade() -> None:
    """Go down."""
    for table in ("inspection_defect", "inspection", "absence_count", "result_discussion"):
        op.drop_table(table)
