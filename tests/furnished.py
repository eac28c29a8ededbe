"""The instances in which stands what tests begin with: each is furnished when a test first wishes it, then copied."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from config.settings import Settings
from tests.clock import Clock
from tests.databases import Copies, Store
from tests.furnishing import Furnished, Wishes
from welfare.web.app import close, create_app

MOST_KEPT = 6
"""Tests come file by file, so what the last few began with is enough to keep."""
Rooms = Callable[[Path, Wishes], AbstractContextManager[Store]]
"""Copies, for the folders they are given, of an instance that is furnished as is wished."""


@dataclass(frozen=True)
class Template:
    """A furnished instance, and how it goes."""

    copies: Copies
    things: Mapping[str, Any]
    held: ExitStack


@contextmanager
def furnished_rooms(bare: Copies, folder: Path) -> Iterator[Rooms]:
    """Furnishes copies of an empty instance as tests wish it, and keeps the last few for others that wish the same."""
    kept: dict[Wishes, Template] = {}
    numbers = count()

    def template(wishes: Wishes) -> Template:
        made: dict[str, Any] = {}
        held = ExitStack()
        place = folder / str(next(numbers))
        copies = held.enter_context(bare.changed(place, lambda store: made.update(furnish(store, wishes))))
        return Template(copies, made, held)

    @contextmanager
    def copy(own: Path, wishes: Wishes) -> Iterator[Store]:
        if not wishes:
            with bare(own) as store:
                yield store
            return
        kept[wishes] = chosen = kept.pop(wishes, None) or template(wishes)
        if len(kept) > MOST_KEPT:
            kept.pop(next(iter(kept))).held.close()
        with chosen.copies(own) as store:
            yield Furnished(store.url, store.instance, chosen.things)

    try:
        yield copy
    finally:
        for each in kept.values():
            each.held.close()


def furnish(store: Store, wishes: Wishes) -> dict[str, Any]:
    """Make all that is wished, on the morning on which tests begin."""
    things: dict[str, Any] = {}
    app = create_app(Settings.from_env({"WELFARE_INSTANCE": str(store.instance), "DATABASE_URL": store.url}), Clock())
    for wish in wishes:
        known = {"app": app, **things}
        things[wish.name] = wish.make(**{name: known[name] for name in wish.needs}, **wish.changes)
    close(app)
    return things
