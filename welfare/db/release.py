"""Which revision a database stands at. Without Alembic: a server asks at every start, and migrates nothing."""

from sqlalchemy import Engine, inspect, text


def current_revision(engine: Engine) -> str | None:
    """The revision a database stands at; None for an empty one."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
        return found
