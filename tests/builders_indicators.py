"""Numbers and files of numbers, made through the room's own actions."""

import zlib
from datetime import date, timedelta
from uuid import UUID, uuid4

from tests.builders import Village
from welfare.indicators.models import (
    ClimateCode,
    ClimateSurvey,
    ClimateTally,
    Defect,
    IndicatorImport,
    IndicatorValue,
    Inspection,
    OwnIndicator,
    ResultDiscussion,
)
from welfare.indicators.questions import questions_for
from welfare.rules.climate import GRADES, Audience
from welfare.rules.discussions import Party
from welfare.rules.indicators import Direction, Group, ImportState, Level, Licence, Measure

FILE = b"""indicator;school;year;group;value;n
90001;;2026;total;7.4;118
bullied-weekly-8-9;;2024;total;8.4;112
"""
"""Results of the school at which it is handed over; the library knows one of the two codes."""


def an_import(village: Village, unit_id: UUID, content: bytes = FILE) -> UUID:
    """A file that has been handed over and waits."""
    import_id = uuid4()
    with village.work() as work:
        work.session.add(
            IndicatorImport(
                id=import_id,
                controller_id=village.provider_id,
                unit_id=unit_id,
                state=ImportState.OPEN,
                file_name="tulokset.csv",
                size=len(content),
                digest="0" * 64,
                source="Kouluterveyskysely",
                licence=Licence.CC_BY,
                fetched_on=work.facts.on,
                content=zlib.compress(content),
                uploaded_at=work.now,
            )
        )
    return import_id


def a_result(village: Village, unit_id: UUID, *, year: int = 2025, value: float = 7.4, of: int = 118) -> UUID:
    """A school's own share of pupils bullied weekly."""
    value_id = uuid4()
    with village.work() as work:
        work.session.add(
            IndicatorValue(
                id=value_id,
                controller_id=village.provider_id,
                code="bullied-weekly-8-9",
                level=Level.SCHOOL,
                place=str(unit_id),
                year=year,
                group_code=Group.TOTAL,
                value=value,
                respondents=of,
                recorded_at=work.now,
            )
        )
    return value_id


def an_own_indicator(
    village: Village, unit_id: UUID, code: str = "oma-valitunnit", levels: str = "school,municipality"
) -> UUID:
    """What the library does not have."""
    own_id = uuid4()
    with village.work() as work:
        work.session.add(
            OwnIndicator(
                id=own_id,
                controller_id=village.provider_id,
                unit_id=unit_id,
                code=code,
                theme="school",
                title_fi="Välitunnilla ulkona",
                title_sv="Ute på rasten",
                title_en="Outdoors at recess",
                tells_fi="Kuinka moni oli ulkona.",
                tells_sv="Hur många som var ute.",
                tells_en="",
                direction=Direction.MORE,
                measure=Measure.PERCENT,
                source="Koulun oma laskenta",
                licence=Licence.OWN,
                levels=levels,
                is_sensitive=False,
            )
        )
    return own_id


def a_discussion(village: Village, unit_id: UUID, party: Party = Party.STAFF) -> UUID:
    """Those results, talked through with somebody."""
    discussion_id = uuid4()
    with village.work() as work:
        work.session.add(
            ResultDiscussion(
                id=discussion_id,
                controller_id=village.provider_id,
                unit_id=unit_id,
                sheet="health_survey-grades_8_9",
                year=2025,
                party=party,
                held_on=work.facts.on,
                how="Henkilöstökokous",
                decided="",
                recorded_at=work.now,
            )
        )
    return discussion_id


def an_inspection(village: Village, unit_id: UUID, held_on: date = date(2025, 3, 4)) -> dict[str, UUID]:
    """An inspection, and what it found wanting."""
    inspection_id, defect_id = uuid4(), uuid4()
    with village.work() as work:
        work.session.add(
            Inspection(
                id=inspection_id,
                controller_id=village.provider_id,
                unit_id=unit_id,
                held_on=held_on,
                parties="Ympäristöterveys, kouluterveydenhoitaja",
                findings="Ilmanvaihto ja valaistus tarkastettiin.",
                recorded_at=work.now,
            )
        )
        work.session.flush()
        work.session.add(
            Defect(
                id=defect_id,
                inspection_id=inspection_id,
                what="Liikuntasalin valaistus",
                owner="Kunnan tilapalvelu",
                due_on=date(2026, 11, 1),
            )
        )
    return {"inspection_id": inspection_id, "defect_id": defect_id}


def a_survey(village: Village, unit_id: UUID, *, seats: int = 30, code: str = "koivukaa") -> UUID:
    """A climate survey of pupils that is open, with one group."""
    survey_id = uuid4()
    with village.work() as work:
        work.session.add(
            ClimateSurvey(
                id=survey_id,
                controller_id=village.provider_id,
                unit_id=unit_id,
                audience=Audience.PUPILS,
                opens_on=work.facts.on,
                closes_on=work.facts.on + timedelta(days=7),
            )
        )
        work.session.flush()
        work.session.add(ClimateCode(survey_id=survey_id, code=code, group_name="8A", seats=seats, used=0))
        work.session.add_all(
            ClimateTally(survey_id=survey_id, question=each.code, grade=grade, count=0)
            for each in questions_for(Audience.PUPILS)
            for grade in GRADES
        )
    return survey_id


def indicator_things(village: Village) -> dict[str, UUID]:
    """What the cast finds at its school."""
    a_result(village, village.school_id)
    return {
        "import_id": an_import(village, village.school_id),
        "provider_import_id": an_import(village, village.provider_id),
        "survey_id": a_survey(village, village.school_id, code=village.school_id.hex),
        "discussion_id": a_discussion(village, village.school_id),
        "own_indicator_id": an_own_indicator(village, village.school_id, levels="school"),
        **an_inspection(village, village.school_id),
    }
