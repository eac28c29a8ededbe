"""`welfare roster import`: a OneRoster folder or ZIP file, read, compared and written, all of it or nothing."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from getpass import getuser
from pathlib import Path

import click

from welfare.audit.event import Origin
from welfare.people.models import RosterImport
from welfare.people.roster.carrying import Carrier
from welfare.people.roster.importing import Prepared, counts_of, work_of
from welfare.people.roster.plan import UnsoundRosterError
from welfare.people.roster.problems import Problem
from welfare.people.roster.reading import Reading, ReadingRules, read_path
from welfare.people.roster.remedy_words import REMEDIES
from welfare.people.roster.turn import TurnTakenError, take_turn
from welfare.people.roster.words import MESSAGES
from welfare.rules.actors import SYSTEM
from welfare.web.app import close
from welfare.web.commands.base import open_app
from welfare.web.commands.environment import print_json, refuse, settings_from_environment

HEADINGS = ("add", "change", "back", "ended", "unchanged")
Advance = Callable[[int, int], None]


@click.group()
def roster() -> None:
    """The roster of schools, classes, students, guardians and staff."""


@roster.command("import")
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would happen, and change nothing.")
@click.option("--yes", is_flag=True, help="Go on even if unusually many people would be ended.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
def import_(*, source: Path, dry_run: bool, yes: bool, as_json: bool) -> None:
    """Import a folder or ZIP file of OneRoster 1.1 CSV files; all of it or nothing."""
    app = open_app(settings_from_environment())
    carrier = Carrier(app.extensions["ledger"], SYSTEM, Origin(way=f"cli:{getuser()}"))
    with ExitStack() as stack:
        stack.callback(close, app)
        stack.enter_context(_turn(carrier))
        _carry(carrier, source, _Wishes(is_dry=dry_run, is_sure=yes, as_json=as_json))


@contextmanager
def _turn(carrier: Carrier) -> Iterator[None]:
    """The turn to import, given back afterwards. Exits with 1 while somebody else has it."""
    try:
        turn = take_turn(carrier.ledger.engine)
    except TurnTakenError:
        refuse("another roster is being imported right now; try again when it is ready")
    try:
        yield
    finally:
        turn.give_back()


class _Wishes:
    def __init__(self, *, is_dry: bool, is_sure: bool, as_json: bool) -> None:
        self.is_dry, self.is_sure, self.as_json = is_dry, is_sure, as_json


def _carry(carrier: Carrier, source: Path, wishes: _Wishes) -> None:
    with _bar("Reading") as advance:
        reading = carrier.read(lambda recall: read_path(source, ReadingRules(), recall, advance))
    prepared = _compared(carrier, reading)
    _print_problems(reading)
    if prepared is None:
        if wishes.as_json:
            print_json(_document(reading, None, None))
        refuse("nothing was imported: the roster has errors")
    if prepared.plan.ends_unusually_many and not (wishes.is_dry or wishes.is_sure):
        refuse(f"{prepared.plan.people_ended} people would be ended. If that is right, say --yes.")
    row = None if wishes.is_dry else _write(carrier, reading, prepared)
    if wishes.as_json:
        print_json(_document(reading, prepared, row))
    else:
        _print_outcome(prepared, row, is_dry=wishes.is_dry)


def _compared(carrier: Carrier, reading: Reading) -> Prepared | None:
    try:
        return carrier.preview(reading)
    except UnsoundRosterError:
        return None


def _write(carrier: Carrier, reading: Reading, prepared: Prepared) -> RosterImport | None:
    with _bar("Writing") as advance:
        return carrier.carry_out(reading, counts_of(prepared.plan), advance)


@contextmanager
def _bar(label: str) -> Iterator[Advance]:
    """A progress bar on a terminal, silence elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    with click.progressbar(length=1, label=f"{label:8}", file=sys.stderr) as bar:

        def advance(done: int, total: int) -> None:
            bar.length = max(total, 1)
            bar.update(done - bar.pos)

        yield advance


def _print_problems(reading: Reading) -> None:
    for problem in reading.problems:
        shown = f" ({problem.value_shown})" if problem.value_shown else ""
        words = f"{MESSAGES[problem.code]}{shown} {REMEDIES[problem.remedy]}"
        click.echo(f"{problem.place or 'roster'}: {problem.severity}: {words}", err=True)
    if reading.problems.unlisted:
        click.echo(f"and {reading.problems.unlisted} more of the same kinds", err=True)


def _print_outcome(prepared: Prepared, row: RosterImport | None, *, is_dry: bool) -> None:
    counts = counts_of(prepared.plan)
    click.echo(f"{'':18}" + "".join(f"{heading:>10}" for heading in HEADINGS))
    for file, _ in prepared.plan:
        click.echo(f"{file.value:18}" + "".join(f"{counts[f'{file.value}.{heading}']:>10}" for heading in HEADINGS))
    if row is not None:
        click.echo(f"Imported: {work_of(prepared.plan)} records written.")
    else:
        click.echo("Dry run: nothing was changed." if is_dry else "Nothing has changed since the last roster.")


def _document(reading: Reading, prepared: Prepared | None, row: RosterImport | None) -> Mapping[str, object]:
    return {
        "is_sound": prepared is not None,
        "problems": [_problem(problem) for problem in reading.problems],
        "unlisted_problems": reading.problems.unlisted,
        "counts": counts_of(prepared.plan) if prepared else None,
        "ends_unusually_many": prepared.plan.ends_unusually_many if prepared else None,
        "import_id": row.id if row else None,
    }


def _problem(problem: Problem) -> Mapping[str, object]:
    return {
        "file": problem.file,
        "row": problem.row,
        "column": problem.column,
        "code": problem.code,
        "severity": problem.severity,
        "value": problem.value_shown,
        "message": str(MESSAGES[problem.code]),
        "remedy": str(REMEDIES[problem.remedy]),
    }
