"""`welfare retention`: what is over its time, and whether a certificate of destruction is true."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import click
from flask import Flask
from sqlalchemy import select

from welfare.access.gate import HOME_ZONE
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.retention.certifying import CertificateError, notary_of, read_certificate
from welfare.retention.due import Look
from welfare.retention.looking import Found
from welfare.retention.queries import counted_time
from welfare.rules.permissions import Permission
from welfare.rules.registers import Register
from welfare.rules.two_clocks import do_agree
from welfare.web.app import close
from welfare.web.commands.base import open_app, system_work
from welfare.web.commands.environment import print_json, refuse, settings_from_environment


@click.group()
def retention() -> None:
    """Records whose keeping has come to its end."""


@retention.command()
@click.option("--dry-run", is_flag=True, help="Only tell: the one way this command runs.")
@click.option("--controller", type=click.UUID, help="Of one controller alone.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
def run(*, dry_run: bool, controller: UUID | None, as_json: bool) -> None:
    """Tell what would be destroyed today and why: ids and kinds, no names."""
    if not dry_run:
        refuse("records are destroyed by two persons on the pages of Retention; here there is only --dry-run")
    app = open_app(settings_from_environment())
    try:
        report = _report(app, controller)
    finally:
        close(app)
    if as_json:
        print_json(report)
        return
    for each in report["controllers"]:
        click.echo(f"{each['name']}: {len(each['due'])} due")
        for thing in each["due"]:
            click.echo("  {thing:12} {id}  {rule} {years} y from {start}, kept until {kept_until}".format(**thing))
        for why, number in each["kept"].items():
            click.echo(f"  kept, {why}: {number}")
    if not report["clocks_agree"]:
        click.echo("The clocks disagree: nothing can be destroyed until they agree.")


@retention.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def verify(file: Path) -> None:
    """Whether the signed file of a destruction is as this instance signed it."""
    app = open_app(settings_from_environment())
    try:
        certificate = read_certificate(file.read_bytes(), notary_of(app.extensions["ledger"]).public)
    except CertificateError as error:
        refuse(str(error))
    finally:
        close(app)
    _origin, digest, destroyed, listed, ended_at = certificate.note.splitlines()
    click.echo(f"True: {destroyed} of {listed} records destroyed by {ended_at}; SHA-256 of the list {digest}")


def _report(app: Flask, controller: UUID | None) -> dict[str, Any]:
    with system_work(app, Permission.SYSTEM_MAINTAIN) as work:
        today = work.now.astimezone(HOME_ZONE).date()
        keepers = select(Organisation).where(Organisation.kind != OrganisationKind.SCHOOL)
        if controller is not None:
            keepers = keepers.where(Organisation.id == controller)
        controllers = []
        for keeper in work.session.scalars(keepers.order_by(Organisation.name_fi, Organisation.id)):
            found = Look.at(work.session, keeper.id, today).found()
            controllers.append(_of_controller(keeper, found))
            work.note(keeper.id, Register.AUDIT, due=len(controllers[-1]["due"]))
        if controller is not None and not controllers:
            refuse("there is no such controller")
        agree = do_agree(counted_time(work.session), work.now)
    return {"on": today, "clocks_agree": agree, "controllers": controllers}


def _of_controller(keeper: Organisation, found: Sequence[Found]) -> dict[str, Any]:
    due = sorted(
        (one for one in found if one.verdict.is_due), key=lambda one: (one.verdict.last_day or date.max, one.id)
    )
    kept = Counter(one.verdict.why_kept.value for one in found if one.verdict.why_kept)
    return {
        "id": keeper.id,
        "name": keeper.name_fi,
        "due": [_thing(one) for one in due],
        "kept": dict(sorted(kept.items())),
    }


def _thing(one: Found) -> dict[str, Any]:
    found = one.verdict
    return {
        "thing": one.thing.value,
        "id": str(one.id),
        "rule": found.kind.value,
        "years": found.rule.years,
        "counted_from": found.rule.counted_from.value,
        "start": str(found.start or ""),
        "kept_until": str(found.last_day or ""),
    }
