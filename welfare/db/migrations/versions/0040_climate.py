"""Short climate surveys: who is asked, the codes of groups, and counts that belong to nobody."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "climate_survey",
        *_ids("controller_id", "unit_id"),
        sa.Column("audience", sa.String(length=40), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("begun_by", sa.Uuid(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        *_ids("id"),
        _tie("climate_survey", "controller_id", "organisation"),
        _tie("climate_survey", "unit_id", "organisation"),
        _tie("climate_survey", "begun_by", "account"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_climate_survey")),
    )
    op.create_index(op.f("ix_climate_survey_unit_id"), "climate_survey", ["unit_id"])
    op.create_table(
        "climate_code",
        *_ids("survey_id"),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("group_name", sa.String(length=40), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("used", sa.Integer(), nullable=False),
        *_ids("id"),
        _tie("climate_code", "survey_id", "climate_survey"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_climate_code")),
        sa.UniqueConstraint("code", name=op.f("uq_climate_code_code")),
    )
    op.create_index(op.f("ix_climate_code_survey_id"), "climate_code", ["survey_id"])
    op.create_table(
        "climate_tally",
        *_ids("survey_id"),
        sa.Column("question", sa.String(length=40), nullable=False),
        sa.Column("grade", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        *_ids("id"),
        _tie("climate_tally", "survey_id", "climate_survey"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_climate_tally")),
        sa.UniqueConstraint("survey_id", "question", "grade", name=op.f("uq_climate_tally_survey_id_question_grade")),
    )


def _ids(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Uuid(), nullable=False) for name in names]


def _tie(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))


def downgrade() -> None:
    """Go down."""
    for table in ("climate_tally", "climate_code", "climate_survey"):
        op.drop_table(table)
