"""Making the demonstration: the shipped municipality with a lively desk, or a roster with accounts for its staff."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID

from config.settings import Settings
from welfare.access.gate import HOME_ZONE
from welfare.organisations.demo_calendar import add_demo_closed_days
from welfare.organisations.queries import institution_calendar
from welfare.people.roster.reading import Reading, ReadingRules, read_path
from welfare.web.app import Clock, utc_now
from welfare.web.commands.environment import progress, refuse
from welfare.web.seeding import (
    demo_access,
    demo_clients,
    demo_copies,
    demo_emergencies,
    demo_held,
    demo_indicators,
    demo_log_reviews,
    demo_matters,
    demo_offers,
    demo_protections,
    demo_rectifications,
    demo_requests,
    demo_retention,
    demo_rights,
)
from welfare.web.seeding.arrivals import Arrived, import_roster
from welfare.web.seeding.cast import CAST, LOADED, LOADING, OF_ROSTER, Part
from welfare.web.seeding.casting import cast_of, provider_of
from welfare.web.seeding.community import of_offices, of_school
from welfare.web.seeding.demo_disclosures import make_provider_keys
from welfare.web.seeding.demo_meetings import called_together
from welfare.web.seeding.demo_plan import Plan
from welfare.web.seeding.director import Diary, Thread, perform
from welfare.web.seeding.moved import lakeuskoski_around
from welfare.web.seeding.opening import claim_empty, mark_finished, mark_in, open_stage
from welfare.web.seeding.pages import parts_of
from welfare.web.seeding.stage import Stage
from welfare.web.seeding.troupe import Player, Troupe, engage, pupils_by_source

COUNTY = "o18"
HOME_SCHOOL = "o999-3"
"""The school of the story, by the roster's id."""


def ready(settings: Settings, roster: Path | None = None, clock: Clock = utc_now) -> Sequence[Part]:
    """The people who can sign in, after loading what was not loaded yet. Exits with 1 when that cannot be."""
    now = clock()
    reading = None if roster is None else _read(roster)
    with open_stage(settings, now, "demo") as stage:
        with stage.ledger.transaction() as transaction:
            found = mark_in(transaction.session)
        if found is None or found == LOADING:
            claim_empty(stage)
            return _load(stage, now, settings) if reading is None else _load_roster(stage, reading)
        if found == LOADED:
            return CAST
        if found != OF_ROSTER:
            refuse(f"this instance was filled by `welfare seed --profile {found}`, which printed its sign-ins")
        with stage.behind_the_scenes() as work:
            return parts_of(work)


def _load(stage: Stage, now: datetime, settings: Settings) -> Sequence[Part]:
    today = now.astimezone(HOME_ZONE).date()
    progress("Loading the invented municipality of Lakeuskoski. This is done once.")
    arrived = import_roster(stage, lakeuskoski_around(today))
    with stage.behind_the_scenes() as work:
        add_demo_closed_days(work.session, arrived.organisation(provider_of(arrived.content)))
    demo_access.counted_before(stage)
    players = _engage(stage, arrived, CAST)
    with stage.ledger.transaction() as transaction:
        calendar = institution_calendar(transaction.session, arrived.organisation(HOME_SCHOOL))
    by_name = {player.part.username.partition(".")[0]: player for player in players}
    troupe = Troupe(stage, Diary(today, calendar), by_name, pupils_by_source(arrived))
    progress("Playing the past weeks.")
    matters = demo_matters.matters(troupe)
    meeting = called_together(troupe, [matter for matter in matters if matter.is_met_about])
    provider_id = arrived.organisation(provider_of(arrived.content))
    make_provider_keys(stage, troupe.players["sirkku"].id, provider_id)
    plans = [Plan(troupe, matter).play() for matter in matters if matter.has_plan]
    lives = [*demo_requests.threads(troupe), *(matter.play() for matter in matters), *plans, meeting]
    lives += offers(troupe, matters, provider_id)
    if settings.service_records:
        lives += demo_clients.clients(troupe, next(matter for matter in matters if matter.is_met_about))
    lives += [*community(troupe, arrived), *of_rights(troupe, matters)]
    perform(stage, lives, now, progress)
    demo_retention.agree_on_the_time(stage, now)
    mark_finished(stage, LOADED)
    return CAST


def of_rights(troupe: Troupe, matters: Sequence[demo_matters.Matter]) -> list[Thread]:
    """What the officer and those who answer for the school watch over."""
    emergencies = demo_emergencies.opened(troupe, matters[3], matters[1])
    asked = [*demo_rights.rights(troupe), *demo_copies.copies(troupe), *demo_rectifications.rectifications(troupe)]
    watched = demo_log_reviews.watched(troupe, matters[3])
    ended = demo_retention.over_their_time(troupe, matters[0].pupil)
    return [*asked, *emergencies, watched, *demo_protections.protections(troupe), *ended]


def community(troupe: Troupe, arrived: Arrived) -> list[Thread]:
    """What the school of the story does together, and what is steered above it."""
    school_id = arrived.organisation(HOME_SCHOOL)
    provider_id, county_id = (arrived.organisation(source) for source in (provider_of(arrived.content), COUNTY))
    return [
        *of_school(troupe, school_id),
        *of_offices(troupe, provider_id, county_id),
        demo_indicators.inspected(troupe, school_id, provider_id),
    ]


def offers(troupe: Troupe, matters: Sequence[demo_matters.Matter], provider_id: UUID) -> list[Thread]:
    """What the provider keeps, and what the groups that meet have used of it."""
    helmis, miljas = (matter for matter in matters if matter.is_met_about)
    return [
        demo_offers.kept(troupe, provider_id),
        demo_offers.used(troupe, helmis),
        demo_offers.assessed(troupe, miljas),
        demo_held.held(troupe, miljas),
    ]


def _load_roster(stage: Stage, reading: Reading) -> Sequence[Part]:
    progress("Importing the roster. This is done once.")
    arrived = import_roster(stage, reading)
    parts = tuple(cast_of(reading.content))
    _engage(stage, arrived, parts)
    mark_finished(stage, OF_ROSTER)
    return parts


def _engage(stage: Stage, arrived: Arrived, parts: Sequence[Part]) -> list[Player]:
    provider = arrived.organisation(provider_of(arrived.content))
    return [engage(stage, arrived, part, (provider, provider)) for part in parts]


def _read(roster: Path) -> Reading:
    reading = read_path(roster, ReadingRules())
    if not reading.is_sound:
        refuse(
            f"the roster has {len(reading.problems)} problems: `welfare roster import {roster} --dry-run` lists them"
        )
    return reading
