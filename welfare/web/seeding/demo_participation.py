"""Three school years of hearings and ideas in a school."""

from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of, load_unit
from welfare.organisations.models import Organisation, SchoolClass
from welfare.participation.actions import Heeded, keep_hearing
from welfare.participation.models import Idea
from welfare.rules.permissions import Permission
from welfare.rules.school_years import SchoolYear, school_year_of
from welfare.web.seeding.director import Thread
from welfare.web.seeding.in_swedish import written
from welfare.web.seeding.participation_texts import HEARINGS, IDEAS, Ago
from welfare.web.seeding.stage import Asked
from welfare.web.seeding.troupe import Troupe

LEAD, PUPILS_CLASS = "karoliina", "p000916"


def taken_part(troupe: Troupe, school_id: UUID) -> Thread:
    """What was heard, put down by the principal; ideas lie in the box as nobody's."""
    yield troupe.at(-8, "14.20")
    lead, unit = troupe.players[LEAD].id, Asked("unit", load_unit, school_id)
    today = troupe.stage.today
    with troupe.stage.scene(lead, Permission.COMMUNITY_WRITE, unit) as (work, school):
        for ago, heard, whom, way, count, about, said, effect in HEARINGS:
            if troupe.turn.has(ago[0]) and (day := day_of(today, ago)) <= today:
                keep_hearing(
                    work,
                    school,
                    Heeded(
                        held_on=day,
                        heard=heard,
                        whom=written(school, whom),
                        way=way,
                        count=troupe.turn.count(count),
                        about=written(school, about),
                        said=written(school, said),
                        effect=written(school, effect),
                    ),
                )
    _fill_the_box(troupe, school_id)


def _fill_the_box(troupe: Troupe, school_id: UUID) -> None:
    today = troupe.stage.today
    with troupe.stage.behind_the_scenes() as work:
        school = work.session.get_one(Organisation, school_id)
        own_class, other = _classes(work, troupe, school_id)
        for number, (ago, text, state, decision, answer_fi, answer_sv) in enumerate(IDEAS):
            if troupe.turn.has(ago[0]) and (day := day_of(today, ago)) <= today:
                work.session.add(
                    Idea(
                        id=uuid4(),
                        unit_id=school.id,
                        controller_id=keeper_of(school),
                        class_id=other if number % 2 else own_class,
                        given_on=day.replace(day=1),
                        text=written(school, text),
                        state=state,
                        decision=decision,
                        answer_fi=answer_fi,
                        answer_sv=answer_sv,
                    )
                )


def _classes(work: UnitOfWork, troupe: Troupe, school_id: UUID) -> tuple[UUID, UUID]:
    """The class of the pupil in the story, or the first one, and another beside it."""
    home = SchoolClass.school_id == school_id, SchoolClass.is_home_group
    ids = list(work.session.scalars(select(SchoolClass.id).where(*home).order_by(SchoolClass.name)))
    pupil = troupe.pupils.get(PUPILS_CLASS)
    own = next((each for each in ids if pupil and each == pupil.class_id), ids[0])
    return own, next((each for each in ids if each != own), own)


def day_of(today: date, ago: Ago) -> date:
    """A day of the school year so many years before this one."""
    years, month, day = ago
    return SchoolYear(school_year_of(today).begins_in - years).day(month, day)
