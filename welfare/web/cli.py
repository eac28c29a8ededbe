"""The console script `welfare`."""

import gc
import os
from collections.abc import Mapping
from importlib import import_module

import click

COMMANDS: Mapping[str, str] = {
    "audit": "welfare.web.commands.audit:audit",
    "check": "welfare.web.commands.check:check",
    "demo": "welfare.web.commands.demo:demo",
    "init": "welfare.web.commands.init:init",
    "indicators": "welfare.web.commands.indicators:indicators",
    "jobs": "welfare.web.commands.jobs:jobs",
    "retention": "welfare.web.commands.retention:retention",
    "roster": "welfare.web.commands.roster:roster",
    "routes": "welfare.web.commands.routes:routes",
    "seed": "welfare.web.commands.seed:seed",
    "serve": "welfare.web.commands.serve:serve",
}
"""Where each command lives. Only the one called is loaded: the whole house takes seconds on a small machine."""


class LazyGroup(click.Group):
    """Commands that are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every name, sorted."""
        return sorted({*super().list_commands(ctx), *COMMANDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; None for a name that is none."""
        place = COMMANDS.get(cmd_name)
        if place is None:
            return super().get_command(ctx, cmd_name)
        module, _, name = place.partition(":")
        gc.disable()  # loading makes many things and no rubbish: looking for it would take a seventh of the time
        command: click.Command = getattr(import_module(module), name)
        gc.enable()
        return command


@click.group(cls=LazyGroup)
@click.version_option(package_name="welfare")
def main() -> None:
    """Student-welfare case coordination. WELFARE_INSTANCE and DATABASE_URL say which instance a command works on."""
    os.umask(0o077)  # what a command writes is for its own user alone
