"""Requests for support, and the talks they lead to."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "contact_request",
        sa.Column("receipt", sa.String(length=20), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column(
            "register",
            sa.Enum(
                "welfare",
                "social",
                "psychology",
                "health",
                "directory",
                "communal",
                "audit",
                "session",
                "index",
                name="register",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "service",
            sa.Enum(
                "curator", "psychologist", "nurse", "doctor", "unsure", name="service", native_enum=False, length=40
            ),
            nullable=False,
        ),
        sa.Column(
            "sender_kind",
            sa.Enum("student", "staff", "guardian", "other", name="senderkind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("sender_account_id", sa.Uuid(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "received",
                "claimed",
                "talk_offered",
                "talk_held",
                "closed",
                name="requeststate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("is_urgent", sa.Boolean(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("queue_on", sa.Date(), nullable=False),
        sa.Column("handler_account_id", sa.Uuid(), nullable=True),
        sa.Column("claimed_at", sa.DateTime(), nullable=True),
        sa.Column("talk_held_on", sa.Date(), nullable=True),
        sa.Column(
            "outcome",
            sa.Enum(
                "advice_only",
                "service_continues",
                "group_proposed",
                "redirected",
                "clearly_unnecessary",
                "talk_declined",
                name="outcome",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_contact_request_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["handler_account_id"], ["account.id"], name=op.f("fk_contact_request_handler_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["organisation.id"], name=op.f("fk_contact_request_school_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["sender_account_id"], ["account.id"], name=op.f("fk_contact_request_sender_account_id_account")
        ),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_contact_request_student_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_request")),
        sa.UniqueConstraint("receipt", name=op.f("uq_contact_request_receipt")),
    )
    op.create_index(
        "ix_contact_request_closed",
        "contact_request",
        ["school_id", "service", "closed_at", "id"],
        sqlite_where=sa.text("closed_at IS NOT NULL"),
        postgresql_where=sa.text("closed_at IS NOT NULL"),
    )
    op.create_index(
        op.f("ix_contact_request_handler_account_id_closed_at_queue_on"),
        "contact_request",
        ["handler_account_id", "closed_at", "queue_on"],
    )
    op.create_index(
        "ix_contact_request_open",
        "contact_request",
        ["school_id", "service", "queue_on", "received_at", "id"],
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_index(
        op.f("ix_contact_request_sender_account_id_received_at"),
        "contact_request",
        ["sender_account_id", "received_at"],
    )
    op.create_index(op.f("ix_contact_request_student_id"), "contact_request", ["student_id"])
    op.create_index(
        "ix_contact_request_unclaimed",
        "contact_request",
        ["school_id", "service", "queue_on", "received_at", "id"],
        sqlite_where=sa.text("closed_at IS NULL AND handler_account_id IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL AND handler_account_id IS NULL"),
    )
    op.create_index(
        "ix_contact_request_urgent",
        "contact_request",
        ["school_id", "service", "is_urgent", "due_on"],
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "talk",
        sa.Column("offered_at", sa.DateTime(), nullable=False),
        sa.Column("offered_for", sa.DateTime(), nullable=False),
        sa.Column(
            "way", sa.Enum("in_person", "phone", "video", name="talkway", native_enum=False, length=40), nullable=False
        ),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(
                "accepted", "declined", "no_answer", "held", "not_held", name="talkanswer", native_enum=False, length=40
            ),
            nullable=True,
        ),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column(
            "register",
            sa.Enum(
                "welfare",
                "social",
                "psychology",
                "health",
                "directory",
                "communal",
                "audit",
                "session",
                "index",
                name="register",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_talk_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(["recorded_by"], ["account.id"], name=op.f("fk_talk_recorded_by_account")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["contact_request.id"], name=op.f("fk_talk_request_id_contact_request")
        ),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_talk_student_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talk")),
    )
    op.create_index(op.f("ix_talk_request_id"), "talk", ["request_id"])


def downgrade() -> None:
    """Go down."""
    op.drop_table("talk")
    op.drop_table("contact_request")
