"""What happens to a request: whom to tell, each step, and who is shut out of it."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "inform_task",
        sa.Column(
            "kind",
            sa.Enum(
                "tell_student", "tell_guardian", "assess_prohibition", name="taskkind", native_enum=False, length=40
            ),
            nullable=False,
        ),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("done_by", sa.Uuid(), nullable=True),
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
            ["controller_id"], ["organisation.id"], name=op.f("fk_inform_task_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(["done_by"], ["account.id"], name=op.f("fk_inform_task_done_by_account")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["contact_request.id"], name=op.f("fk_inform_task_request_id_contact_request")
        ),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_inform_task_student_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inform_task")),
    )
    op.create_index(op.f("ix_inform_task_request_id"), "inform_task", ["request_id"])
    op.create_table(
        "request_step",
        sa.Column(
            "kind",
            sa.Enum(
                "claimed",
                "claimed_over",
                "handed_to_colleague",
                "returned",
                "handed_to_service",
                "urgency_changed",
                "kept_out",
                "closed",
                name="stepkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("to_account_id", sa.Uuid(), nullable=True),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
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
        sa.ForeignKeyConstraint(["by"], ["account.id"], name=op.f("fk_request_step_by_account")),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_request_step_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["contact_request.id"], name=op.f("fk_request_step_request_id_contact_request")
        ),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_request_step_student_id_person")),
        sa.ForeignKeyConstraint(["to_account_id"], ["account.id"], name=op.f("fk_request_step_to_account_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request_step")),
    )
    op.create_index(op.f("ix_request_step_request_id"), "request_step", ["request_id"])
    op.create_table(
        "request_exclusion",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("excluded_at", sa.DateTime(), nullable=False),
        sa.Column("excluded_by", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
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
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_request_exclusion_account_id_account")),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_request_exclusion_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(["excluded_by"], ["account.id"], name=op.f("fk_request_exclusion_excluded_by_account")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["contact_request.id"], name=op.f("fk_request_exclusion_request_id_contact_request")
        ),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_request_exclusion_student_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request_exclusion")),
        sa.UniqueConstraint("request_id", "account_id", name=op.f("uq_request_exclusion_request_id_account_id")),
    )
    op.create_index(
        op.f("ix_request_exclusion_account_id_request_id"), "request_exclusion", ["account_id", "request_id"]
    )
    op.create_index(op.f("ix_request_exclusion_request_id"), "request_exclusion", ["request_id"])


def downgrade() -> None:
    """Go down."""
    op.drop_table("request_exclusion")
    op.drop_table("request_step")
    op.drop_table("inform_task")
