"""The meetings room: meetings, items, attendees, minutes, measures, amendments, calendar feeds."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "calendar_feed",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("token_digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_calendar_feed_account_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_feed")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_calendar_feed_token_digest")),
    )
    with op.batch_alter_table("calendar_feed", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_calendar_feed_account_id"), ["account_id"], unique=False)

    op.create_table(
        "meeting",
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("convenor_account_id", sa.Uuid(), nullable=False),
        sa.Column("convenor_person_id", sa.Uuid(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("planned", "running", "ended", "cancelled", name="meetingstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("series_id", sa.Uuid(), nullable=True),
        sa.Column("calendar_uid", sa.Uuid(), nullable=False),
        sa.Column("calendar_sequence", sa.Integer(), nullable=False),
        sa.Column("planned_at", sa.DateTime(), nullable=False),
        sa.Column("began_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("cancelled_at", sa.DateTime(), nullable=True),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_meeting_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["convenor_account_id"], ["account.id"], name=op.f("fk_meeting_convenor_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["convenor_person_id"], ["person.id"], name=op.f("fk_meeting_convenor_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("calendar_uid", name=op.f("uq_meeting_calendar_uid")),
    )
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_meeting_convenor_account_id_starts_at"), ["convenor_account_id", "starts_at"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_meeting_series_id"), ["series_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_starts_at"), ["starts_at"], unique=False)

    op.create_table(
        "meeting_item",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("waiting", "now", "handled", "final", name="itemstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("began_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("next_meeting_on", sa.Date(), nullable=True),
        sa.Column("entry_id", sa.Uuid(), nullable=True),
        sa.Column("finalised_at", sa.DateTime(), nullable=True),
        sa.Column("finalised_by", sa.Uuid(), nullable=True),
        sa.Column("amend_until", sa.Date(), nullable=True),
        sa.Column("locked_at", sa.DateTime(), nullable=True),
        sa.Column("lock_digest", sa.String(length=64), nullable=True),
        sa.Column("read_back_on", sa.Date(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_meeting_item_case_id_case_file")),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_meeting_item_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["journal_entry.id"], name=op.f("fk_meeting_item_entry_id_journal_entry")
        ),
        sa.ForeignKeyConstraint(["finalised_by"], ["account.id"], name=op.f("fk_meeting_item_finalised_by_account")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_item_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_meeting_item_student_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_item")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_meeting_item_entry_id")),
        sa.UniqueConstraint("meeting_id", "case_id", name=op.f("uq_meeting_item_meeting_id_case_id")),
    )
    with op.batch_alter_table("meeting_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_item_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_item_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "measure",
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("draft", "open", "done", "not_done", name="measurestate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("doer_account_id", sa.Uuid(), nullable=True),
        sa.Column("follower_account_id", sa.Uuid(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("entry_id", sa.Uuid(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_measure_case_id_case_file")),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_measure_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(["doer_account_id"], ["account.id"], name=op.f("fk_measure_doer_account_id_account")),
        sa.ForeignKeyConstraint(["ended_by"], ["account.id"], name=op.f("fk_measure_ended_by_account")),
        sa.ForeignKeyConstraint(["entry_id"], ["journal_entry.id"], name=op.f("fk_measure_entry_id_journal_entry")),
        sa.ForeignKeyConstraint(
            ["follower_account_id"], ["account.id"], name=op.f("fk_measure_follower_account_id_account")
        ),
        sa.ForeignKeyConstraint(["item_id"], ["meeting_item.id"], name=op.f("fk_measure_item_id_meeting_item")),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_measure_student_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure")),
    )
    with op.batch_alter_table("measure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_measure_case_id"), ["case_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_measure_doer_account_id_state"), ["doer_account_id", "state"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_measure_follower_account_id_state"), ["follower_account_id", "state"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_measure_item_id"), ["item_id"], unique=False)

    op.create_table(
        "meeting_attendee",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column(
            "part",
            sa.Enum("student", "guardian", "expert", "partner", "relative", name="part", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("outsider_id", sa.Uuid(), nullable=True),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("invited_at", sa.DateTime(), nullable=True),
        sa.Column(
            "not_invited",
            sa.Enum(
                "own_wish",
                "heard_otherwise",
                "age_or_development",
                "unreachable",
                "other",
                name="notinvited",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column(
            "reply",
            sa.Enum("none", "accepted", "declined", "proposed", name="reply", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("replied_at", sa.DateTime(), nullable=True),
        sa.Column("proposed_at", sa.DateTime(), nullable=True),
        sa.Column("is_present", sa.Boolean(), nullable=False),
        sa.Column("is_remote", sa.Boolean(), nullable=False),
        sa.Column("came_at", sa.DateTime(), nullable=True),
        sa.Column("left_at", sa.DateTime(), nullable=True),
        sa.Column("document", sa.LargeBinary(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_meeting_attendee_account_id_account")),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_meeting_attendee_case_id_case_file")),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_meeting_attendee_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["meeting_item.id"], name=op.f("fk_meeting_attendee_item_id_meeting_item")
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_attendee_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_meeting_attendee_person_id_person")),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_meeting_attendee_student_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_attendee")),
        sa.UniqueConstraint("item_id", "outsider_id", name=op.f("uq_meeting_attendee_item_id_outsider_id")),
        sa.UniqueConstraint("item_id", "person_id", name=op.f("uq_meeting_attendee_item_id_person_id")),
    )
    with op.batch_alter_table("meeting_attendee", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_meeting_attendee_account_id_meeting_id"), ["account_id", "meeting_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_meeting_attendee_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_attendee_item_id"), ["item_id"], unique=False)

    op.create_table(
        "minute_section",
        sa.Column(
            "section",
            sa.Enum(
                "subject",
                "background",
                "handling",
                "student_view",
                "student_view_absent",
                "guardian_view",
                "information",
                name="section",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("saved_by", sa.Uuid(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_minute_section_case_id_case_file")),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_minute_section_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(["item_id"], ["meeting_item.id"], name=op.f("fk_minute_section_item_id_meeting_item")),
        sa.ForeignKeyConstraint(["saved_by"], ["account.id"], name=op.f("fk_minute_section_saved_by_account")),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_minute_section_student_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minute_section")),
        sa.UniqueConstraint("item_id", "section", name=op.f("uq_minute_section_item_id_section")),
    )
    with op.batch_alter_table("minute_section", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_minute_section_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_minute_section_item_id"), ["item_id"], unique=False)

    op.create_table(
        "amendment",
        sa.Column(
            "section",
            sa.Enum(
                "subject",
                "background",
                "handling",
                "student_view",
                "student_view_absent",
                "guardian_view",
                "information",
                name="section",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum("proposed", "accepted", "rejected", name="amendmentstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("proposed_by", sa.Uuid(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(), nullable=False),
        sa.Column("on_behalf_of", sa.Uuid(), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.Column("correction_id", sa.Uuid(), nullable=True),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_amendment_case_id_case_file")),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_amendment_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["correction_id"], ["journal_entry.id"], name=op.f("fk_amendment_correction_id_journal_entry")
        ),
        sa.ForeignKeyConstraint(["decided_by"], ["account.id"], name=op.f("fk_amendment_decided_by_account")),
        sa.ForeignKeyConstraint(["item_id"], ["meeting_item.id"], name=op.f("fk_amendment_item_id_meeting_item")),
        sa.ForeignKeyConstraint(
            ["on_behalf_of"], ["meeting_attendee.id"], name=op.f("fk_amendment_on_behalf_of_meeting_attendee")
        ),
        sa.ForeignKeyConstraint(["proposed_by"], ["account.id"], name=op.f("fk_amendment_proposed_by_account")),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_amendment_student_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendment")),
    )
    with op.batch_alter_table("amendment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_amendment_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_amendment_item_id"), ["item_id"], unique=False)


def downgrade() -> None:
    """Go down."""
    with op.batch_alter_table("amendment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_amendment_item_id"))
        batch_op.drop_index(batch_op.f("ix_amendment_case_id"))

    op.drop_table("amendment")
    with op.batch_alter_table("minute_section", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_minute_section_item_id"))
        batch_op.drop_index(batch_op.f("ix_minute_section_case_id"))

    op.drop_table("minute_section")
    with op.batch_alter_table("meeting_attendee", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_attendee_item_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_attendee_case_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_attendee_account_id_meeting_id"))

    op.drop_table("meeting_attendee")
    with op.batch_alter_table("measure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_measure_item_id"))
        batch_op.drop_index(batch_op.f("ix_measure_follower_account_id_state"))
        batch_op.drop_index(batch_op.f("ix_measure_doer_account_id_state"))
        batch_op.drop_index(batch_op.f("ix_measure_case_id"))

    op.drop_table("measure")
    with op.batch_alter_table("meeting_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_item_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_item_case_id"))

    op.drop_table("meeting_item")
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_starts_at"))
        batch_op.drop_index(batch_op.f("ix_meeting_series_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_convenor_account_id_starts_at"))

    op.drop_table("meeting")
    with op.batch_alter_table("calendar_feed", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_calendar_feed_account_id"))

    op.drop_table("calendar_feed")
