"""Rating goals by the levels that were described when they were set."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from flask_babel import lazy_gettext as _l

from welfare.journal.forms.texts import EntryText
from welfare.plans.content import GoalText
from welfare.plans.words import FEELING_WORDS, LEVEL_EASY, RATER_WORDS
from welfare.rules.goal_scaling import Level
from welfare.rules.goals import Feeling, Rater
from welfare.ui.fields import ChoiceTiles, DateText, Option, enum_options
from welfare.ui.formats import level_text
from welfare.ui.forms import PageForm

NOT_RATED: Final = "none"
NOT_SAID: Final = "none"


class RatingForm(PageForm):
    """Whose view it is, of which day, and a level of each goal. One's own view is of today and needs neither."""

    NUMBERS: tuple[int, ...] = ()

    rater = ChoiceTiles(_l("Whose rating is it?"), in_rows=True, missing=_l("Choose whose rating it is."))
    rated_on = DateText(_l("Of which day?"), missing=_l("Write the day of the rating."))
    feeling = ChoiceTiles(
        _l("How are you now?"),
        options=[*enum_options(FEELING_WORDS), Option(NOT_SAID, _l("I do not want to say"))],
        hint=_l("The group sees it in the plan, beside your rating."),
        is_optional=True,
    )
    note = EntryText(
        _l("Anything to add?"),
        hint=_l("What has helped, what has been hard."),
        is_optional=True,
        rows=3,
        limit=2000,
    )

    def offer_raters(self, raters: Iterable[Rater]) -> None:
        """Offer those whose view may be written down; how somebody is, one says oneself."""
        del self.feeling
        self.rater.offer(Option(rater, RATER_WORDS[rater]) for rater in raters)

    def is_own(self, goals: Mapping[int, GoalText], *, is_student: bool) -> None:
        """Ask for no more than one's own view of today, in words alone."""
        del self.rater, self.rated_on
        if not is_student:
            del self.feeling
        for number in self.NUMBERS:
            self.goal(number).offer(_in_words(goals[number]))

    def offer_goals(self, goals: Mapping[int, GoalText]) -> None:
        """Offer the levels of each goal in its own words; to leave a goal unrated is an answer as well."""
        for number in self.NUMBERS:
            self.goal(number).offer(_levels(goals[number]))
            self.goal(number).label.text = goals[number].title

    def goal(self, number: int) -> ChoiceTiles:
        """The answers about one goal."""
        field = self[f"goal_{number}"]
        if not isinstance(field, ChoiceTiles):
            raise KeyError(number)
        return field

    @property
    def goals(self) -> list[ChoiceTiles]:
        """The answers about all goals."""
        return [self.goal(number) for number in self.NUMBERS]

    @property
    def felt(self) -> Feeling | None:
        """How the student is, where it is asked and said."""
        said = self.feeling.data if "feeling" in self else None
        return said if isinstance(said, Feeling) else None

    @property
    def levels(self) -> dict[int, Level]:
        """The goals that are rated."""
        chosen = {number: self.goal(number).data for number in self.NUMBERS}
        return {number: level for number, level in chosen.items() if isinstance(level, Level)}


@lru_cache(maxsize=64)
def rating_form(numbers: tuple[int, ...]) -> type[RatingForm]:
    """The form that asks about these goals."""
    fields = {f"goal_{number}": ChoiceTiles(is_optional=True) for number in numbers}
    return type("NumberedRatingForm", (RatingForm,), {"NUMBERS": numbers, **fields})


def _levels(goal: GoalText) -> Iterable[Option]:
    yield from (Option(level, level_text(level), goal.level(level)) for level in sorted(Level, reverse=True))
    yield Option(NOT_RATED, _l("No rating now"))


def _in_words(goal: GoalText) -> Iterable[Option]:
    """What each level means for this goal comes first; a number says nothing to a child."""
    for level in sorted(Level, reverse=True):
        words = goal.level(level)
        yield Option(level, words, LEVEL_EASY[level]) if words else Option(level, LEVEL_EASY[level])
    yield Option(NOT_RATED, _l("No rating now"))
