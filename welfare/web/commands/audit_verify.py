"""`welfare audit verify`.

Exit codes: 0 good, 2 usage, 3 broken chain, 4 shorter than its anchor or another chain, 5 anchor missing or badly
signed, 6 data differs from its digest; 1 when the instance cannot be opened.
"""

import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import click
from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from welfare.audit.anchors import AnchorFolder
from welfare.audit.checkpoint import Checkpoint, CheckpointError, read_public_pem, read_signed
from welfare.audit.export import NoExportError, verify_export
from welfare.audit.findings import ExitCode, Finding, Flaw, Report
from welfare.audit.ledger import AuditUnavailableError
from welfare.audit.models import AuditHead
from welfare.audit.verify import verify as verify_chains
from welfare.audit.verify_data import verify_data
from welfare.audit.watch import LATE
from welfare.rules.permissions import Permission
from welfare.rules.registers import HOUSE, Register
from welfare.web import rooms
from welfare.web.commands.audit_house import AuditHouse, open_house
from welfare.web.commands.environment import print_json, refuse, settings_from_environment

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_KNOWS_EVERY_TABLE = rooms.BLUEPRINTS
"""Sealed rows are compared in every room; a room that is not loaded would look like a table that is gone."""


@dataclass
class Anchors:
    """The newest anchor of each chain, and what is wrong with the others."""

    newest: dict[UUID, Checkpoint] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def miss(self, words: str, chain_id: UUID | None = None) -> None:
        """Say that an anchor is missing or bad."""
        self.findings.append(Finding(flaw=Flaw.ANCHOR, words=words, chain_id=chain_id))


@click.command()
@click.option("--data", is_flag=True, help="Compare subjects, trees and every sealed row as well.")
@click.option("--anchor", type=click.Path(exists=True, path_type=Path), help="Another anchor folder, or one file.")
@click.option("--file", "exported", type=_FILE, help="Verify an export instead of the database.")
@click.option("--public-key", type=_FILE, help="With --file: verify by this key alone, without any instance.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
def verify(*, data: bool, anchor: Path | None, exported: Path | None, public_key: Path | None, as_json: bool) -> None:
    """Walk every chain, link by link. Exit codes: 3 broken, 4 cut, 5 anchor missing, 6 data differs."""
    if exported is None and public_key is not None:
        raise click.UsageError("--public-key goes with --file")  # noqa: EM101, TRY003 - for the person who types
    report = _of_instance(anchor, has_data=data) if exported is None else _of_file(exported, public_key)
    _print(report, as_json=as_json)
    sys.exit(report.exit_code)


def _of_instance(anchor: Path | None, *, has_data: bool) -> Report:
    with open_house(settings_from_environment()) as house:
        try:
            report = _walk(house, anchor, has_data=has_data)
        except SQLAlchemyError as error:
            refuse(f"the database cannot be read: {error}")
        if report.exit_code is ExitCode.GOOD:
            _record(house, report, has_data=has_data)
    return report


def _walk(house: AuditHouse, anchor: Path | None, *, has_data: bool) -> Report:
    with house.snapshot() as connection:
        anchors = _gather(house, connection, anchor)
        report = verify_chains(connection, house.chain_key, anchors.newest)
        if has_data:
            verify_data(connection, report, anchors.newest)
    report.add(anchors.findings)
    return report


def _of_file(exported: Path, public_key: Path | None) -> Report:
    try:
        with exported.open(encoding="utf-8") as lines:
            if public_key is not None:
                return verify_export(lines, read_public_pem(public_key.read_bytes()), None)
            with open_house(settings_from_environment()) as house:
                return verify_export(lines, house.anchoring.notary.public, house.chain_key)
    except (NoExportError, CheckpointError, UnicodeDecodeError) as error:
        refuse(f"{exported}: {error}", code=2)


def _gather(house: AuditHouse, connection: Connection, given: Path | None) -> Anchors:
    """Anchors are read before the chains: a chain may have grown past its anchor, never the other way round."""
    anchors = Anchors()
    try:
        if given is not None and given.is_file():
            _read_file(house, given, anchors)
        else:
            _read_folder(AnchorFolder(given or house.settings.anchors, house.anchoring.notary.public), anchors)
    except CheckpointError as error:
        anchors.miss(str(error))
    most = house.settings.anchor_events * LATE
    for chain_id in connection.scalars(select(AuditHead.chain_id).where(AuditHead.seq > most)):
        if chain_id not in anchors.newest:
            anchors.miss(f"chain {chain_id.hex} has no anchor", chain_id)
    return anchors


def _read_folder(folder: AnchorFolder, anchors: Anchors) -> None:
    for chain_id in folder.chains():
        try:
            found = folder.newest(chain_id)
        except CheckpointError as error:
            anchors.miss(str(error), chain_id)
            continue
        if found is not None:
            anchors.newest[chain_id] = found


def _read_file(house: AuditHouse, file: Path, anchors: Anchors) -> None:
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        checkpoint = read_signed(line, house.anchoring.notary.public)
        anchors.newest[checkpoint.chain_id] = checkpoint


def _record(house: AuditHouse, report: Report, *, has_data: bool) -> None:
    """A good verification is an event; after a bad one nothing is written, for what is there is evidence."""
    with suppress(AuditUnavailableError, DBAPIError), house.work(Permission.AUDIT_VERIFY) as work:
        chains = [("chain", chain_id) for chain_id in report.chains]
        work.note(HOUSE, Register.AUDIT, *chains, events=report.events, rows=report.rows, data=int(has_data))


def _print(report: Report, *, as_json: bool) -> None:
    if as_json:
        print_json(report.document())
        return
    for found in report.findings:
        click.echo(found.words, err=True)
    verdict = "good" if report.exit_code is ExitCode.GOOD else f"NOT GOOD (exit code {int(report.exit_code)})"
    counts = f"{report.events} events in {len(report.chains)} chains, {report.anchors} anchors, {report.rows} rows"
    click.echo(f"{counts}: {verdict}")
