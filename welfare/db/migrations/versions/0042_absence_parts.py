"""What absences of a category are made of: class levels and coded reasons."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "absence_part",
        *(sa.Column(name, sa.Uuid(), nullable=False) for name in ("controller_id", "unit_id")),
        sa.Column("term_starts_on", sa.Date(), nullable=False),
        *(sa.Column(name, sa.String(length=40), nullable=False) for name in ("category", "part")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("pupils", "hours")),
        sa.Column("id", sa.Uuid(), nullable=False),
        *(
            sa.ForeignKeyConstraint([name], ["organisation.id"], name=op.f(f"fk_absence_part_{name}_organisation"))
            for name in ("controller_id", "unit_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence_part")),
        sa.UniqueConstraint(
            *("unit_id", "term_starts_on", "category", "part"),
            name=op.f("uq_absence_part_unit_id_term_starts_on_category_part"),
        ),
    )


def downgrade() -> None:
    """Go down."""
    op.drop_table("absence_part")
