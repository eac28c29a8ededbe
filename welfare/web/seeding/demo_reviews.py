"""Reviews of a school's communal work, signed by its principal at the end of each school year that is over."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from welfare.access.gate import HOME_ZONE
from welfare.communal.loaders import load_unit
from welfare.documents.paper import Block, Table, Words
from welfare.insight.actions import SignReview, sign_review
from welfare.rules.actors import Role
from welfare.rules.permissions import Permission
from welfare.rules.school_years import SchoolYear, school_year_of
from welfare.rules.terms import term_of
from welfare.web.seeding.demo_year_plans import as_written
from welfare.web.seeding.director import Thread
from welfare.web.seeding.review_texts import COLUMNS, COMMENTS, GOALS, HEADINGS
from welfare.web.seeding.stage import Asked
from welfare.web.seeding.troupe import Troupe
from welfare.web.seeding.year_plan_texts import YEARS, Year

LEADER = "karoliina"
SIGNED_ON = (6, 3)
LANGUAGES = ("fi", "sv")


def signed(troupe: Troupe, school_id: UUID) -> Thread:
    """What lies before the play is put in with the day it was signed on."""
    yield troupe.at(-28, "15.45")
    running = school_year_of(troupe.diary.today)
    asked = Asked("unit", load_unit, school_id)
    with troupe.stage.scene(troupe.players[LEADER].id, Permission.COMMUNITY_LEAD, asked) as (work, school):
        language = school.teaching_languages[:2]
        place = LANGUAGES.index(language)
        for ago in (each for each in COMMENTS if troupe.turn.has(each)):
            command = SignReview(
                comment=COMMENTS[ago][place],
                language=language,
                blocks=_blocks(as_written(school, YEARS[-1 - ago]), place),
                signed_as=Role.PRINCIPAL.value,
            )
            review = sign_review(work, school, command)
            day = SchoolYear(running.begins_in - ago).day(*SIGNED_ON)
            review.signed_at = datetime.combine(day, datetime.min.time().replace(hour=15), HOME_ZONE)
            review.term_starts_on = term_of(day).starts_on


def _blocks(year: Year, place: int) -> Sequence[Block]:
    rows = [(aim.title[place], aim.target) for aim in year.aims]
    return [Words(year.evidence, heading=HEADINGS[place]), Table([each[place] for each in COLUMNS], rows, GOALS[place])]
