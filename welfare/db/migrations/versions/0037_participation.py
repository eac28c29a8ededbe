"""Taking part: who was heard and to what effect, ideas of classes and their way."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "hearing",
        *_of_unit(),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("heard", sa.String(length=40), nullable=False),
        sa.Column("whom", sa.String(length=200), nullable=False),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("about", sa.String(length=200), nullable=False),
        sa.Column("said", sa.String(length=2000), nullable=False),
        sa.Column("effect", sa.String(length=2000), nullable=False),
        sa.Column("saved_by", sa.Uuid(), nullable=False),
        *_ties("hearing", {"unit_id": "organisation", "controller_id": "organisation", "saved_by": "account"}),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearing")),
    )
    op.create_index(op.f("ix_hearing_unit_id_held_on"), "hearing", ["unit_id", "held_on"])
    op.create_table(
        "idea",
        *_of_unit(),
        sa.Column("class_id", sa.Uuid(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("text", sa.String(length=2000), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("decision", sa.String(length=40), nullable=True),
        sa.Column("answer_fi", sa.String(length=2000), nullable=False),
        sa.Column("answer_sv", sa.String(length=2000), nullable=False),
        *_ties("idea", {"unit_id": "organisation", "controller_id": "organisation", "class_id": "school_class"}),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea")),
    )
    op.create_index(op.f("ix_idea_class_id"), "idea", ["class_id"])
    op.create_index(op.f("ix_idea_unit_id_given_on"), "idea", ["unit_id", "given_on"])
    op.create_table(
        "idea_step",
        sa.Column("idea_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("saved_by", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *_ties("idea_step", {"idea_id": "idea", "saved_by": "account"}),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea_step")),
    )
    op.create_index(op.f("ix_idea_step_idea_id"), "idea_step", ["idea_id"])


def _of_unit() -> list[sa.Column[object]]:
    return [
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
    ]


def _ties(table: str, ties: dict[str, str]) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
        for column, other in ties.items()
    ]


def downgrade() -> None:
    """Go down."""
    op.drop_table("idea_step")
    op.drop_table("idea")
    op.drop_table("hearing")
