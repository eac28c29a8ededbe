"""The second look: a sealed row that is not the one last written is named, whatever the chain itself says."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import Boolean, Date, Integer, LargeBinary, String, Uuid, inspect, text

from tests.audit.books import Books
from tests.builders import system_work
from welfare.audit.findings import ExitCode
from welfare.audit.verify_data import sealed_models
from welfare.crypto.encrypted import EncryptedText
from welfare.crypto.sealed import open_columns
from welfare.db.base import Base, UtcDateTime
from welfare.drafts.models import Draft


def row_of(books: Books, draft_id: UUID) -> tuple[int, bytes]:
    with books.tampering() as connection:
        statement = text("SELECT revision, document FROM draft WHERE id = :id")
        revision, document = connection.execute(statement, {"id": books.stored(draft_id)}).one()
    return revision, document


def put(books: Books, draft_id: UUID, revision: int, document: bytes) -> None:
    books.tamper(
        "UPDATE draft SET revision = :revision, document = :document WHERE id = :id",
        revision=revision,
        document=document,
        id=books.stored(draft_id),
    )


def the_finding(books: Books) -> tuple[str | None, str | None, str]:
    report = books.verify(data=True)
    assert report.exit_code is ExitCode.DATA
    assert books.verify().exit_code is ExitCode.GOOD, "the walk alone does not see it"
    (finding,) = report.findings
    return finding.table, finding.row, finding.words


def test_rows_saved_changed_and_thrown_away_by_the_application_are_good(books: Books) -> None:
    kept, gone = books.keep("one"), books.keep("another")
    books.keep("one again", kept)
    with system_work(books.ledger) as work:
        work.session.delete(work.session.get_one(Draft, gone))
    report = books.verify(data=True)
    assert (report.findings, report.rows) == ([], 1)


def test_an_older_text_put_back_into_its_own_cell_is_found(books: Books) -> None:
    """It opens, for everything it is bound to is as it was; only the chain knows that it was replaced."""
    draft = books.keep("what was written first")
    old = row_of(books, draft)
    books.keep("what was written in its place", draft)
    put(books, draft, *old)
    assert the_finding(books) == ("draft", draft.hex, f"draft {draft.hex} is not what was written as revision 2")


@pytest.mark.parametrize(
    "change",
    [
        "purpose = 'request'",
        "purpose = ''",
        "saved_at = '2026-11-01 08:00:00.000000'",
        "account_id = subject_id",
    ],
)
def test_a_day_a_state_or_an_id_changed_beside_the_sealed_text_is_found(books: Books, change: str) -> None:
    """By them the rules decide who may see: a member who had left, a consent that had ended, another's account."""
    draft = books.keep("as the application wrote it")
    assert books.verify(data=True).exit_code is ExitCode.GOOD
    assert books.tamper(f"UPDATE draft SET {change}") == 1  # noqa: S608 - written here
    assert the_finding(books) == ("draft", draft.hex, f"draft {draft.hex} is not what was written as revision 1")


def test_a_deleted_row_is_found(books: Books) -> None:
    draft = books.keep()
    books.tamper("DELETE FROM draft")
    assert the_finding(books)[:2] == ("draft", draft.hex)


def test_a_row_brought_back_after_its_deletion_is_found(books: Books) -> None:
    draft = books.keep()
    with books.tampering() as connection:
        connection.execute(text("CREATE TABLE attic AS SELECT * FROM draft"))
    with system_work(books.ledger) as work:
        work.session.delete(work.session.get_one(Draft, draft))
    books.tamper("INSERT INTO draft SELECT * FROM attic")
    assert the_finding(books) == ("draft", draft.hex, f"draft {draft.hex} had been deleted and is back")


def test_a_row_that_the_application_never_wrote_is_found(books: Books) -> None:
    books.keep()
    stranger = uuid4()
    with books.tampering() as connection:
        columns = ", ".join(column["name"] for column in inspect(connection).get_columns("draft"))
        chosen = columns.replace("account_id", ":new").replace(", id", ", :new").replace("subject_id", ":new")
        connection.execute(
            text(f"INSERT INTO draft ({columns}) SELECT {chosen} FROM draft"),  # noqa: S608 - its own columns
            {"new": books.stored(stranger)},
        )
    assert the_finding(books) == ("draft", stranger.hex, f"draft {stranger.hex} was never written by the application")


@pytest.mark.parametrize("keeps", [slice(0, -1), slice(0, 30), slice(0, 0), slice(1, None)])
def test_a_cut_ciphertext_is_found(books: Books, keeps: slice) -> None:
    draft = books.keep()
    revision, document = row_of(books, draft)
    put(books, draft, revision, document[keeps])
    assert the_finding(books)[:2] == ("draft", draft.hex)


def test_texts_of_two_rows_exchanged_are_both_found(books: Books) -> None:
    one, other = books.keep("one"), books.keep("other")
    first, second = row_of(books, one), row_of(books, other)
    put(books, one, *second)
    put(books, other, *first)
    report = books.verify(data=True)
    assert {finding.row for finding in report.findings} == {one.hex, other.hex}


def test_a_row_that_was_unreadable_when_it_was_last_saved_stays_found(books: Books) -> None:
    """A save of something else in the row may not launder a text that was put there by somebody else."""
    draft = books.keep("mine")
    revision, document = row_of(books, draft)
    put(books, draft, revision, document[:-1] + bytes([document[-1] ^ 1]))
    with system_work(books.ledger) as work:
        work.session.get_one(Draft, draft).purpose = "request"
    assert the_finding(books) == (
        "draft",
        draft.hex,
        f"draft {draft.hex} held something unreadable when it was last written",
    )
    books.keep("mine again", draft)
    assert books.verify(data=True).exit_code is ExitCode.GOOD


def test_every_table_with_a_sealed_column_is_looked_at() -> None:
    looked_at = {model.__tablename__ for model in sealed_models()}
    sealed = {
        table.name
        for table in Base.metadata.tables.values()
        if any(isinstance(column.type, EncryptedText) for column in table.columns)
    }
    assert sealed <= looked_at
    assert "person" in sealed


def test_every_open_cell_is_of_a_kind_that_both_databases_give_back_alike() -> None:
    """A kind that is not here (a time, a document) would need its own bytes in `cell_of` first."""
    kinds = (Uuid, String, Integer, Boolean, Date, UtcDateTime, LargeBinary)
    cells = [(model, column) for model in sealed_models() for column in open_columns(model).values()]
    assert [
        f"{model.__tablename__}.{column.name}" for model, column in cells if not isinstance(column.type, kinds)
    ] == []
    assert ("case_member", "ended_at") in {(model.__tablename__, column.name) for model, column in cells}
