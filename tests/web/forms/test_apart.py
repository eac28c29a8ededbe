"""Nothing joins the services' records to the student welfare register but a disclosure's id (rule 22; OHL 20-21 §).

Why three proofs: a table that pointed across would invite a join, a room that imported the other could make one without
a table's help, and a statement could name both tables without either. So the schema is read, the imports are read, and
every page is walked with every statement written down; every deed is, where it is done (test_done.py).
"""

import ast
from itertools import combinations
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import ForeignKeyConstraint, select, update

from tests.architecture.tree import python_files
from tests.builders import system_work
from tests.web.forms.apart import (
    SERVICE_ROOM,
    SERVICE_TABLES,
    WELFARE_ROOMS,
    Statements,
    joined,
    listening,
    tables_of,
    trespasses,
)
from tests.web.forms.scene import Scene
from tests.web.forms.test_addresses import address, gets, who_may
from welfare.audit.ledger import Ledger
from welfare.crypto.sealed import Sealed
from welfare.db.base import Base
from welfare.db.guard import WRITES
from welfare.drafts.actions import purge_ended_drafts
from welfare.drafts.models import Draft
from welfare.rules.registers import COUNTY_REGISTERS, Register
from welfare.service_notes.models import ClientFile, NoteDisclosure, OfClient, WorkerCover

DIRECTORY = frozenset({"person", "organisation", "account"})
"""What both may point to: who somebody is, and where."""


def test_the_list_of_tables_is_whole() -> None:
    assert tables_of(SERVICE_ROOM) == SERVICE_TABLES
    assert {"case_file", "journal_entry", "expression_of_will", "meeting"} <= tables_of(*WELFARE_ROOMS)
    assert not tables_of(*WELFARE_ROOMS) & SERVICE_TABLES


def pointers(tables: frozenset[str]) -> set[tuple[str, str]]:
    """Which tables these point to."""
    found = set()
    for name in tables:
        for constraint in Base.metadata.tables[name].constraints:
            if isinstance(constraint, ForeignKeyConstraint):
                found.add((name, constraint.referred_table.name))
    return found


def test_no_foreign_key_leads_across() -> None:
    assert {to for _from, to in pointers(SERVICE_TABLES)} <= SERVICE_TABLES | DIRECTORY
    others = frozenset(Base.metadata.tables) - SERVICE_TABLES
    assert {pair for pair in pointers(others) if pair[1] in SERVICE_TABLES} == set()


def test_a_foreign_key_is_seen_at_all() -> None:
    assert ("service_note", "client_file") in pointers(SERVICE_TABLES)
    assert ("journal_entry", "case_file") in pointers(tables_of(*WELFARE_ROOMS))


def test_what_stands_for_a_disclosure_is_a_bare_id() -> None:
    """The only column by which one could go across, and the database knows of no other end."""
    across = {
        f"{name}.{column.name}"
        for name in SERVICE_TABLES
        for column in Base.metadata.tables[name].columns
        if column.name.startswith(("case_", "entry_", "consent_", "meeting_", "expression_", "disclosure_"))
    }
    assert across == {"note_disclosure.disclosure_id"}
    assert not NoteDisclosure.__table__.columns["disclosure_id"].foreign_keys


def test_every_row_is_sealed_in_a_register_of_the_services() -> None:
    """The key of a row says its register, and no row of the services says the provider's."""
    kinds: list[type[Sealed]] = [ClientFile, WorkerCover, *OfClient.__subclasses__()]
    assert {kind.__tablename__ for kind in kinds} == SERVICE_TABLES
    for kind in kinds:
        holders = {kind(register=register).key_holder() for register in COUNTY_REGISTERS}
        assert {holder.register for holder in holders} == COUNTY_REGISTERS


