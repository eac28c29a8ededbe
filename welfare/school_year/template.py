"""What a year of communal work holds at first: the shipped template, in three languages (COM §3)."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from welfare.organisations.models import OrganisationKind
from welfare.rules.annual_clock import Bearer


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateTask:
    """One task as it is shipped."""

    key: str
    at: frozenset[OrganisationKind]
    month: int
    day: int | None
    owner: Bearer
    words: Mapping[str, str]
    """By language: fi, sv, en."""


@cache
def template_tasks() -> Sequence[TemplateTask]:
    """Every shipped task, in the order of the file."""
    text = files("welfare.school_year").joinpath("data", "clock.toml").read_text(encoding="utf-8")
    return tuple(
        TemplateTask(
            key=row["key"],
            at=frozenset(OrganisationKind(kind) for kind in row["at"]),
            month=row["month"],
            day=row.get("day"),
            owner=Bearer(row["owner"]),
            words={language: row[language] for language in ("fi", "sv", "en")},
        )
        for row in tomllib.loads(text)["task"]
    )


def template_for(kind: OrganisationKind) -> Sequence[TemplateTask]:
    """What a unit of this kind begins with."""
    return [task for task in template_tasks() if kind in task.at]


@cache
def words_of(key: str) -> Mapping[str, str]:
    """The words of a shipped task; nothing for one that is shipped no more."""
    return next((task.words for task in template_tasks() if task.key == key), {})
