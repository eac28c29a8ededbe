"""The unit of work: what it seals, opens and notes, and what it refuses to let happen past the chain."""

import json
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from tests.audit.books import Books
from tests.builders import system_work
from tests.clock import NOW
from welfare.audit.event import Origin, Outcome
from welfare.audit.findings import ExitCode
from welfare.audit.gap import Gap
from welfare.audit.models import AuditEvent
from welfare.audit.unit_of_work import BulkChangeError, Grant, UnitOfWork
from welfare.crypto.keyring import KeyGoneError
from welfare.db.guard import WriteOutsideUnitOfWorkError
from welfare.drafts.models import Draft
from welfare.rules.actors import SYSTEM, Facts
from welfare.rules.permissions import Permission
from welfare.rules.registers import HOUSE

READ = Grant(Permission.SYSTEM_MAINTAIN.value, Facts(on=NOW.date()), ("is_system",), Origin(way="test"))


def last(books: Books, chain_id: UUID = HOUSE) -> dict[str, Any]:
    statement = select(AuditEvent.body).where(AuditEvent.chain_id == chain_id).order_by(AuditEvent.seq.desc()).limit(1)
    with books.ledger.engine.connect() as connection:
        body: dict[str, Any] = json.loads(connection.execute(statement).scalar_one())
    return body


def draft_in(work: UnitOfWork, draft_id: UUID) -> Draft:
    return work.session.get_one(Draft, draft_id)


def words_of(books: Books, draft_id: UUID) -> Any:  # noqa: ANN401 - text or a gap
    with books.ledger.transaction() as transaction, books.ledger.work(transaction, SYSTEM, READ) as work:
        return work.decrypt_document(draft_in(work, draft_id), Draft.document).get("text")


def test_what_was_saved_is_opened_and_noted(books: Books) -> None:
    draft = books.keep("a word")
    assert last(books)["written"][0][:3] == ["draft", draft.hex, 1]
    assert words_of(books, draft) == "a word"
    event = last(books)
    assert event["opened"] == {"draft.document": [draft.hex]}
    assert event["subjects"] == [["draft", draft.hex]]
    assert event["registers"] == ["session"]
    assert "a word" not in json.dumps(event)


def test_a_text_opened_twice_is_noted_once(books: Books) -> None:
    draft = books.keep()
    with books.ledger.transaction() as transaction, books.ledger.work(transaction, SYSTEM, READ) as work:
        for _ in range(3):
            work.decrypt(draft_in(work, draft), Draft.document)
    assert last(books)["opened"] == {"draft.document": [draft.hex]}


def test_what_waits_to_be_sealed_can_be_read_back(books: Books) -> None:
    with system_work(books.ledger) as work:
        draft = Draft(account_id=HOUSE, purpose="entry", subject_id=uuid4(), saved_at=work.now)
        work.encrypt_document(draft, Draft.document, {"text": "not yet sealed"})
        assert work.decrypt_document(draft, Draft.document) == {"text": "not yet sealed"}
        work.session.add(draft)
    assert words_of(books, draft.id) == "not yet sealed"


def test_a_change_of_anything_seals_the_texts_anew_at_the_next_revision(books: Books) -> None:
    draft = books.keep("kept")
    with system_work(books.ledger) as work:
        row = draft_in(work, draft)
        before = row.document.blob
        row.purpose = "request"
        work.session.flush()
        assert row.revision == 2
        assert row.document.blob != before
    assert last(books)["written"][0][:3] == ["draft", draft.hex, 2]
    assert words_of(books, draft) == "kept"
    assert books.verify(data=True).exit_code is ExitCode.GOOD


def test_an_older_text_of_the_row_does_not_open_at_its_new_revision(books: Books) -> None:
    draft = books.keep("first")
    with books.tampering() as connection:
        old = connection.execute(text("SELECT document FROM draft")).scalar_one()
    books.keep("second", draft)
    books.tamper("UPDATE draft SET document = :old", old=old)
    assert isinstance(words_of(books, draft), Gap)


def test_texts_exchanged_between_rows_open_in_neither(books: Books) -> None:
    one, other = books.keep("one"), books.keep("other")
    with books.tampering() as connection:
        held = {row.id: row.document for row in connection.execute(text("SELECT id, document FROM draft"))}
        for mine, theirs in ((one, other), (other, one)):
            values = {"document": held[books.stored(theirs)], "id": books.stored(mine)}
            connection.execute(text("UPDATE draft SET document = :document WHERE id = :id"), values)
    assert isinstance(words_of(books, one), Gap)
    assert isinstance(words_of(books, other), Gap)


@pytest.mark.parametrize("place", range(0, 111, 5))
def test_a_text_with_one_bit_changed_is_a_gap_and_noted(books: Books, place: int) -> None:
    draft = books.keep()
    with books.tampering() as connection:
        blob = bytearray(connection.execute(text("SELECT document FROM draft")).scalar_one())
        blob[place] ^= 1
        connection.execute(text("UPDATE draft SET document = :blob"), {"blob": bytes(blob)})
    assert isinstance(words_of(books, draft), Gap)
    event = last(books)
    assert event["broken"] == [["draft.document", draft.hex]]
    assert "opened" not in event


def test_one_broken_text_among_fifty_leaves_the_others_whole(books: Books) -> None:
    drafts = [books.keep(f"text {number}") for number in range(50)]
    books.tamper("UPDATE draft SET document = :junk WHERE id = :id", junk=b"W\x01\x01junk", id=books.stored(drafts[20]))
    with books.ledger.transaction() as transaction, books.ledger.work(transaction, SYSTEM, READ) as work:
        rows = {row.id: row for row in work.session.scalars(select(Draft))}
        work.prefetch(rows.values())
        found = [work.decrypt_document(rows[draft], Draft.document).get("text") for draft in drafts]
    assert isinstance(found.pop(20), Gap)
    assert found == [f"text {number}" for number in range(50) if number != 20]
    assert len(last(books)["opened"]["draft.document"]) == 49


