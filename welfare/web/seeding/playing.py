"""Playing a profile: people arrive, get accounts, and their weeks pass scene by scene."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random
from uuid import UUID

from welfare.access.gate import HOME_ZONE
from welfare.organisations.queries import institution_calendar
from welfare.people.roster.names import RosterFile
from welfare.rules.actors import Role
from welfare.web.seeding.arrivals import import_roster
from welfare.web.seeding.case_plans import plan_cases
from welfare.web.seeding.case_script import CaseScript, SeededCase
from welfare.web.seeding.company import Company, Elder, Pupil, people_of
from welfare.web.seeding.demo_access import answered_before, counted_before
from welfare.web.seeding.director import Diary, Tell, perform
from welfare.web.seeding.ensemble import Town
from welfare.web.seeding.hiring import admit, appoint, hire
from welfare.web.seeding.profiles import Profile, Settlement
from welfare.web.seeding.request_plans import RequestPlanner, RequestScript, SeededRequest
from welfare.web.seeding.stage import Stage

FAMILY_ACCOUNTS = 5
"""So many students, and as many guardians, get accounts where matters are played."""


@dataclass
class Played:
    """Everything a seed has made."""

    company: Company = field(default_factory=Company)
    cases: list[SeededCase] = field(default_factory=list)
    requests: list[SeededRequest] = field(default_factory=list)


def play(profile: Profile, stage: Stage, ends: datetime, tell: Tell) -> Played:
    """Fill an empty instance; the same day gives the same people, never the same ids."""
    rng, today = Random(profile.name), ends.astimezone(HOME_ZONE).date()  # noqa: S311 - invented people, no secrets
    played = Played()
    for settlement in profile.settle(today, rng):
        town = _settle(stage, played.company, settlement)
        tell(f"{len(played.company.pupils)} pupils, {len(played.company.users)} accounts")
        if profile.is_communal:
            counted_before(stage)
            answered_before(stage)
            tell("three school years of communal work:")
            perform(stage, town.threads(today), ends, tell)
    if profile.matters:
        _play_matters(profile, stage, played, _Evening(ends, today, rng, tell))
    return played


@dataclass(frozen=True, slots=True)
class _Evening:
    """When the play ends, and what it is played by."""

    ends: datetime
    today: date
    rng: Random
    tell: Tell


def _play_matters(profile: Profile, stage: Stage, played: Played, evening: _Evening) -> None:
    company, rng = played.company, evening.rng
    company.users += admit(stage, Role.STUDENT, _students(company))
    company.users += admit(stage, Role.GUARDIAN, _guardians(company))
    with stage.ledger.transaction() as reading:
        calendar = institution_calendar(reading.session, company.pupils[0].school_id)
    diary = Diary(evening.today, calendar)
    cases, requests = CaseScript(stage, diary, rng), RequestScript(stage, diary, rng)
    pupils = company.pupils_by_school_in_turn() if profile.is_spread else company.pupils
    plans = plan_cases(company, pupils, profile.matters, rng)
    left_out = frozenset(plan.pupil.id for plan in plans if plan.excluded)
    threads = [cases.thread(plan) for plan in plans]
    threads += [requests.thread(plan) for plan in RequestPlanner(company, rng, left_out).plans()]
    perform(stage, threads, evening.ends, evening.tell)
    played.cases, played.requests = cases.played, requests.played


def _settle(stage: Stage, company: Company, settlement: Settlement) -> Town:
    """Take a municipality's people into the company, with accounts for its staff."""
    arrived = import_roster(stage, settlement.reading)
    pupils, elders = people_of(arrived)
    company.pupils += pupils
    company.elders += elders
    company.users += hire(stage, arrived)
    places = {
        "provider": arrived.organisation(settlement.provider_id),
        "county": arrived.organisation(settlement.county_id),
    }
    company.users += [appoint(stage, each, settlement.code, places[each.at]) for each in settlement.by_hand]
    classes = arrived.targets[RosterFile.CLASSES]
    for row in arrived.content.enrollments.records.values():
        if row.is_primary:
            company.teachers[classes[row.class_id]] = arrived.person(row.user_id)
    return Town(stage, company, places["provider"], places["county"])


def _students(company: Company) -> Iterator[tuple[Pupil, UUID]]:
    """One hidden, one grown up, one too small to decide alone, as far as there are any; each belongs to its school."""
    kinds: list[Callable[[Pupil], bool]] = [
        lambda pupil: pupil.is_restricted,
        lambda pupil: not pupil.guardian_ids,
        lambda pupil: not pupil.is_able,
        lambda pupil: pupil.is_able and len(pupil.guardian_ids) > 1,
    ]
    wanted = [pupil for fits in kinds if (pupil := next(filter(fits, company.pupils), None))]
    chosen = list(dict.fromkeys([*wanted, *company.pupils]))[:FAMILY_ACCOUNTS]
    return ((pupil, pupil.school_id) for pupil in chosen)


def _guardians(company: Company) -> Iterator[tuple[Elder, UUID]]:
    """A parent who has no custody, and the guardians of the students with accounts."""
    accounts = {user.person_id for user in company.users}
    apart = [elder for elder in company.elders if not elder.has_custody and not elder.is_restricted]
    near = [elder for elder in company.elders if accounts.intersection(elder.student_ids)]
    chosen = list(dict.fromkeys([*apart[:1], *near]))[:FAMILY_ACCOUNTS]
    schools = {pupil.id: pupil.school_id for pupil in company.pupils}
    return ((elder, schools[elder.student_ids[0]]) for elder in chosen)
