"""`welfare seed`: an empty instance filled with invented people, for tests and trials."""

import click

from config.settings import Settings
from welfare.web.app import close, utc_now
from welfare.web.commands.base import open_app
from welfare.web.commands.environment import print_json, progress, settings_from_environment
from welfare.web.seeding.bilingual import MOST_SCHOOLS
from welfare.web.seeding.document import Document, document_of
from welfare.web.seeding.opening import claim_empty, mark_finished, open_stage
from welfare.web.seeding.playing import play
from welfare.web.seeding.profiles import PROFILES, municipality_of

COUNTED = "municipality"


@click.command()
@click.option("--profile", type=click.Choice(sorted(PROFILES)), default="matrix", show_default=True)
@click.option(
    "--schools",
    type=click.IntRange(1, MOST_SCHOOLS),
    help="So many schools in an invented bilingual municipality, for the profile municipality.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document: people, sign-ins, cases, texts.")
def seed(*, profile: str, schools: int | None, as_json: bool) -> None:
    """Fill an empty instance with invented people; refuses one that holds anybody."""
    if schools is not None and profile != COUNTED:
        message = f"only the profile {COUNTED} can be told how many schools it has"
        raise click.UsageError(message)
    chosen = PROFILES[profile] if schools is None else municipality_of(schools)
    settings, now = settings_from_environment(), utc_now()
    with open_stage(settings, now, "seed") as stage:
        claim_empty(stage)
        made = document_of(stage, play(chosen, stage, now, progress))
        mark_finished(stage, profile)
    document: Document = {"profile": profile, **made, "urls": addresses(settings)}
    if as_json:
        print_json(document)
        return
    counts = ", ".join(f"{len(rows)} {name}" for name, rows in document.items() if isinstance(rows, list) and rows)
    click.echo(f"Seeded {profile}: {counts}. With --json every sign-in and text is printed, once.")


def addresses(settings: Settings) -> dict[str, str]:
    """Where one signs in, and where one lands."""
    app = open_app(settings)
    found = {rule.endpoint: rule.rule for rule in app.url_map.iter_rules()}
    close(app)
    return {"sign_in": found["accounts.sign_in"], "worklist": found["worklist.show"]}
