"""The room's blueprint, and the loaders of what its routes name."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.organisations.loaders import (
    load_calendar_owner,
    load_closed_days,
    load_county,
    load_organisation,
    load_provider,
    load_school,
    load_term,
    load_year,
)

bp = GuardedBlueprint(
    "organisations",
    __name__,
    subjects={
        "organisation_id": load_organisation,
        "provider_id": load_provider,
        "county_id": load_county,
        "school_id": load_school,
        "calendar_id": load_calendar_owner,
        "year_id": load_year,
        "term_id": load_term,
        "closed_id": load_closed_days,
    },
)
