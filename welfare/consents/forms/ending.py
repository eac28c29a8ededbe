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
from welfare.rules.prohibition import REVIEW_AFTER, REVIEW_AT_LATEST, Outcome
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

    outcome = ChoiceTiles(
        _l("Is the prohibition clearly against the pupil's interest?"),
        options=[
            Option(Outcome.GRANTED, _l("No: the prohibition comes into force")),
            Option(
                Outcome.PARTLY, _l("In part: it comes into force, and the guardian is told some things all the same")
            ),
            Option(Outcome.REFUSED, _l("Yes: the guardian is not left out")),
        ],
        missing=_l("Choose what you found."),
    )
    part = LongText(
        _l("What is the guardian told all the same?"),
        hint=_l("A person tells it: these pages show the guardian nothing of the matter."),
        is_optional=True,
        optional_words=_l("needed when it is granted in part"),
        rows=2,
        limit=LONG,
    )
    grounds = LongText(
        _l("On what grounds?"),
        hint=_l("Age, development, personal qualities and the nature of the matter."),
        missing=_l("Write the grounds of your assessment."),
        rows=4,
        limit=LONG,
    )
    told = LongText(
        _l("What do you tell the pupil?"),
        hint=_l("The decision and why, in easy words. The pupil reads this on the own page."),
        missing=_l("Tell the pupil what was decided and why."),
        rows=3,
        limit=LONG,
    )
    role = ChoiceTiles(_l("In which profession do you assess it?"), missing=_l("Choose the profession."))
    assessed_on = DateText(_l("When did you assess it?"), width="date", missing=_l("Write the day."))
    review_on = DateText(
        _l("When will it be looked at again?"),
        hint=_l(
            "At most a year ahead. The prohibition stays in force until it has been assessed anew or the pupil takes "
            "it back."
        ),
        is_optional=True,
        optional_words=_l("needed when it comes into force"),
        width="date",
    )

    def offer(self, professions: tuple[Role, ...]) -> None:
        """Offer the professions that the assessor holds at this school today."""
        self.role.offer([Option(role, ROLE_WORDS[role]) for role in professions])

    def suggest_new(self, on: date, professions: tuple[Role, ...]) -> None:
        """What a new form shows."""
        self.assessed_on.put(on)
        self.review_on.put(on + REVIEW_AFTER)
        self.role.put(professions[0] if professions else None)

    def validate_assessed_on(self, field: DateText) -> None:
        """An assessment has been made."""
        if self.today is not None and field.data is not None and field.data > self.today:
            raise ValidationError(_("The assessment cannot be from the future. Check the day."))

    def validate_part(self, field: LongText) -> None:
        """What is granted in part says which part."""
        if self.outcome.data is Outcome.PARTLY and not field.data:
            raise ValidationError(_("Write what the guardian is told all the same, or choose another answer."))

    def validate_review_on(self, field: DateText) -> None:
        """What comes into force is looked at again, after the assessment and within a year."""
        if self.outcome.data not in {Outcome.GRANTED, Outcome.PARTLY}:
            return
        if field.data is None:
            raise ValidationError(_("Write the day on which the interest is assessed anew."))
        made = self.assessed_on.data
        if made is not None and not made < field.data <= made + REVIEW_AT_LATEST:
            raise ValidationError(_("The review comes after the assessment, within a year. Check the day."))

    def to_command(self) -> AssessInterest:
        """The assessment."""
        return AssessInterest(
            role=self.role.data,
            assessed_on=self.assessed_on.data,
            is_clearly_against_interest=self.outcome.data is Outcome.REFUSED,
            is_partly=self.outcome.data is Outcome.PARTLY,
            review_on=self.review_on.data,
            grounds=self.grounds.data,
            told=self.told.data,
            part=self.part.data,
        )
