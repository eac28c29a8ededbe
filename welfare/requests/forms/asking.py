"""Step 1, who and what: which service, how urgent, about what. A student's own asking is never held up (OHL 15 § 1)."""

from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from welfare.requests.words import SERVICE_NOTES, SERVICES, SUBJECT_CHOICES
from welfare.rules.requests import SenderKind, Service, Urgency
from welfare.ui.fields import ChoiceTiles, LongText, Option, Select, TextLine, enum_options
from welfare.ui.formats import weekday_text
from welfare.ui.forms import PageForm

_ASKED_OF: dict[Service, str] = {service: words for service, words in SERVICES.items() if service is not Service.DOCTOR}
"""The doctor is reached through the nurse."""
_LONG = 4000
_LINE = 500


@dataclass(frozen=True, slots=True)
class TalkDays:
    """The last days for a talk asked for today."""

    urgent_on: date
    normal_on: date


class AskForm(PageForm):
    """What every sender is asked."""

    service = ChoiceTiles(
        _l("Who is the request for?"),
        missing=_l("Choose who the request is for"),
        options=enum_options(_ASKED_OF, SERVICE_NOTES),
        in_rows=True,
    )
    urgency = ChoiceTiles(
        _l("Is it urgent?"),
        hint=_l("For example violence, hurting oneself, or fear of going home."),
        missing=_l("Choose whether it is urgent"),
        in_rows=True,
    )

    def offer_days(self, days: TalkDays) -> None:
        """Show under each answer by when the talk would be held."""
        urgent = _("A talk today or on the next working day, at the latest %(day)s", day=weekday_text(days.urgent_on))
        normal = _("A talk at the latest on the 7th school day, %(day)s", day=weekday_text(days.normal_on))
        self.urgency.offer([Option(Urgency.URGENT, _("Yes"), urgent), Option(Urgency.NORMAL, _("No"), normal)])


class StaffAskForm(AskForm):
    """Staff give what is needed for considering the need of support (OHL 16 § 1)."""

    urgency_reason = TextLine(_l("Why is it urgent?"), is_optional=True, optional_words=_l("if it is"), limit=_LINE)
    subject = Select(_l("Subject"), missing=_l("Choose the subject"), options=enum_options(SUBJECT_CHOICES))
    description = LongText(
        _l("What is it about?"),
        hint=_l("Write only what is needed to see what support is needed. Do not write the names of other pupils."),
        missing=_l("Write what it is about"),
        limit=_LONG,
        rows=5,
    )

    def validate_urgency_reason(self, field: TextLine) -> None:
        """An urgent request says why."""
        if self.urgency.data is Urgency.URGENT and not field.data:
            raise ValidationError(_("Write why it is urgent"))


class GuardianAskForm(StaffAskForm):
    """A guardian asks about an own child."""

    description = LongText(
        _l("What is it about?"),
        hint=_l("Write what you would like help with. Do not write the names of other children."),
        missing=_l("Write what it is about"),
        limit=_LONG,
        rows=5,
    )


class StudentAskForm(AskForm):
    """Asking is enough: everything but whom to meet may be left open (OHL 15 § 1)."""

    urgency = ChoiceTiles(
        _l("Is it urgent?"),
        hint=_l("For example violence, hurting oneself, or fear of going home."),
        in_rows=True,
        is_optional=True,
    )
    subject = Select(_l("Subject"), options=enum_options(SUBJECT_CHOICES), is_optional=True)
    description = LongText(
        _l("What would you like to talk about?"),
        hint=_l("Write in your own words and in the language you like. You may also leave this empty."),
        limit=_LONG,
        rows=5,
        is_optional=True,
    )


ASK_FORMS: dict[SenderKind, type[AskForm]] = {
    SenderKind.STAFF: StaffAskForm,
    SenderKind.GUARDIAN: GuardianAskForm,
    SenderKind.STUDENT: StudentAskForm,
}
