"""What is typed to set a protection, to give it a later day, to end it, and to open an address."""

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, ValidationError

from welfare.non_disclosures.actions import SetProtection
from welfare.non_disclosures.words import REASON_WORDS, SOURCE_WORDS
from welfare.rules.non_disclosure import ProtectionSource
from welfare.ui.fields import Checkboxes, ChoiceTiles, CodeText, DateText, LongText, Option, enum_options
from welfare.ui.forms import PageForm

LONGEST = 1000


def _code() -> CodeText:
    return CodeText(
        _l("Six-digit code"),
        hint=_l("Open the authenticator app on your phone. The code changes every 30 seconds."),
        missing=_l("Write the code that the app shows."),
    )


class ProtectionForm(PageForm):
    """How it is known, how long, from whom, and who is covered with the pupil."""

    source = ChoiceTiles(
        _l("How is it known?"), options=enum_options(SOURCE_WORDS), missing=_l("Choose how it is known.")
    )
    begins_on = DateText(_l("Since"), missing=_l("Write since when it holds."))
    until_on = DateText(
        _l("Last day, if one has been told"),
        is_optional=True,
        optional_words=_l("needed for the population register"),
        hint=_l("Nothing ends by itself on this day: it brings a reminder."),
    )
    hidden_from = Checkboxes(
        _l("From whom is the pupil hidden?"),
        hint=_l("Everybody without a duty is kept from it in any case. Guardians you leave open are kept from it too."),
        is_optional=True,
    )
    household = Checkboxes(
        _l("Who lives in the same home?"),
        hint=_l("They are protected with the pupil, and a guardian chosen here sees the school as before."),
        is_optional=True,
    )
    words = LongText(
        _l("Which document was shown, and other details"),
        hint=_l("Write no address here."),
        is_optional=True,
        rows=3,
        limit=LONGEST,
    )
    code = _code()

    def offer(self, guardians: Sequence[Option], siblings: Sequence[Option]) -> None:
        """Offer the family."""
        self.hidden_from.offer(guardians)
        self.household.offer([*guardians, *siblings])

    def validate_begins_on(self, field: Field) -> None:
        """Not in the future."""
        if field.data and self.today and field.data > self.today:
            raise ValidationError(_("Write today or an earlier day: it works from the moment it is saved."))

    def validate_until_on(self, field: Field) -> None:
        """The register always tells one."""
        if field.data is None and self.source.data is ProtectionSource.POPULATION_REGISTER:
            raise ValidationError(_("Write the last day: the population register always tells one."))

    def validate_household(self, field: Field) -> None:
        """Nobody is both."""
        if set(field.data or ()) & set(self.hidden_from.data or ()):
            raise ValidationError(_("Nobody is hidden from whoever lives in the same home. Choose one of the two."))

    def to_command(self) -> SetProtection:
        """To be asked of a valid form."""
        return SetProtection(
            source=self.source.data,
            begins_on=self.begins_on.data,
            until_on=self.until_on.data,
            hidden_from=tuple(self.hidden_from.data),
            household=tuple(self.household.data),
            words=self.words.data,
        )


class RenewalForm(PageForm):
    """A later day."""

    until_on = DateText(_l("New last day"), missing=_l("Write the new last day."))
    words = LongText(_l("How it is known"), is_optional=True, rows=2, limit=LONGEST)
    code = _code()


class EndForm(PageForm):
    """Why it may end."""

    words = LongText(
        _l("Why may it end?"),
        hint=_l("Whoever confirms it reads this."),
        missing=_l("Write why it may end."),
        rows=3,
        limit=LONGEST,
    )
    code = _code()


class ConfirmForm(PageForm):
    """The second person."""

    decision = ChoiceTiles(
        _l("Does the protection end?"),
        options=[
            Option("end", _l("Yes, it ends now")),
            Option("keep", _l("No, it stands as it is")),
        ],
        missing=_l("Choose one."),
    )
    code = _code()


class PlaceForm(PageForm):
    """For which duty an address is opened."""

    reason = ChoiceTiles(
        _l("For which duty do you need it?"), options=enum_options(REASON_WORDS), missing=_l("Choose the duty.")
    )
    code = _code()
