"""What a school knows of its wellbeing: results of eight years, absences, inspections, a survey of its own."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import load_unit
from welfare.indicators import actions
from welfare.indicators.actions.own import define_indicator
from welfare.indicators.models import ClimateTally
from welfare.indicators.places import place_code
from welfare.indicators.queries import absence_rows, catalogue_of, result_sets, rows_revision
from welfare.indicators.sheets import sheets_of
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.absences import Count
from welfare.rules.climate import Audience
from welfare.rules.discussions import Party
from welfare.rules.indicators import Licence
from welfare.rules.permissions import Permission
from welfare.rules.terms import latest_terms
from welfare.rules.unit_types import OF_PUPILS
from welfare.web.seeding import indicator_texts as texts
from welfare.web.seeding.ages import WRITTEN_FOR, ages_in
from welfare.web.seeding.director import Thread
from welfare.web.seeding.in_swedish import written
from welfare.web.seeding.stage import Asked
from welfare.web.seeding.troupe import Troupe
from welfare.web.seeding.turns import ALL_YEARS, Turn

PRINCIPAL, COORDINATOR = "karoliina", "matti"
FEWER_HEARD = 4
"""Schools have talked their results through with all of these, or with some of them."""


def imported(troupe: Troupe, provider_id: UUID) -> Thread:
    """The coordinator imports the numbers of the municipality, of its county and of the country."""
    yield troupe.at(-35, "9.20")
    with _unit(troupe, COORDINATOR, Permission.COMMUNITY_LEAD, provider_id) as (work, provider):
        _import_town(work, provider)
        define_indicator(work, provider, texts.OWN_INDICATOR)


def inspected(troupe: Troupe, school_id: UUID, provider_id: UUID) -> Thread:
    """Schools of which the demonstration tells nothing else have been inspected."""
    yield troupe.at(-35, "9.40")
    _inspect_others(troupe, school_id, provider_id)


def known(troupe: Troupe, school_id: UUID) -> Thread:
    """The principal types in the school's own numbers and follows up."""
    yield troupe.at(-34, "14.40")
    with _unit(troupe, PRINCIPAL, Permission.COMMUNITY_WRITE, school_id) as (work, school):
        _type_in(work, school, troupe.turn)
        _inspect(work, school, troupe)
        sheets = {sheet.code for sheet in sheets_of(school, catalogue_of(work.session, school).entries)}
    for sheet, year, party, distance, how, decided in texts.DISCUSSED[troupe.turn.place % FEWER_HEARD :]:
        if sheet not in sheets:
            continue
        yield troupe.at(distance, "15.10")
        with _unit(troupe, PRINCIPAL, Permission.COMMUNITY_WRITE, school_id) as (work, school):
            held_on = troupe.diary.day(distance)
            command = actions.Discuss(
                sheet=sheet,
                year=year,
                party=party,
                held_on=held_on,
                how=written(school, how),
                decided=written(school, decided),
            )
            actions.discuss(work, school, command)


def found_out(troupe: Troupe, school_id: UUID) -> Thread:
    """What the school has asked and counted itself this autumn, and talked through."""
    yield troupe.at(-12, "9.05")
    with _unit(troupe, PRINCIPAL, Permission.COMMUNITY_LEAD, school_id) as (work, school):
        _ask_pupils(work, school, troupe)
    yield troupe.at(-4, "15.30")
    with _unit(troupe, PRINCIPAL, Permission.COMMUNITY_WRITE, school_id) as (work, school):
        _count(work, school, troupe.turn)
    with _unit(troupe, PRINCIPAL, Permission.COMMUNITY_LEAD, school_id) as (work, school):
        if ages_in(work.session, school_id).band == WRITTEN_FOR:
            _import_absences(work, school)
        staff = actions.BeginSurvey(audience=Audience.STAFF, closes_on=troupe.diary.day(10), groups=texts.STAFF_GROUPS)
        actions.begin_survey(work, school, staff)
    if troupe.turn.talks_all_through:
        yield troupe.at(-2, "14.15")
        with _unit(troupe, PRINCIPAL, Permission.COMMUNITY_WRITE, school_id) as (work, school):
            _talk_all_through(work, school, troupe.diary.day(-2))


@contextmanager
def _unit(troupe: Troupe, who: str, permission: Permission, unit_id: UUID) -> Iterator[tuple[UnitOfWork, Organisation]]:
    asked = Asked("unit", load_unit, unit_id)
    with troupe.stage.scene(troupe.players[who].id, permission, asked) as (work, unit):
        yield work, unit


def _import_town(work: UnitOfWork, provider: Organisation) -> None:
    """As a file, like life."""
    place = provider.name_fi if not provider.municipality_code else provider.municipality_code
    rows = [
        f"{code};{provider.name_fi};{year};total;{'' if value is None else value};"
        for code, values in texts.TOWN.items()
        for year, value in zip(texts.SURVEY_YEARS, values, strict=True)
    ]
    rows += [f"{texts.BULLYING};{texts.COUNTRY_ID};{year};total;{value};" for year, value in texts.COUNTRY.items()]
    header = "indicator;region;year;gender;primary value;absolute value"
    command = actions.HandOver(
        content="\n".join([header, *rows]).encode(),
        file_name=f"kouluterveyskysely-{place}.csv",
        source=texts.SOURCE,
        licence=Licence.CC_BY,
        fetched_on=work.facts.on,
    )
    row = actions.hand_over(work, provider, command)
    actions.approve(work, provider, row, actions.plan_for(work, provider, row).digest)


