"""Anchors: signed, outside the database, added in time, and never in agreement with a chain that lost its end."""

import json
from base64 import b64encode
from pathlib import Path
from uuid import UUID

import pytest

from tests.audit.books import Books
from tests.clock import Clock
from welfare.audit.anchoring import ChainMovedError
from welfare.audit.anchors import AnchorFolder, AnchorsMissingError
from welfare.audit.checkpoint import Checkpoint, CheckpointError, Notary, public_pem, read_public_pem, read_signed
from welfare.audit.findings import ExitCode
from welfare.audit.merkle import EMPTY, Frontier, is_consistent, leaf_hash, root
from welfare.rules.registers import HOUSE

COUNTY = UUID("22222222-2222-4222-8222-222222222222")
A_CHECKPOINT = Checkpoint(COUNTY, 7, EMPTY, EMPTY, 1_795_419_000_000)
NOTARY = Notary.from_seed(b"n" * 32)


def sizes(books: Books) -> dict[UUID, int]:
    folder = books.anchoring.folder
    return {chain: found.size for chain in folder.chains() if (found := folder.newest(chain))}


def anchor_file(books: Books, chain_id: UUID = COUNTY) -> Path:
    return books.settings.anchors / f"{chain_id.hex}.anchors"


def bodies(books: Books, chain_id: UUID) -> list[bytes]:
    with books.tampering() as connection:
        rows = connection.exec_driver_sql("SELECT chain_id, body FROM audit_event ORDER BY chain_id, seq").all()
    return [body for chain, body in rows if chain == books.stored(chain_id)]


def test_a_signed_note_is_read_back() -> None:
    assert read_signed(NOTARY.sign(A_CHECKPOINT), NOTARY.public) == A_CHECKPOINT
    assert A_CHECKPOINT.note().splitlines()[:2] == [f"welfare-audit/1 {COUNTY.hex}", "7"]


def test_a_note_by_another_key_is_refused() -> None:
    stranger = Notary.from_seed(b"s" * 32)
    with pytest.raises(CheckpointError, match="not signed"):
        read_signed(stranger.sign(A_CHECKPOINT), NOTARY.public)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{}",
        "[]",
        "[" * 10_000,
        '{"note": 1, "signature": ""}',
        json.dumps({"note": A_CHECKPOINT.note().replace("7", "8"), "signature": "AAAA"}),
    ],
)
def test_a_line_of_another_form_is_refused(line: str) -> None:
    with pytest.raises(CheckpointError):
        read_signed(line, NOTARY.public)


@pytest.mark.parametrize(
    "note", ["", "welfare-audit/1 x\n1\n\n\n1\n", A_CHECKPOINT.note() + "more\n", A_CHECKPOINT.note().strip()]
)
def test_even_a_signed_note_must_be_one_of_ours(note: str) -> None:
    line = json.dumps({"note": note, "signature": b64encode(NOTARY.private.sign(note.encode())).decode()})
    with pytest.raises(CheckpointError, match="cannot be read"):
        read_signed(line, NOTARY.public)


def test_the_public_key_travels_as_pem() -> None:
    assert public_pem(read_public_pem(public_pem(NOTARY.public))) == public_pem(NOTARY.public)
    with pytest.raises(CheckpointError, match="no Ed25519"):
        read_public_pem(b"nothing")


def test_every_chain_is_anchored_at_its_first_sight(books: Books) -> None:
    books.write(COUNTY, times=3)
    books.write(HOUSE)
    assert {c.chain_id: c.size for c in books.anchoring.anchor_due()} == {COUNTY: 3, HOUSE: 1}
    assert sizes(books) == {COUNTY: 3, HOUSE: 1}


def test_later_a_minute_must_have_passed(books: Books, clock: Clock) -> None:
    books.write(COUNTY)
    books.anchoring.anchor_due()
    books.write(COUNTY)
    clock.forward(seconds=59)
    assert books.anchoring.anchor_due() == []
    clock.forward(seconds=1)
    assert [c.size for c in books.anchoring.anchor_due()] == [2]
    clock.forward(seconds=60)
    assert books.anchoring.anchor_due() == [], "nothing new, nothing to anchor"


