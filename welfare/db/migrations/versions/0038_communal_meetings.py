"""Meetings of communal groups: agenda and memo, attendance, decisions, additions to a closed memo."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "communal_meeting",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("calendar_uid", sa.Uuid(), nullable=False),
        sa.Column("calendar_sequence", sa.Integer(), nullable=False),
        sa.Column("planned_at", sa.DateTime(), nullable=False),
        sa.Column("planned_by", sa.Uuid(), nullable=False),
        sa.Column("invited_at", sa.DateTime(), nullable=True),
        sa.Column("finalised_at", sa.DateTime(), nullable=True),
        sa.Column("finalised_by", sa.Uuid(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_communal_meeting_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(["finalised_by"], ["person.id"], name=op.f("fk_communal_meeting_finalised_by_person")),
        sa.ForeignKeyConstraint(
            ["group_id"], ["welfare_group.id"], name=op.f("fk_communal_meeting_group_id_welfare_group")
        ),
        sa.ForeignKeyConstraint(["planned_by"], ["account.id"], name=op.f("fk_communal_meeting_planned_by_account")),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["organisation.id"], name=op.f("fk_communal_meeting_unit_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_communal_meeting")),
    )
    op.create_index(op.f("ix_communal_meeting_group_id"), "communal_meeting", ["group_id"])
    op.create_index(op.f("ix_communal_meeting_unit_id"), "communal_meeting", ["unit_id"])
    op.create_table(
        "communal_agenda_item",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("title_fi", sa.String(length=200), nullable=False),
        sa.Column("title_sv", sa.String(length=200), nullable=False),
        sa.Column("text_fi", sa.String(length=8000), nullable=False),
        sa.Column("text_sv", sa.String(length=8000), nullable=False),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=True),
        sa.Column("saved_by", sa.Uuid(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["communal_meeting.id"], name=op.f("fk_communal_agenda_item_meeting_id_communal_meeting")
        ),
        sa.ForeignKeyConstraint(["saved_by"], ["account.id"], name=op.f("fk_communal_agenda_item_saved_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_communal_agenda_item")),
    )
    op.create_index(op.f("ix_communal_agenda_item_meeting_id"), "communal_agenda_item", ["meeting_id"])
    op.create_table(
        "communal_attendance",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("seat_id", sa.Uuid(), nullable=False),
        sa.Column("present", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["communal_meeting.id"], name=op.f("fk_communal_attendance_meeting_id_communal_meeting")
        ),
        sa.ForeignKeyConstraint(
            ["seat_id"], ["welfare_group_seat.id"], name=op.f("fk_communal_attendance_seat_id_welfare_group_seat")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_communal_attendance")),
        sa.UniqueConstraint("meeting_id", "seat_id", name=op.f("uq_communal_attendance_meeting_id_seat_id")),
    )
    op.create_table(
        "communal_decision",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("controller_id", sa.Uuid(), nullable=False),
        sa.Column("what_fi", sa.String(length=500), nullable=False),
        sa.Column("what_sv", sa.String(length=500), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["controller_id"], ["organisation.id"], name=op.f("fk_communal_decision_controller_id_organisation")
        ),
        sa.ForeignKeyConstraint(["ended_by"], ["account.id"], name=op.f("fk_communal_decision_ended_by_account")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["communal_meeting.id"], name=op.f("fk_communal_decision_meeting_id_communal_meeting")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_communal_decision_owner_id_person")),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["organisation.id"], name=op.f("fk_communal_decision_unit_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_communal_decision")),
    )
    op.create_index(op.f("ix_communal_decision_meeting_id"), "communal_decision", ["meeting_id"])
    op.create_index(op.f("ix_communal_decision_owner_id_state"), "communal_decision", ["owner_id", "state"])
    op.create_index(op.f("ix_communal_decision_unit_id"), "communal_decision", ["unit_id"])
    op.create_table(
        "communal_memo_addition",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("text_fi", sa.String(length=8000), nullable=False),
        sa.Column("text_sv", sa.String(length=8000), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("added_by", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["added_by"], ["person.id"], name=op.f("fk_communal_memo_addition_added_by_person")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["communal_meeting.id"], name=op.f("fk_communal_memo_addition_meeting_id_communal_meeting")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_communal_memo_addition")),
    )
    op.create_index(op.f("ix_communal_memo_addition_meeting_id"), "communal_memo_addition", ["meeting_id"])


def downgrade() -> None:
    """Go down."""
    op.drop_table("communal_memo_addition")
    op.drop_table("communal_decision")
    op.drop_table("communal_attendance")
    op.drop_table("communal_agenda_item")
    op.drop_table("communal_meeting")