def imported_rooms(folder: str) -> set[str]:
    """The rooms that the files of one room import."""
    found = set()
    for path in python_files(f"welfare/{folder}"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            modules += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            found |= {module.split(".")[1] for module in modules if module.startswith("welfare.") and "." in module}
    return found


def test_neither_side_knows_the_other() -> None:
    assert imported_rooms(SERVICE_ROOM) & set(WELFARE_ROOMS) == set()
    for room in WELFARE_ROOMS:
        if Path("welfare", room).is_dir():
            assert SERVICE_ROOM not in imported_rooms(room), room
    assert {"people", "requests"} <= imported_rooms(SERVICE_ROOM), "the reading of imports sees something"


@pytest.mark.parametrize("house", ["sqlite"], indirect=True)
def test_no_page_reads_both_and_no_statement_joins_them(house: Scene) -> None:
    faults: list[str] = []
    own: set[str] = set()
    for rule, passage in gets(house):
        client, url = house.client(who_may(passage)), address(house, rule, house.company.things)
        with listening(house) as heard:
            status = client.flask.get(url).status_code
        faults += [f"{rule.endpoint}: {statement}" for statement in joined(heard)]
        wrong = trespasses(rule.endpoint, heard.tables)
        faults += [f"{rule.endpoint} names {sorted(wrong)}"] if wrong else []
        if rule.endpoint.startswith(SERVICE_ROOM):
            assert status == 200, (rule.endpoint, status)
            own |= heard.tables & SERVICE_TABLES
    assert faults == []
    assert own == SERVICE_TABLES, "every table of the services was read on the way"


def test_a_joining_statement_and_a_trespass_would_be_seen() -> None:
    heard = Statements()
    heard.hear(None, None, "SELECT * FROM client_file JOIN case_file ON client_file.student_id = case_file.student_id")
    heard.hear(None, None, "SELECT * FROM client_file")
    assert len(joined(heard)) == 1
    assert trespasses("journal.show", heard.tables) == {"client_file"}
    assert trespasses("service_notes.show", heard.tables) == {"case_file"}
    assert trespasses("worklist.show", heard.tables) == set()


def test_the_three_registers_share_no_key(house: Scene) -> None:
    """By the wrapped keys themselves: one for each file, and none of the provider's register among them."""
    ledger: Ledger = house.app.extensions["ledger"]
    with ledger.transaction() as transaction:
        files = transaction.session.scalars(select(ClientFile)).all()
        holders = [file.key_holder() for file in files]
        keys = {holder: ledger.keyring.key_for(holder) for holder in holders}
    assert len(holders) > 2
    assert all(holder.register is not Register.WELFARE for holder in holders)
    assert not any(one.secret == other.secret for one, other in combinations(keys.values(), 2))


def rows_with_both(house: Scene, one: UUID, other: UUID) -> list[str]:
    """The tables with a row that has both ids in clear, however they are written."""
    ledger: Ledger = house.app.extensions["ledger"]
    found = []
    with ledger.engine.connect() as connection:
        for name in sorted(Base.metadata.tables):
            for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"'):  # noqa: S608 - ours
                told = "|".join(map(in_clear, row)).replace("-", "")
                found += [name] if one.hex in told and other.hex in told else []
    return found


def in_clear(value: object) -> str:
    """What may be read out of a cell; the bytes of an id count as the id."""
    return f"{value.hex()}|{value.decode(errors='replace')}" if isinstance(value, bytes) else str(value)


def drafts_in(house: Scene) -> dict[str, str | None]:
    ledger: Ledger = house.app.extensions["ledger"]
    with ledger.transaction() as transaction:
        return {row.purpose.partition(":")[0]: row.page for row in transaction.session.scalars(select(Draft))}


def test_no_row_holds_a_client_and_a_matter_in_clear_while_it_is_typed_or_when_it_is_given(own_house: Scene) -> None:
    """The address of the bridge names both, so its form has no draft of its page, by script or by hand.

    What comes after the session has run out is kept with the address sealed; what is given crosses by an id alone.
    """
    things, words = own_house.company.things, "Ryhmä ei muuten tiedä, mitä on sovittu."
    client_id, case_id = things["client_id"], things["case_id"]
    url = f"/clients/{client_id}/disclosure/{case_id}"
    before = drafts_in(own_house)
    form = own_house.client("saara_curator").get(url).form("Give it to the group").fill(necessity=words)
    assert not form.node.get("data-autosave")
    own_house.client("saara_curator").post(f"/drafts/page?page={url}", form.data, status=404)
    assert drafts_in(own_house) == before
    own_house.clock.forward(minutes=20)
    assert form.submit().heading == "Sign in"
    assert drafts_in(own_house) == {**before, "too-late": None}, "nothing that was typed is lost"
    client = own_house.anew().client("saara_curator")
    form = client.get(url).form("Give it to the group")
    offered = next(iter(form.options["passages"].values()))
    assert form.submit(passages=[offered], necessity=words).has(words)
    assert rows_with_both(own_house, client_id, case_id) == []


def test_a_row_that_held_both_would_be_seen_and_other_pages_of_a_client_have_drafts(own_house: Scene) -> None:
    """A draft of the bridge that was kept before it had none goes with the daily job."""
    things, ledger = own_house.company.things, own_house.app.extensions["ledger"]
    client, url = own_house.client("saara_curator"), f"/clients/{things['free_client_id']}/hand-over"
    form = client.get(url).form("Offer the client").fill(reason=f"Asia {things['case_id']}")
    assert form.node.get("data-autosave")
    client.post(f"/drafts/page?page={url}", form.data, status=204)
    assert rows_with_both(own_house, things["free_client_id"], things["case_id"]) == [], "what is typed is sealed"
    purge(ledger)
    assert url in drafts_in(own_house).values()
    bridge = f"/clients/{things['client_id']}/disclosure/{things['case_id']}"
    with ledger.engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        connection.execute(update(Draft).where(Draft.page == url).values(page=bridge))
    assert rows_with_both(own_house, things["client_id"], things["case_id"]) == ["draft"]
    purge(ledger)
    assert rows_with_both(own_house, things["client_id"], things["case_id"]) == []


def purge(ledger: Ledger) -> None:
    with system_work(ledger) as work:
        purge_ended_drafts(work)
