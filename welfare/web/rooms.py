"""The rooms of the house, in the order of their floors, and who listens to which event."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from config.settings import Settings
from welfare.access.blueprint import GuardedBlueprint
from welfare.access_copies.handlers import LISTENERS as ACCESS_COPIES_LISTEN
from welfare.access_copies.routes import bp as access_copies
from welfare.accounts.handlers import LISTENERS as ACCOUNTS_LISTEN
from welfare.accounts.routes import bp as accounts
from welfare.arrangements.routes import bp as arrangements
from welfare.arrangements.section import arrangements_section
from welfare.assessments.handlers import LISTENERS as ASSESSMENTS_LISTEN
from welfare.assessments.routes import bp as assessments
from welfare.assessments.section import assessments_section
from welfare.audit.unit_of_work import Listeners, UnitOfWork
from welfare.breaches.routes import bp as breaches
from welfare.calendars.sources import Source
from welfare.cases.handlers import LISTENERS as CASES_LISTEN
from welfare.cases.routes import bp as cases
from welfare.cases.sections import Section
from welfare.communal.calendar import group_times
from welfare.communal.duties import Lamp
from welfare.communal.handlers import LISTENERS as COMMUNAL_LISTENS
from welfare.communal.parts import Hanger
from welfare.communal.routes import bp as communal
from welfare.communal.unit_parts import group_lamp, groups_part, meetings_part
from welfare.consents.handlers import LISTENERS as CONSENTS_LISTEN
from welfare.consents.papers.routes import bp as papers
from welfare.consents.prohibition_routes import bp as prohibitions
from welfare.consents.routes import bp as consents
from welfare.datarights.routes import bp as datarights
from welfare.disclosures.routes import bp as disclosures
from welfare.disclosures.section import disclosures_section
from welfare.drafts.routes import bp as drafts
from welfare.emergencies.routes import bp as emergencies
from welfare.family_letters.routes import bp as family_letters
from welfare.feedback.handlers import LISTENERS as FEEDBACK_LISTENS
from welfare.feedback.routes import bp as feedback
from welfare.feedback.section import feedback_section
from welfare.guidance.routes import bp as guidance
from welfare.guidance.section import guidance_lamp, guidance_part
from welfare.indicators.absences_part import absences_part
from welfare.indicators.lamps import discussion_lamp, inspection_lamp
from welfare.indicators.routes import bp as indicators
from welfare.indicators.section import indicators_part
from welfare.insight.pages import feedback_part, review_part, services_part
from welfare.insight.routes import bp as insight
from welfare.journal.handlers import LISTENERS as JOURNAL_LISTENS
from welfare.journal.routes import bp as journal
from welfare.journal.section import journal_section
from welfare.log_reviews.routes import bp as log_reviews
from welfare.mail.handlers import LISTENERS as MAIL_LISTENS
from welfare.meetings.handlers import LISTENERS as MEETINGS_LISTEN
from welfare.meetings.pages.feed import appointments_of
from welfare.meetings.removing import LISTENERS as MEETINGS_REMOVE
from welfare.meetings.routes import bp as meetings
from welfare.meetings.section import meetings_section
from welfare.non_disclosures.routes import bp as non_disclosures
from welfare.organisations.routes import bp as organisations
from welfare.oversight.routes import bp as oversight
from welfare.own_words.section import own_words_section
from welfare.participation.routes import bp as participation
from welfare.participation.section import participation_part
from welfare.people.routes import bp as people
from welfare.phrases.routes import bp as phrases
from welfare.plan_templates.routes import bp as plan_templates
from welfare.plans.handlers import LISTENERS as PLANS_LISTEN
from welfare.plans.routes import bp as plans
from welfare.plans.section import plan_section
from welfare.portal.routes import bp as portal
from welfare.programmes.routes import bp as programmes
from welfare.programmes.section import programmes_part
from welfare.rectifications.handlers import LISTENERS as RECTIFICATIONS_LISTEN
from welfare.rectifications.routes import bp as rectifications
from welfare.rectifications.routes import of_clients as client_rectifications
from welfare.rectifications.section import rectifications_section
from welfare.requests.handlers import LISTENERS as REQUESTS_LISTEN
from welfare.requests.routes import bp as requests
from welfare.retention.routes import bp as retention
from welfare.rules.permissions import Permission
from welfare.rules.service_grants import SERVICE_GRANTS
from welfare.school_year.clock_part import clock_part
from welfare.school_year.plan_part import plan_part, year_lamp
from welfare.school_year.routes import bp as school_year
from welfare.service_disclosures.link import group_link
from welfare.service_disclosures.routes import bp as service_disclosures
from welfare.service_notes.handlers import LISTENERS as SERVICES_LISTEN
from welfare.service_notes.links import Linker
from welfare.service_notes.routes import bp as service_notes
from welfare.staffing.pages import staffing_part
from welfare.staffing.routes import bp as staffing
from welfare.statutory_plans.routes import bp as statutory_plans
from welfare.statutory_plans.unit_parts import plans_lamp, plans_part
from welfare.upkeep.routes import bp as upkeep
from welfare.web.public import bp as public
from welfare.worklist.routes import bp as worklist

BLUEPRINTS: Sequence[GuardedBlueprint] = (
    public,
    drafts,
    accounts,
    organisations,
    people,
    family_letters,
    communal,
    indicators,
    school_year,
    statutory_plans,
    programmes,
    participation,
    guidance,
    staffing,
    phrases,
    plan_templates,
    requests,
    consents,
    papers,
    prohibitions,
    cases,
    journal,
    arrangements,
    feedback,
    assessments,
    meetings,
    disclosures,
    plans,
    service_notes,
    service_disclosures,
    emergencies,
    non_disclosures,
    insight,
    oversight,
    log_reviews,
    breaches,
    datarights,
    access_copies,
    retention,
    rectifications,
    client_rectifications,
    upkeep,
    portal,
    worklist,
)


SERVICE_ROOMS = (service_notes, service_disclosures, client_rectifications)
"""What an installation without the services' own records does without."""


