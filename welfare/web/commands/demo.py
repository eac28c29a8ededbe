"""`welfare demo`: invented people, loaded once, and how they sign in."""

from importlib import import_module
from pathlib import Path

import click

from welfare.db.glance import mark_of
from welfare.web.commands.environment import refuse, settings_from_environment
from welfare.web.commands.sign_ins import print_sign_ins
from welfare.web.seeding.cast import CAST, LOADED, MARK, Part

LOADER = "welfare.web.seeding.demo"
"""Everything that loading needs is imported only where there is something to load."""


@click.command()
@click.option("--port", type=int, envvar="PORT", default=8000, show_default=True, help="Where it is served.")
@click.option(
    "--roster",
    type=click.Path(exists=True, path_type=Path),
    help="A OneRoster folder or ZIP, in place of the invented municipality.",
)
def demo(*, port: int, roster: Path | None) -> None:
    """Load the invented municipality once, and print who can sign in."""
    settings = settings_from_environment()
    found = mark_of(settings.database_url, MARK)
    if found == LOADED and roster is not None:
        refuse("this instance holds the invented municipality; set WELFARE_INSTANCE to another folder for a roster")
    parts: tuple[Part, ...] = CAST if found == LOADED else import_module(LOADER).ready(settings, roster)
    print_sign_ins(parts, port)
