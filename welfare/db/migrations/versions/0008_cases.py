"""Matters: their members, outsiders, exclusions and steps."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "case_file",
        sa.Column("number", sa.String(length=30), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("proposed", "open", "follow_up", "closed", name="casestate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column(
            "initiator",
            sa.Enum("student", "guardian", "staff", "service", "other", name="initiator", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("initiated_on", sa.Date(), nullable=False),
        sa.Column("proposed_by", sa.Uuid(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("text_saved_at", sa.DateTime(), nullable=False),
        sa.Column("text_saved_by", sa.Uuid(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_case_file_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(["proposed_by"], ["account.id"], name=op.f("fk_case_file_proposed_by_account")),
        sa.ForeignKeyConstraint(["school_id"], ["organisation.id"], name=op.f("fk_case_file_school_id_organisation")),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_case_file_student_id_person")),
        sa.ForeignKeyConstraint(["text_saved_by"], ["account.id"], name=op.f("fk_case_file_text_saved_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_file")),
        sa.UniqueConstraint("controller_id", "number", name=op.f("uq_case_file_controller_id_number")),
    )
    op.create_index(op.f("ix_case_file_school_id_state"), "case_file", ["school_id", "state"])
    op.create_index(op.f("ix_case_file_student_id"), "case_file", ["student_id"])
    op.create_table(
        "case_member",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.String(length=40), nullable=False),
        sa.Column("is_responsible", sa.Boolean(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("added_by", sa.Uuid(), nullable=False),
        sa.Column(
            "ended_why",
            sa.Enum("removed", "refused", "withdrawn", "excluded", name="memberend", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_case_member_account_id_account")),
        sa.ForeignKeyConstraint(["added_by"], ["account.id"], name=op.f("fk_case_member_added_by_account")),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_case_member_case_id_case_file")),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_case_member_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(["ended_by"], ["account.id"], name=op.f("fk_case_member_ended_by_account")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_case_member_person_id_person")),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_case_member_student_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_member")),
    )
    op.create_index(op.f("ix_case_member_account_id"), "case_member", ["account_id"])
    op.create_index(op.f("ix_case_member_case_id"), "case_member", ["case_id"])
    op.create_index(
        "uq_case_member_leading",
        "case_member",
        ["case_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL AND is_responsible"),
        postgresql_where=sa.text("ended_at IS NULL AND is_responsible"),
    )
    op.create_index(
        "uq_case_member_present",
        "case_member",
        ["case_id", "person_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "outside_participant",
        sa.Column("outsider_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("added_by", sa.Uuid(), nullable=False),
        sa.Column(
            "ended_why",
            sa.Enum("removed", "refused", "withdrawn", "excluded", name="memberend", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["added_by"], ["account.id"], name=op.f("fk_outside_participant_added_by_account")),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_outside_participant_case_id_case_file")),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_outside_participant_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(["ended_by"], ["account.id"], name=op.f("fk_outside_participant_ended_by_account")),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_outside_participant_student_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outside_participant")),
    )
    op.create_index(op.f("ix_outside_participant_case_id"), "outside_participant", ["case_id"])
    op.create_table(
        "exclusion",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("excluded_at", sa.DateTime(), nullable=False),
        sa.Column("excluded_by", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("end_reason", sa.LargeBinary(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_exclusion_case_id_case_file")),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_exclusion_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(["ended_by"], ["account.id"], name=op.f("fk_exclusion_ended_by_account")),
        sa.ForeignKeyConstraint(["excluded_by"], ["account.id"], name=op.f("fk_exclusion_excluded_by_account")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_exclusion_person_id_person")),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_exclusion_student_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exclusion")),
    )
    op.create_index(op.f("ix_exclusion_case_id"), "exclusion", ["case_id"])
    op.create_index(op.f("ix_exclusion_person_id"), "exclusion", ["person_id"])
    op.create_table(
        "case_step",
        sa.Column(
            "kind", sa.Enum("state", "responsible", name="stepkind", native_enum=False, length=40), nullable=False
        ),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("was", sa.String(length=40), nullable=True),
        sa.Column("became", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["account.id"], name=op.f("fk_case_step_by_account")),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_case_step_case_id_case_file")),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_case_step_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_case_step_student_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_step")),
    )
    op.create_index(op.f("ix_case_step_case_id"), "case_step", ["case_id"])


def downgrade() -> None:
    """Go down."""
    op.drop_table("case_step")
    op.drop_table("exclusion")
    op.drop_table("outside_participant")
    op.drop_table("case_member")
    op.drop_table("case_file")
