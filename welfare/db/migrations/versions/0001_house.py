"""What every room stands on: the trail of events, which are only added; forms done once; drafts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEYS = {"audit_event": ("chain_id", "seq"), "audit_subject": ("subject_id", "chain_id", "seq")}
TABLES = tuple(KEYS)
VERBS = ("UPDATE", "DELETE")


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "audit_event",
        sa.Column("chain_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("permission", sa.String(length=60), nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("chain_id", "seq", name=op.f("pk_audit_event")),
    )
    op.create_index(op.f("ix_audit_event_actor_id_at"), "audit_event", ["actor_id", "at"])
    op.create_index(op.f("ix_audit_event_chain_id_at"), "audit_event", ["chain_id", "at"])
    op.create_table(
        "audit_head",
        sa.Column("chain_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("chain_id", name=op.f("pk_audit_head")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "audit_subject",
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("chain_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("subject_id", "chain_id", "seq", name=op.f("pk_audit_subject")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_audit_subject_chain_id_seq"), "audit_subject", ["chain_id", "seq"])
    op.create_table(
        "done_once",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("key_digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("location", sa.String(length=500), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", "key_digest", name=op.f("pk_done_once")),
    )
    op.create_table(
        "draft",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sa.UniqueConstraint("account_id", "purpose", "subject_id", name=op.f("uq_draft_account_id_purpose_subject_id")),
    )
    op.create_index(op.f("ix_draft_account_id"), "draft", ["account_id"])
    _protect_events()


def downgrade() -> None:
    """Go down."""
    _unprotect_events()
    op.drop_table("draft")
    op.drop_table("done_once")
    op.drop_table("audit_subject")
    op.drop_table("audit_head")
    op.drop_table("audit_event")


def _protect_events() -> None:
    """Events are only added: the database itself refuses to change or delete one."""
    if op.get_bind().dialect.name == "sqlite":
        for table in TABLES:
            for verb in VERBS:
                op.execute(
                    f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                    "BEGIN SELECT RAISE(ABORT, 'audit rows are only added'); END"
                )
            # INSERT OR REPLACE deletes the old row without asking any DELETE trigger.
            same = " AND ".join(f"{column} = NEW.{column}" for column in KEYS[table])
            op.execute(
                f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "  # noqa: S608 - our own names
                f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) "
                "BEGIN SELECT RAISE(ABORT, 'audit rows are only added'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'audit rows are only added'; END $$"
    )
    for table in TABLES:
        op.execute(
            f"CREATE TRIGGER {table}_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()"
        )


def _unprotect_events() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table in TABLES:
            for verb in VERBS:
                op.execute(f"DROP TRIGGER {table}_no_{verb.lower()}")
            op.execute(f"DROP TRIGGER {table}_no_replace")
        return
    for table in TABLES:
        op.execute(f"DROP TRIGGER {table}_only_added ON {table}")
    op.execute("DROP FUNCTION refuse_audit_change")
