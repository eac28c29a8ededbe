"""What the teachers of a pupil are told to do in class."""

from collections.abc import Iterable

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.disclosures.actions.teacher_notes import TellTeachers
from welfare.journal.actions import NewEntry
from welfare.journal.forms.texts import EntryText
from welfare.rules.actors import Role
from welfare.rules.disclosure import DisclosureGround
from welfare.rules.journal import EntryKind
from welfare.rules.teacher_notes import LONGEST_DAYS, Period, TeacherNoteLack, what_the_period_lacks
from welfare.ui.fields import Checkbox, DateText
from welfare.ui.formats import date_text
from welfare.ui.forms import PageForm


class TeacherNoteForm(PageForm):
    """A note to teachers."""

    text = EntryText(
        _l("What is done in class?"),
        hint=_l("What the teachers do, in words that the pupil may read too. Never why, and nothing of the matter."),
        missing=_l("Write what is done in class."),
        rows=5,
        limit=2000,
    )
    looked_at = Checkbox(_l("I have looked at it once more: nothing tells the reason"), is_optional=True)
    begins_on = DateText(_l("From"), missing=_l("Write the first day."))
    ends_on = DateText(
        _l("To"),
        hint=_l("The note ends by itself after this day."),
        missing=_l("Write the last day."),
    )
    necessity = EntryText(
        _l("Why is it necessary for teaching?"),
        hint=_l("The journal keeps this. The teachers do not see it."),
        missing=_l("This ground allows only what is necessary. Write why it is."),
        rows=3,
        limit=1000,
    )
    hints: tuple[str, ...] = ()
    """What the writer should look at once more."""

    @property
    def period(self) -> Period:
        """Its days. To be asked when both are written."""
        return Period(self.begins_on.data, self.ends_on.data)

    def nudge(self, hints: Iterable[str]) -> bool:
        """Show hints, and stop where there are any and the writer has not said to have looked at them."""
        self.hints = tuple(hints)
        if not self.hints or self.looked_at.data:
            return False
        self.refuse("looked_at", _("Look at the text once more, and tick here when it tells no reason."))
        return True

    def validate(self, *args: object, **kwargs: object) -> bool:
        """Also: days that can stand."""
        is_valid = super().validate(*args, **kwargs)  # type: ignore[arg-type]  # WTForms' own
        if self.begins_on.data is None or self.ends_on.data is None or self.today is None:
            return is_valid
        words = {
            TeacherNoteLack.ENDS: _("The last day is before the first. Check the days."),
            TeacherNoteLack.PAST: _("The day is past. Write a day to come."),
            TeacherNoteLack.TOO_LONG: _("At most %(days)s days: then it is looked at anew.", days=LONGEST_DAYS),
        }
        lacks = what_the_period_lacks(self.period, self.today)
        for lack in lacks:
            self.refuse("ends_on", words[lack])
        return is_valid and not lacks

    def to_command(self, ground: DisclosureGround, office: Role, teachers: str) -> TellTeachers:
        """What is to be done; ``teachers`` tells who they are today."""
        days = _(
            "In force %(first)s–%(last)s", first=date_text(self.period.begins_on), last=date_text(self.period.ends_on)
        )
        document = {
            "what": f"{self.text.data}\n{days}",
            "to_whom": teachers,
            "ground": ground.value,
            "necessity": self.necessity.data,
            "question": "",
            "how": _("Note to teachers"),
        }
        entry = NewEntry(
            kind=EntryKind.DISCLOSURE,
            occurred_on=self.today or self.period.begins_on,
            office=office,
            document=document,
            replaces_draft=False,
        )
        return TellTeachers(entry=entry, text=self.text.data, period=self.period)