def blueprints_of(settings: Settings) -> Sequence[GuardedBlueprint]:
    """The rooms of one installation: the services' own records may be kept elsewhere (``service_records``)."""
    off = () if settings.service_records else SERVICE_ROOMS
    return [room for room in BLUEPRINTS if room not in off]


def switched_off_by(settings: Settings) -> frozenset[str]:
    """The permissions that an installation has taken out of the house."""
    return frozenset() if settings.service_records else frozenset({*SERVICE_GRANTS, Permission.GROUP_TELL})


def together(*rooms: Listeners) -> Listeners:
    """What several rooms listen to: an event that two of them wait for reaches both, the lower floor first."""
    found: defaultdict[type, list[Callable[[UnitOfWork, Any], None]]] = defaultdict(list)
    for room in rooms:
        for kind, handlers in room.items():
            found[kind].extend(handlers)
    return {kind: tuple(handlers) for kind, handlers in found.items()}


LISTENERS: Listeners = together(
    MAIL_LISTENS,
    ACCOUNTS_LISTEN,
    REQUESTS_LISTEN,
    CONSENTS_LISTEN,
    CASES_LISTEN,
    JOURNAL_LISTENS,
    FEEDBACK_LISTENS,
    ASSESSMENTS_LISTEN,
    MEETINGS_LISTEN,
    COMMUNAL_LISTENS,
    MEETINGS_REMOVE,
    PLANS_LISTEN,
    SERVICES_LISTEN,
    RECTIFICATIONS_LISTEN,
    ACCESS_COPIES_LISTEN,
)
SECTIONS: Sequence[Section] = (
    feedback_section,
    rectifications_section,
    own_words_section,
    plan_section,
    meetings_section,
    assessments_section,
    arrangements_section,
    journal_section,
    disclosures_section,
)
"""What the page of a matter holds from rooms above its own."""
UNIT_PARTS: Sequence[Hanger] = (
    indicators_part,
    plan_part,
    clock_part,
    groups_part,
    meetings_part,
    programmes_part,
    absences_part,
    participation_part,
    guidance_part,
    plans_part,
    staffing_part,
    services_part,
    feedback_part,
    review_part,
)
"""What the page of a unit's communal work holds from rooms above its own, in the order of COM §4."""
DUTY_LAMPS: Sequence[Lamp] = (group_lamp, guidance_lamp, year_lamp, plans_lamp, inspection_lamp, discussion_lamp)
"""Rooms that tell how a unit's duties stand."""
CALENDAR_SOURCES: Sequence[Source] = (appointments_of, group_times)
"""Rooms whose times stand in a person's own calendar feed."""
CLIENT_LINKS: Sequence[Linker] = (group_link,)
"""What the page of a client leads to in rooms above its own."""
