"""Running the console script as an operator does, on a store of the test's own."""

import json
from typing import Any

from click.testing import CliRunner, Result

from tests.databases import Store
from welfare.web.cli import main


def environment(store: Store) -> dict[str, str | None]:
    """What the shell of such an installation has set."""
    names = ("WELFARE_PRODUCTION", "WELFARE_HTTPS", "ANCHORS", "WELFARE_KEY_FILE", "WELFARE_KEYS_URL", "PORT")
    unset: dict[str, str | None] = dict.fromkeys(names)
    return {**unset, "WELFARE_INSTANCE": str(store.instance), "DATABASE_URL": store.url}


def run(store: Store, *words: str, code: int = 0, **changes: str) -> Result:
    """Run `welfare` with these words; another exit code than 0 must be expected."""
    result = CliRunner().invoke(main, words, env={**environment(store), **changes})
    assert result.exit_code == code, f"{words} ended with {result.exit_code}: {result.stderr} {result.exception!r}"
    return result


def run_json(store: Store, *words: str) -> Any:  # noqa: ANN401 - whatever the command says
    """Run `welfare` and read the one JSON document that stands alone on stdout."""
    return json.loads(run(store, *words, "--json").stdout)
