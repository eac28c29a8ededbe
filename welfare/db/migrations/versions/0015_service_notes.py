"""The services' own records: client files, notes, appointments, hand-overs and covers."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

REGISTERS = ("welfare", "social", "psychology", "health", "directory", "communal", "audit", "session", "index")
KINDS = ("started", "contact", "note", "need", "plan", "ended", "correction")
OF_CLIENT = {"file_id": "client_file", "student_id": "person", "controller_id": "organisation"}


def upgrade() -> None:
    """Go up."""
    _table(
        "client_file",
        {
            "student_id": "person",
            "school_id": "organisation",
            "controller_id": "organisation",
            "worker_account_id": "account",
            "worker_person_id": "person",
        },
        _register(),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.UniqueConstraint(
            "student_id", "register", "controller_id", name=op.f("uq_client_file_student_id_register_controller_id")
        ),
    )
    _index("client_file", "worker_account_id", "register")
    _table(
        "worker_cover",
        {
            "controller_id": "organisation",
            "worker_account_id": "account",
            "worker_person_id": "person",
            "cover_account_id": "account",
            "cover_person_id": "person",
        },
        _register(),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("arranged_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=True),
    )
    _index("worker_cover", "worker_account_id", "register", "first_on")
    _index("worker_cover", "cover_account_id", "last_on")
    _table(
        "service_note",
        {**OF_CLIENT, "author_account_id": "account", "author_person_id": "person"},
        _register(),
        sa.Column("kind", sa.Enum(*KINDS, name="notekind", native_enum=False, length=40), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("author_office", sa.String(length=40), nullable=False),
        sa.Column("corrects_id", sa.Uuid(), nullable=True),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("revision = 1", name=op.f("ck_service_note_written_once")),
        sa.ForeignKeyConstraint(
            ["corrects_id"], ["service_note.id"], name=op.f("fk_service_note_corrects_id_service_note")
        ),
        sa.UniqueConstraint("corrects_id", name=op.f("uq_service_note_corrects_id")),
    )
    _index("service_note", "file_id")
    _index("service_note", "file_id", "written_at")
    _table(
        "note_disclosure",
        {**OF_CLIENT, "note_id": "service_note"},
        _register(),
        sa.Column("disclosure_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.UniqueConstraint("note_id", "disclosure_id", name=op.f("uq_note_disclosure_note_id_disclosure_id")),
    )
    _index("note_disclosure", "file_id")
    _table(
        "appointment",
        {**OF_CLIENT, "recorded_by": "account"},
        _register(),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column(
            "way",
            sa.Enum("in_person", "phone", "video", name="talkway", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum("planned", "called_off", name="appointmentstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("document", sa.LargeBinary(), nullable=False),
    )
    _index("appointment", "file_id")
    _index("appointment", "file_id", "starts_at")
    _table(
        "hand_over",
        {
            **OF_CLIENT,
            "from_account_id": "account",
            "from_person_id": "person",
            "to_account_id": "account",
            "to_person_id": "person",
        },
        _register(),
        sa.Column("offered_at", sa.DateTime(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum("accepted", "declined", "withdrawn", name="handoveranswer", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=True),
    )
    _index("hand_over", "file_id")
    _index("hand_over", "to_account_id")
    is_open = sa.text("answer IS NULL")
    op.create_index(
        "uq_hand_over_open", "hand_over", ["file_id"], unique=True, sqlite_where=is_open, postgresql_where=is_open
    )


def _table(name: str, ties: dict[str, str], *parts: sa.schema.SchemaItem) -> None:
    """A table with its own id and revision, and required columns that point to other tables."""
    op.create_table(
        name,
        *(sa.Column(column, sa.Uuid(), nullable=False) for column in ties),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        *parts,
        *(
            sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{name}_{column}_{other}"))
            for column, other in ties.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )


def _register() -> sa.Column[str]:
    return sa.Column("register", sa.Enum(*REGISTERS, name="register", native_enum=False, length=40), nullable=False)


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def downgrade() -> None:
    """Go down."""
    for table in ("hand_over", "appointment", "note_disclosure", "service_note", "worker_cover", "client_file"):
        op.drop_table(table)
