"""Whatever is done to a chain by one who has the database but not the key is found, and the first bad event named."""

import json
from random import Random
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Connection, delete, text

from tests.audit.books import Books
from welfare.audit.chain import GENESIS, link
from welfare.audit.findings import ExitCode, Flaw
from welfare.crypto.keystore import open_key_store, register_keys
from welfare.rules.registers import HOUSE

COUNTY = UUID("11111111-1111-4111-8111-111111111111")
EVENTS = 12


@pytest.fixture
def told(books: Books) -> Books:
    """A chain of twelve events, and another one."""
    books.write(COUNTY, times=EVENTS)
    books.write(HOUSE, times=3)
    return books


def found(books: Books, *, data: bool = False) -> tuple[ExitCode, int | None]:
    report = books.verify(data=data)
    return report.exit_code, report.first_bad(COUNTY)


def test_whole_chains_are_good(told: Books) -> None:
    report = told.verify(data=True)
    assert (report.exit_code, report.findings) == (ExitCode.GOOD, [])
    assert report.chains == {COUNTY: EVENTS, HOUSE: 3}


def test_a_database_without_events_is_good(books: Books) -> None:
    assert books.verify(data=True).exit_code is ExitCode.GOOD


def test_looking_makes_no_key(told: Books) -> None:
    stranger = uuid4()
    assert told.chain_key(stranger) is None
    assert told.verify().exit_code is ExitCode.GOOD
    assert told.chain_key(stranger) is None


@pytest.mark.parametrize(
    ("statement", "seq"),
    [
        ("UPDATE audit_event SET body = :junk WHERE chain_id = :chain AND seq = 5", 5),
        ("UPDATE audit_event SET mac = :junk WHERE chain_id = :chain AND seq = 5", 5),
        ("DELETE FROM audit_event WHERE chain_id = :chain AND seq = 5", 5),
        ("DELETE FROM audit_event WHERE chain_id = :chain AND seq = 1", 1),
        ("DELETE FROM audit_event WHERE chain_id = :chain AND seq > 9", 10),
        ("UPDATE audit_event SET seq = 99 WHERE chain_id = :chain AND seq = 12", 12),
        ("UPDATE audit_event SET chain_id = :house WHERE chain_id = :chain AND seq = 7", 7),
        ("UPDATE audit_event SET actor_id = :house WHERE chain_id = :chain AND seq = 6", 6),
        ("UPDATE audit_event SET at = at + 1 WHERE chain_id = :chain AND seq = 6", 6),
        ("UPDATE audit_event SET permission = 'case:read' WHERE chain_id = :chain AND seq = 6", 6),
        ("UPDATE audit_event SET outcome = 'refused' WHERE chain_id = :chain AND seq = 6", 6),
        ("UPDATE audit_head SET seq = 11 WHERE chain_id = :chain", 12),
        ("UPDATE audit_head SET mac = :junk WHERE chain_id = :chain", 13),
        ("DELETE FROM audit_head WHERE chain_id = :chain", 1),
    ],
)
def test_each_kind_of_tampering_is_found_where_it_is(told: Books, statement: str, seq: int) -> None:
    values = {"chain": told.stored(COUNTY), "house": told.stored(UUID(int=5)), "junk": b"junk" * 8}
    wanted = {name: value for name, value in values.items() if f":{name}" in statement}
    assert told.tamper(statement, **wanted) >= 1
    assert found(told) == (ExitCode.BROKEN, seq)
    assert found(told, data=True) == (ExitCode.BROKEN, seq)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "change",
    [
        "body = 'text'",
        "body = NULL",
        "mac = 7",
        "seq = 'twelve'",
        "chain_id = 'nobody'",
        "at = 'never'",
        "body = x'ff'",
    ],
)
def test_values_of_no_sense_are_found_and_not_stumbled_over(told: Books, change: str) -> None:
    """SQLite keeps anything in any column."""
    with told.tampering() as connection:
        connection.execute(text("CREATE TABLE loose AS SELECT * FROM audit_event"))
        connection.execute(text("DROP TABLE audit_event"))
        connection.execute(text("ALTER TABLE loose RENAME TO audit_event"))
        connection.execute(text(f"UPDATE audit_event SET {change} WHERE seq = 12"))  # noqa: S608 - one of the above
    assert found(told) == (ExitCode.BROKEN, 12)
    assert told.verify(data=True).exit_code is ExitCode.BROKEN


def test_subjects_taken_away_or_added_are_found_by_the_second_look(told: Books) -> None:
    told.tamper("DELETE FROM audit_subject WHERE chain_id = :chain AND seq = 4", chain=told.stored(COUNTY))
    assert found(told) == (ExitCode.GOOD, None)
    assert found(told, data=True) == (ExitCode.BROKEN, 4)
    told.tamper("UPDATE audit_subject SET seq = 4 WHERE chain_id = :chain AND seq = 2", chain=told.stored(COUNTY))
    assert found(told, data=True) == (ExitCode.BROKEN, 2)


def test_somebody_listed_in_an_event_that_is_not_there_is_found(told: Books) -> None:
    told.tamper("UPDATE audit_subject SET seq = 77 WHERE chain_id = :chain AND seq = 3", chain=told.stored(COUNTY))
    report = told.verify(data=True)
    assert {finding.seq for finding in report.findings} == {3, 77}