def test_a_row_with_a_broken_text_can_still_be_changed_and_keeps_its_evidence(books: Books) -> None:
    draft = books.keep()
    books.tamper("UPDATE draft SET document = :junk", junk=b"junk")
    with system_work(books.ledger) as work:
        draft_in(work, draft).purpose = "request"
    assert last(books)["broken"] == [["draft.document", draft.hex]]
    with books.tampering() as connection:
        assert connection.execute(text("SELECT document, purpose FROM draft")).one() == (b"junk", "request")


def test_a_destroyed_key_leaves_gaps_and_takes_no_new_text(books: Books) -> None:
    draft = books.keep()
    with books.ledger.transaction() as transaction:
        holder = transaction.session.get_one(Draft, draft).key_holder()
    books.ledger.keyring.destroy([holder], NOW)
    assert isinstance(words_of(books, draft), Gap)
    with pytest.raises(KeyGoneError):
        books.keep("new", draft)
    books.write()
    assert books.verify(data=True).exit_code is ExitCode.GOOD


def test_a_search_in_memory_notes_what_it_found_and_how_much_it_went_through(books: Books) -> None:
    wanted = books.keep("the needle")
    for _ in range(4):
        books.keep("hay")
    broken = books.keep("hay")
    books.tamper("UPDATE draft SET document = :junk WHERE id = :id", junk=b"junk", id=books.stored(broken))
    with books.ledger.transaction() as transaction, books.ledger.work(transaction, SYSTEM, READ) as work:
        rows = work.session.scalars(select(Draft)).all()
        found = work.sift(rows, Draft.document, lambda document: "needle" in document["text"])
        assert [row.id for row in found] == [wanted]
    event = last(books)
    assert event["opened"] == {"draft.document": [wanted.hex]}
    assert event["codes"] == {"sifted": 6}
    assert event["subjects"] == [["draft", wanted.hex]]


@pytest.mark.parametrize("statement", [delete(Draft), update(Draft).values(purpose="request")])
def test_sealed_rows_are_not_changed_in_bulk(books: Books, statement: Any) -> None:  # noqa: ANN401
    books.keep()
    with system_work(books.ledger) as work, pytest.raises(BulkChangeError, match="one by one"):
        work.session.execute(statement)
    assert books.verify(data=True).exit_code is ExitCode.GOOD


def add_a_draft(work: UnitOfWork) -> None:
    draft = Draft(account_id=HOUSE, purpose="entry", subject_id=uuid4(), saved_at=work.now)
    work.encrypt_document(draft, Draft.document, {})
    work.session.add(draft)


def read_and_add(books: Books) -> None:
    with books.ledger.transaction() as transaction, books.ledger.work(transaction, SYSTEM, READ) as work:
        add_a_draft(work)


def test_a_reading_unit_of_work_that_changes_something_is_refused_aloud(books: Books) -> None:
    with pytest.raises(WriteOutsideUnitOfWorkError, match="start_writing"):
        read_and_add(books)


def test_the_same_may_write_once_it_has_said_so(books: Books) -> None:
    with books.ledger.transaction() as transaction, books.ledger.work(transaction, SYSTEM, READ) as work:
        work.start_writing()
        work.start_writing()
        add_a_draft(work)
    assert books.verify(data=True).rows == 1


def flush_without_work(books: Books) -> None:
    with books.ledger.transaction(writes=True) as transaction:
        transaction.session.add(AuditEvent())
        transaction.session.flush()


def test_a_session_without_a_unit_of_work_flushes_nothing(books: Books) -> None:
    with pytest.raises(WriteOutsideUnitOfWorkError):
        flush_without_work(books)


def test_what_is_left_for_the_commit_is_in_the_digests_too(books: Books) -> None:
    def late(session: Session) -> None:
        del session
        add_a_draft(work)

    with system_work(books.ledger) as work:
        work.at_commit.append(late)
    report = books.verify(data=True)
    assert (report.exit_code, report.rows) == (ExitCode.GOOD, 1)


def test_a_stale_save_changes_nothing(books: Books) -> None:
    draft = books.keep("first")
    with books.ledger.transaction() as transaction:
        stale = transaction.session.get_one(Draft, draft)
        transaction.session.expunge(stale)
    books.keep("second", draft)
    with pytest.raises(StaleDataError):
        save_again(books, stale)
    assert words_of(books, draft) == "second"
    assert books.verify(data=True).exit_code is ExitCode.GOOD


def save_again(books: Books, stale: Draft) -> None:
    with system_work(books.ledger) as work:
        work.session.add(stale)
        work.encrypt_document(stale, Draft.document, {"text": "third"})


def test_a_refusal_is_an_event_with_its_codes(books: Books) -> None:
    subject = uuid4()
    facts = Facts(on=NOW.date(), subject_ids=(("case", subject),), controller_id=HOUSE, register="welfare")
    grant = Grant(Permission.CASE_READ.value, facts, (), Origin("r1", "192.0.2.1"))
    books.ledger.record(SYSTEM, grant, Outcome.REFUSED, {"status": "404"})
    event = last(books)
    assert (event["outcome"], event["subjects"], event["codes"]) == (
        "refused",
        [["case", subject.hex]],
        {"status": "404"},
    )
    assert (event["address"], event["request"], event["registers"]) == ("192.0.2.1", "r1", ["welfare"])
