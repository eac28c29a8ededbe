"""What is typed at the rights desk."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, ValidationError

from welfare.datarights.actions import LogAsked
from welfare.datarights.asked import IdentityWay
from welfare.datarights.words import (
    ASKER_WORDS,
    IDENTITY_WORDS,
    LANGUAGE_WORDS,
    MANDATE_WORDS,
    REFUSAL_WORDS,
    SENT_WORDS,
)
from welfare.organisations.models import Organisation
from welfare.oversight.words import REGISTER_WORDS
from welfare.rules.log_requests import Asker, Mandate, looked_back_to, needs_special_reason, refusals_for
from welfare.rules.registers import Register
from welfare.ui.fields import Checkbox, ChoiceTiles, DateText, LongText, Option, Select, TextLine, enum_options
from welfare.ui.forms import PageForm
from welfare.ui.locale import current_locale

LANGUAGES = [Option(code, words) for code, words in LANGUAGE_WORDS.items()]
LONGEST = 4000


class SeekForm(PageForm):
    """A name, posted so that no address holds it; nothing is saved by it."""

    idempotency_key = None  # type: ignore[assignment]
    name = TextLine(_l("Name of the person"), missing=_l("Write a name."), limit=100)


class LogRequestForm(PageForm):
    """One request as it came."""

    name = TextLine(_l("Name of the person whom the log is about"), missing=_l("Write a name."), limit=200)
    register = Select(_l("Register"), missing=_l("Choose the register."))
    asker = ChoiceTiles(_l("Who asks?"), options=enum_options(ASKER_WORDS), missing=_l("Choose who asks."))
    guardian = Select(_l("Which guardian?"), is_optional=True, optional_words=_l("needed when a guardian asks"))
    asker_name = TextLine(
        _l("Name of whoever asks"),
        is_optional=True,
        optional_words=_l("needed when it is somebody else"),
        limit=200,
    )
    mandate = Select(
        _l("By what mandate?"),
        options=enum_options(MANDATE_WORDS),
        is_optional=True,
        optional_words=_l("for a representative, once it has been shown"),
    )
    identity_way = ChoiceTiles(
        _l("How was it made sure who asks?"),
        options=enum_options(IDENTITY_WORDS),
        missing=_l("Choose how it was made sure."),
    )
    received_on = DateText(_l("Came on"), missing=_l("Write the day on which the request came."))
    since_on = DateText(
        _l("First day of the log"), is_optional=True, hint=_l("Left empty, the log of two years is given.")
    )
    special_reason = LongText(
        _l("Special reason for older events"),
        is_optional=True,
        optional_words=_l("needed for events older than two years in a county’s register"),
        rows=2,
        limit=LONGEST,
    )
    words = LongText(_l("What is asked, in the asker’s words"), is_optional=True, rows=3, limit=LONGEST)
    wants_account = Checkbox(_l("An account of whether the use was lawful is asked for as well"), is_optional=True)
    language = ChoiceTiles(
        _l("Language of the answer"), options=LANGUAGES, in_rows=True, missing=_l("Choose a language.")
    )

    def offer(self, registers: Sequence[tuple[Organisation, Register]], guardians: Sequence[Option]) -> None:
        """Offer what this officer can receive for this person."""
        locale = current_locale()
        self.register.offer(
            Option(f"{each.id}:{kind.value}", f"{REGISTER_WORDS[kind]}, {each.name(locale)}")
            for each, kind in registers
        )
        self.guardian.offer(guardians)

    def validate_received_on(self, field: Field) -> None:
        """Not a day to come."""
        if self.today and field.data and field.data > self.today:
            raise ValidationError(_("The day has not come yet. Write the day on which the request came."))

    def validate_guardian(self, field: Field) -> None:
        """A guardian who asks is one of those in the directory."""
        if self.asker.data is Asker.REPRESENTATIVE and self.mandate.data is Mandate.GUARDIAN and not field.data:
            raise ValidationError(_("Choose the guardian who has given the mandate."))
        if self.asker.data is Asker.GUARDIAN and not field.data and not self.asker_name.data:
            raise ValidationError(_("Choose the guardian, or write the name below."))

    def validate_asker_name(self, field: Field) -> None:
        """A representative is named."""
        if self.asker.data is Asker.REPRESENTATIVE and not field.data:
            raise ValidationError(_("Write the name of whoever asks."))

    def validate_since_on(self, field: Field) -> None:
        """The first day is before the request."""
        if field.data and self.received_on.data and field.data > self.received_on.data:
            raise ValidationError(_("The first day is after the request. Write an earlier day."))

    def validate_special_reason(self, field: Field) -> None:
        """Rule 29."""
        if not (self.register.data and self.received_on.data):
            return
        register, since = self.chosen[1], self.since_on.data or looked_back_to(self.received_on.data)
        if needs_special_reason(register, since, self.received_on.data) and not field.data:
            raise ValidationError(_("Write the special reason, or choose a first day within two years."))

    @property
    def chosen(self) -> tuple[UUID, Register]:
        """The controller and the register. To be asked when one is chosen."""
        controller, _colon, register = self.register.data.partition(":")
        return UUID(controller), Register(register)

    @property
    def given_mandate(self) -> Mandate | None:
        """The mandate of a representative, where one has been shown."""
        return self.mandate.data if self.asker.data is Asker.REPRESENTATIVE else None

    @property
    def guardian_id(self) -> UUID | None:
        """The guardian who asks, or whose representative does."""
        is_theirs = self.asker.data is Asker.GUARDIAN or self.given_mandate is Mandate.GUARDIAN
        return self.guardian.data if is_theirs else None

    def asking(self, subject_id: UUID | None) -> dict[str, Any]:
        """Who asks, of which register, about whom. To be asked of a valid form."""
        controller_id, register = self.chosen
        return {
            "controller_id": controller_id,
            "register": register,
            "subject_id": subject_id,
            "name": self.name.data,
            "asker": self.asker.data,
            "asker_id": self.guardian_id,
            "asker_name": self.asker_name.data if self.asker.data is not Asker.ONESELF else "",
            "mandate": self.given_mandate,
            "identity_way": self.identity_way.data,
            "language": self.language.data,
            "received_on": self.received_on.data,
        }

    def to_command(self, subject_id: UUID | None) -> LogAsked:
        """The request. To be asked of a valid form."""
        return LogAsked(
            **self.asking(subject_id),
            since_on=self.since_on.data,
            special_reason=self.special_reason.data,
            words=self.words.data,
            wants_account=self.wants_account.data,
        )


class LooksOddForm(PageForm):
    """Whose log, and what looks odd, asked on the own pages."""

    register = ChoiceTiles(_l("Whose records do you ask about?"), missing=_l("Choose one."))
    words = LongText(
        _l("What looks odd?"),
        hint=_l("For example a name or a time that you did not expect. You can leave it empty."),
        is_optional=True,
        rows=3,
        limit=LONGEST,
    )


class IdentityForm(PageForm):
    """How it was made sure who asks."""

    way = ChoiceTiles(
        _l("How was it made sure who asks?"),
        options=[Option(way, words) for way, words in IDENTITY_WORDS.items() if way is not IdentityWay.NOT_SURE],
        missing=_l("Choose how it was made sure."),
    )


class ExtendForm(PageForm):
    """A longer time, and the reasons that the asker is told."""

    until = DateText(_l("New last day"), missing=_l("Write the new last day."))
    reasons = LongText(
        _l("Reasons"),
        hint=_l("They are told to the asker: why the request is complex, or how many there are."),
        missing=_l("Write the reasons."),
        rows=3,
        limit=LONGEST,
    )


class MandateForm(PageForm):
    """By what mandate a representative asks."""

    mandate = ChoiceTiles(
        _l("What has been shown?"), options=enum_options(MANDATE_WORDS), missing=_l("Choose what has been shown.")
    )
    guardian = Select(_l("Which guardian?"), is_optional=True, optional_words=_l("needed for a guardian’s mandate"))

    def validate_guardian(self, field: Field) -> None:
        """A guardian's mandate is one of those in the directory."""
        if self.mandate.data is Mandate.GUARDIAN and not field.data:
            raise ValidationError(_("Choose the guardian who has given the mandate."))

    @property
    def giver_id(self) -> UUID | None:
        """The guardian who has given it."""
        return self.guardian.data if self.mandate.data is Mandate.GUARDIAN else None


