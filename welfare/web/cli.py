"""The console script `welfare`."""

import click

from welfare.web.commands.check import check
from welfare.web.commands.routes import routes
from welfare.web.commands.serve import serve


@click.group()
@click.version_option(package_name="welfare")
def main() -> None:
    """Student-welfare case coordination. WELFARE_INSTANCE and DATABASE_URL say which instance a command works on."""


for command in (serve, routes, check):
    main.add_command(command)
