"""The sign-ins of a demonstration as a table for the terminal."""

from collections.abc import Sequence

import click

from welfare.web.seeding.cast import PASSWORD, Part

HEADINGS = ("Role", "Name", "User name", "Second factor (secret)")


def print_sign_ins(parts: Sequence[Part], port: int) -> None:
    """Who can sign in, and where; light enough to be printed at every start."""
    rows = [HEADINGS, *(_row(part) for part in parts)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADINGS))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    click.echo(f"Invented people, open at http://127.0.0.1:{port}\n")
    click.echo("\n".join((lines[0], "-" * len(lines[0]), *lines[1:])))
    click.echo(f"\nPassword of everybody: {PASSWORD}")
    click.echo("On the sign-in page a card for each of them lets you in at once. By user name and password, staff also")
    click.echo("need a code: give an authenticator app otpauth://totp/Demo:USERNAME?secret=SECRET.")


def _row(part: Part) -> tuple[str, str, str, str]:
    role = part.role.value.replace("_", " ").capitalize()
    return role, part.name, part.username, part.totp_secret if part.has_second_factor else "none needed"
