"""Talking results through, counting absences, inspecting and mending."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext
from wtforms import ValidationError

from welfare.communal.guard import GuardedForm
from welfare.indicators.actions import CountAbsences, Discuss, Inspect, NameDefect
from welfare.indicators.forms.keeping import KeepingForm
from welfare.indicators.models import AbsenceCount
from welfare.indicators.models.following import LONGEST_LINE, LONGEST_TEXT
from welfare.indicators.queries import ResultSet, rows_revision
from welfare.indicators.words import CATEGORY_WORDS, PARTY_WORDS
from welfare.rules.absences import Category, Count, is_possible
from welfare.rules.discussions import is_possible_day
from welfare.rules.terms import SchoolTerm
from welfare.ui.fields import ChoiceTiles, DateText, LongText, Option, Select, TextLine, WholeNumber, enum_options

MOST_PUPILS, MOST_HOURS = 10_000, 1_000_000


class DiscussionForm(GuardedForm):
    """Which results, with whom, when, how, and what was decided."""

    results = Select(_l("Results"), missing=_l("Choose the results."))
    party = ChoiceTiles(
        lazy_pgettext("results", "With whom?"),
        options=enum_options(PARTY_WORDS),
        missing=lazy_pgettext("results", "Choose with whom."),
    )
    held_on = DateText(_l("When?"), missing=_l("Write the day."))
    how = TextLine(
        _l("How?"),
        hint=_l("For example: class hours 7–9, parents’ evening, staff meeting."),
        missing=_l("Write how they were talked through."),
        limit=LONGEST_LINE,
    )
    decided = LongText(
        _l("What was decided?"), hint=_l("Nobody is named here."), is_optional=True, rows=3, limit=LONGEST_TEXT
    )

    def __init__(self, sets: Sequence[tuple[ResultSet, str]] = (), **wishes: Any) -> None:  # noqa: ANN401 - WTForms' own
        super().__init__(**wishes)
        self.results.offer([Option(f"{sheet}/{year}", words) for (sheet, year), words in sets])

    def validate_held_on(self, field: DateText) -> None:
        """Not before there were results, not tomorrow."""
        chosen = self.results.data
        year = int(chosen.rpartition("/")[2]) if chosen else 0
        if (
            field.data is not None
            and self.today is not None
            and not is_possible_day(field.data, max(year, 1), self.today)
        ):
            raise ValidationError(_("Write a day between the year of the results and today."))

    def to_command(self) -> Discuss:
        """What was typed."""
        sheet, _sign, year = self.results.data.rpartition("/")
        return Discuss(
            sheet=sheet,
            year=int(year),
            party=self.party.data,
            held_on=self.held_on.data,
            how=self.how.data,
            decided=self.decided.data,
        )


class AbsenceForm(KeepingForm):
    """Pupils and hours by category."""

    enrolled = WholeNumber(
        _l("Pupils at the school"), missing=_l("Write how many pupils the school has."), least=1, most=MOST_PUPILS
    )

    def validate_enrolled(self, field: WholeNumber) -> None:
        """No more pupils can be away than there are."""
        if field.data is not None and any((self.pupils(each).data or 0) > field.data for each in Category):
            raise ValidationError(_("More pupils are away in a category than the school has."))

    def pupils(self, category: Category) -> Any:  # noqa: ANN401 - a field made below
        """The field of the pupils of a category."""
        return self[f"pupils_{category.value}"]

    def hours(self, category: Category) -> Any:  # noqa: ANN401 - a field made below
        """The field of the hours of a category."""
        return self[f"hours_{category.value}"]

    def to_command(self, term: SchoolTerm, unseen: Collection[Category]) -> CountAbsences:
        """What was typed; an empty field is none, or keeps what its writer does not see."""
        kept = {each for each in unseen if not self.is_emptied and self._is_left(each)}
        counts = {each: count for each, count in self._counts().items() if each not in kept}
        revision = int(self.revision.data or 0)
        return CountAbsences(term=term, enrolled=self.enrolled.data, counts=counts, revision=revision)

    def check_pairs(self) -> bool:
        """Pupils without hours, or hours without pupils, are told at the field of the hours."""
        wrong = [each for each, count in self._counts().items() if not is_possible(count)]
        for each in wrong:
            self.refuse(f"hours_{each.value}", _("Write both how many pupils and how many hours, or neither."))
        return not wrong

    def _counts(self) -> Mapping[Category, Count]:
        return {each: Count(self.pupils(each).data or 0, self.hours(each).data or 0) for each in Category}

    def _is_left(self, category: Category) -> bool:
        return self.pupils(category).data is None and self.hours(category).data is None

    @staticmethod
    def values_of(rows: Iterable[AbsenceCount], unseen: Collection[Category]) -> dict[str, object]:
        """The stored counts that the writer sees, by field name."""
        found = list(rows)
        told: dict[str, object] = {f"{kind}_{each.value}": None for kind in ("pupils", "hours") for each in Category}
        told |= {f"pupils_{row.category.value}": row.pupils for row in found if row.category not in unseen}
        told |= {f"hours_{row.category.value}": row.hours for row in found if row.category not in unseen}
        enrolled = max((row.enrolled for row in found), default=0) or None
        return {**told, "enrolled": enrolled, "revision": rows_revision(found)}


def unseen_count_fields(unseen: Collection[Category]) -> frozenset[str]:
    """The fields that stand empty though a count is stored."""
    return frozenset(f"{kind}_{each.value}" for kind in ("pupils", "hours") for each in unseen)


for _category, _words in CATEGORY_WORDS.items():
    setattr(
        AbsenceForm,
        f"pupils_{_category.value}",
        WholeNumber(_l("%(category)s: pupils", category=_words), most=MOST_PUPILS, is_optional=True),
    )
    setattr(
        AbsenceForm,
        f"hours_{_category.value}",
        WholeNumber(_l("%(category)s: hours together", category=_words), most=MOST_HOURS, is_optional=True),
    )


class InspectionForm(GuardedForm):
    """An inspection that was held."""

    held_on = DateText(_l("When was it?"), missing=_l("Write the day of the inspection."))
    parties = TextLine(
        _l("Who took part?"),
        hint=_l(
            "Offices, for example: environmental health, occupational safety, school nurse, pupils’ representative."
        ),
        missing=_l("Write who took part."),
        limit=LONGEST_LINE,
    )
    findings = LongText(_l("What was found?"), missing=_l("Write what was found."), rows=5, limit=LONGEST_TEXT)

    def validate_held_on(self, field: DateText) -> None:
        """Not tomorrow."""
        if field.data is not None and self.today is not None and field.data > self.today:
            raise ValidationError(_("Write a day that has been."))

    def to_command(self) -> Inspect:
        """What was typed."""
        return Inspect(held_on=self.held_on.data, parties=self.parties.data, findings=self.findings.data)


class DefectForm(GuardedForm):
    """What is to be mended."""

    what = TextLine(_l("What is to be mended?"), missing=_l("Write what is to be mended."), limit=LONGEST_LINE)
    owner = TextLine(
        _l("Which office mends it?"),
        hint=_l("For example: facilities of the municipality."),
        missing=_l("Write which office mends it."),
        limit=LONGEST_LINE,
    )
    due_on = DateText(_l("By when?"), missing=_l("Write by when it is mended."))

    def to_command(self) -> NameDefect:
        """What was typed."""
        return NameDefect(what=self.what.data, owner=self.owner.data, due_on=self.due_on.data)


class MendForm(GuardedForm):
    """When it was mended, and how."""

    done_on = DateText(_l("When was it mended?"), missing=_l("Write when it was mended."))
    how = TextLine(_l("What was done?"), is_optional=True, limit=LONGEST_LINE)

    def validate_done_on(self, field: DateText) -> None:
        """Not tomorrow."""
        if field.data is not None and self.today is not None and field.data > self.today:
            raise ValidationError(_("Write a day that has been."))
