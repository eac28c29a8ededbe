"""Parts of which the forms of the kinds are put together."""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from welfare.consents.words import ABILITY_WORDS, LACK_WORDS, LANGUAGE_WORDS, WAY_WORDS
from welfare.mail.addresses import BadAddressError, sendable
from welfare.rules.consent import Answer, WillLack
from welfare.ui.fields import Checkbox, ChoiceTiles, DateText, LongText, Option, Select, TextLine, enum_options
from welfare.ui.fields.drawn import Words

SHORT = 500
LONG = 4000


class Spoken:
    """How something was said."""

    given_on = DateText(_l("When was it said or signed?"), width="date", missing=_l("Write the day."))
    way = ChoiceTiles(_l("How?"), options=enum_options(WAY_WORDS), missing=_l("Choose how it was said."))
    language = ChoiceTiles(
        _l("In which language was it explained?"),
        options=[Option(code, words) for code, words in LANGUAGE_WORDS.items()],
        in_rows=True,
        missing=_l("Choose the language of the information text that was used."),
    )
    place = TextLine(_l("Place"), is_optional=True, width="mid")
    interpreter = TextLine(
        _l("Interpreter"), hint=_l("Name, if one was present. A pupil never interprets."), is_optional=True, width="mid"
    )
    note = LongText(_l("Anything else to remember about the answer"), is_optional=True, rows=2, limit=LONG)

    today: date | None

    def validate_given_on(self, field: DateText) -> None:
        """Nobody has answered in the future."""
        refuse_future(self.today, field)


class Answered:
    """Yes or no by somebody. The two look alike on purpose."""

    giver = ChoiceTiles(_l("Who answers?"), missing=_l("Choose who answers."))
    answer = ChoiceTiles(
        _l("The answer"),
        options=enum_options({Answer.GIVEN: _l("Gives consent"), Answer.REFUSED: _l("Does not consent")}),
        in_rows=True,
        missing=_l("Choose the answer that was given."),
    )


class Valid:
    """For how long a yes holds."""

    valid_from = DateText(
        _l("In force from"), hint=_l("Empty: from the day it was said."), is_optional=True, width="date"
    )
    valid_to = DateText(
        _l("In force until"), hint=_l("The last day. Empty: until the matter closes."), is_optional=True, width="date"
    )


class OnPaper:
    """The form that was signed."""

    paper_number = TextLine(
        _l("Number on the paper"),
        hint=_l("If a form of this house was signed: its number stands at the top."),
        is_optional=True,
        width="mid",
        limit=40,
    )


class Found:
    """The finding on ability, and LHL 5 § where another guardian is prevented."""

    ability = ChoiceTiles(
        _l("Can the pupil judge what the consent means?"),
        hint=_l("Needed when somebody answers in the pupil's place. A social or health professional assesses it."),
        options=enum_options(ABILITY_WORDS),
        is_optional=True,
    )
    ability_grounds = LongText(_l("On what grounds?"), is_optional=True, rows=2, limit=LONG)
    ability_assessor = Select(_l("Who assessed it?"), is_optional=True)
    ability_on = DateText(_l("When was it assessed?"), is_optional=True, width="date")
    prevented = Checkbox(
        _l("The other guardian is prevented from answering, and waiting would harm the pupil"), is_optional=True
    )
    prevented_reason = TextLine(_l("Why is the other guardian prevented?"), is_optional=True, limit=SHORT)

    today: date | None

    def validate_ability_grounds(self, field: LongText) -> None:
        """A finding is a finding with its grounds."""
        if self.ability.data is not None and not field.data:
            raise ValidationError(_("Write on what grounds the finding was made."))

    def validate_ability_assessor(self, field: Select) -> None:
        """Somebody made it."""
        if self.ability.data is not None and field.data is None:
            raise ValidationError(_("Choose who made the finding."))

    def validate_ability_on(self, field: DateText) -> None:
        """On some day, and not in the future."""
        if self.ability.data is not None and field.data is None:
            raise ValidationError(_("Write the day of the finding."))
        if field.data is not None and self.today is not None and field.data > self.today:
            raise ValidationError(_("The finding cannot be from the future. Check the day."))

    def validate_prevented_reason(self, field: TextLine) -> None:
        """LHL 5 § is an exception and says why."""
        if self.prevented.data and not field.data:
            raise ValidationError(_("Write why the other guardian cannot answer."))


