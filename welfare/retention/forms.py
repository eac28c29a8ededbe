"""What is typed to decide on a rule, to hold something back, and to approve a list."""

from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, ValidationError

from welfare.retention.actions import HoldAsked, RuleDecided
from welfare.retention.looking import Key
from welfare.retention.models import LONGEST_SOURCE
from welfare.retention.words import DISPOSAL_WORDS, FROM_WORDS, REASON_WORDS
from welfare.rules.retention import FIXED, LONGEST_SETTING, STARTS, Disposal, RecordKind
from welfare.ui.fields import ChoiceTiles, CodeText, DateText, LongText, Select, TextLine, WholeNumber, enum_options
from welfare.ui.fields.hidden import HiddenRevision
from welfare.ui.forms import PageForm

LONGEST = 2000


class RuleForm(PageForm):
    """Years, from when, what then, and where it was decided."""

    years = WholeNumber(
        _l("Years"),
        least=1,
        most=LONGEST_SETTING,
        missing=_l("Write for how many years it is kept: it cannot be empty."),
    )
    counted_from = Select(_l("Counted from"), missing=_l("Choose from when the years are counted."))
    disposal = ChoiceTiles(
        _l("At the end"),
        options=enum_options(DISPOSAL_WORDS),
        hint=_l("Only what the National Archives has decided to keep for ever goes to the archive."),
        missing=_l("Choose what is done at the end."),
    )
    source = TextLine(
        _l("Where it was decided"),
        hint=_l("For example: records management plan, section 4.2, decided on 12 May 2026."),
        missing=_l("Write where it was decided."),
        limit=LONGEST_SOURCE,
    )
    revision = HiddenRevision()

    def about(self, kind: RecordKind) -> "RuleForm":
        """The form of one kind: it is counted from what such a record meets."""
        words = {start: FROM_WORDS[start] for start in STARTS[kind]}
        self.counted_from.offer(enum_options(words))
        return self

    def to_command(self, kind: RecordKind) -> RuleDecided:
        """To be asked of a valid form."""
        return RuleDecided(
            kind=kind,
            years=self.years.data,
            counted_from=self.counted_from.data,
            disposal=self.disposal.data or Disposal.DESTROY,
            source=self.source.data,
            version=int(self.revision.data or 0),
        )

    def fix(self, kind: RecordKind) -> bool:
        """Whether years and start are the act's own: then they say so."""
        fixed = FIXED.get(kind)
        if fixed is None or (self.years.data, self.counted_from.data) == (fixed.years, fixed.counted_from):
            return True
        self.refuse("years", _("The act fixes the time: %(years)d years.", years=fixed.years))
        return False


class HoldForm(PageForm):
    """What is held back, why, and when somebody looks at it again."""

    what = TextLine(
        _l("Number or id of the record"),
        hint=_l("The number of a matter, of a request or of a log request, or the id on the list of what is due."),
        missing=_l("Write what is to be held back."),
        limit=60,
    )
    reason = ChoiceTiles(_l("Reason"), options=enum_options(REASON_WORDS), missing=_l("Choose the reason."))
    words = LongText(_l("In words"), missing=_l("Write why it is held back."), rows=3, limit=LONGEST)
    review_on = DateText(
        _l("Looked at again on"),
        hint=_l("The hold stands until somebody lifts it. On this day it is asked whether it must."),
        missing=_l("Write the day."),
    )

    def validate_review_on(self, field: Field) -> None:
        """A day to come."""
        if field.data and self.today and field.data <= self.today:
            raise ValidationError(_("Write a day to come."))

    @property
    def thing_id(self) -> UUID | None:
        """The id that was typed, if it is one."""
        try:
            return UUID(self.what.data.strip())
        except ValueError:
            return None

    def to_command(self, key: Key) -> HoldAsked:
        """To be asked of a valid form."""
        return HoldAsked(key=key, reason=self.reason.data, words=self.words.data, review_on=self.review_on.data)


class LiftForm(PageForm):
    """Why it need not be held any more."""

    words = LongText(
        _l("Why it need not be held any more"), missing=_l("Write why the hold is lifted."), rows=2, limit=LONGEST
    )


class ApprovalForm(PageForm):
    """The second factor once more."""

    code = CodeText(
        _l("Six-digit code"),
        hint=_l("Open the authenticator app on your phone. The code changes every 30 seconds."),
        missing=_l("Write the code that the app shows."),
    )


class TransferForm(PageForm):
    """What the archive has given for it."""

    reference = TextLine(
        _l("The archive’s receipt"),
        hint=_l("Number and day of the receipt. Then the record is destroyed here with the next list."),
        missing=_l("Write the archive’s receipt."),
        limit=LONGEST_SOURCE,
    )
