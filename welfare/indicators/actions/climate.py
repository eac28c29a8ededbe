"""Beginning a climate survey, counting answers that belong to nobody, and ending it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from sqlalchemy import select

from welfare.access.once import remember_for_nobody, was_done_by_nobody
from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of
from welfare.indicators.actions.recording import record
from welfare.indicators.models.climate import ClimateCode, ClimateSurvey, ClimateTally
from welfare.indicators.numbers import Cell, Number, Origin
from welfare.indicators.places import place_code
from welfare.indicators.queries import counts_of_surveys, sheet_rows
from welfare.indicators.questions import questions_for
from welfare.organisations.models import Organisation
from welfare.rules.climate import GRADES, Audience, is_open, new_code
from welfare.rules.indicators import Level
from welfare.rules.registers import Register

INDICATOR = "climate-liked"
Answers = Mapping[str, int]
"""A grade for each question."""


class NotOpenError(ValueError):
    """The survey cannot be answered, or as many have answered by this code as the group has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginSurvey:
    """Who is asked, until when, and the groups with how many are in each."""

    audience: Audience
    closes_on: date
    groups: Sequence[tuple[str, int]]


def begin_survey(work: UnitOfWork, unit: Organisation, command: BeginSurvey) -> ClimateSurvey:
    """Open a survey, with a code for each group. Every count is made now, so that their order tells nothing."""
    row = ClimateSurvey(
        id=uuid4(),
        controller_id=keeper_of(unit),
        unit_id=unit.id,
        audience=command.audience,
        opens_on=work.facts.on,
        closes_on=command.closes_on,
        begun_by=work.actor.account_id,
    )
    work.session.add(row)
    work.session.flush()
    for name, seats in command.groups:
        work.session.add(ClimateCode(survey_id=row.id, code=new_code(), group_name=name, seats=seats, used=0))
    for question in questions_for(command.audience):
        for grade in GRADES:
            work.session.add(ClimateTally(survey_id=row.id, question=question.code, grade=grade, count=0))
    work.session.flush()
    work.note(row.controller_id, Register.COMMUNAL, ("climate_survey", row.id), survey="begun")
    return row


def take_answers(
    work: UnitOfWork, survey: ClimateSurvey, code: ClimateCode, answers: Answers, form_key: bytes | None = None
) -> None:
    """Count them, a form that comes twice once. Raises NotOpenError.

    The event tells the controller and the register that an answer came: not whose, of which group or from where.
    """
    work.session.refresh(code, with_for_update=True)
    if was_done_by_nobody(work.session, form_key):
        return
    is_running = is_open(survey.opens_on, survey.closes_on, work.facts.on, is_ended=survey.ended_at is not None)
    if not is_running or code.used >= code.seats:
        raise NotOpenError
    code.used += 1
    statement = select(ClimateTally).where(ClimateTally.survey_id == survey.id).order_by(ClimateTally.id)
    for row in work.session.scalars(statement.with_for_update()):
        row.count += answers.get(row.question) == row.grade
    work.session.flush()
    remember_for_nobody(work, form_key)
    work.note(survey.controller_id, Register.COMMUNAL, survey="answered")


def end_survey(work: UnitOfWork, unit: Organisation, survey: ClimateSurvey) -> None:
    """End it for good; what pupils answered becomes a number of the school's own indicator."""
    if survey.ended_at is None:
        survey.ended_at = work.now
        if survey.audience is Audience.PUPILS:
            _keep_number(work, unit, survey)
        work.session.flush()
    work.note(survey.controller_id, Register.COMMUNAL, ("climate_survey", survey.id), survey="ended")


def _keep_number(work: UnitOfWork, unit: Organisation, survey: ClimateSurvey) -> None:
    counts = counts_of_surveys(work.session, [survey.id]).get(survey.id, {})
    given = [(grade, count) for each in counts.values() for grade, count in enumerate(each, start=1)]
    total = sum(count for _grade, count in given)
    answered = max((sum(each) for each in counts.values()), default=0)
    if not total:
        return
    mean = round(sum(grade * count for grade, count in given) / total, 2)
    cell = Cell(code=INDICATOR, level=Level.SCHOOL, place=place_code(unit), year=work.facts.on.year)
    standing = sheet_rows(work.session, survey.controller_id, cell.place, [INDICATOR], cell.year)
    record(work, Origin(survey.controller_id), cell, Number(mean, respondents=answered), standing.get(INDICATOR))