def scope_asked(optional_words: Words = "") -> LongText:
    """The question of what a consent covers; a specific consent is none without it (OHL 19 § 2, 22 § 2)."""
    return LongText(
        _l("What may be talked about or given?"),
        hint=_l("Which information, and for what."),
        is_optional=True,
        optional_words=optional_words,
        rows=2,
        limit=LONG,
    )


def name_asked(label: Words) -> TextLine:
    """A name that may also be chosen among those named before; where there are none, the form asks for it."""
    return TextLine(
        label,
        is_optional=True,
        optional_words=_l("if nobody is chosen above"),
        missing=_l("Write the name, or choose somebody named before."),
        width="mid",
    )


class Specific:
    """What a consent covers and what it leaves out."""

    scope = scope_asked()
    excluded = LongText(_l("What may not be talked about?"), is_optional=True, rows=2, limit=LONG)


class NamesMember:
    """An expert of the school or of a service given there."""

    member = Select(_l("Who is asked to join?"), missing=_l("Choose the expert whom the consent names."))
    is_to_join = Checkbox(_l("Add to the group as soon as the consent holds"), is_optional=True, default=True)


class NamesOutsider:
    """Somebody whom the directory does not know: a partner, a relative, a recipient, a new provider."""

    outsider = Select(_l("Somebody named in this matter before"), blank=_l("Nobody, a new name"), is_optional=True)
    outsider_name = name_asked(_l("Name"))
    outsider_role = TextLine(_l("Task or relation to the pupil"), is_optional=True, width="mid")
    outsider_organisation = TextLine(_l("Organisation"), is_optional=True, width="mid")

    def validate_outsider_name(self, field: TextLine) -> None:
        """One of the two ways of naming is used."""
        if self.outsider.data is None and not field.data:
            raise ValidationError(str(field.missing))


class NamesReceiver(NamesOutsider):
    """Whoever is given information: somebody of the school who takes no part, or somebody whom it does not know."""

    member = Select(_l("Somebody at the school who is not in the group"), blank=_l("Nobody of them"), is_optional=True)
    outsider_name = TextLine(
        _l("Who receives the information?"),
        is_optional=True,
        optional_words=_l("if nobody is chosen above"),
        missing=_l("Write the name, or choose somebody above."),
        width="mid",
    )
    outsider_role = TextLine(_l("Task of the receiver"), is_optional=True, width="mid")

    def validate_outsider_name(self, field: TextLine) -> None:
        """One receiver is named, in one of the three ways."""
        if self.member.data is None:
            super().validate_outsider_name(field)
        elif field.data or self.outsider.data is not None:
            raise ValidationError(_("A consent names one receiver. Leave the name empty, or choose nobody above."))


class Mailed:
    """Where an outside participant, who has no account, is sent silent invitations; with that person's own leave."""

    outsider_email = TextLine(
        _l("The participant’s e-mail"),
        hint=_l(
            "For invitations to meetings: the mail tells the time and nothing else. Empty: you tell in another way."
        ),
        is_optional=True,
        width="mid",
        input_mode="email",
    )
    outsider_mail_agreed = Checkbox(_l("The participant agrees to get invitations at this address"), is_optional=True)

    def validate_outsider_email(self, field: TextLine) -> None:
        """One address that mail can go to."""
        if not field.data:
            return
        try:
            sendable(field.data)
        except BadAddressError:
            raise ValidationError(_("Write one e-mail address, as in name@example.org.")) from None

    def validate_outsider_mail_agreed(self, field: Checkbox) -> None:
        """The address is the participant's own."""
        if self.outsider_email.data and not field.data:
            raise ValidationError(_("Ask the participant first and tick the box, or leave the address out."))


def refuse_future(today: date | None, field: DateText) -> None:
    """Refuse a day that has not come yet in Finland. Raises ValidationError."""
    if field.data is not None and today is not None and field.data > today:
        raise ValidationError(str(LACK_WORDS[WillLack.DATE]))


def text_of(form: Any, *names: str) -> dict[str, str]:  # noqa: ANN401 - any form, for the fields it happens to have
    """The words of those fields that a form has and somebody has filled."""
    return {name: form[name].data for name in names if name in form and form[name].data}
