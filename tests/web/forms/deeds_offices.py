"""The deeds of administrators and of the data protection officer."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.client import Page
from tests.rooms.people.roster.pages_scene import packed
from tests.rooms.people.roster.small import SmallRoster
from tests.web.forms.deed import Deed, first_offered
from tests.web.forms.scene import Scene

CALENDAR = "/organisations/{calendar_id}/calendar"
YEAR = CALENDAR + "?year={year_id}"
SCHOOL = {
    "name_fi": "Kaislarannan koulu",
    "name_sv": "Vasstrands skola",
    "short_name": "KAR",
    "official_code": "01234",
    "unit_type": "basic",
    "languages": "fi",
}


@cache
def small_roster() -> bytes:
    """The bytes of a roster that is whole."""
    with TemporaryDirectory() as folder:
        return packed(SmallRoster(Path(folder) / "roster").write())


def the_roster(scene: Scene, page: Page) -> bytes:
    """The file that is chosen."""
    del scene, page
    return small_roster()


def _ville(at: str, answers: Mapping[str, str] | None = None, **more: object) -> Deed:
    return Deed(who="administrator", at=at, answers=answers or {}, **more)  # type: ignore[arg-type]  # a Deed's words


OFFICES: Mapping[str, Deed] = {
    "organisations.save": _ville("/organisations/{school_id}", SCHOOL),
    "organisations.save provider": _ville(
        "/organisations/{provider_id}", {"name_fi": "Rannan kaupunki", "name_sv": "Strands stad"}
    ),
    "organisations.new_school": _ville("/organisations/{provider_id}/schools/new", SCHOOL),
    "organisations.new_county": _ville("/organisations/counties/new", {"county": "06"}),
    "organisations.new_provider": Deed(
        who="county_chief",
        at="/organisations/{county_id}/providers/new",
        answers={"municipality": first_offered("municipality")},
    ),
    "organisations.new_year": _ville(CALENDAR + "/years/new", {"first": "7.8.2028", "last": "2.6.2029"}),
    "organisations.changed_year": _ville(CALENDAR + "/years/{year_id}", {"first": "9.8.2027", "last": "4.6.2028"}),
    "organisations.no_year": _ville(YEAR, keeps_all=True),
    "organisations.new_term": _ville(
        CALENDAR + "/years/{free_year_id}/terms", {"first": "11.8.2026", "last": "18.12.2026", "name": "Syksy"}
    ),
    "organisations.no_term": _ville(YEAR, keeps_all=True),
    "organisations.new_closed_days": _ville(
        CALENDAR + "/closed-days",
        {"first": "12.10.2026", "last": "16.10.2026", "name_fi": "Syysloma", "name_sv": "Höstlov"},
    ),
    "organisations.no_closed_days": _ville(YEAR, keeps_all=True),
    "people.upload": Deed(who="administrator", at="/roster", answers={"file": the_roster}),
    "people.leave": _ville("/account", to="/roster/deliveries/{delivery_id}/remove", keeps_all=True),
    "people.looked_at": _ville("/roster/reviews", keeps_all=True),
    "upkeep.retry": _ville("/upkeep?shown=jobs", keeps_all=True),
    "upkeep.retry_all": _ville("/upkeep", keeps_all=True),
    "oversight.people": Deed(
        who="data_protection_officer",
        at="/audit",
        answers={"name": "Aada", "sought": "acted"},
        gives=200,
        changes=False,
    ),
    "oversight.export": Deed(
        who="data_protection_officer", at="/account", to="/audit/export", keeps_all=True, gives=200, changes=False
    ),
}
