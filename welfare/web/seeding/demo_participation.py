"""Three school years of hearings and ideas in the demonstration's school."""

from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.communal.loaders import keeper_of, load_unit
from welfare.organisations.models import Organisation, SchoolClass
from welfare.participation.actions import Heeded, keep_hearing
from welfare.participation.models import Idea
from welfare.people.models import Enrolment
from welfare.rules.permissions import Permission
from welfare.rules.school_years import SchoolYear, school_year_of
from welfare.web.seeding.director import Thread
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
            if (day := day_of(today, ago)) <= today:
                keep_hearing(
                    work,
                    school,
                    Heeded(
                        held_on=day, heard=heard, whom=whom, way=way, count=count, about=about, said=said, effect=effect
                    ),
                )
    _fill_the_box(troupe, school_id)


def _fill_the_box(troupe: Troupe, school_id: UUID) -> None:
    today, pupil = troupe.stage.today, troupe.pupils[PUPILS_CLASS].id
    with troupe.stage.behind_the_scenes() as work:
        own = Enrolment.student_id == pupil, SchoolClass.is_home_group
        own_class = work.session.scalars(select(SchoolClass.id).join(Enrolment).where(*own)).first()
        school = work.session.get_one(Organisation, school_id)
        beside = SchoolClass.school_id == school_id, SchoolClass.is_home_group, SchoolClass.id != own_class
        other = work.session.scalars(select(SchoolClass.id).where(*beside).order_by(SchoolClass.name)).first()
        for number, (ago, text, state, decision, answer_fi, answer_sv) in enumerate(IDEAS):
            if (day := day_of(today, ago)) <= today:
                work.session.add(
                    Idea(
                        id=uuid4(),
                        unit_id=school.id,
                        controller_id=keeper_of(school),
                        class_id=other if other and number % 2 else own_class,
                        given_on=day.replace(day=1),
                        text=text,
                        state=state,
                        decision=decision,
                        answer_fi=answer_fi,
                        answer_sv=answer_sv,
                    )
                )


def day_of(today: date, ago: Ago) -> date:
    """A day of the school year so many years before this one."""
    years, month, day = ago
    return SchoolYear(school_year_of(today).begins_in - years).day(month, day)
