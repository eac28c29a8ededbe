"""The register that a mail's address comes from: the directory, or a matter with its consents."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up. Every mail so far went to somebody of the directory."""
    op.add_column("mail_text", sa.Column("register", sa.String(length=40), nullable=False, server_default="directory"))


def downgrade() -> None:
    """Go down. Mails to others cannot be opened by the directory's keys, and are forgotten."""
    op.execute("DELETE FROM mail_text WHERE register <> 'directory'")
    op.drop_column("mail_text", "register")
