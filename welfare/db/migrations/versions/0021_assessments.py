"""Processes of assessing study ability, assessments in matters, and what each person asked has answered."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

INFORMANTS = ("student", "guardian", "teacher", "professional")


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "assessment_process",
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column(
            "state", sa.Enum("active", "ended", name="cataloguestate", native_enum=False, length=40), nullable=False
        ),
        sa.Column("newest", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _tie("assessment_process", "controller_id", "organisation"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment_process")),
    )
    op.create_index(op.f("ix_assessment_process_controller_id"), "assessment_process", ["controller_id"])
    op.create_table(
        "assessment_process_version",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name_fi", sa.String(length=120), nullable=False),
        sa.Column("name_sv", sa.String(length=120), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("saved_by", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _tie("assessment_process_version", "process_id", "assessment_process"),
        _tie("assessment_process_version", "saved_by", "account"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment_process_version")),
        sa.UniqueConstraint("process_id", "number", name=op.f("uq_assessment_process_version_process_id_number")),
    )
    op.create_table(
        "assessment",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("open", "concluded", name="assessmentstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("started_by", sa.Uuid(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.Column("entry_id", sa.Uuid(), nullable=True),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        *_of_case("assessment"),
        _tie("assessment", "process_id", "assessment_process"),
        _tie("assessment", "started_by", "account"),
        _tie("assessment", "ended_by", "account"),
        _tie("assessment", "entry_id", "journal_entry"),
        sa.UniqueConstraint("entry_id", name=op.f("uq_assessment_entry_id")),
    )
    op.create_index(op.f("ix_assessment_case_id"), "assessment", ["case_id"])
    op.create_table(
        "observation",
        sa.Column("assessment_id", sa.Uuid(), nullable=False),
        sa.Column("informant", sa.Enum(*INFORMANTS, name="informant", native_enum=False, length=40), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("asked", "answered", "called_off", name="observationstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("document", sa.LargeBinary(), nullable=True),
        *_of_case("observation"),
        _tie("observation", "assessment_id", "assessment"),
        _tie("observation", "person_id", "person"),
        _tie("observation", "account_id", "account"),
        _tie("observation", "asked_by", "account"),
        sa.UniqueConstraint("assessment_id", "person_id", name=op.f("uq_observation_assessment_id_person_id")),
    )
    op.create_index(op.f("ix_observation_account_id_state"), "observation", ["account_id", "state"])
    op.create_index(op.f("ix_observation_case_id"), "observation", ["case_id"])


def _tie(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))


def _of_case(table: str) -> tuple[sa.Column[object] | sa.Constraint, ...]:
    ties = {"case_id": "case_file", "student_id": "person", "controller_id": "organisation"}
    columns: list[sa.Column[object]] = [sa.Column(name, sa.Uuid(), nullable=False) for name in (*ties, "id")]
    return (
        *columns,
        sa.Column("revision", sa.Integer(), nullable=False),
        *(_tie(table, column, other) for column, other in ties.items()),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def downgrade() -> None:
    """Go down."""
    op.drop_table("observation")
    op.drop_table("assessment")
    op.drop_table("assessment_process_version")
    op.drop_table("assessment_process")
