"""`welfare audit verify|anchor|export`, as an operator runs them, with the exit codes of the contract."""

import json
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from config.settings import Settings
from tests.audit.books import Books, open_books
from tests.clock import Clock
from tests.databases import Store
from tests.web.command_line import run
from welfare.rules.registers import HOUSE

COUNTY = UUID("44444444-4444-4444-8444-444444444444")


@pytest.fixture
def books(settings: Settings, clock: Clock) -> Iterator[Books]:
    """Six events of a county, a sealed row of the house, everything anchored."""
    with open_books(settings, clock) as opened:
        opened.write(COUNTY, times=6)
        opened.keep("a word")
        opened.anchoring.anchor_all()
        yield opened


def last_event(books: Books) -> dict[str, object]:
    with books.tampering() as connection:
        rows = connection.exec_driver_sql("SELECT chain_id, seq, body FROM audit_event ORDER BY seq DESC").all()
    body: dict[str, object] = json.loads(next(row[2] for row in rows if row[0] == books.stored(HOUSE)))
    return body


@pytest.mark.usefixtures("books")
def test_a_whole_trail_is_good(store: Store) -> None:
    assert run(store, "audit", "verify").stdout == "7 events in 2 chains, 2 anchors, 0 rows: good\n"
    assert run(store, "audit", "verify", "--data").stdout == "8 events in 2 chains, 2 anchors, 1 rows: good\n"


def test_a_good_verification_is_an_event_and_a_bad_one_writes_nothing(store: Store, books: Books) -> None:
    run(store, "audit", "verify", "--data")
    event = last_event(books)
    assert event["permission"] == "audit:verify"
    assert str(event["way"]).startswith("cli:")
    assert ["chain", COUNTY.hex] in event["subjects"]  # type: ignore[operator]
    books.tamper("UPDATE audit_event SET outcome = 'refused' WHERE seq = 3")
    run(store, "audit", "verify", code=3)
    assert last_event(books) == event


def test_a_broken_chain_ends_with_3_and_names_the_first_bad_event(store: Store, books: Books) -> None:
    books.tamper("DELETE FROM audit_event WHERE chain_id = :chain AND seq = 4", chain=books.stored(COUNTY))
    result = run(store, "audit", "verify", code=3)
    assert f"event 4 of chain {COUNTY.hex} is not in its place" in result.stderr
    document = json.loads(run(store, "audit", "verify", "--json", code=3).stdout)
    assert {"chain": COUNTY.hex, "events": 5, "first_bad": 4} in document["chains"]


def cut(books: Books) -> None:
    chain = books.stored(COUNTY)
    for table in ("audit_event", "audit_subject"):
        books.tamper(f"DELETE FROM {table} WHERE chain_id = :chain AND seq > 4", chain=chain)  # noqa: S608 - our words
    books.tamper(
        "UPDATE audit_head SET seq = 4, mac = (SELECT mac FROM audit_event WHERE chain_id = :chain AND seq = 4) "
        "WHERE chain_id = :chain",
        chain=chain,
    )


def test_a_cut_chain_ends_with_4_until_an_operator_accepts_it(store: Store, books: Books) -> None:
    cut(books)
    assert "its anchor at 6" in run(store, "audit", "verify", "--data", code=4).stderr
    assert "run `welfare audit anchor --accept`" in run(store, "audit", "anchor", code=4).stderr
    assert run(store, "audit", "anchor", "--accept").stdout == f"{COUNTY.hex} 4\n"
    event = last_event(books)
    assert (event["permission"], event["codes"]) == ("audit:anchor", {"accepted": [f"{COUNTY.hex}:4"]})
    run(store, "audit", "verify", "--data")


def test_missing_anchors_end_with_5(store: Store, books: Books) -> None:
    for file in books.settings.anchors.glob("*.anchors"):
        file.unlink()
    assert "are gone" in run(store, "audit", "verify", code=5).stderr
    books.settings.anchors.rename(books.settings.anchors.with_name("elsewhere"))
    assert "cannot be read" in run(store, "audit", "verify", code=5).stderr
    assert "cannot be read" in run(store, "audit", "anchor", code=5).stderr
    run(store, "audit", "anchor", "--accept")
    run(store, "audit", "verify")


def test_a_forged_anchor_ends_with_5(store: Store, books: Books) -> None:
    file = books.settings.anchors / f"{COUNTY.hex}.anchors"
    file.write_text(file.read_text().replace("\\n6\\n", "\\n5\\n"))
    assert "not signed by this instance" in run(store, "audit", "verify", code=5).stderr


def test_changed_data_ends_with_6_and_names_table_and_row(store: Store, books: Books) -> None:
    draft = books.keep("another word")
    books.tamper("UPDATE draft SET document = :junk WHERE id = :id", junk=b"junk", id=books.stored(draft))
    run(store, "audit", "verify")
    result = run(store, "audit", "verify", "--data", code=6)
    assert f"draft {draft.hex} is not what was written as revision 1" in result.stderr


def test_the_gravest_flaw_decides(store: Store, books: Books) -> None:
    books.tamper("UPDATE draft SET document = :junk", junk=b"junk")
    (books.settings.anchors / f"{COUNTY.hex}.anchors").write_text("forged\n")
    run(store, "audit", "verify", "--data", code=5)
    books.tamper("DELETE FROM audit_event WHERE chain_id = :chain AND seq = 2", chain=books.stored(COUNTY))
    run(store, "audit", "verify", "--data", code=3)


