"""The questions of the climate survey, shipped as data (data/climate.toml)."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from welfare.rules.climate import Audience


@dataclass(frozen=True, slots=True)
class Question:
    """One statement, in three languages."""

    code: str
    audience: frozenset[Audience]
    words: Mapping[str, str]


@lru_cache(maxsize=1)
def all_questions() -> Sequence[Question]:
    """Every question, in the order asked."""
    text = (files("welfare.indicators") / "data" / "climate.toml").read_text(encoding="utf-8")
    return tuple(
        Question(
            each["code"], frozenset(Audience(name) for name in each["audience"]), MappingProxyType(dict(each["words"]))
        )
        for each in tomllib.loads(text)["question"]
    )


def questions_for(audience: Audience) -> Sequence[Question]:
    """What these are asked."""
    return [each for each in all_questions() if audience in each.audience]
