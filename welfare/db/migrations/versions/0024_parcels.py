"""Packages between education providers: own keys, known partners, what was sealed for whom, and what arrived."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

ARRIVAL_TIES = {
    "case_id": "case_file",
    "student_id": "person",
    "controller_id": "organisation",
    "partner_id": "transfer_partner",
    "entry_id": "journal_entry",
    "arrived_by": "account",
}


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "transfer_keys",
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        *_public_keys(),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *_ties("transfer_keys", {"controller_id": "organisation", "made_by": "account"}),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfer_keys")),
        sa.UniqueConstraint("controller_id", name=op.f("uq_transfer_keys_controller_id")),
    )
    op.create_table(
        "transfer_partner",
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("fingerprint", sa.String(length=32), nullable=False),
        *_public_keys(),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("added_by", sa.Uuid(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        *_ties("transfer_partner", {"controller_id": "organisation", "added_by": "account"}),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfer_partner")),
    )
    op.create_index(
        op.f("ix_transfer_partner_controller_id_fingerprint"), "transfer_partner", ["controller_id", "fingerprint"]
    )
    op.create_table(
        "transfer_arrival",
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("arrived_at", sa.DateTime(), nullable=False),
        sa.Column("arrived_by", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *_ties("transfer_arrival", ARRIVAL_TIES),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfer_arrival")),
        sa.UniqueConstraint("controller_id", "number", name=op.f("uq_transfer_arrival_controller_id_number")),
    )
    op.create_index(op.f("ix_transfer_arrival_case_id"), "transfer_arrival", ["case_id"])
    partner = sa.ForeignKey("transfer_partner.id", name=op.f("fk_disclosure_partner_id_transfer_partner"))
    op.add_column("disclosure", sa.Column("partner_id", sa.Uuid(), partner, nullable=True), inline_references=True)


def _public_keys() -> list[sa.Column[bytes]]:
    return [sa.Column(name, sa.LargeBinary(length=32), nullable=False) for name in ("box_public", "sign_public")]


def _ties(table: str, ties: dict[str, str]) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
        for column, other in ties.items()
    ]


def downgrade() -> None:
    """Go down."""
    op.drop_column("disclosure", "partner_id")
    op.drop_table("transfer_arrival")
    op.drop_table("transfer_partner")
    op.drop_table("transfer_keys")
