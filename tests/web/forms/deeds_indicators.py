"""The deeds on indicators: results typed in, files imported, what was talked through."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed

UNIT = "/communal/{unit_id}"
SHEET = f"{UNIT}/indicator-results/health_survey-grades_8_9/2026"
INDICATORS: Mapping[str, Deed] = {
    "indicators.save_sheet": Deed(
        who="principal",
        at=SHEET,
        answers={"respondents": "118", "value_bullied_weekly_8_9": "7,4", "value_likes_school_8_9": "56"},
    ),
}