def test_anchors_may_be_taken_from_another_place(store: Store, books: Books, tmp_path: Path) -> None:
    files = list(books.settings.anchors.glob("*.anchors"))
    kept = tmp_path / "kept.txt"
    kept.write_text("".join(file.read_text() for file in files))
    assert "2 anchors" in run(store, "audit", "verify", "--anchor", str(kept)).stdout
    assert "2 anchors" in run(store, "audit", "verify", "--anchor", str(books.settings.anchors)).stdout
    kept.write_text("nonsense\n")
    run(store, "audit", "verify", "--anchor", str(kept), code=5)


@pytest.mark.usefixtures("books")
@pytest.mark.parametrize("words", [("--nonsense",), ("--file", "/nowhere"), ("--public-key", __file__), ("more",)])
def test_wrong_words_end_with_2(store: Store, words: tuple[str, ...]) -> None:
    run(store, "audit", "verify", *words, code=2)


def test_an_instance_that_is_not_there_ends_with_1_and_is_not_made(store: Store, tmp_path: Path) -> None:
    nowhere = str(tmp_path / "nowhere")
    result = run(store, "audit", "verify", code=1, WELFARE_INSTANCE=nowhere, DATABASE_URL="")
    assert "there is no database" in result.stderr
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.usefixtures("books")
def test_a_wrong_key_file_ends_with_1_and_a_reason(store: Store) -> None:
    store.instance.joinpath("keys.json").chmod(0o644)
    assert "chmod 600" in run(store, "audit", "verify", code=1).stderr


def test_anchoring_by_hand_says_what_it_added(store: Store, books: Books) -> None:
    assert run(store, "audit", "anchor").stdout == ""
    books.write(COUNTY)
    assert run(store, "audit", "anchor").stdout == f"{COUNTY.hex} 7\n"


@pytest.fixture
def exported(store: Store, books: Books, tmp_path: Path) -> Path:
    """An export of everything."""
    del books
    out = tmp_path / "events.jsonl"
    run(store, "audit", "export", "--out", str(out))
    return out


def test_an_export_is_verified_without_the_database_and_even_without_the_instance(
    store: Store, books: Books, exported: Path, tmp_path: Path
) -> None:
    assert exported.stat().st_mode & 0o077 == 0
    assert last_event(books)["permission"] == "audit:export"
    run(store, "audit", "verify", "--file", str(exported))
    key = tmp_path / "key.pem"
    key.write_text(run(store, "audit", "public-key").stdout)
    assert key.read_bytes() == (books.settings.anchors / "public-key.pem").read_bytes()
    words = ("audit", "verify", "--file", str(exported), "--public-key", str(key))
    result = run(store, *words, WELFARE_INSTANCE=str(tmp_path / "nowhere"), DATABASE_URL="")
    assert result.stdout == "7 events in 2 chains, 2 anchors, 0 rows: good\n"


@pytest.mark.parametrize("has_keys", [True, False])
@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('\\"number\\":3', '\\"number\\":4', (3, 4)),
        ('"seq": 4', '"seq": 5', (3, 3)),
        ('"first": 1', '"first": 2', (3, 3)),
        ("welfare-audit/1", "welfare-audit/2", (5, 5)),
        ('"format": "welfare-audit-export/1"', '"format": "2"', (2, 2)),
        ("{", "", (2, 2)),
    ],
)
def test_a_changed_export_is_found_out(
    store: Store, exported: Path, tmp_path: Path, *, has_keys: bool, old: str, new: str, code: tuple[int, int]
) -> None:
    key = tmp_path / "key.pem"
    key.write_text(run(store, "audit", "public-key").stdout)
    text = exported.read_text()
    assert old in text
    exported.write_text(text.replace(old, new, 1))
    words = () if has_keys else ("--public-key", str(key))
    run(store, "audit", "verify", "--file", str(exported), *words, code=code[0 if has_keys else 1])


def test_a_line_taken_out_of_an_export_is_missed(store: Store, exported: Path) -> None:
    lines = exported.read_text().splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if line.startswith('{"seq": 2'))
    exported.write_text("".join(lines[:place] + lines[place + 1 :]))
    run(store, "audit", "verify", "--file", str(exported), code=3)


def test_an_export_may_be_of_some_days_only(
    store: Store, books: Books, clock: Clock, tmp_path: Path, settings: Settings
) -> None:
    clock.forward(days=2)
    books.write(COUNTY, times=3)
    clock.forward(days=2)
    books.write(COUNTY)
    out = tmp_path / "some.jsonl"
    run(store, "audit", "export", "--from", "2026-11-24", "--to", "2026-11-25", "--out", str(out))
    events = [json.loads(line) for line in out.read_text().splitlines()]
    assert [event["seq"] for event in events if "seq" in event] == [7, 8, 9]
    run(store, "audit", "verify", "--file", str(out))
    key = str(settings.anchors / "public-key.pem")
    run(store, "audit", "verify", "--file", str(out), "--public-key", key)


def test_an_export_writes_over_nothing(store: Store, exported: Path) -> None:
    before = exported.read_bytes()
    assert "cannot be made" in run(store, "audit", "export", "--out", str(exported), code=1).stderr
    assert exported.read_bytes() == before
