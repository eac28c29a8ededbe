"""One person's unfinished text: kept, replaced, given back, thrown away, and nobody else's business."""

from threading import Thread
from uuid import UUID, uuid4

import pytest

from tests.builders import Someone, Village, system_work
from tests.databases import Store
from welfare.audit.ledger import Ledger
from welfare.drafts.actions import (
    NobodysDraftError,
    StaleDraftError,
    check_draft,
    discard_draft,
    purge_drafts,
    save_draft,
)
from welfare.drafts.pages import SavedDraft, load_draft
from welfare.rules.actors import Actor, Role, World


def acting(someone: Someone) -> Actor:
    return Actor(someone.account_id, someone.person_id, World.STAFF, full_sign_in=True)


@pytest.fixture
def saara(village: Village) -> Someone:
    return village.staff(Role.CURATOR, "Saara Lehtovirta")


def kept(ledger: Ledger, someone: Someone, purpose: str, subject: UUID | None = None) -> SavedDraft | None:
    with system_work(ledger, acting(someone)) as work:
        return load_draft(work, purpose, subject)


def keep(ledger: Ledger, someone: Someone, purpose: str, text: str, subject: UUID | None = None) -> None:
    with system_work(ledger, acting(someone)) as work:
        save_draft(work, purpose, {"story": [text]}, subject, page="/requests/new")


def test_what_was_kept_is_given_back(ledger: Ledger, saara: Someone) -> None:
    keep(ledger, saara, "request", "Ääniä käytävältä")
    draft = kept(ledger, saara, "request")
    assert draft is not None
    assert draft.typed == {"story": ["Ääniä käytävältä"]}
    assert draft.formdata.get("story") == "Ääniä käytävältä"
    assert draft.page == "/requests/new"


def test_a_later_save_takes_the_place_of_the_earlier(ledger: Ledger, saara: Someone) -> None:
    keep(ledger, saara, "request", "first")
    keep(ledger, saara, "request", "second")
    draft = kept(ledger, saara, "request")
    assert draft is not None
    assert draft.typed == {"story": ["second"]}


def test_each_subject_has_its_own_draft(ledger: Ledger, saara: Someone) -> None:
    one, other = uuid4(), uuid4()
    keep(ledger, saara, "entry", "about one", one)
    keep(ledger, saara, "entry", "about the other", other)
    found = [kept(ledger, saara, "entry", subject) for subject in (one, other, None)]
    assert [draft and draft.typed["story"] for draft in found] == [["about one"], ["about the other"], None]


def test_nobody_else_is_given_it(ledger: Ledger, village: Village, saara: Someone) -> None:
    keep(ledger, saara, "request", "mine")
    assert kept(ledger, village.staff(Role.CURATOR, "Aino Koski"), "request") is None
    assert kept(ledger, saara, "request") is not None


def test_what_is_thrown_away_is_gone(ledger: Ledger, saara: Someone) -> None:
    keep(ledger, saara, "request", "mine")
    with system_work(ledger, acting(saara)) as work:
        discard_draft(work, "request")
        discard_draft(work, "never kept")
    assert kept(ledger, saara, "request") is None


def test_what_its_writer_may_not_go_on_with_is_thrown_away_and_nothing_else(
    ledger: Ledger, village: Village, saara: Someone
) -> None:
    one, other, aino = uuid4(), uuid4(), village.staff(Role.CURATOR, "Aino Koski")
    for writer in (saara, aino):
        for subject in (one, other):
            keep(ledger, writer, "entry", "text", subject)
    with system_work(ledger) as work:
        purge_drafts(work, [saara.account_id], [one])
    assert [kept(ledger, who, "entry", on) is not None for who in (saara, aino) for on in (one, other)] == [
        False,
        True,
        True,
        True,
    ]
    with system_work(ledger) as work:
        purge_drafts(work, [aino.account_id])
    assert [kept(ledger, aino, "entry", on) for on in (one, other)] == [None, None]


def test_a_tab_goes_on_only_from_what_it_has_seen(ledger: Ledger, saara: Someone) -> None:
    keep(ledger, saara, "request", "first")
    seen = kept(ledger, saara, "request")
    assert seen is not None
    with system_work(ledger, acting(saara)) as work:
        check_draft(work, "request", None, seen.revision)
    keep(ledger, saara, "request", "from the other tab")
    with pytest.raises(StaleDraftError), system_work(ledger, acting(saara)) as work:
        check_draft(work, "request", None, seen.revision)


def test_a_tab_that_saw_no_draft_is_stopped_when_there_is_one(ledger: Ledger, saara: Someone) -> None:
    with system_work(ledger, acting(saara)) as work:
        check_draft(work, "request", None, 0)
    keep(ledger, saara, "request", "from the other tab")
    with pytest.raises(StaleDraftError), system_work(ledger, acting(saara)) as work:
        check_draft(work, "request", None, 0)


def test_a_draft_needs_an_owner(ledger: Ledger) -> None:
    with pytest.raises(NobodysDraftError), system_work(ledger) as work:
        save_draft(work, "request", {"story": ["text"]})


def test_two_tabs_that_save_first_at_once_leave_one_draft(ledger: Ledger, saara: Someone) -> None:
    faults: list[Exception] = []

    def save(text: str) -> None:
        try:
            keep(ledger, saara, "request", text)
        except Exception as error:  # noqa: BLE001 - whatever it is, the test must show it
            faults.append(error)

    threads = [Thread(target=save, args=(f"tab {number}",)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    draft = kept(ledger, saara, "request")
    assert draft is not None
    assert draft.typed["story"][0].startswith("tab ")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_the_database_file_does_not_hold_the_words(ledger: Ledger, saara: Someone, store: Store) -> None:
    keep(ledger, saara, "request", "kissankello")
    files = [path for path in store.instance.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if b"kissankello" in path.read_bytes()]
