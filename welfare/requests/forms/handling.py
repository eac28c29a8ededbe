"""Forms of the one who handles a request. Each carries the revision its writer saw (RevisedForm)."""

from collections.abc import Iterable
from datetime import datetime

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from welfare.calendars.typed import typed_moment
from welfare.requests.actions.talks import TalkAt
from welfare.requests.words import ANSWERS, OUTCOME_NOTES, OUTCOMES, SERVICES, URGENCIES, WAYS
from welfare.rules.outcomes import Outcome, outcomes_open_to
from welfare.rules.requests import RequestState, SenderKind, Service
from welfare.rules.safe_contact import SafeContact
from welfare.rules.talks import ANSWERS as FOLLOWING
from welfare.rules.talks import TalkAnswer
from welfare.ui.fields import Checkbox, ChoiceTiles, DateText, LongText, Option, Select, TimeText, enum_options
from welfare.ui.forms import RevisedForm

_LONG = 2000
_LINE = 500
QUEUE = "queue"
"""The answer "back to the common queue" where others are colleagues and services."""
STANDS, FALLS = "stands", "falls"


class ClaimOverForm(RevisedForm):
    """Taking over what a colleague has claimed."""

    reason = LongText(_l("Why do you take it over?"), missing=_l("Write why you take it over"), limit=_LINE, rows=2)


class HandOverForm(RevisedForm):
    """To a colleague, to another service, or back to the queue."""

    to = ChoiceTiles(_l("Who goes on?"), missing=_l("Choose who goes on"))
    reason = LongText(_l("Why?"), missing=_l("Write why you hand it over"), limit=_LINE, rows=2)

    def offer_onward(self, colleagues: Iterable[Option], services: Iterable[Service]) -> None:
        """Offer colleagues (by account id), the other services and the queue."""
        others = [
            Option(service, SERVICES[service], _("Another register; your notes stay behind")) for service in services
        ]
        back = Option(QUEUE, _("Back to the queue of the service"))
        self.to.offer([*colleagues, back, *others])


class UrgencyForm(RevisedForm):
    """The professional's own finding on urgency."""

    urgency = ChoiceTiles(
        _l("How urgent is it?"), missing=_l("Choose how urgent it is"), options=enum_options(URGENCIES), in_rows=True
    )
    reason = LongText(_l("Why?"), missing=_l("Write why the urgency changes"), limit=_LINE, rows=2)


class TalkForm(RevisedForm):
    """A talk offered for a time to come."""

    on = DateText(_l("Day"), missing=_l("Write the day of the talk"))
    clock = TimeText(_l("Time"), missing=_l("Write the time of the talk"))
    way = ChoiceTiles(_l("How?"), missing=_l("Choose how you talk"), options=enum_options(WAYS), in_rows=True)
    note = LongText(
        _l("Note"), hint=_l("For your own service only, for example the room."), is_optional=True, limit=_LONG, rows=2
    )

    def keep_to(self, safe: SafeContact) -> None:
        """Offer no way that the one who asked has not found safe."""
        self.way.offer([Option(way, WAYS[way]) for way in safe.talk_ways])

    def validate_on(self, field: DateText) -> None:
        """An offer lies ahead."""
        if field.data and self.today and field.data < self.today:
            raise ValidationError(_("The day has passed. Write a day that is to come"))

    def validate_clock(self, field: TimeText) -> None:
        """A time that a clock shows on that day."""
        if self.on.data and field.data:
            self._moment()

    def to_command(self) -> TalkAt:
        """The talk, with its time where the school is."""
        return TalkAt(at=self._moment(), way=self.way.data, note=self.note.data)

    def _moment(self) -> datetime:
        return typed_moment(self.on.data, self.clock.data)