def test_a_chain_whose_key_is_gone_is_broken_from_its_beginning(told: Books) -> None:
    told.ledger.keyring.forget()
    store = open_key_store(told.settings.keys_url)
    with store.begin() as connection:
        connection.execute(delete(register_keys).where(register_keys.c.controller_id == COUNTY))
    store.dispose()
    assert found(told) == (ExitCode.BROKEN, 1)


def test_the_report_says_the_same_as_json(told: Books) -> None:
    told.tamper("DELETE FROM audit_event WHERE chain_id = :chain AND seq = 5", chain=told.stored(COUNTY))
    document = json.loads(json.dumps(told.verify().document()))
    assert document["exit_code"] == 3
    assert {"chain": COUNTY.hex, "events": EVENTS - 1, "first_bad": 5} in document["chains"]
    assert document["findings"][0]["flaw"] == Flaw.MISSING


class Vandal:
    """Somebody with the database and without the key, who does one of six things at random."""

    def __init__(self, connection: Connection, chain: object, chance: Random) -> None:
        self.connection, self.chain, self.chance = connection, chain, chance

    def run(self, statement: str, **values: object) -> None:
        self.connection.execute(text(statement), {"chain": self.chain, **values})

    def rows(self) -> list[tuple[int, bytes, bytes]]:
        statement = "SELECT seq, body, mac FROM audit_event WHERE chain_id = :chain ORDER BY seq"
        return [tuple(row) for row in self.connection.execute(text(statement), {"chain": self.chain})]

    def edit(self) -> int:
        seq, body, _ = self.chance.choice(self.rows())
        place = self.chance.randrange(len(body))
        changed = body[:place] + bytes([body[place] ^ (1 << self.chance.randrange(8))]) + body[place + 1 :]
        self.run("UPDATE audit_event SET body = :body WHERE chain_id = :chain AND seq = :seq", body=changed, seq=seq)
        return seq

    def delete(self) -> int:
        seq = self.chance.choice(self.rows())[0]
        self.run("DELETE FROM audit_event WHERE chain_id = :chain AND seq = :seq", seq=seq)
        return seq

    def swap(self) -> int:
        one, other = self.chance.sample(self.rows(), 2)
        for (seq, _, _), (_, body, mac) in ((one, other), (other, one)):
            self.run(
                "UPDATE audit_event SET body = :body, mac = :mac WHERE chain_id = :chain AND seq = :seq",
                body=body, mac=mac, seq=seq,
            )  # fmt: skip
        return min(one[0], other[0])

    def insert(self) -> int:
        """Slip one in, all later ones moved up."""
        rows = self.rows()
        place = self.chance.randrange(1, len(rows) + 1)
        for seq in range(len(rows), place - 1, -1):
            self.run("UPDATE audit_event SET seq = seq + 1 WHERE chain_id = :chain AND seq = :seq", seq=seq)
        self._copy(self.chance.choice(rows), place, self.chance.randbytes(32))
        return place

    def duplicate(self) -> int:
        rows = self.rows()
        self._copy(self.chance.choice(rows), len(rows) + 1)
        return len(rows) + 1

    def rehash(self) -> int:
        """Change one and link it and all later ones anew, with a key of one's own; the head too."""
        rows = self.rows()
        start = self.chance.randrange(len(rows))
        previous = rows[start - 1][2] if start else GENESIS
        for seq, body, _ in rows[start:]:
            changed = body.replace(b"system:set_up", b"system:get_up") if seq == start + 1 else body
            previous = link(b"guess" * 6, previous, changed)
            self.run(
                "UPDATE audit_event SET body = :body, mac = :mac WHERE chain_id = :chain AND seq = :seq",
                body=changed, mac=previous, seq=seq,
            )  # fmt: skip
        self.run("UPDATE audit_head SET mac = :mac WHERE chain_id = :chain", mac=previous)
        return start + 1

    def _copy(self, row: tuple[int, bytes, bytes], seq: int, mac: bytes | None = None) -> None:
        self.run(
            "INSERT INTO audit_event (chain_id, seq, at, actor_id, permission, outcome, body, mac) "
            "SELECT chain_id, :seq, at, actor_id, permission, outcome, body, :mac FROM audit_event "
            "WHERE chain_id = :chain AND body = :body LIMIT 1",
            seq=seq, mac=mac or row[2], body=row[1],
        )  # fmt: skip


def test_hundreds_of_random_tamperings_are_each_found_where_they_begin(told: Books) -> None:
    chance = Random(20261123)  # noqa: S311 - which tampering, not a secret
    for number in range(300):
        with told.tampering() as connection:
            vandal = Vandal(connection, told.stored(COUNTY), chance)
            kind = chance.choice(["edit", "delete", "swap", "insert", "duplicate", "rehash"])
            seq = getattr(vandal, kind)()
            report = told.verify_on(connection)
            assert report.exit_code is ExitCode.BROKEN, f"{number}: {kind} at {seq}"
            assert report.first_bad(COUNTY) == seq, f"{number}: {kind}"
            connection.rollback()
    assert found(told, data=True) == (ExitCode.GOOD, None)