def test_or_enough_events(books: Books) -> None:
    books.write(COUNTY)
    books.anchoring.anchor_due()
    books.write(COUNTY, times=199)
    assert books.anchoring.anchor_due() == []
    books.write(COUNTY)
    assert [c.size for c in books.anchoring.anchor_due()] == [201]


def test_an_operator_need_not_wait(books: Books) -> None:
    books.write(COUNTY)
    books.anchoring.anchor_all()
    books.write(COUNTY)
    assert [c.size for c in books.anchoring.anchor_all()] == [2]
    assert books.anchoring.anchor_all() == []


def test_the_tree_head_is_that_of_the_stored_bytes_and_grows_consistently(books: Books) -> None:
    books.write(COUNTY, times=5)
    (first,) = books.anchoring.anchor_all()
    books.write(COUNTY, times=4)
    (second,) = books.anchoring.anchor_all()
    leaves = [leaf_hash(body) for body in bodies(books, COUNTY)]
    assert (first.root, second.root) == (root(leaves[:5]), root(leaves))
    assert not is_consistent(first.root, 5, second.root, 9, [])


def test_a_lost_right_edge_is_built_anew(books: Books) -> None:
    books.write(COUNTY, times=5)
    books.anchoring.anchor_all()
    anchor_file(books).with_suffix(".tree").write_text('{"size": 5, "peaks": ["AAAA"]}')
    books.write(COUNTY)
    (anchor,) = books.anchoring.anchor_all()
    assert anchor.root == root([leaf_hash(body) for body in bodies(books, COUNTY)])


def test_each_anchor_is_one_more_line_and_no_line_is_touched(books: Books) -> None:
    books.write(COUNTY)
    books.anchoring.anchor_all()
    before = anchor_file(books).read_bytes()
    books.write(COUNTY)
    books.anchoring.anchor_all()
    assert anchor_file(books).read_bytes().startswith(before)
    assert anchor_file(books).read_bytes().count(b"\n") == 2
    assert anchor_file(books).stat().st_mode & 0o077 == 0


def test_a_line_whose_writer_died_is_passed_over(books: Books) -> None:
    books.write(COUNTY)
    books.anchoring.anchor_all()
    with anchor_file(books).open("ab") as torn:
        torn.write(b'{"note": "welf')
    assert sizes(books) == {COUNTY: 1}
    books.write(COUNTY)
    books.anchoring.anchor_all()
    assert sizes(books) == {COUNTY: 2}


def test_an_anchor_agrees_with_its_chain(books: Books) -> None:
    books.write(COUNTY, times=4)
    books.anchoring.anchor_all()
    books.write(COUNTY, times=2)
    report = books.verify(data=True, anchored=True)
    assert (report.exit_code, report.anchors) == (ExitCode.GOOD, 1)


def cut(books: Books, size: int) -> None:
    """A thief's whole work: the last events, their subjects, and the head row made to fit."""
    chain = books.stored(COUNTY)
    books.tamper("DELETE FROM audit_event WHERE chain_id = :chain AND seq > :size", chain=chain, size=size)
    books.tamper("DELETE FROM audit_subject WHERE chain_id = :chain AND seq > :size", chain=chain, size=size)
    books.tamper(
        "UPDATE audit_head SET seq = :size, mac = "
        "(SELECT mac FROM audit_event WHERE chain_id = :chain AND seq = :size) WHERE chain_id = :chain",
        chain=chain,
        size=size,
    )


def test_a_cut_end_is_found_by_its_anchor_alone(books: Books) -> None:
    books.write(COUNTY, times=6)
    books.anchoring.anchor_all()
    cut(books, 4)
    assert books.verify(data=True).exit_code is ExitCode.GOOD, "the chain itself cannot tell"
    report = books.verify(anchored=True)
    assert (report.exit_code, report.first_bad(COUNTY)) == (ExitCode.SHORTER, 5)


def test_what_was_written_after_the_last_anchor_can_be_cut_unseen(books: Books) -> None:
    """Mathematics: that is why the interval is a promise."""
    books.write(COUNTY, times=4)
    books.anchoring.anchor_all()
    books.write(COUNTY, times=2)
    cut(books, 4)
    assert books.verify(data=True, anchored=True).exit_code is ExitCode.GOOD


def test_a_chain_cut_and_grown_again_is_found(books: Books) -> None:
    books.write(COUNTY, times=6)
    books.anchoring.anchor_all()
    cut(books, 4)
    books.write(COUNTY, times=5)
    report = books.verify(anchored=True)
    assert (report.exit_code, report.first_bad(COUNTY)) == (ExitCode.SHORTER, 6)


