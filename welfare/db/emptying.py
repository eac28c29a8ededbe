"""Making what was deleted leave the file of SQLite as well.

What is deleted is overwritten with zeros (``secure_delete``, guard.py), but the write-ahead log still holds each row as
it was written once, until the log is emptied.
"""

from sqlalchemy import Engine


def empty_log(engine: Engine) -> bool:
    """Bring the write-ahead log into the file and cut it off; False where a reader stands in the way.

    Nothing to do on other databases.
    """
    if engine.dialect.name != "sqlite":
        return True
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        answer = cursor.fetchone()
        cursor.close()
    finally:
        connection.close()
    return answer is not None and answer[0] == 0
