"""What is typed into the file of a breach."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, ValidationError

from welfare.breaches.actions import Learnt, OpenBreach, Tell
from welfare.breaches.words import KIND_WORDS, RISK_WORDS, TELLING_WORDS
from welfare.ui.fields import (
    ChoiceTiles,
    DateText,
    LongText,
    Option,
    TextLine,
    TimeText,
    WholeNumber,
    enum_options,
)
from welfare.ui.forms import PageForm
from welfare.ui.locale import LOCALES

LONGEST = 4000


class OpenBreachForm(PageForm):
    """What happened."""

    kind = ChoiceTiles(_l("What happened to the data?"), options=enum_options(KIND_WORDS), missing=_l("Choose one."))
    risk = ChoiceTiles(
        _l("How bad may it become?"),
        hint=_l("A risk is told to the authority within 72 hours; a high risk also to those concerned."),
        options=enum_options(RISK_WORDS),
        missing=_l("Choose one."),
    )
    what = LongText(_l("What happened, in words"), missing=_l("Write what happened."), rows=3, limit=LONGEST)
    effects = LongText(
        _l("What may come of it for those concerned"), missing=_l("Write what may come of it."), rows=2, limit=LONGEST
    )
    measures = LongText(
        _l("What has been done about it"), missing=_l("Write what has been done."), rows=2, limit=LONGEST
    )

    def to_command(self) -> OpenBreach:
        """To be asked of a valid form."""
        return OpenBreach(
            kind=self.kind.data,
            risk=self.risk.data,
            what=self.what.data,
            effects=self.effects.data,
            measures=self.measures.data,
        )


class LearntForm(OpenBreachForm):
    """What somebody has found, or told of: a paper, a mail, a call."""

    controller = ChoiceTiles(_l("Whose data is it?"), missing=_l("Choose one."))
    noticed_on = DateText(_l("Day on which it was noticed"), missing=_l("Write the day."))
    noticed_clock = TimeText(
        _l("Time of day"),
        hint=_l("When somebody of yours was first sure that it had happened. From then on the 72 hours run."),
        missing=_l("Write the time of day."),
    )
    since_on = DateText(_l("Since when"), is_optional=True, optional_words=_l("if it is known"))
    about_so_many = WholeNumber(
        _l("About how many people it concerns"), least=1, is_optional=True, optional_words=_l("if it is known")
    )

    def offer(self, controllers: Sequence[Option], now: datetime) -> None:
        """The controllers that the officer serves; most serve one."""
        self.now = now
        self.controller.offer(controllers)
        if not self.is_submitted():
            self.noticed_on.put(now.date())
            if len(controllers) == 1:
                self.controller.put(controllers[0].value)

    def validate_noticed_clock(self, field: Field) -> None:
        """Not a moment to come."""
        if self.noticed_on.data and field.data and self.noticed_at > self.now:
            raise ValidationError(_("The time has not come yet. Write when it was noticed."))

    def validate_since_on(self, field: Field) -> None:
        """It was noticed once it had begun."""
        if self.noticed_on.data and field.data and field.data > self.noticed_on.data:
            raise ValidationError(_("It was noticed before this day. Write the day on which it began."))

    @property
    def noticed_at(self) -> datetime:
        """The moment, in the time of Finland."""
        return datetime.combine(self.noticed_on.data, self.noticed_clock.data, self.now.tzinfo)

    def to_learnt(self) -> Learnt:
        """To be asked of a valid form."""
        since = self.since_on.data
        return Learnt(
            controller_id=self.controller.data,
            noticed_at=self.noticed_at,
            since=datetime.combine(since, time(), self.now.tzinfo) if since else None,
            about_so_many=self.about_so_many.data,
        )


class SeekPupilForm(PageForm):
    """A name, posted so that no address holds it; nothing is saved by it."""

    idempotency_key = None  # type: ignore[assignment]
    name = TextLine(_l("Name of the pupil"), missing=_l("Write the name."), limit=100)


class _TellForm(PageForm):
    """A decision about telling somebody."""

    telling = ChoiceTiles(_l("What was decided?"), options=enum_options(TELLING_WORDS), missing=_l("Choose one."))
    on = DateText(_l("Day"), missing=_l("Write the day."))

    def validate_on(self, field: Field) -> None:
        """Not a day to come."""
        if self.today and field.data and field.data > self.today:
            raise ValidationError(_("The day has not come yet. Write the day on which it was done or decided."))


class AuthorityForm(_TellForm):
    """The Data Protection Ombudsman."""

    reference = TextLine(
        _l("Reference of the authority"), is_optional=True, optional_words=_l("if it is known"), limit=60
    )
    words = LongText(
        _l("What was told, or why it is not told"),
        hint=_l("If it was told later than 72 hours after it was noticed, write why."),
        missing=_l("Write what was told, or why it is not told."),
        rows=3,
        limit=LONGEST,
    )

    def to_command(self) -> Tell:
        """To be asked of a valid form."""
        return Tell(
            telling=self.telling.data, on=self.on.data, words=self.words.data, reference=self.reference.data or ""
        )


class PeopleForm(_TellForm):
    """Those concerned."""

    words = LongText(
        _l("What those concerned are told, or why they are not told"),
        hint=_l(
            "What is told stands on the own pages of the pupil, and of the guardians who may know. Write plainly what "
            "happened, what may come of it, what has been done, and whom to ask. Name no place and nobody else."
        ),
        missing=_l("Write what those concerned are told, or why they are not told."),
        rows=4,
        limit=LONGEST,
    )
    in_fi = LongText(_l("The same in Finnish"), is_optional=True, rows=4, limit=LONGEST)
    in_sv = LongText(_l("The same in Swedish"), is_optional=True, rows=4, limit=LONGEST)
    in_en = LongText(_l("The same in English"), is_optional=True, rows=4, limit=LONGEST)

    def offer(self, language: str) -> None:
        """It is written in the officer's own language first."""
        self.language = language
        for code in LOCALES:
            if code == language:
                del self[f"in_{code}"]

    @property
    def others(self) -> Mapping[str, Field]:
        """The fields of the other languages."""
        return {code: self[f"in_{code}"] for code in LOCALES if f"in_{code}" in self}

    def to_command(self) -> Tell:
        """To be asked of a valid form."""
        return Tell(
            telling=self.telling.data,
            on=self.on.data,
            words=self.words.data,
            language=self.language,
            in_others={code: field.data for code, field in self.others.items() if field.data},
        )