class TellingForm(RevisedForm):
    """A talk held may be the telling as well, where the pupil is still to be told of the request (OHL 16 § 2)."""

    told = Checkbox(
        _l("I told the pupil of the request, and we talked about its reasons"),
        hint=_l("The duty to tell the pupil is then done on the day of the talk."),
        is_optional=True,
    )

    def ask_whether_told(self, *, is_open: bool) -> None:
        """Ask only while the duty is open."""
        if not is_open:
            del self.told

    @property
    def has_told(self) -> bool:
        """Whether the pupil was told."""
        return "told" in self and bool(self.told.data)


class HeldTalkForm(TalkForm, TellingForm):
    """A talk that has been held without an offer."""

    def validate_on(self, field: DateText) -> None:
        """What was held has been."""
        if field.data and self.today and field.data > self.today:
            raise ValidationError(_("The day has not come yet. Write a day that has been"))


class AnswerForm(TellingForm):
    """What became of an offered talk."""

    answer = ChoiceTiles(_l("What came of it?"), missing=_l("Choose what came of the offer"))
    note = LongText(_l("Note"), hint=_l("For your own service only."), is_optional=True, limit=_LONG, rows=3)

    def offer_after(self, now: TalkAnswer | None) -> None:
        """Offer what can follow on the present answer."""
        self.answer.offer([Option(answer, words) for answer, words in ANSWERS.items() if answer in FOLLOWING[now]])

    def validate_told(self, field: Checkbox) -> None:
        """In the talk, so only where there was one."""
        if field.data and self.answer.data is not TalkAnswer.HELD:
            raise ValidationError(
                _("Tick this when the talk was held. What was told at another time has its own duty.")
            )


class DutyForm(RevisedForm):
    """Somebody has been told."""

    done_on = DateText(_l("When?"), missing=_l("Write the day when it was done"))
    note = LongText(
        _l("Note"), hint=_l("How and whom you told, for your own service."), is_optional=True, limit=_LONG, rows=2
    )

    def validate_done_on(self, field: DateText) -> None:
        """What has been done has been."""
        if field.data and self.today and field.data > self.today:
            raise ValidationError(_("The day has not come yet. Write a day that has been"))


class AssessmentForm(RevisedForm):
    """The finding on a minor's wish to leave the guardian out (OHL 18 § 2)."""

    finding = ChoiceTiles(
        _l("What do you find?"),
        missing=_l("Choose what you find"),
        options=[
            Option(
                STANDS,
                _l("The guardian is not told"),
                _l("The pupil has a weighty reason, and it is not clearly against the pupil's interest"),
            ),
            Option(FALLS, _l("The guardian is told"), _l("You get the task of telling the guardian")),
        ],
    )
    note = LongText(_l("Grounds"), missing=_l("Write the grounds of your finding"), limit=_LONG, rows=3)


class OutcomeForm(RevisedForm):
    """How the request ends."""

    outcome = ChoiceTiles(_l("How does it end?"), missing=_l("Choose how it ends"))
    reason = LongText(_l("In a few words"), hint=_l("For your own service."), is_optional=True, limit=_LONG, rows=3)

    def offer_in(self, sender: SenderKind, state: RequestState, *, is_taken_back: bool) -> None:
        """Offer the endings that the act allows now (rule 6)."""
        allowed = outcomes_open_to(sender, state, is_taken_back=is_taken_back)
        self.outcome.offer(
            enum_options({key: words for key, words in OUTCOMES.items() if key in allowed}, OUTCOME_NOTES)
        )

    def validate_reason(self, field: LongText) -> None:
        """That a talk is clearly unnecessary needs its reason in words too (OHL 15 § 2)."""
        if self.outcome.data is Outcome.CLEARLY_UNNECESSARY and not field.data:
            raise ValidationError(_("Write why a talk is clearly unnecessary"))


class KeepOutForm(RevisedForm):
    """Who is shut out, and why (HL 27-28 §)."""

    account = Select(_l("Who is shut out?"), missing=_l("Choose who is shut out"))
    reason = LongText(
        _l("Why?"),
        hint=_l("For example close kin, or a matter of one's own against the family."),
        missing=_l("Write the reason"),
        limit=_LINE,
        rows=2,
    )