class GrantForm(PageForm):
    """The decision to give it, with the account of lawfulness where one is asked for."""

    account = LongText(
        _l("Account of whether the use was lawful"),
        is_optional=True,
        optional_words=_l("needed when it is asked for"),
        hint=_l("Stands on the report, before the events."),
        rows=4,
        limit=LONGEST,
    )

    def asks_for(self, *, is_account_wanted: bool) -> bool:
        """Whether the account is there where it is wanted; the error stands at the field."""
        if is_account_wanted and not self.account.data:
            self.refuse("account", _("The account is asked for: write it."))
            return False
        return True


class RefusalForm(PageForm):
    """The decision not to give it."""

    why = ChoiceTiles(_l("Ground"), missing=_l("Choose the ground."))
    grounds = LongText(
        _l("Grounds in words"),
        hint=_l("Stand on the decision. Tell nothing of the register here that the ground protects."),
        missing=_l("Write the grounds."),
        rows=4,
        limit=LONGEST,
    )

    def offer(self, register: Register) -> None:
        """The grounds that the register knows."""
        self.why.offer(Option(ground, REFUSAL_WORDS[ground]) for ground in refusals_for(register))


class SendForm(PageForm):
    """That the answer went."""

    on = DateText(_l("Sent on"), missing=_l("Write the day."))
    by = ChoiceTiles(_l("How?"), options=enum_options(SENT_WORDS), missing=_l("Choose how it went."))

    def validate_on(self, field: Field) -> None:
        """Not a day to come."""
        if self.today and field.data and field.data > self.today:
            raise ValidationError(_("The day has not come yet. Write the day on which it went."))
