"""The outbox: mails planned in the transaction of a deed."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

KINDS = ("meeting_invited", "meeting_changed", "meeting_cancelled", "task_due")
STATES = ("planned", "delivered", "failed")


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "mail",
        sa.Column("kind", sa.Enum(*KINDS, name="mailkind", native_enum=False, length=40), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("about_id", sa.Uuid(), nullable=False),
        sa.Column("planned_at", sa.DateTime(), nullable=False),
        sa.Column("state", sa.Enum(*STATES, name="mailstate", native_enum=False, length=40), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("failure", sa.String(length=40), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail")),
    )
    with op.batch_alter_table("mail", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mail_about_id"), ["about_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mail_person_id"), ["person_id"], unique=False)
    op.create_table(
        "mail_text",
        sa.Column("mail_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("key_subject_id", sa.Uuid(), nullable=False),
        sa.Column("recipient", sa.LargeBinary(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"], name=op.f("fk_mail_text_mail_id_mail")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail_text")),
        sa.UniqueConstraint("mail_id", name=op.f("uq_mail_text_mail_id")),
    )


def downgrade() -> None:
    """Go down."""
    op.drop_table("mail_text")
    op.drop_table("mail")
