"""An entry of a tally, a version of the steps, a worker of the list."""

from functools import cache
from typing import cast

from flask_babel import lazy_gettext as _l

from welfare.communal.guard import GuardedForm
from welfare.communal.years import SEASON_WORDS
from welfare.programmes.actions import NewEntry
from welfare.programmes.forms.asking import answers_in, fields_of
from welfare.programmes.kinds import KINDS, Tally
from welfare.programmes.models import LONGEST_TEXT
from welfare.rules.programmes import ProgrammeKind
from welfare.ui.fields import ChoiceTiles, DateText, LongText, Select, enum_options
from welfare.ui.forms import PageForm, RevisedForm


class EntryForm(PageForm):
    """How many, in which term, and what the tally asks besides."""

    tally: Tally
    season = ChoiceTiles(
        _l("In which term?"), options=enum_options(SEASON_WORDS), in_rows=True, missing=_l("Choose the term.")
    )

    def to_entry(self) -> NewEntry:
        """What was answered."""
        answers = answers_in(self, self.tally.questions)
        count = int(answers.pop(self.tally.measure.code, 0))
        return NewEntry(tally=self.tally.code, season=self.season.data, answers=answers, count=count)


@cache
def entry_form(kind: ProgrammeKind, code: str) -> type[EntryForm] | None:
    """The form of one tally of a kind, if there is such a tally."""
    tally = KINDS[kind].tally(code)
    if tally is None:
        return None
    made = type(f"{kind.name.title()}{code.title()}Form", (EntryForm,), {"tally": tally, **fields_of(tally.questions)})
    return cast("type[EntryForm]", made)


class StepsForm(GuardedForm, RevisedForm):
    """The steps in both languages."""

    text_fi = LongText(
        _l("The steps in Finnish"),
        hint=_l("One step a line: who does what, and by when. Nobody is named here."),
        missing=_l("Write the steps in Finnish."),
        rows=8,
        limit=LONGEST_TEXT,
    )
    text_sv = LongText(
        _l("The steps in Swedish"), missing=_l("Write the steps in Swedish."), rows=8, limit=LONGEST_TEXT
    )


class StaffForm(PageForm):
    """One of the staff, and since when."""

    account = Select(_l("Who?"), missing=_l("Choose one of the staff."))
    since = DateText(_l("Since when?"), missing=_l("Write the day."))
