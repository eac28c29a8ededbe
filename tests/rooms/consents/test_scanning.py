"""A paper waits until the scanner has found it clean; an infected one is removed, and silence is no yes."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from config.settings import Settings, SettingsError
from tests.builders import Village
from tests.builders_cases import People
from tests.builders_papers import a_paper
from tests.rooms.consents.scans import SECRET, count
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.consents.papers.models import SignedPaper, SignedPaperChunk
from welfare.consents.papers.scanning import Scanner
from welfare.jobs.worker import Tally, Worker
from welfare.rules.signed_papers import PaperState, Serving
from welfare.web.fitness import look_at
from welfare.web.services import handlers_of


def state_of(ledger: Ledger) -> PaperState:
    with ledger.transaction() as transaction:
        return transaction.session.scalars(select(SignedPaper.state)).one()


def scan_by(app: Flask, code: str, patience: float = 20.0) -> Tally:
    """Let jobs be done with a scanner that is a line of Python."""
    app.extensions["settings"] = replace(app.extensions["settings"], scanner=(sys.executable, "-c", code))
    handlers = {"papers:scan": Scanner(app.extensions["settings"].scanner, patience).handler()}
    tally = Tally()
    Worker(app.extensions["ledger"], handlers).work_off(tally)
    return tally


def exits(code: int) -> str:
    return f"import sys; sys.stdin.buffer.read(); sys.exit({code})"


def test_a_clean_paper_is_handed_out_once_the_scanner_has_said_so(
    app: Flask, people: People, visit: Visit, consent: str, will_id: UUID, village: Village, ledger: Ledger
) -> None:
    paper_id = a_paper(village, will_id, people.curator)
    app.extensions["settings"] = replace(app.extensions["settings"], scanner=("clamdscan", "-"))
    client = visit(people.curator)
    client.get(f"{consent}/papers/{paper_id}", status=404)
    assert client.get(consent).has("Waits for the virus scanner")
    assert scan_by(app, exits(0)).done == 1
    assert state_of(ledger) is PaperState.CLEAN
    assert client.get(consent).has("Looked at by the virus scanner")
    assert client.flask.get(f"{consent}/papers/{paper_id}").status_code == 200


def test_the_scanner_is_given_the_very_file(
    app: Flask, people: People, will_id: UUID, village: Village, ledger: Ledger, tmp_path: Path
) -> None:
    seen = tmp_path / "seen"
    a_paper(village, will_id, people.curator, SECRET * 3)
    scan_by(app, f"import os,sys; open({str(seen)!r},'wb').write(sys.stdin.buffer.read()); assert len(os.environ) < 4")
    assert seen.read_bytes() == SECRET * 3
    assert state_of(ledger) is PaperState.CLEAN


def test_the_content_of_an_infected_paper_is_removed(
    app: Flask, people: People, visit: Visit, consent: str, will_id: UUID, village: Village, ledger: Ledger
) -> None:
    paper_id = a_paper(village, will_id, people.curator)
    assert scan_by(app, exits(1)).done == 1
    assert (state_of(ledger), count(ledger, SignedPaperChunk)) == (PaperState.REFUSED, 0)
    client = visit(people.curator)
    client.get(f"{consent}/papers/{paper_id}", status=404)
    page = client.get(consent)
    assert page.has("Infected: the file was removed")
    assert "Attach the signed paper" in page.links


@pytest.mark.parametrize(
    ("code", "patience"), [(exits(2), 20.0), (exits(255), 20.0), ("import time; time.sleep(60)", 0.3)]
)
def test_a_scanner_that_says_nothing_leaves_the_paper_held_for_a_later_try(
    app: Flask, people: People, visit: Visit, consent: str, will_id: UUID, village: Village, ledger: Ledger, *,
    code: str, patience: float,
) -> None:  # fmt: skip
    paper_id = a_paper(village, will_id, people.curator)
    assert scan_by(app, code, patience).failed == 1
    assert state_of(ledger) is PaperState.HELD
    client = visit(people.curator)
    client.get(f"{consent}/papers/{paper_id}", status=404)
    assert client.get(consent).has("Ask the scanner again")


def test_a_scanner_that_is_not_there_leaves_the_paper_held(
    app: Flask, people: People, will_id: UUID, village: Village, ledger: Ledger
) -> None:
    a_paper(village, will_id, people.curator)
    handlers = handlers_of(replace(app.extensions["settings"], scanner=("/nowhere/scanner",)))
    tally = Tally()
    Worker(ledger, handlers).work_off(tally)
    assert (tally.failed, state_of(ledger)) == (1, PaperState.HELD)


def test_the_scanner_can_be_asked_again(
    app: Flask, people: People, visit: Visit, consent: str, will_id: UUID, village: Village, ledger: Ledger
) -> None:
    a_paper(village, will_id, people.curator)
    tally = Tally()
    Worker(ledger, handlers_of(app.extensions["settings"])).work_off(tally)
    assert (tally.done, state_of(ledger)) == (1, PaperState.HELD)
    app.extensions["settings"] = replace(app.extensions["settings"], scanner=("clamdscan", "-"))
    app.extensions["ledger"].clock.forward(minutes=5)
    page = visit(people.curator).get(consent)
    form = next(form for form in page.forms if "scan" in form.node.get("action"))
    assert form.submit().has("The scanner is asked again.")
    assert scan_by(app, exits(0)).done == 1
    assert state_of(ledger) is PaperState.CLEAN


@pytest.mark.parametrize(
    ("serving", "held"),
    [
        (Serving(has_scanner=False, is_production=False), True),
        (Serving(has_scanner=False, is_production=True), False),
        (Serving(has_scanner=True, is_production=False), False),
        (Serving(has_scanner=True, is_production=True), False),
    ],
)
def test_what_nobody_has_scanned_is_shown_only_while_trying_out_without_a_scanner(
    serving: Serving, *, held: bool
) -> None:
    assert serving.allows(PaperState.HELD) is held
    assert serving.allows(PaperState.CLEAN)
    assert not serving.allows(PaperState.REFUSED)


def test_in_production_without_a_scanner_a_paper_is_kept_and_handed_out_to_nobody(
    app: Flask, people: People, visit: Visit, consent: str, will_id: UUID, village: Village
) -> None:
    paper_id = a_paper(village, will_id, people.curator)
    client = visit(people.curator)
    assert client.flask.get(f"{consent}/papers/{paper_id}").status_code == 200
    app.extensions["settings"] = replace(app.extensions["settings"], is_production=True)
    client.get(f"{consent}/papers/{paper_id}", status=404)
    assert client.get(consent).has("Waits for the virus scanner")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_the_self_test_tells_of_a_scanner_that_is_missing(settings: Settings) -> None:
    def told(**changes: Any) -> list[str]:  # noqa: ANN401 - settings of any kind
        return [f.weight.value for f in look_at(replace(settings, **changes)) if f.name == "scanner"]

    assert told() == []
    assert told(is_production=True) == ["warning"]
    assert told(scanner=("/nowhere/scanner", "-")) == ["warning"]
    assert told(scanner=("/nowhere/scanner", "-"), is_production=True) == ["refusal"]
    assert told(scanner=("sh", "-c", "exit 0")) == ["good"]


def test_the_command_of_the_scanner_is_read_as_a_shell_would() -> None:
    read = Settings.from_env({"WELFARE_SCANNER": "/usr/bin/clamdscan --config-file '/etc/a b.conf' -"})
    assert read.scanner == ("/usr/bin/clamdscan", "--config-file", "/etc/a b.conf", "-")
    with pytest.raises(SettingsError, match="WELFARE_SCANNER"):
        Settings.from_env({"WELFARE_SCANNER": "clamdscan 'open"})
