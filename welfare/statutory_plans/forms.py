"""A heading's text, the approval of a version, and an item of self-control."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.communal.guard import GuardedForm
from welfare.rules.statutory_plans import CheckState
from welfare.statutory_plans.actions import Approval, Found
from welfare.statutory_plans.models import LONGEST_LINE, LONGEST_TEXT, SelfCheck, StatutoryText
from welfare.statutory_plans.words import CHECK_WORDS
from welfare.ui.fields import ChoiceTiles, DateText, LongText, TextLine, enum_options
from welfare.ui.forms import RevisedForm


class HeadingForm(GuardedForm, RevisedForm):
    """What a plan says under one heading, in both languages."""

    text_fi = LongText(_l("In Finnish"), is_optional=True, rows=10, limit=LONGEST_TEXT)
    text_sv = LongText(_l("In Swedish"), is_optional=True, rows=10, limit=LONGEST_TEXT)

    @staticmethod
    def values_of(row: StatutoryText) -> dict[str, object]:
        """The stored values by field name."""
        return {"text_fi": row.text_fi, "text_sv": row.text_sv, "revision": row.revision}


class VersionApprovalForm(GuardedForm):
    """By whom it was decided, on which day, and when it is looked at anew."""

    decided = TextLine(
        _l("Who decided?"),
        limit=LONGEST_LINE,
        missing=_l("Write who decided, as the board and the section of its minutes."),
        hint=_l("As “Education board, 12 June, § 48”."),
    )
    approved_on = DateText(_l("On which day was it approved?"), width="date", missing=_l("Write the day."))
    review_on = DateText(
        _l("When is it looked at anew?"), width="date", missing=_l("Write the day of the next review.")
    )

    def validate_approved_on(self, field: DateText) -> None:
        """Not in the future."""
        if field.data and self.today and field.data > self.today:
            raise ValidationError(_("The day lies in the future. A plan is approved on a day that has come."))

    def to_approval(self) -> Approval:
        """What was typed."""
        return Approval(decided=self.decided.data, approved_on=self.approved_on.data, review_on=self.review_on.data)


class CheckForm(GuardedForm, RevisedForm):
    """One item of self-control."""

    state = ChoiceTiles(
        _l("How does it stand?"),
        options=enum_options(CHECK_WORDS),
        in_rows=True,
        missing=_l("Choose how it stands."),
    )
    evidence = LongText(
        _l("What shows it?"),
        hint=_l("Figures, lists, talks. No pupil is named."),
        missing=_l("Write what shows it."),
        rows=4,
        limit=LONGEST_TEXT,
    )
    defect = LongText(
        _l("What is lacking?"), is_optional=True, rows=3, limit=LONGEST_TEXT, hint=_l("Only if something is.")
    )
    fix_by = DateText(_l("By which day is it mended?"), is_optional=True, width="date")
    fixed_on = DateText(_l("When was it mended?"), is_optional=True, width="date")

    def validate_defect(self, field: LongText) -> None:
        """A defect is named."""
        if self.state.data is CheckState.DEFECT and not field.data:
            raise ValidationError(_("Write what is lacking."))

    def validate_fix_by(self, field: DateText) -> None:
        """A defect has a day."""
        if self.state.data is CheckState.DEFECT and field.data is None:
            raise ValidationError(_("Write by which day it is mended: without a day it stays."))

    def validate_fixed_on(self, field: DateText) -> None:
        """What is mended has been."""
        if field.data and self.today and field.data > self.today:
            raise ValidationError(_("The day lies in the future. Leave it empty until it is mended."))

    def to_found(self) -> Found:
        """What was typed; an item in order has no defect."""
        is_defect = self.state.data is CheckState.DEFECT
        return Found(
            state=self.state.data,
            evidence=self.evidence.data,
            defect=self.defect.data if is_defect else "",
            fix_by=self.fix_by.data if is_defect else None,
            fixed_on=self.fixed_on.data if is_defect else None,
        )

    @staticmethod
    def values_of(row: SelfCheck | None) -> dict[str, object]:
        """The stored values by field name."""
        if row is None:
            return {"state": None, "evidence": "", "defect": "", "fix_by": None, "fixed_on": None, "revision": 0}
        names = ("state", "evidence", "defect", "fix_by", "fixed_on", "revision")
        return {name: getattr(row, name) for name in names}
