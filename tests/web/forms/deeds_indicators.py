"""The deeds on indicators: results typed in, files imported, what was talked through."""

from collections.abc import Mapping

from tests.client import Page
from tests.web.forms.deed import Answer, Deed
from tests.web.forms.scene import Scene

UNIT = "/communal/{unit_id}"
SHEET = f"{UNIT}/indicator-results/health_survey-grades_8_9/2026"
FILES = f"{UNIT}/indicator-imports"
FILE = f"{FILES}/{{import_id}}"
CSV = (b"indicator;school;year;group;value;n\nbullied-weekly-8-9;;2025;total;7.4;118\n", "tulokset.csv")


def csv_file(scene: Scene, page: Page) -> object:
    """A file of results."""
    del scene, page
    return CSV


def _principal(at: str, answers: Mapping[str, Answer] | None = None, **more: object) -> Deed:
    return Deed(who="principal", at=at, answers=answers or {}, **more)  # type: ignore[arg-type]  # a Deed's own words


INDICATORS: Mapping[str, Deed] = {
    "indicators.hand_over": _principal(
        FILES, {"file": csv_file, "source": "THL", "licence": "cc_by", "fetched_on": "20.11.2026"}
    ),
    "indicators.approve": _principal(FILE, keeps_all=True),
    "indicators.name_indicator": Deed(
        who="coordinator",
        at="/communal/{provider_id}/indicator-imports/{provider_import_id}",
        answers={"foreign": "90001", "indicator": "bullied-weekly-8-9"},
    ),
    "indicators.define": _principal(
        f"{UNIT}/indicator-library/new",
        {
            "code": "oma-aamupala",
            "title_fi": "Syö aamupalan",
            "title_sv": "Äter frukost",
            "tells_fi": "Kuinka moni syö.",
            "tells_sv": "Hur många som äter.",
            "theme": "habits",
            "direction": "more",
            "measure": "percent",
            "levels": "school",
            "source": "Kysely",
            "licence": "own",
        },
    ),
    "indicators.word": _principal(
        f"{UNIT}/indicator-library/{{own_indicator_id}}/change", {"title_fi": "Ulkona välitunnilla"}
    ),
    "indicators.end_own": _principal(f"{UNIT}/indicator-library/{{own_indicator_id}}/change", keeps_all=True),
    "indicators.new_discussion": _principal(
        f"{UNIT}/discussions/new",
        {
            "results": "health_survey-grades_8_9/2025",
            "party": "pupils",
            "held_on": "20.11.2026",
            "how": "Luokanvalvojan tunnit",
            "decided": "Välituntivalvontaa lisätään.",
        },
    ),
    "indicators.strike": _principal(f"{UNIT}/discussions", keeps_all=True),
    "indicators.save_absences": _principal(
        f"{UNIT}/absences/2026/autumn", {"enrolled": "412", "pupils_illness": "180", "hours_illness": "2400"}
    ),
    "indicators.new_inspection": _principal(
        f"{UNIT}/inspections/new",
        {"held_on": "20.11.2026", "parties": "Ympäristöterveys", "findings": "Kunnossa."},
    ),
    "indicators.new_defect": _principal(
        f"{UNIT}/inspections/{{inspection_id}}/defects/new",
        {"what": "Portaiden kaide", "owner": "Tilapalvelu", "due_on": "1.2.2027"},
    ),
    "indicators.mend": _principal(
        f"{UNIT}/inspections/{{inspection_id}}/defects/{{defect_id}}/mend",
        {"done_on": "20.11.2026", "how": "Lamput vaihdettiin."},
    ),
    "indicators.begin_survey": _principal(
        f"{UNIT}/climate/new", {"audience": "pupils", "closes_on": "7.12.2026", "groups": "8A 22\n8B 24"}
    ),
    "indicators.end_survey": _principal(f"{UNIT}/climate", keeps_all=True),
    "indicators.find_survey": _principal("/survey", {"code": "{unit_id_hex}"}, changes=False),
    "indicators.answer": _principal(
        "/survey/{unit_id_hex}",
        {"secret_safe": "4", "secret_belong": "5", "secret_heard": "3", "secret_adult": "4", "secret_stops": "2"},
    ),
    "indicators.leave_file": _principal(FILE, keeps_all=True),
    "indicators.save_sheet": Deed(
        who="principal",
        at=SHEET,
        answers={"respondents": "118", "value_bullied_weekly_8_9": "7,4", "value_likes_school_8_9": "56"},
    ),
}
