"""`welfare init`: an instance ready to be set up; called again, one brought to this release."""

import click
from sqlalchemy import select

from welfare.accounts.actions import make_set_up_code
from welfare.accounts.actions.set_up import CODE_LIVES
from welfare.accounts.models import Account
from welfare.rules.permissions import Permission
from welfare.web.app import utc_now
from welfare.web.commands.base import operators_work
from welfare.web.commands.environment import settings_from_environment
from welfare.web.commands.making import make_instance, open_ledger


@click.command()
def init() -> None:
    """Make the instance or migrate it; while there is no account, print a one-time set-up code."""
    settings = settings_from_environment()
    make_instance(settings)
    with open_ledger(settings, utc_now) as ledger, operators_work(ledger, Permission.SYSTEM_SET_UP) as work:
        has_accounts = work.session.scalars(select(Account.id).limit(1)).first() is not None
        code = None if has_accounts else make_set_up_code(work)
    if code is None:
        click.echo(f"The instance in {settings.instance} is ready; `welfare serve` serves it.")
        return
    click.echo(f"The instance in {settings.instance} is ready. One-time set-up code, shown only now:\n\n    {code}\n")
    minutes = int(CODE_LIVES.total_seconds() // 60)
    click.echo(f"Within {minutes} minutes: run `welfare serve`, open /set-up, and make the first administrator.")
    click.echo("Later, `welfare init` prints a new one.")
