"""Step 2, told and together: with the student or why not, and who knows of it (OHL 16 §; rules 1 and 2)."""

from datetime import date
from enum import StrEnum

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from welfare.requests.forms.safety import SafetyForm
from welfare.requests.words import GUARDIAN_TOLD
from welfare.rules.requests import SenderKind
from welfare.rules.sending import GuardianTold
from welfare.ui.fields import ChoiceTiles, DateText, LongText, Option, TextLine, enum_options
from welfare.ui.forms import PageForm

_LONG = 4000
_LINE = 500


class Together(StrEnum):
    """Whether the request is made together with the student."""

    YES = "yes"
    NO = "no"


def _not_ahead(form: PageForm, day: date | None) -> None:
    if day is not None and form.today is not None and day > form.today:
        raise ValidationError(_("The day has not come yet. Write a day that has been"))


def _earlier_support() -> LongText:
    return LongText(
        _l("Earlier support"),
        hint=_l("What has been tried, and did it help?"),
        is_optional=True,
        limit=_LONG,
        rows=2,
    )


class StaffTellForm(PageForm):
    """Staff answer for the contact duty."""

    together = ChoiceTiles(
        _l("Are you making the request together with the pupil?"),
        hint=_l("The law takes it that the request is made together."),
        missing=_l("Choose whether you make the request together"),
        options=[Option(Together.YES, _l("Yes, together")), Option(Together.NO, _l("No"))],
        in_rows=True,
    )
    together_reason = TextLine(
        _l("Why not?"),
        hint=_l("The receiver gets the task of telling the pupil and offering a talk."),
        is_optional=True,
        optional_words=_l("if not together"),
        limit=_LINE,
    )
    student_told_on = DateText(_l("When was the pupil told?"), is_optional=True, optional_words=_l("if told"))
    guardian_told = ChoiceTiles(
        _l("Has the guardian been told?"),
        missing=_l("Choose whether the guardian has been told"),
        options=enum_options(
            GUARDIAN_TOLD,
            {
                GuardianTold.NOT_YET: _l("The receiver gets the task of telling the guardian"),
                GuardianTold.STUDENT_FORBIDS: _l(
                    "A social or health professional considers it. You do not tell the guardian before that"
                ),
            },
        ),
    )
    guardian_told_on = DateText(_l("When was the guardian told?"), is_optional=True, optional_words=_l("if told"))
    guardian_reason = TextLine(_l("Why has the guardian not been told?"), is_optional=True, limit=_LINE)
    wish = LongText(
        _l("What does the pupil wish?"),
        hint=_l("Write in the pupil's own words."),
        is_optional=True,
        limit=_LONG,
        rows=2,
    )
    earlier_support = _earlier_support()
    contact_way = TextLine(
        _l("Best time and way to be in touch"),
        hint=_l("For example after school, by message, not during mathematics"),
        is_optional=True,
        limit=_LINE,
    )

    def leave_guardian_out(self) -> None:
        """Of an adult student nobody's guardian is told."""
        del self.guardian_told, self.guardian_told_on, self.guardian_reason

    def validate_together_reason(self, field: TextLine) -> None:
        """Apart from the student: say why (rule 1)."""
        if self.together.data is Together.NO and not field.data:
            raise ValidationError(_("Write why the request was not made together"))

    def validate_student_told_on(self, field: DateText) -> None:
        """Nobody has been told tomorrow."""
        _not_ahead(self, field.data)

    def validate_guardian_told_on(self, field: DateText) -> None:
        """A guardian who has been told was told on a day."""
        _not_ahead(self, field.data)
        if self.guardian_told.data is GuardianTold.TOLD and field.data is None:
            raise ValidationError(_("Write the day when the guardian was told"))


class GuardianTellForm(SafetyForm):
    """A guardian says whether the child knows; nothing here can hold the request up."""

    together = ChoiceTiles(
        _l("Are you asking together with your child?"),
        hint=_l("If not, the receiver tells your child about the request."),
        options=[Option(Together.YES, _l("Yes, together")), Option(Together.NO, _l("No"))],
        in_rows=True,
        is_optional=True,
    )
    student_told_on = DateText(_l("When did you tell your child?"), is_optional=True, optional_words=_l("if you did"))
    wish = LongText(
        _l("What does your child wish?"),
        hint=_l("Write in your child's own words."),
        is_optional=True,
        limit=_LONG,
        rows=2,
    )
    earlier_support = _earlier_support()

    def validate_student_told_on(self, field: DateText) -> None:
        """Nobody has been told tomorrow."""
        _not_ahead(self, field.data)


class StudentTellForm(SafetyForm):
    """A student says what he or she wishes; nobody else is told of the request by it (OHL 18 § 3)."""

    guardian_told = ChoiceTiles(
        _l("Does your guardian know about this?"),
        hint=_l("Nobody tells your guardian that you have asked for help. You may say here what you think."),
        options=[
            Option(GuardianTold.TOLD, _l("Yes")),
            Option(GuardianTold.NOT_YET, _l("No, or I do not know")),
            Option(
                GuardianTold.STUDENT_FORBIDS,
                _l("I do not want my guardian to be told"),
                _l("A professional talks about it with you and considers your wish"),
            ),
        ],
        is_optional=True,
    )
    wish = LongText(_l("What would help you?"), is_optional=True, limit=_LONG, rows=3)

    def leave_guardian_out(self) -> None:
        """An adult student is asked of no guardian."""
        del self.guardian_told


TELL_FORMS: dict[SenderKind, type[PageForm]] = {
    SenderKind.STAFF: StaffTellForm,
    SenderKind.GUARDIAN: GuardianTellForm,
    SenderKind.STUDENT: StudentTellForm,
}