def test_a_cut_chain_gets_no_new_anchor_but_the_others_do(books: Books, clock: Clock) -> None:
    books.write(COUNTY, times=6)
    books.write(HOUSE)
    books.anchoring.anchor_all()
    cut(books, 4)
    books.write(HOUSE)
    books.write(COUNTY)
    clock.forward(minutes=2)
    with pytest.raises(ChainMovedError, match=COUNTY.hex):
        books.anchoring.anchor_due()
    assert sizes(books) == {COUNTY: 6, HOUSE: 2}


def test_a_chain_with_a_hole_gets_no_anchor(books: Books) -> None:
    books.write(COUNTY, times=6)
    books.tamper("DELETE FROM audit_event WHERE seq = 3")
    with pytest.raises(ChainMovedError, match="lacks event 3"):
        books.anchoring.anchor_all()


def test_an_operator_may_accept_a_shorter_chain(books: Books) -> None:
    books.write(COUNTY, times=6)
    books.anchoring.anchor_all()
    cut(books, 4)
    assert [c.size for c in books.anchoring.accept()] == [4]
    assert books.verify(data=True, anchored=True).exit_code is ExitCode.GOOD
    assert anchor_file(books).read_bytes().count(b"\n") == 2, "what was anchored before stays to be seen"
    assert books.anchoring.accept() == []


def test_an_operator_may_accept_that_a_chain_is_gone(books: Books) -> None:
    books.write(COUNTY)
    books.anchoring.anchor_all()
    for table in ("audit_event", "audit_subject", "audit_head"):
        books.tamper(f"DELETE FROM {table}")  # noqa: S608 - one of three words
    assert books.verify(anchored=True).exit_code is ExitCode.SHORTER
    assert [c.size for c in books.anchoring.accept()] == [0]
    assert books.verify(anchored=True).exit_code is ExitCode.GOOD
    assert books.anchoring.accept() == []
    books.write(COUNTY)
    assert [c.size for c in books.anchoring.anchor_all()] == [1]


@pytest.mark.parametrize(
    "spoil", [b"", b"no line", b"nonsense\n", b'{"note": "welfare-audit/1", "signature": ""}\n', b"\xff\xfe\n"]
)
def test_a_spoilt_anchor_is_no_anchor(books: Books, spoil: bytes) -> None:
    books.write(COUNTY)
    books.anchoring.anchor_all()
    anchor_file(books).write_bytes(spoil)
    with pytest.raises(CheckpointError):
        sizes(books)
    with pytest.raises(CheckpointError):
        books.anchoring.anchor_all()
    assert [c.size for c in books.anchoring.accept()] == [1]
    assert sizes(books) == {COUNTY: 1}


def test_one_chains_anchor_is_not_anothers(books: Books) -> None:
    books.write(COUNTY)
    books.write(HOUSE)
    books.anchoring.anchor_all()
    anchor_file(books, HOUSE).write_bytes(anchor_file(books).read_bytes())
    with pytest.raises(CheckpointError, match="another chain's"):
        books.anchoring.folder.newest(HOUSE)


def test_a_folder_that_is_gone_or_anothers_is_missing(books: Books, tmp_path: Path) -> None:
    with pytest.raises(AnchorsMissingError, match="cannot be read"):
        AnchorFolder(tmp_path / "nowhere", NOTARY.public).check()
    AnchorFolder(books.settings.anchors, NOTARY.public).found()
    with pytest.raises(AnchorsMissingError, match="another instance"):
        books.anchoring.anchor_all()


def test_a_stray_file_among_the_anchors_is_said(books: Books) -> None:
    (books.settings.anchors / "stray.anchors").write_text("")
    with pytest.raises(CheckpointError, match="named like an anchor"):
        books.anchoring.folder.chains()


def test_an_anchor_that_does_not_fit_on_the_disk_is_an_error_and_not_half_an_anchor(books: Books) -> None:
    books.write(COUNTY)
    books.anchoring.anchor_all()
    anchor_file(books).unlink()
    anchor_file(books).symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space left"):
        books.anchoring.folder.add(NOTARY.sign(A_CHECKPOINT), COUNTY, Frontier())
