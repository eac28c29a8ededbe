"""What a version's sealed document holds: the texts of its parts, its goals with their measures, and who agreed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from welfare.audit.gap import Gap, GapDocument
from welfare.rules.goal_scaling import Level
from welfare.rules.plans import Agreed, Heard, PlanPart

Document = Mapping[str, Any]
NO_LEVELS = ("",) * len(Level)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureText:
    """One measure. ``place`` is its place in the school day."""

    number: int
    what: str = ""
    by: str = ""
    followed_by: str = ""
    place: str = ""
    starts_on: date | None = None
    until: date | None = None

    @property
    def is_used(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.what or self.by or self.followed_by or self.place or self.starts_on or self.until)

    @property
    def document(self) -> dict[str, Any]:
        """As the version keeps it."""
        words = {name: getattr(self, name) for name in ("number", "what", "by", "followed_by", "place")}
        return words | {"starts_on": _kept(self.starts_on), "until": _kept(self.until)}

    @classmethod
    def of(cls, document: Document) -> "MeasureText":
        """From what a version keeps."""
        return cls(**{**document, "starts_on": _day(document["starts_on"]), "until": _day(document["until"])})


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalText:
    """One goal. ``levels`` go from what is much less than expected to what is much more."""

    number: int
    title: str = ""
    start: str = ""
    """Where things stand when the goal is set."""
    weight: int = 1
    levels: tuple[str, ...] = NO_LEVELS
    measures: tuple[MeasureText, ...] = ()

    @property
    def is_used(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.title or self.start or any(self.levels) or self.measures)

    def level(self, level: Level) -> str:
        """How a level was described."""
        return self.levels[list(Level).index(level)]

    @property
    def document(self) -> dict[str, Any]:
        """As the version keeps it."""
        words = {name: getattr(self, name) for name in ("number", "title", "start", "weight")}
        return words | {"levels": list(self.levels), "measures": [each.document for each in self.measures]}

    @classmethod
    def of(cls, document: Document) -> "GoalText":
        """From what a version keeps."""
        measures = tuple(MeasureText.of(each) for each in document["measures"])
        return cls(**{**document, "levels": tuple(document["levels"]), "measures": measures})


@dataclass(frozen=True, slots=True)
class AgreedText:
    """Somebody who agreed, and how; ``line`` tells in which place of the form it stands."""

    line: int
    name: str
    how: Agreed | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanText:
    """A whole version, opened."""

    words: Mapping[PlanPart, str] = field(default_factory=lambda: MappingProxyType({}))
    heard: Heard | None = None
    goals: tuple[GoalText, ...] = ()
    agreed: tuple[AgreedText, ...] = ()

    @property
    def document(self) -> dict[str, Any]:
        """As the version keeps it."""
        return {
            **{part.value: self.words.get(part, "") for part in PlanPart},
            "heard": self.heard.value if self.heard else "",
            "goals": [goal.document for goal in self.goals],
            "agreed": [{"name": each.name, "how": each.how.value if each.how else ""} for each in self.agreed],
        }

    @classmethod
    def of(cls, document: Document) -> "PlanText":
        """From what a version keeps; one that cannot be opened has a gap for every text, and no goals."""
        words = {part: document[part.value] for part in PlanPart}
        if isinstance(document, GapDocument):
            return cls(words=words)
        return cls(
            words=words,
            heard=Heard(document["heard"]) if document["heard"] else None,
            goals=tuple(GoalText.of(each) for each in document["goals"]),
            agreed=tuple(
                AgreedText(line, each["name"], Agreed(each["how"])) for line, each in enumerate(document["agreed"], 1)
            ),
        )

    @property
    def is_broken(self) -> bool:
        """Whether it could not be opened."""
        return any(isinstance(text, Gap) for text in self.words.values())

    def goal(self, number: int) -> GoalText | None:
        """A goal by its number, if it stands in this version."""
        return next((goal for goal in self.goals if goal.number == number), None)


def _kept(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(kept: str) -> date | None:
    return date.fromisoformat(kept) if kept else None
