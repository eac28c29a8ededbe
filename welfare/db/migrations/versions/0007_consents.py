"""Expressions of will, and the assessment of a minor's interest."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "expression_of_will",
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "group_handling",
                "group_member",
                "outsider_participation",
                "disclosure",
                "transfer",
                "minor_prohibition",
                name="consentkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "answer",
            sa.Enum("given", "refused", "withdrawn", name="answer", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("giver_person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "capacity",
            sa.Enum("self", "guardian", "representative", name="givercapacity", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("named_person_id", sa.Uuid(), nullable=True),
        sa.Column("outsider_id", sa.Uuid(), nullable=True),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column(
            "way",
            sa.Enum("paper", "signed_eservice", "oral_in_meeting", name="way", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("information_version", sa.String(length=20), nullable=False),
        sa.Column("ability", sa.Enum("able", "unable", name="ability", native_enum=False, length=40), nullable=True),
        sa.Column("ability_on", sa.Date(), nullable=True),
        sa.Column("has_scope", sa.Boolean(), nullable=False),
        sa.Column("has_weighty_reason", sa.Boolean(), nullable=False),
        sa.Column("other_deciders_prevented", sa.Boolean(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("answers_id", sa.Uuid(), nullable=True),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["answers_id"], ["expression_of_will.id"], name=op.f("fk_expression_of_will_answers_id_expression_of_will")
        ),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_expression_of_will_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["giver_person_id"], ["person.id"], name=op.f("fk_expression_of_will_giver_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["named_person_id"], ["person.id"], name=op.f("fk_expression_of_will_named_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["account.id"], name=op.f("fk_expression_of_will_recorded_by_account")
        ),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_expression_of_will_student_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expression_of_will")),
        sa.UniqueConstraint("controller_id", "number", name=op.f("uq_expression_of_will_controller_id_number")),
    )
    op.create_index(op.f("ix_expression_of_will_case_id_kind"), "expression_of_will", ["case_id", "kind"])
    op.create_index(op.f("ix_expression_of_will_student_id_kind"), "expression_of_will", ["student_id", "kind"])
    op.create_table(
        "interest_assessment",
        sa.Column("expression_id", sa.Uuid(), nullable=False),
        sa.Column("assessor_account_id", sa.Uuid(), nullable=False),
        sa.Column("assessor_person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "assessor_role",
            sa.Enum(
                "teacher",
                "special_teacher",
                "study_counsellor",
                "school_assistant",
                "school_secretary",
                "principal",
                "provider_coordinator",
                "welfare_coordinator",
                "curator",
                "senior_curator",
                "psychologist",
                "nurse",
                "doctor",
                "data_protection_officer",
                "administrator",
                "student",
                "guardian",
                name="role",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("assessed_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("is_clearly_against_interest", sa.Boolean(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("grounds", sa.LargeBinary(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessor_account_id"], ["account.id"], name=op.f("fk_interest_assessment_assessor_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["assessor_person_id"], ["person.id"], name=op.f("fk_interest_assessment_assessor_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_interest_assessment_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["expression_id"],
            ["expression_of_will.id"],
            name=op.f("fk_interest_assessment_expression_id_expression_of_will"),
        ),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_interest_assessment_student_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interest_assessment")),
    )
    op.create_index(op.f("ix_interest_assessment_expression_id"), "interest_assessment", ["expression_id"])


def downgrade() -> None:
    """Go down."""
    op.drop_table("interest_assessment")
    op.drop_table("expression_of_will")
