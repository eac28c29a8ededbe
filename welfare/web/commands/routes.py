"""`welfare routes`: every route with what it needs, as the running application knows it."""

import click
from flask import Flask

from welfare.access.gate import Gate
from welfare.access.needs import Public
from welfare.web.commands.base import open_app, print_json, settings_from_environment


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
def routes(*, as_json: bool) -> None:
    """List method, path, endpoint, permission or public reason, subject kind and audit action."""
    rows = describe(open_app(settings_from_environment()))
    if as_json:
        print_json(rows)
        return
    for row in rows:
        click.echo(f"{row['method']:5} {row['path']:60} {row['permission'] or 'public: ' + str(row['public'])}")


def describe(app: Flask) -> list[dict[str, str | None]]:
    """The routes of an application, sorted by path and method."""
    gate: Gate = app.extensions["gate"]
    rows: list[dict[str, str | None]] = []
    for rule in app.url_map.iter_rules():
        passage = gate.passages[rule.endpoint]
        public = passage.needs.value if isinstance(passage.needs, Public) else None
        rows.extend(
            {
                "method": method,
                "path": rule.rule,
                "endpoint": rule.endpoint,
                "permission": None if public else passage.needs.value,
                "public": public,
                "subject": passage.subjects[-1][1].removesuffix("_id") if passage.subjects else None,
                "audit": f"public:{passage.needs.name.lower()}" if public else passage.needs.value,
            }
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
        )
    return sorted(rows, key=lambda row: (str(row["path"]), str(row["method"])))
