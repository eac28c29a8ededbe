"""Every POST route and the deed that uses it rightly. A route may stand here more than once, with a word behind it."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed
from tests.web.forms.deeds_accounts import ACCOUNTS
from tests.web.forms.deeds_communal import COMMUNAL
from tests.web.forms.deeds_copies import COPIES
from tests.web.forms.deeds_disclosures import DISCLOSING
from tests.web.forms.deeds_emergencies import EMERGENCIES
from tests.web.forms.deeds_groups import GROUPS
from tests.web.forms.deeds_guidance import GUIDANCE
from tests.web.forms.deeds_indicators import INDICATORS
from tests.web.forms.deeds_invitations import INVITATIONS
from tests.web.forms.deeds_log_reviews import LOG_REVIEWS
from tests.web.forms.deeds_matters import MATTERS
from tests.web.forms.deeds_meetings import MEETINGS
from tests.web.forms.deeds_minutes import MINUTES
from tests.web.forms.deeds_offers import OFFERS
from tests.web.forms.deeds_offices import OFFICES
from tests.web.forms.deeds_participation import PARTICIPATION
from tests.web.forms.deeds_plans import PLANS
from tests.web.forms.deeds_portal import PORTAL
from tests.web.forms.deeds_programmes import PROGRAMMES
from tests.web.forms.deeds_protections import PROTECTIONS
from tests.web.forms.deeds_records import RECORDS
from tests.web.forms.deeds_rectifications import RECTIFICATIONS
from tests.web.forms.deeds_requests import REQUESTS
from tests.web.forms.deeds_retention import RETENTION
from tests.web.forms.deeds_rights import RIGHTS
from tests.web.forms.deeds_school_year import SCHOOL_YEAR
from tests.web.forms.deeds_services import SERVICES
from tests.web.forms.deeds_staffing import STAFFING

DEEDS: Mapping[str, Deed] = {
    **ACCOUNTS,
    **SCHOOL_YEAR,
    **REQUESTS,
    **MATTERS,
    **MEETINGS,
    **INDICATORS,
    **INVITATIONS,
    **OFFERS,
    **OFFICES,
    **COMMUNAL,
    **GROUPS,
    **PROGRAMMES,
    **PARTICIPATION,
    **GUIDANCE,
    **STAFFING,
    **MINUTES,
    **RECORDS,
    **DISCLOSING,
    **PLANS,
    **SERVICES,
    **PORTAL,
    **RIGHTS,
    **COPIES,
    **RETENTION,
    **RECTIFICATIONS,
    **EMERGENCIES,
    **LOG_REVIEWS,
    **PROTECTIONS,
}
ELSEWHERE: Mapping[str, str] = {
    "accounts.set_up_instance": "it exists only where nobody is yet: tests/web/forms/test_first_form.py",
    "disclosures.make_own_keys": "it is offered once, before there are any: tests/rooms/disclosures/test_parcels.py",
    "cases.take_lead": "it is offered when the lead has gone: tests/rooms/cases/test_leads.py",
    "retention.propose": "one list at a time, and one waits: tests/rooms/retention/test_pages.py",
    "retention.record_transfer": "it is for what goes to the archive: tests/rooms/retention/test_pages.py",
    "people.confirm": "it is offered for a file that has been read: tests/rooms/people/roster/test_pages.py",
}
"""Routes that cannot be walked in a house with people in it, and where they are."""


def route_of(name: str) -> str:
    """The endpoint of a deed."""
    return name.partition(" ")[0]
