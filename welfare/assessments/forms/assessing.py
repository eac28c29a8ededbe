"""Starting an assessment, asking more people, and concluding it."""

from collections.abc import Iterable
from datetime import timedelta

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.journal.forms.texts import EntryText
from welfare.ui.fields import Checkbox, Checkboxes, DateText, Option, Select
from welfare.ui.forms import PageForm

LONGEST_AIM, LONGEST_CONCLUSION = 2000, 10_000
USUAL_TIME, LONGEST_TIME = timedelta(days=14), timedelta(days=366)


class AskForm(PageForm):
    """Who is asked. Each sees the own questions alone."""

    asked = Checkboxes(
        _l("Who is asked?"),
        hint=_l(
            "Members of the group, the pupil and the guardians. Each gets a task and sees no other answers. Another "
            "teacher or worker of the school is offered to the responsible person once a written consent to disclose "
            "names that person."
        ),
        missing=_l("Choose at least one to be asked."),
    )

    def offer_people(self, people: Iterable[Option]) -> None:
        """Offer those who may be asked."""
        self.asked.offer(people)


class StartForm(AskForm):
    """One of the provider's processes, what it is for, and by when."""

    model = Select(_l("Which process?"), missing=_l("Choose the process."))
    aim = EntryText(
        _l("What should become clear?"),
        hint=_l("In words that the pupil would use."),
        missing=_l("Write what should become clear."),
        rows=3,
        limit=LONGEST_AIM,
    )
    due_on = DateText(_l("By when are the answers needed?"), width="date", missing=_l("Write the day."))

    def validate_due_on(self, field: DateText) -> None:
        """A day to come, within a year."""
        if self.today is None or field.data is None:
            return
        if field.data < self.today:
            raise ValidationError(_("The day has passed. Write a day that is to come."))
        if field.data - self.today > LONGEST_TIME:
            raise ValidationError(_("The day is more than a year away. Check the day."))


class ConcludeForm(PageForm):
    """What the group concludes. It becomes an entry of the journal."""

    conclusion = EntryText(
        _l("What does the group conclude?"),
        hint=_l("What is necessary to know: what goes well, what support is needed, what is done next."),
        missing=_l("Write the conclusion."),
        rows=8,
        limit=LONGEST_CONCLUSION,
    )
    with_answers = Checkbox(_l("Write the answers into the entry as well"), is_optional=True)
