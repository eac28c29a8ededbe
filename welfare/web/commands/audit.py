"""`welfare audit`: verify, anchor and export the trail."""

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import click
from sqlalchemy import select

from welfare.access.gate import HOME_ZONE
from welfare.audit.anchoring import ChainMovedError
from welfare.audit.checkpoint import Checkpoint, CheckpointError, public_pem
from welfare.audit.export import Period, export_lines
from welfare.audit.findings import ExitCode
from welfare.audit.models import AuditHead
from welfare.rules.permissions import Permission
from welfare.rules.registers import HOUSE, Register
from welfare.web.commands.audit_house import AuditHouse, open_house
from welfare.web.commands.audit_verify import verify
from welfare.web.commands.environment import refuse, settings_from_environment

_DAY = click.DateTime(["%Y-%m-%d"])


@click.group()
def audit() -> None:
    """Verify, anchor and export the audit trail."""


audit.add_command(verify)


@audit.command()
@click.option(
    "--accept", is_flag=True, help="Take the chains as they stand, whatever their anchors say. An event tells."
)
def anchor(*, accept: bool) -> None:
    """Add a signed checkpoint of every chain that has grown. Exit 4: a chain lost its end; 5: an anchor is spoilt."""
    with open_house(settings_from_environment()) as house:
        added = _accept(house) if accept else _anchor_all(house)
    for checkpoint in added:
        click.echo(f"{checkpoint.chain_id.hex} {checkpoint.size}")


@audit.command("public-key")
def public_key() -> None:
    """Print the key that verifies this instance's checkpoints, as PEM."""
    with open_house(settings_from_environment()) as house:
        click.echo(public_pem(house.anchoring.notary.public).decode(), nl=False)


@audit.command()
@click.option("--from", "since", type=_DAY, help="First day, in Finland.")
@click.option("--to", "until", type=_DAY, help="Last day, in Finland.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="A new file.")
def export(*, since: datetime | None, until: datetime | None, out: Path) -> None:
    """Write events as they are stored, with MACs, proofs and checkpoints, one JSON line each."""
    with open_house(settings_from_environment()) as house:
        _anchor_all(house)
        count = _write(out, _all_lines(house, _period(since, until)))
        with house.work(Permission.AUDIT_EXPORT) as work:
            for chain_id in _chains(house):
                work.note(chain_id, Register.AUDIT, lines=count)
    click.echo(f"{out}: {count} lines; verify it with: welfare audit verify --file {out}")


def _anchor_all(house: AuditHouse) -> list[Checkpoint]:
    try:
        return house.anchoring.anchor_all()
    except ChainMovedError as error:
        refuse(f"{error}; find out why before you run `welfare audit anchor --accept`", code=ExitCode.SHORTER)
    except CheckpointError as error:
        refuse(str(error), code=ExitCode.ANCHOR)
    except OSError as error:
        refuse(f"no anchor could be added: {error}")


def _accept(house: AuditHouse) -> list[Checkpoint]:
    try:
        added = house.anchoring.accept()
    except OSError as error:
        refuse(f"no anchor could be added: {error}")
    with house.work(Permission.AUDIT_ANCHOR) as work:
        chains = [("chain", checkpoint.chain_id) for checkpoint in added]
        work.note(HOUSE, Register.AUDIT, *chains, accepted=[f"{c.chain_id.hex}:{c.size}" for c in added])
    house.anchoring.anchor_all()
    return added


def _period(since: datetime | None, until: datetime | None) -> Period:
    first = None if since is None else since.replace(tzinfo=HOME_ZONE)
    return Period(first, None if until is None else until.replace(tzinfo=HOME_ZONE) + timedelta(days=1))


def _all_lines(house: AuditHouse, period: Period) -> Iterator[str]:
    chains = _chains(house)
    with house.snapshot() as connection:
        for chain_id in chains:
            yield from export_lines(connection, chain_id, period, house.anchoring.folder.newest_line)


def _chains(house: AuditHouse) -> list[UUID]:
    with house.engine.connect() as connection:
        return list(connection.scalars(select(AuditHead.chain_id).order_by(AuditHead.chain_id)))


def _write(out: Path, lines: Iterator[str]) -> int:
    """To a new file, for its own user alone. Exits with 1 rather than write over anything."""
    try:
        handle = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        refuse(f"{out} cannot be made: {error.strerror}")
    count = 0
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        for line in lines:
            file.write(f"{line}\n")
            count += 1
        file.flush()
        os.fsync(file.fileno())
    return count
