"""A sheet of results to be typed in: a field for each indicator, and how many answered."""

from collections.abc import Mapping

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from welfare.indicators.actions import TypedSheet
from welfare.indicators.forms.keeping import KeepingForm
from welfare.indicators.models import IndicatorValue
from welfare.indicators.queries import sheet_revision
from welfare.indicators.seeing import SeenResults
from welfare.indicators.sheets import Sheet
from welfare.indicators.words import MEASURE_WORDS
from welfare.rules.indicators import Measure
from welfare.ui.fields import DecimalNumber, WholeNumber
from welfare.ui.locale import current_locale

MOST_ASKED = 100_000
_MOST = {Measure.PERCENT: 100, Measure.POINTS: 100}


class ResultForm(KeepingForm):
    """How many answered; the fields of the sheet come after it."""

    respondents = WholeNumber(
        _l("How many answered (n)"),
        hint=_l("Without it no number can be shown. Of a measurement: how many were measured."),
        most=MOST_ASKED,
        least=1,
        is_optional=True,
    )

    def validate_respondents(self, field: WholeNumber) -> None:
        """A number without its n tells nothing."""
        if field.data is None and any(part.data is not None for part in self if part.name.startswith("value_")):
            raise ValidationError(_("Write how many answered."))

    def to_typed(self, sheet: Sheet, year: int, seen: SeenResults) -> TypedSheet:
        """What was typed; an empty field whose number its writer does not see keeps it."""
        kept = frozenset[str]() if self.is_emptied else seen.unseen
        typed = {entry.code: self[field_name(entry.code)].data for entry in sheet.entries}
        return TypedSheet(
            sheet=sheet,
            year=year,
            respondents=self.respondents.data,
            values={code: value for code, value in typed.items() if value is not None or code not in kept},
            revision=int(self.revision.data or 0),
        )

    @staticmethod
    def values_of(sheet: Sheet, rows: Mapping[str, IndicatorValue], seen: SeenResults) -> dict[str, object]:
        """The stored numbers that the writer sees, by field name."""
        told = {
            field_name(entry.code): None if entry.code in seen.unseen else _value_of(rows.get(entry.code))
            for entry in sheet.entries
        }
        return {**told, "respondents": seen.respondents, "revision": sheet_revision(rows)}


def form_for(sheet: Sheet) -> ResultForm:
    """The form of one sheet, in the reader's language."""
    fields: dict[str, object] = {
        field_name(entry.code): DecimalNumber(
            entry.title(current_locale()),
            hint=MEASURE_WORDS[entry.measure],
            most=_MOST.get(entry.measure, 10_000),
            is_optional=True,
        )
        for entry in sheet.entries
    }
    kind: type[ResultForm] = type("SheetForm", (ResultForm,), fields)
    return kind()


def field_name(code: str) -> str:
    """The name of the field of an indicator."""
    return "value_" + code.replace("-", "_")


def unseen_fields(seen: SeenResults) -> frozenset[str]:
    """The fields that stand empty though a number is stored."""
    return frozenset(map(field_name, seen.unseen)) | ({"respondents"} if seen.hides_respondents else set())


def _value_of(row: IndicatorValue | None) -> float | None:
    return None if row is None else row.value
