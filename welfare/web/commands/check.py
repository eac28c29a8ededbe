"""`welfare check`: the configuration's self-test, with reasons."""

import sys
from dataclasses import asdict

import click

from welfare.web.commands.base import print_json, settings_from_environment
from welfare.web.findings import Weight
from welfare.web.fitness import look_at

_SIGNS = {Weight.GOOD: "ok     ", Weight.WARNING: "warning", Weight.REFUSAL: "REFUSED"}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
def check(*, as_json: bool) -> None:
    """Look at keys, database, anchors and transport; exit 1 when the instance must not be served."""
    findings = look_at(settings_from_environment())
    if as_json:
        print_json([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            click.echo(f"{_SIGNS[finding.weight]}  {finding.name:8} {finding.words}")
    if any(finding.weight is Weight.REFUSAL for finding in findings):
        click.echo("this instance must not be served", err=True)
        sys.exit(1)
