"""Beginning a climate survey, finding it by code, and answering it."""

import re
from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from welfare.communal.guard import GuardedForm
from welfare.indicators.actions import BeginSurvey
from welfare.indicators.models.climate import LONGEST_GROUP
from welfare.indicators.questions import Question
from welfare.indicators.words import AUDIENCE_WORDS, GRADE_WORDS
from welfare.rules.climate import LARGEST_CLASS, LEAST_ASKED, SeatsLack, is_possible_end, what_blocks_seats
from welfare.ui.fields import ChoiceTiles, CodeText, DateText, LongText, Option, enum_options
from welfare.ui.forms import PageForm
from welfare.ui.locale import current_locale

GROUP = re.compile(r"(?P<name>.*[^\s;,])[\s;,]+(?P<seats>[1-9][0-9]{0,2})")
MOST_GROUPS, MOST_SEATS, LONGEST_GROUPS = 60, 500, 4000


class SurveyForm(GuardedForm):
    """Who is asked, until when, in which groups."""

    audience = ChoiceTiles(
        _l("Who is asked?"), options=enum_options(AUDIENCE_WORDS), missing=_l("Choose who is asked.")
    )
    closes_on = DateText(_l("Last day to answer"), missing=_l("Write the last day to answer."))
    groups = LongText(
        _l("Groups"),
        hint=_l(
            "One on each line and how many are in it: 8A 22. Each gets its own code; answers are counted together. "
            "Write no more places than there are people: "
            "whoever filled the free ones could find out the others’ answers."
        ),
        missing=_l("Write at least one group."),
        rows=6,
        limit=LONGEST_GROUPS,
    )

    def validate_closes_on(self, field: DateText) -> None:
        """Not yesterday, and not so far that nobody waits for it."""
        if field.data is not None and self.today is not None and not is_possible_end(self.today, field.data):
            raise ValidationError(_("Write a day from today to two months ahead."))

    def validate_groups(self, field: LongText) -> None:
        """Every line is a group."""
        lines = [line.strip() for line in field.data.splitlines() if line.strip()]
        wrong = next((line for line in lines if not _is_group(line)), None)
        if wrong is not None:
            raise ValidationError(
                _("Write the group and how many are in it, as 8A 22: %(line)s", line=wrong[:LONGEST_GROUP])
            )
        if len(lines) > MOST_GROUPS:
            raise ValidationError(_("Write at most %(most)s groups.", most=MOST_GROUPS))
        lack = what_blocks_seats(self.audience.data, [seats for _name, seats in self._groups()])
        if lack is not None:
            raise ValidationError(_lacking(lack))

    def to_command(self) -> BeginSurvey:
        """What was typed."""
        return BeginSurvey(audience=self.audience.data, closes_on=self.closes_on.data, groups=self._groups())

    def _groups(self) -> Sequence[tuple[str, int]]:
        found = [GROUP.fullmatch(line.strip()) for line in self.groups.data.splitlines() if line.strip()]
        return [(each["name"], int(each["seats"])) for each in found if each is not None]


class CodeForm(PageForm):
    """The code of the group."""

    code = CodeText(_l("Code"), digits=None, hint=_l("Your teacher gives it."), missing=_l("Write the code."))


def answer_form(questions: Sequence[Question]) -> PageForm:
    """A field for each question. They are called secret: no draft keeps an answer."""
    locale, options = current_locale(), [Option(grade, words) for grade, words in GRADE_WORDS.items()]
    fields: dict[str, Any] = {
        f"secret_{each.code}": ChoiceTiles(
            each.words[locale],
            options=options,
            in_rows=True,
            missing=_("Choose one of the five: %(question)s", question=each.words[locale]),
        )
        for each in questions
    }
    kind: type[PageForm] = type("AnswerForm", (PageForm,), fields)
    return kind()


def _lacking(lack: SeatsLack) -> str:
    if lack is SeatsLack.MANY:
        return _("No class has more than %(most)s pupils. Write how many are in each.", most=LARGEST_CLASS)
    return _(
        "There are fewer than %(least)s people in the groups, and of so few nothing is shown. "
        "Ask more groups together.",
        least=LEAST_ASKED,
    )


def _is_group(line: str) -> bool:
    found = GROUP.fullmatch(line)
    return found is not None and len(found["name"]) <= LONGEST_GROUP and int(found["seats"]) <= MOST_SEATS
