"""What absences of a term are made of, as far as it may be shown: by class level and by coded reason."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from welfare.indicators.models import AbsencePart
from welfare.indicators.words import CATEGORY_WORDS, REASON_WORDS
from welfare.rules.absence_parts import CATEGORY_OF, Reason, shown_grades, shown_reasons
from welfare.rules.absences import Category, Count
from welfare.ui.formats import number_text

Shown = Mapping[Category, Count | None]
"""The totals of the categories as they are shown."""


@dataclass(frozen=True, slots=True)
class TermParts:
    """The two tables below a term; either is empty where no file has told of it."""

    grades: Sequence[str]
    by_grade: Sequence[tuple[str, Sequence[str]]]
    pupils_by_grade: Sequence[tuple[str, Sequence[str]]]
    """The same without hours, for where there is little room."""
    by_reason: Sequence[tuple[str, str, str, str]]
    """Category, reason, pupils, hours."""

    @classmethod
    def of(cls, rows: Iterable[AbsencePart], totals: Shown, floor: int) -> "TermParts":
        """Decide what is shown beside the totals that are."""
        grades: defaultdict[Category, dict[int, Count]] = defaultdict(dict)
        reasons: defaultdict[Category, dict[Reason, Count]] = defaultdict(dict)
        for row in rows:
            if row.part.isdecimal():
                grades[row.category][int(row.part)] = Count(row.pupils, row.hours)
            else:
                reasons[row.category][Reason(row.part)] = Count(row.pupils, row.hours)
        levels = sorted({grade for told in grades.values() for grade in told})
        shown = {each: shown_grades(grades[each], totals.get(each), floor) for each in Category if grades[each]}
        return cls(
            grades=[_("Pre-primary") if grade == 0 else _("Grade %(number)s", number=grade) for grade in levels],
            by_grade=[
                (str(CATEGORY_WORDS[each]), [_cell(told, grade) for grade in levels]) for each, told in shown.items()
            ],
            pupils_by_grade=[
                (str(CATEGORY_WORDS[each]), [_pupils(told, grade) for grade in levels]) for each, told in shown.items()
            ],
            by_reason=[
                (str(CATEGORY_WORDS[CATEGORY_OF[reason]]), str(REASON_WORDS[reason]), *_pair(count))
                for each in Category
                for reason, count in shown_reasons(_in_order(reasons[each]), totals.get(each), floor).items()
            ],
        )


def _in_order(told: Mapping[Reason, Count]) -> Mapping[Reason, Count]:
    return {reason: told[reason] for reason in Reason if reason in told}


def _cell(told: Mapping[int, Count | None], grade: int) -> str:
    if grade not in told:
        return "–"
    count = told[grade]
    if count is None:
        return _("not shown")
    return _("%(pupils)s pupils, %(hours)s h", pupils=number_text(count.pupils), hours=number_text(count.hours))


def _pupils(told: Mapping[int, Count | None], grade: int) -> str:
    return _pair(told[grade])[0] if grade in told else "–"


def _pair(count: Count | None) -> tuple[str, str]:
    if count is None:
        return _("not shown"), _("not shown")
    return number_text(count.pupils), number_text(count.hours)
