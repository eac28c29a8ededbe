"""`welfare indicators import`: a file of numbers, read, compared and written, all of it or nothing."""

import sys
from contextlib import suppress
from datetime import date
from getpass import getuser
from pathlib import Path
from typing import Any

import click
from flask import Flask
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.audit.event import Origin
from welfare.audit.unit_of_work import Grant
from welfare.indicators import actions
from welfare.indicators.importing.absence_plan import AbsencePlan
from welfare.indicators.importing.files import counts_of
from welfare.indicators.importing.plan import Plan
from welfare.indicators.importing.problems import FileProblemError, Problem
from welfare.indicators.importing.rows import read_capped
from welfare.indicators.problem_words import PROBLEM_WORDS
from welfare.organisations.models import Organisation
from welfare.rules.actors import SYSTEM, Facts
from welfare.rules.indicators import Licence
from welfare.rules.permissions import Permission
from welfare.web.app import close
from welfare.web.commands.base import open_app
from welfare.web.commands.environment import print_json, refuse, settings_from_environment


class _NothingToWriteError(Exception):
    """Leaves the transaction without a trace."""


@click.group()
def indicators() -> None:
    """Numbers of indicators."""


@indicators.command("import")
@click.argument("source", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--unit", "code", required=True, help="Municipality code or official code of whoever keeps the numbers.")
@click.option("--regions", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Publisher's regions.")
@click.option("--from", "publisher", default="Sotkanet, THL", show_default=True, help="Who has published the numbers.")
@click.option("--fetched-on", type=click.DateTime(["%Y-%m-%d"]), help="When it was fetched; today unless told.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, and change nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
def import_(source: Path, code: str, **wishes: Any) -> None:  # noqa: ANN401 - click's own
    """Import a file of Sotkanet (CSV or JSON), of schools' results or of absences (CSV); all of it or nothing."""
    app = open_app(settings_from_environment())
    try:
        with suppress(_NothingToWriteError):
            _carry(app, source, code, wishes)
    finally:
        close(app)


def _carry(app: Flask, source: Path, code: str, wishes: dict[str, Any]) -> None:
    ledger = app.extensions["ledger"]
    facts = Facts(on=ledger.clock().astimezone(HOME_ZONE).date())
    grant = Grant(Permission.SYSTEM_SET_UP.value, facts, ("is_system",), Origin(way=f"cli:{getuser()}"))
    with ledger.transaction(writes=True) as transaction, ledger.work(transaction, SYSTEM, grant) as work:
        unit = _unit(work.session, code)
        try:
            row = actions.hand_over(work, unit, _command(source, wishes, facts.on))
        except FileProblemError as error:
            refuse(f"nothing was imported: {_said(error.problem)}")
        except actions.NotTheKeeperError:
            refuse("nothing was imported: regions are told for the provider or county, and not for a school")
        plan = actions.plan_for(work, unit, row)
        _tell(plan, as_json=wishes["as_json"])
        if not plan.is_sound:
            refuse("nothing was imported: the file has mistakes")
        if wishes["dry_run"] or not plan.writes:
            raise _NothingToWriteError
        actions.approve(work, unit, row, plan.digest)


def _unit(session: Session, code: str) -> Organisation:
    columns = or_(Organisation.official_code == code, Organisation.municipality_code == code)
    found = session.scalars(select(Organisation).where(columns, Organisation.ended_on.is_(None))).all()
    chosen = [each for each in found if each.provider_id is None] or found
    if len(chosen) != 1:
        refuse(f"{len(chosen)} organisations have the code {code}")
    return chosen[0]


def _command(source: Path, wishes: dict[str, Any], today: date) -> actions.HandOver:
    """The file, read no further than it may be long. Raises FileProblemError."""
    fetched = wishes["fetched_on"]
    return actions.HandOver(
        content=_read(source),
        file_name=source.name,
        source=wishes["publisher"],
        licence=Licence.CC_BY,
        fetched_on=fetched.date() if fetched else today,
        regions=_read(wishes["regions"]) if wishes["regions"] else None,
    )


def _read(path: Path) -> bytes:
    with path.open("rb") as stream:
        return read_capped(stream)


def _tell(plan: Plan | AbsencePlan, *, as_json: bool) -> None:
    for problem in plan.problems:
        click.echo(_said(problem), file=sys.stderr)
    if plan.problems.unlisted:
        click.echo(f"and {plan.problems.unlisted} more of the same kinds", err=True)
    counts = counts_of(plan)
    if as_json:
        print_json({"is_sound": plan.is_sound, "counts": counts, "unknown_indicators": list(plan.unknown_indicators)})
    else:
        click.echo(", ".join(f"{kind.replace('_', ' ')}: {count}" for kind, count in counts.items()))


def _said(problem: Problem) -> str:
    place = f"row {problem.row}: " if problem.row else ""
    shown = f" ({problem.shown})" if problem.shown else ""
    return f"{place}{PROBLEM_WORDS[problem.code]}{shown}"
