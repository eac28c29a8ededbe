"""Names for invented people: given names that are borne, and family names of one family each while they last."""

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import cycle
from random import Random

LANGUAGES = ("fi", "fi", "sv", "fi", "uk", "fi", "fi", "sv", "fi", "so")
"""Mother tongues in the order in which families get them."""


class NameBook:
    """Gives names out in turn."""

    def __init__(self, rng: Random) -> None:
        given, stems, endings = (_table(name) for name in ("given", "stems", "endings"))
        self._given = {language: cycle(_shuffled(rng, names)) for language, names in given.items()}
        self._families = {
            language: cycle(_shuffled(rng, [stem + ending for stem in stems[language] for ending in endings[language]]))
            for language in stems
        }

    def family(self, language: str) -> str:
        """A family name; none comes again before all have come."""
        return next(self._families[language])

    def given(self, language: str) -> str:
        """A given name; none comes again before all have come."""
        return next(self._given[language])


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("welfare.web.seeding") / "names.toml").read_text(encoding="utf-8"))


def _table(name: str) -> dict[str, list[str]]:
    return {language: words.split() for language, words in _tables()[name].items()}


def _shuffled(rng: Random, names: list[str]) -> Iterator[str]:
    mixed = list(names)
    rng.shuffle(mixed)
    return iter(mixed)