def _type_in(work: UnitOfWork, school: Organisation, turn: Turn) -> None:
    """Sheet by sheet, as far as the school is one whose pupils are asked."""
    for sheet in sheets_of(school, catalogue_of(work.session, school).entries):
        years = texts.RESULTS.get(sheet.code, {})
        for year, (answered, numbers) in list(years.items())[-turn.years if turn.years < ALL_YEARS else 0 :]:
            values = {code: turn.share(value, salt) for salt, (code, value) in enumerate(numbers.items())}
            typed = actions.TypedSheet(
                sheet=sheet, year=year, respondents=turn.count(answered), values=values, revision=0
            )
            actions.record_sheet(work, school, typed)


def _talk_all_through(work: UnitOfWork, school: Organisation, held_on: date) -> None:
    """The newest results of every sheet, with everybody."""
    years = result_sets(work.session, [place_code(school)]).get(place_code(school), {})
    for sheet in sheets_of(school, catalogue_of(work.session, school).entries, with_counted=True):
        known_years = {year for code in sheet.codes for year in years.get(code, ())}
        for party in Party if known_years else ():
            command = actions.Discuss(
                sheet=sheet.code,
                year=max(known_years),
                party=party,
                held_on=held_on,
                how=written(school, texts.TALKED_THROUGH[party]),
                decided="",
            )
            actions.discuss(work, school, command)


def _ask_pupils(work: UnitOfWork, school: Organisation, troupe: Troupe) -> None:
    """A survey that has ended; its answers belong to nobody, so they are put in as counts."""
    today = troupe.diary.today
    command = actions.BeginSurvey(audience=Audience.PUPILS, closes_on=today, groups=texts.CLIMATE_GROUPS)
    survey = actions.begin_survey(work, school, command)
    for row in work.session.scalars(select(ClimateTally).where(ClimateTally.survey_id == survey.id)):
        row.count = troupe.turn.count(texts.CLIMATE[row.question][row.grade - 1])
    work.session.flush()
    actions.end_survey(work, school, survey)


def _inspect(work: UnitOfWork, school: Organisation, troupe: Troupe) -> None:
    today, (parties, findings) = troupe.diary.today, texts.INSPECTION
    ago = (texts.INSPECTED_DAYS_AGO, *texts.OTHER_SCHOOLS_DAYS_AGO)
    held_on = today - timedelta(days=ago[troupe.turn.place % len(ago)])
    inspection = actions.inspect(
        work,
        school,
        actions.Inspect(held_on=held_on, parties=written(school, parties), findings=written(school, findings)),
    )
    for what, owner, due, done, how in texts.DEFECTS[troupe.turn.place % len(texts.DEFECTS) :]:
        command = actions.NameDefect(
            what=written(school, what), owner=written(school, owner), due_on=today + timedelta(days=due)
        )
        defect = actions.name_defect(work, school, inspection, command)
        if done is not None and held_on <= today + timedelta(days=done):
            actions.mend(work, school, defect, today + timedelta(days=done), written(school, how))


def _inspect_others(troupe: Troupe, school_id: UUID, provider_id: UUID) -> None:
    for unit_id, days in zip(_others(troupe, school_id, provider_id), texts.OTHER_SCHOOLS_DAYS_AGO, strict=False):
        with _unit(troupe, COORDINATOR, Permission.COMMUNITY_WRITE, unit_id) as (work, school):
            held_on = troupe.diary.today - timedelta(days=days)
            actions.inspect(
                work, school, actions.Inspect(held_on=held_on, parties="Ympäristöterveys", findings="Kunnossa.")
            )


def _others(troupe: Troupe, school_id: UUID, provider_id: UUID) -> Sequence[UUID]:
    with troupe.stage.ledger.transaction() as transaction:
        statement = select(Organisation.id).where(
            Organisation.provider_id == provider_id,
            Organisation.kind == OrganisationKind.SCHOOL,
            Organisation.id != school_id,
            Organisation.unit_type.in_(OF_PUPILS),
        )
        return transaction.session.scalars(statement.order_by(Organisation.official_code)).all()


def _count(work: UnitOfWork, school: Organisation, turn: Turn) -> None:
    terms = latest_terms(work.facts.on, len(texts.ABSENT))
    for number, term in enumerate(terms[: 2 * turn.years]):
        enrolled = turn.count(texts.ENROLLED[number])
        counts = {
            category: Count(turn.count(count.pupils, salt), turn.count(count.hours, salt))
            for salt, (category, count) in enumerate(texts.ABSENT[number].items())
        }
        revision = rows_revision(absence_rows(work.session, school.id, [term]))
        command = actions.CountAbsences(term=term, enrolled=enrolled, counts=counts, revision=revision)
        actions.count_absences(work, school, command)


def _import_absences(work: UnitOfWork, school: Organisation) -> None:
    term = latest_terms(work.facts.on, 2)[1]
    told = texts.ABSENCES_FILE.format(year=term.starts_on.year, term=term.season.value)
    command = actions.HandOver(
        content=told.encode(),
        file_name=f"poissaolot-{term.starts_on.year}-{term.season.value}.csv",
        source="Koulun poissaoloseuranta",
        licence=Licence.OWN,
        fetched_on=work.facts.on,
    )
    row = actions.hand_over(work, school, command)
    actions.approve(work, school, row, actions.plan_for(work, school, row).digest)
