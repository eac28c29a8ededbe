"""The climate surveys of a school: their codes while they run, what was answered when they have ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.communal.small_numbers import small_number_floor
from welfare.indicators.models.climate import ClimateCode, ClimateSurvey
from welfare.indicators.queries import codes_of, counts_of_surveys, surveys_of
from welfare.indicators.queries.climate import Counts
from welfare.indicators.questions import questions_for
from welfare.indicators.words import AUDIENCE_WORDS, WITHHELD_WORDS, value_text
from welfare.organisations.models import Organisation
from welfare.rules.climate import GOOD_FROM, is_open, may_be_told
from welfare.rules.indicators import LEAST_OF_SURVEY, Measure, Publisher, Told, told
from welfare.ui.formats import number_text
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class Finding:
    """One question: the mean, how many said 4 or 5, and how long the bar is, of a hundred."""

    words: str
    mean: str
    good: str
    length: int


@dataclass(frozen=True, slots=True)
class SurveyPart:
    """One survey."""

    id: UUID
    audience: str
    opens_on: date
    closes_on: date
    is_open: bool
    is_told: bool
    is_ended: bool
    answered: str
    codes: Sequence[ClimateCode]
    findings: Sequence[Finding]


@dataclass(frozen=True, slots=True)
class ClimatePage:
    """All surveys of a school."""

    head: UnitHead
    controller: str
    surveys: Sequence[SurveyPart]
    least: int

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "ClimatePage":
        """Read them; codes for those who hand them out."""
        head = UnitHead.of(work, unit)
        on, rows = work.facts.on, surveys_of(work.session, unit.id)
        told = [row.id for row in rows if _is_told(row, on)]
        running = [row.id for row in rows if head.may_write and _is_running(row, on)]
        counts, codes = counts_of_surveys(work.session, told), codes_of(work.session, running)
        parts = [_part(row, on, counts.get(row.id, {}), codes.get(row.id, ())) for row in rows]
        return cls(head, controller_name(work, unit.provider_id or unit.id), parts, least_of_survey())


def least_of_survey() -> int:
    """Of how many a share is told at all."""
    return max(LEAST_OF_SURVEY, small_number_floor())


def controller_name(work: UnitOfWork, controller_id: UUID) -> str:
    """Who answers for the survey, by name."""
    return work.session.get_one(Organisation, controller_id).name(current_locale())


def _is_told(row: ClimateSurvey, on: date) -> bool:
    return may_be_told(row.closes_on, on, is_ended=row.ended_at is not None)


def _is_running(row: ClimateSurvey, on: date) -> bool:
    return is_open(row.opens_on, row.closes_on, on, is_ended=row.ended_at is not None)


def _part(row: ClimateSurvey, on: date, counts: Counts, codes: Sequence[ClimateCode]) -> SurveyPart:
    floor, least = small_number_floor(), least_of_survey()
    answered = max((sum(each) for each in counts.values()), default=0)
    return SurveyPart(
        id=row.id,
        audience=str(AUDIENCE_WORDS[row.audience]),
        opens_on=row.opens_on,
        closes_on=row.closes_on,
        is_open=_is_running(row, on),
        is_told=_is_told(row, on),
        is_ended=row.ended_at is not None,
        answered=number_text(answered) if answered >= least else f"<{least}",
        codes=codes,
        findings=[
            _finding(each.words[current_locale()], counts[each.code], floor)
            for each in questions_for(row.audience)
            if each.code in counts
        ],
    )


def _finding(words: str, counts: Sequence[int], floor: int) -> Finding:
    total = sum(counts)
    mean = sum(grade * count for grade, count in enumerate(counts, start=1)) / total if total else None
    good = 100 * sum(counts[GOOD_FROM - 1 :]) / total if total else None
    shown_mean = told(mean, total, Publisher.CLIMATE, Measure.MEAN, is_sensitive=False, floor=floor)
    shown_good = told(good, total, Publisher.CLIMATE, Measure.PERCENT, is_sensitive=False, floor=floor)
    length = 0 if shown_mean.value is None else round((shown_mean.value - 1) * 25)
    return Finding(words, _text(shown_mean, Measure.MEAN), _text(shown_good, Measure.PERCENT), length)


def _text(shown: Told, measure: Measure) -> str:
    if shown.value is not None:
        rounded = round(shown.value) if measure is Measure.PERCENT else shown.value
        return value_text(rounded, measure)
    return str(WITHHELD_WORDS[shown.withheld]) if shown.withheld else "–"
