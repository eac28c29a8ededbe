"""The forms of the gallery: one field of each kind."""

from enum import Enum

from flask_babel import lazy_gettext as _l

from welfare.ui.fields import (
    Checkbox,
    Checkboxes,
    ChoiceTiles,
    CodeText,
    DateText,
    LongText,
    Option,
    PasswordText,
    Select,
    TextLine,
    TimeText,
    Upload,
    WholeNumber,
    enum_options,
)
from welfare.ui.forms import PageForm, RevisedForm


class Urgency(Enum):
    """Two answers, as an enum of a room would give them."""

    URGENT = "urgent"
    ORDINARY = "ordinary"


class EveryField(PageForm):
    """One field of each kind."""

    student = Select(_l("Pupil"), hint=_l("Only the pupils of your own groups"), missing=_l("Choose the pupil"))
    urgency = ChoiceTiles(
        _l("Is it urgent?"),
        options=enum_options({Urgency.URGENT: _l("Yes"), Urgency.ORDINARY: _l("No")}, {Urgency.URGENT: _l("Today")}),
        in_rows=True,
        missing=_l("Choose whether it is urgent"),
    )
    together = ChoiceTiles(_l("Together?"), options=[Option("yes", _l("Yes")), Option("no", _l("No"))], in_rows=True)
    why_not = TextLine(_l("Why not?"), is_optional=True, limit=100)
    story = LongText(_l("What is it about?"), limit=500, missing=_l("Say what it is about"))
    told_on = DateText(_l("When was the pupil told?"), is_optional=True)
    meets_at = TimeText(_l("At what time?"), is_optional=True)
    size = WholeNumber(_l("How many?"), least=1, most=30, is_optional=True)
    topics = Checkboxes(_l("Topics"), options=[Option(1, _l("Sleep")), Option(2, _l("Friends"))], is_optional=True)
    read = Checkbox(_l("I have read this"), missing=_l("Tick that you have read this"))


class SignIn(PageForm):
    """The sign-in fields."""

    username = TextLine(_l("User name"), autocomplete="username")
    password = PasswordText(_l("Password"))
    code = CodeText(_l("Code of six digits"), is_optional=True)


class Merge(RevisedForm):
    """The merged text of two writers."""

    text = LongText(_l("The merged text"), rows=6)


class Send(PageForm):
    """A file."""

    file = Upload(_l("Roster file"), accept=".zip")
