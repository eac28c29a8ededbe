"""Whom and what many tests begin with is made once for each kind of database, and copied for each of those tests.

A fixture that says ``@furnishes`` looks like any other. Before a test begins, the database that it gets is copied from
one in which all that its furnishing fixtures make stands already, together with the keys; the fixture itself hands out
what its function gave when it was made: a copy, so that no test meets what another one did to it.
"""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from graphlib import TopologicalSorter
from inspect import Parameter, Signature, signature
from typing import Any

import pytest

from tests.builders import Village
from tests.databases import Store
from welfare.audit.ledger import Ledger

Make = Callable[..., Any]


@dataclass(frozen=True)
class Wish:
    """What a test begins with: what makes it, and what the test's parameter changes about it."""

    name: str
    make: Make
    changes: Mapping[str, Any]

    @property
    def needs(self) -> list[str]:
        """The names of what must stand before."""
        return names_in(self.make)

    def __hash__(self) -> int:
        return hash((self.name, self.make, repr(self.changes)))


VILLAGE = Wish("village", Village.of, {})
Wishes = tuple[Wish, ...]


@dataclass(frozen=True, slots=True)
class Furnished(Store):
    """A test's own database and instance folder, and what was made in it."""

    things: Mapping[str, Any]

    def own_village(self, ledger: Ledger) -> Village:
        """The village, as the test's own application sees it."""
        made: Village = self.things[VILLAGE.name]
        return replace(made, ledger=ledger)

    def own(self, name: str, village: Village) -> Any:  # noqa: ANN401 - whatever the fixture gives
        """Something as it was made, as the test's own; where it held the village, it holds the test's."""
        return deepcopy(self.things[name], {id(self.things[VILLAGE.name]): village})


def furnishes(make: Make) -> Any:  # noqa: ANN401 - what pytest makes of a function
    """A fixture whose people and things lie in the database from which the test's own is copied.

    It may need ``village`` and other fixtures that furnish. Keywords that it takes come from the test's parameter.
    What it gives consists of plain values and the village: it may hold no application and nobody's browser.
    """

    def found(store: Furnished, village: Village, **_others: object) -> Any:  # noqa: ANN401 - what the function gives
        return store.own(make.__name__, village)

    names = dict.fromkeys(["store", VILLAGE.name, *names_in(make)])
    found.__signature__ = Signature([Parameter(name, Parameter.KEYWORD_ONLY) for name in names])  # type: ignore[attr-defined]
    found.__name__, found.__doc__, found.__module__ = make.__name__, make.__doc__, make.__module__
    found.furnishes = make  # type: ignore[attr-defined]
    return pytest.fixture(found)


def names_in(make: Make) -> list[str]:
    """What a function asks for by name."""
    return [each.name for each in signature(make).parameters.values() if each.kind is not Parameter.VAR_KEYWORD]


def wishes_of(request: pytest.FixtureRequest) -> Wishes:
    """What the fixtures of a test furnish, each after what it needs."""
    known = request.node._fixtureinfo.name2fixturedefs  # pytest tells the names of fixtures, and not what they are
    if VILLAGE.name not in known:
        return ()
    changes = request.node.callspec.params
    makes = {name: getattr(chosen[-1].func, "furnishes", None) for name, chosen in known.items()}
    wishes = {name: Wish(name, make, changes.get(name, {})) for name, make in makes.items() if make is not None}
    order = TopologicalSorter({name: wish.needs for name, wish in wishes.items()}).static_order()
    return (VILLAGE, *(wishes[name] for name in order if name in wishes))
