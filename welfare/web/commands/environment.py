"""What a command knows before anything heavy is loaded: settings of the environment, and how to say and refuse."""

import json
import os
import sys
from typing import NoReturn

import click

from config.settings import Settings, SettingsError


def settings_from_environment() -> Settings:
    """The settings of this process. Exits with 2 when one is malformed."""
    try:
        return Settings.from_env(os.environ)
    except SettingsError as error:
        refuse(str(error), code=2)


def refuse(reason: str, code: int = 1) -> NoReturn:
    """Say why on stderr and end."""
    click.echo(reason, err=True)
    sys.exit(code)


def progress(words: str) -> None:
    """Tell on stderr how far the work has come: stdout belongs to the result."""
    click.echo(words, err=True)


def print_json(document: object) -> None:
    """One JSON document on stdout."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True, default=str))
