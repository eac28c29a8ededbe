"""Communal work of a school and of the offices above it: in the demonstration, and in every school of a seed."""

from collections.abc import Iterator
from uuid import UUID

from welfare.web.seeding import (
    demo_communal,
    demo_early_childhood,
    demo_guidance,
    demo_indicators,
    demo_offices,
    demo_participation,
    demo_programmes,
    demo_reviews,
    demo_staffing,
)
from welfare.web.seeding.demo_school_year import school_years
from welfare.web.seeding.director import Thread
from welfare.web.seeding.troupe import Troupe


def of_school(troupe: Troupe, school_id: UUID) -> Iterator[Thread]:
    """What the people of a school do together."""
    yield demo_communal.group_of_school(troupe, school_id)
    yield school_years(troupe, school_id)
    yield demo_indicators.known(troupe, school_id)
    yield demo_indicators.found_out(troupe, school_id)
    yield demo_programmes.carried_out(troupe, school_id)
    yield demo_participation.taken_part(troupe, school_id)
    yield demo_guidance.guided(troupe, school_id)
    yield demo_reviews.signed(troupe, school_id)


def of_offices(troupe: Troupe, provider_id: UUID, county_id: UUID) -> Iterator[Thread]:
    """What is steered above the schools, and what a day-care centre of the municipality does."""
    yield from demo_communal.groups_above(troupe, provider_id, county_id)
    yield demo_indicators.imported(troupe, provider_id)
    yield from demo_offices.steered(troupe, provider_id, county_id)
    yield demo_early_childhood.grown(troupe, provider_id)
    yield demo_staffing.staffed(troupe, provider_id, county_id)
