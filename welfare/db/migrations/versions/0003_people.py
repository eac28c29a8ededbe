"""Students, guardians and staff, how they belong to schools and to each other, and the rosters that bring them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "person",
        sa.Column(
            "kind",
            sa.Enum("student", "guardian", "staff", name="personkind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("key_subject_id", sa.Uuid(), nullable=False),
        sa.Column("identity", sa.LargeBinary(), nullable=False),
        sa.Column("identity_code", sa.LargeBinary(), nullable=True),
        sa.Column("identity_code_index", sa.LargeBinary(length=32), nullable=True),
        sa.Column("contact", sa.LargeBinary(), nullable=True),
        sa.Column("place", sa.LargeBinary(), nullable=True),
        sa.Column("is_restricted", sa.Boolean(), nullable=False),
        sa.Column("of_age_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_person_controller_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint(
            "controller_id",
            "kind",
            "identity_code_index",
            name=op.f("uq_person_controller_id_kind_identity_code_index"),
        ),
    )
    op.create_table(
        "enrolment",
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("class_id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["class_id"], ["school_class.id"], name=op.f("fk_enrolment_class_id_school_class")),
        sa.ForeignKeyConstraint(["school_id"], ["organisation.id"], name=op.f("fk_enrolment_school_id_organisation")),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_enrolment_student_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolment")),
    )
    op.create_index(op.f("ix_enrolment_class_id"), "enrolment", ["class_id"])
    op.create_index(op.f("ix_enrolment_school_id"), "enrolment", ["school_id"])
    op.create_index(op.f("ix_enrolment_student_id"), "enrolment", ["student_id"])
    op.create_table(
        "teaching",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("class_id", sa.Uuid(), nullable=False),
        sa.Column("is_responsible", sa.Boolean(), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["class_id"], ["school_class.id"], name=op.f("fk_teaching_class_id_school_class")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_teaching_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teaching")),
    )
    op.create_index(op.f("ix_teaching_class_id"), "teaching", ["class_id"])
    op.create_index(op.f("ix_teaching_person_id"), "teaching", ["person_id"])
    op.create_table(
        "guardianship",
        sa.Column("guardian_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("has_custody", sa.Boolean(), nullable=False),
        sa.Column("decides", sa.Boolean(), nullable=False),
        sa.Column("may_receive_information", sa.Boolean(), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["guardian_id"], ["person.id"], name=op.f("fk_guardianship_guardian_id_person")),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_guardianship_student_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guardianship")),
        sa.UniqueConstraint(
            "guardian_id", "student_id", "begins_on", name=op.f("uq_guardianship_guardian_id_student_id_begins_on")
        ),
    )
    op.create_index(op.f("ix_guardianship_guardian_id"), "guardianship", ["guardian_id"])
    op.create_index(op.f("ix_guardianship_student_id"), "guardianship", ["student_id"])
    op.create_table(
        "assignment",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "role",
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
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("employer_id", sa.Uuid(), nullable=False),
        sa.Column("comes_from_roster", sa.Boolean(), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["employer_id"], ["organisation.id"], name=op.f("fk_assignment_employer_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_assignment_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_assignment_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
    )
    op.create_index(op.f("ix_assignment_organisation_id"), "assignment", ["organisation_id"])
    op.create_index(op.f("ix_assignment_person_id"), "assignment", ["person_id"])
    op.create_table(
        "roster_record",
        sa.Column("sender", sa.String(length=255), nullable=False),
        sa.Column("file", sa.String(length=20), nullable=False),
        sa.Column("source_id", sa.String(length=255), nullable=False),
        sa.Column("target_id", sa.Uuid(), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(length=32), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("sender", "file", "source_id", name=op.f("pk_roster_record")),
    )
    op.create_table(
        "roster_import",
        sa.Column("sender", sa.String(length=255), nullable=False),
        sa.Column("provider_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["organisation.id"], name=op.f("fk_roster_import_provider_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_import")),
    )
    op.create_table(
        "roster_delivery",
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("arrived_at", sa.DateTime(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "reading",
                "ready",
                "unsound",
                "writing",
                "done",
                "failed",
                name="deliverystate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("done", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("failure", sa.String(length=40), nullable=False),
        sa.Column("import_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"], ["roster_import.id"], name=op.f("fk_roster_delivery_import_id_roster_import")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_delivery")),
    )
    op.create_table(
        "roster_delivery_part",
        sa.Column("delivery_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["roster_delivery.id"], name=op.f("fk_roster_delivery_part_delivery_id_roster_delivery")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_delivery_part")),
        sa.UniqueConstraint("delivery_id", "number", name=op.f("uq_roster_delivery_part_delivery_id_number")),
    )
    op.create_table(
        "roster_preview",
        sa.Column("delivery_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["roster_delivery.id"], name=op.f("fk_roster_preview_delivery_id_roster_delivery")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_preview")),
        sa.UniqueConstraint("delivery_id", name=op.f("uq_roster_preview_delivery_id")),
    )
    op.create_table(
        "roster_review",
        sa.Column("import_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("detail", sa.String(length=200), nullable=False),
        sa.Column("looked_at", sa.DateTime(), nullable=True),
        sa.Column("looked_by", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"], ["roster_import.id"], name=op.f("fk_roster_review_import_id_roster_import")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_roster_review_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_review")),
    )
    op.create_index(op.f("ix_roster_review_import_id"), "roster_review", ["import_id"])


def downgrade() -> None:
    """Go down."""
    op.drop_table("roster_review")
    op.drop_table("roster_preview")
    op.drop_table("roster_delivery_part")
    op.drop_table("roster_delivery")
    op.drop_table("roster_import")
    op.drop_table("roster_record")
    op.drop_table("assignment")
    op.drop_table("guardianship")
    op.drop_table("teaching")
    op.drop_table("enrolment")
    op.drop_table("person")
