"""The forms that follow an expression: taking a consent back, and assessing a prohibition."""

from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from welfare.accounts.words import ROLE_WORDS
from welfare.consents.actions import AssessInterest, WithdrawWill
from welfare.consents.forms.parts import LONG, SHORT, refuse_future, text_of
from welfare.consents.words import WAY_WORDS
from welfare.rules.actors import Role
from welfare.ui.fields import ChoiceTiles, DateText, LongText, Option, TextLine, enum_options
from welfare.ui.forms import PageForm


class WithdrawalForm(PageForm):
    """Nobody is asked why."""

    given_on = DateText(_l("When was it taken back?"), width="date", missing=_l("Write the day."))
    way = ChoiceTiles(_l("How?"), options=enum_options(WAY_WORDS), missing=_l("Choose how it was said."))
    place = TextLine(_l("Place"), is_optional=True, width="mid")
    extent = TextLine(_l("What was taken back?"), hint=_l("Empty: the whole consent."), is_optional=True, limit=SHORT)

    def validate_given_on(self, field: DateText) -> None:
        """Nobody has taken it back in the future."""
        refuse_future(self.today, field)

    def allows(self, *, is_in_force: bool) -> bool:
        """Say so when there is nothing to take back any more."""
        if not is_in_force:
            self.refuse(None, _("This is not in force any more: it has been taken back, replaced or has ended."))
        return is_in_force

    def refuse_day(self) -> None:
        """Say why the day cannot be."""
        self.refuse("given_on", _("It is taken back after it was given and not in the future. Check the day."))

    def to_command(self) -> WithdrawWill:
        """The withdrawal."""
        return WithdrawWill(given_on=self.given_on.data, way=self.way.data, words=text_of(self, "place", "extent"))


class AssessmentForm(PageForm):
    """Whether shutting a guardian out is clearly against the minor's interest."""

    is_against = ChoiceTiles(
        _l("Is the prohibition clearly against the pupil's interest?"),
        options=[
            Option("no", _l("No: the prohibition comes into force")),
            Option("yes", _l("Yes: the guardian is not left out")),
        ],
        missing=_l("Choose what you found."),
    )
    grounds = LongText(
        _l("On what grounds?"),
        hint=_l("Age, development, personal qualities and the nature of the matter."),
        missing=_l("Write the grounds of your assessment."),
        rows=4,
        limit=LONG,
    )
    role = ChoiceTiles(_l("In which profession do you assess it?"), missing=_l("Choose the profession."))
    assessed_on = DateText(_l("When did you assess it?"), width="date", missing=_l("Write the day."))
    review_on = DateText(
        _l("When will it be looked at again?"),
        hint=_l("The prohibition stays in force until it has been assessed anew or the pupil takes it back."),
        is_optional=True,
        width="date",
    )

    def offer(self, professions: tuple[Role, ...]) -> None:
        """Offer the professions that the assessor holds at this school today."""
        self.role.offer([Option(role, ROLE_WORDS[role]) for role in professions])

    def suggest_new(self, on: date, professions: tuple[Role, ...]) -> None:
        """What a new form shows."""
        self.assessed_on.put(on)
        self.role.put(professions[0] if professions else None)

    def validate_assessed_on(self, field: DateText) -> None:
        """An assessment has been made."""
        if self.today is not None and field.data is not None and field.data > self.today:
            raise ValidationError(_("The assessment cannot be from the future. Check the day."))

    def validate_review_on(self, field: DateText) -> None:
        """A review lies ahead of the assessment."""
        if field.data is not None and self.assessed_on.data is not None and field.data <= self.assessed_on.data:
            raise ValidationError(_("The review comes after the assessment. Check the day."))

    def to_command(self) -> AssessInterest:
        """The assessment."""
        return AssessInterest(
            role=self.role.data,
            assessed_on=self.assessed_on.data,
            is_clearly_against_interest=self.is_against.data == "yes",
            review_on=self.review_on.data,
            grounds=self.grounds.data,
        )
