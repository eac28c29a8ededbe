"""What a year of communal work holds at first: the shipped template, in three languages (COM §3)."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.annual_clock import Bearer
from welfare.rules.unit_types import OF_PUPILS, UnitType


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateTask:
    """One task as it is shipped."""

    key: str
    at: frozenset[OrganisationKind]
    of: frozenset[UnitType]
    """In which units, among schools; a task that does not say is of pupils, wherever they are."""
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
            of=frozenset(UnitType(each) for each in row.get("of", OF_PUPILS)),
            month=row["month"],
            day=row.get("day"),
            owner=Bearer(row["owner"]),
            words={language: row[language] for language in ("fi", "sv", "en")},
        )
        for row in tomllib.loads(text)["task"]
    )


def template_for(unit: Organisation) -> Sequence[TemplateTask]:
    """What a unit begins with: the tasks of its level and, of a school that has told what it gives, of its type."""
    tasks = [task for task in template_tasks() if unit.kind in task.at]
    if unit.unit_type is None:
        return [task for task in tasks if task.of & set(OF_PUPILS)]
    return [task for task in tasks if unit.unit_type in task.of]


@cache
def words_of(key: str) -> Mapping[str, str]:
    """The words of a shipped task; nothing for one that is shipped no more."""
    return next((task.words for task in template_tasks() if task.key == key), {})
