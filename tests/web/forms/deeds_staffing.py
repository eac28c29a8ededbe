"""The deeds of staffing: pupils of a school, posts for a place."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed

STAFFING: Mapping[str, Deed] = {
    "staffing.save_pupils": Deed(
        who="principal", at="/communal/{unit_id}/staffing/2026/pupils", answers={"basic_fi": "412"}
    ),
    "staffing.save_posts": Deed(
        who="coordinator",
        at="/communal/{provider_id}/staffing/2026/posts/{unit_id}",
        answers={"curator_fi_filled": "0,6", "psychologist_fi_bought": "0,25"},
    ),
}
