"""An idea in a form, and its next step."""

from collections.abc import Iterable

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.communal.guard import GuardedForm
from welfare.participation.actions import Step
from welfare.participation.models import LONGEST_TEXT, Idea
from welfare.participation.words import DECISION_WORDS, STEP_WORDS
from welfare.rules.participation import NEXT, Decision, IdeaLack
from welfare.ui.fields import ChoiceTiles, DateText, LongText, Option, Select, enum_options
from welfare.ui.forms import PageForm, RevisedForm

LACKING = {
    IdeaLack.DECISION: ("decision", _l("Choose what was decided.")),
    IdeaLack.ANSWER: ("answer_fi", _l("Write what the class is told, in Finnish or in Swedish.")),
    IdeaLack.ORDER: ("to", _l("This step cannot follow. Choose another.")),
}


class IdeaForm(PageForm):
    """What a class would like, without anybody's name."""

    text = LongText(
        _l("What would you like to be another way at school?"),
        hint=_l("Write about the school, not about somebody. Your name is not kept with the idea."),
        missing=_l("Write the idea."),
        rows=4,
        limit=LONGEST_TEXT,
    )


class ClassIdeaForm(GuardedForm):
    """An idea that a teacher brings from a class."""

    school_class = Select(_l("Which class?"), missing=_l("Choose the class."))
    text = LongText(
        _l("What does the class propose?"),
        hint=_l("In the class’s own words. Nobody is named here."),
        missing=_l("Write the idea."),
        rows=4,
        limit=LONGEST_TEXT,
    )

    def offer(self, classes: Iterable[Option]) -> None:
        """Let the class be one of these."""
        self.school_class.offer(classes)


class StepForm(GuardedForm, RevisedForm):
    """Where the idea goes next, and what the class is told in the end."""

    to = ChoiceTiles(_l("What is the next step?"), missing=_l("Choose the next step."))
    taken_on = DateText(_l("When?"), missing=_l("Write the day."))
    words = LongText(
        _l("What was said of it?"),
        hint=_l("For the staff; the class does not see it."),
        is_optional=True,
        rows=2,
        limit=LONGEST_TEXT,
    )
    decision = Select(
        _l("What was decided?"), options=enum_options(DECISION_WORDS), is_optional=True, blank=_l("Not yet")
    )
    answer_fi = LongText(_l("What is the class told? In Finnish"), is_optional=True, rows=3, limit=LONGEST_TEXT)
    answer_sv = LongText(_l("What is the class told? In Swedish"), is_optional=True, rows=3, limit=LONGEST_TEXT)

    def offer(self, idea: Idea) -> None:
        """Offer the steps that can follow."""
        self.to.offer(Option(state, STEP_WORDS[state]) for state in NEXT[idea.state])

    def validate_taken_on(self, field: DateText) -> None:
        """A step has been taken when it is told."""
        if field.data and self.today and field.data > self.today:
            raise ValidationError(_("The day lies in the future. Tell of a step when it has been taken."))

    def refuse_lack(self, lack: IdeaLack) -> None:
        """Say at its field what the step lacks."""
        name, words = LACKING[lack]
        self.refuse(name, str(words))

    def to_step(self) -> Step:
        """What was answered."""
        decision: Decision | None = self.decision.data
        return Step(
            to=self.to.data,
            taken_on=self.taken_on.data,
            words=self.words.data,
            decision=decision,
            answer_fi=self.answer_fi.data,
            answer_sv=self.answer_sv.data,
        )
