"""The deeds of the log review."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed

LOG_REVIEWS: Mapping[str, Deed] = {
    "log_reviews.explain": Deed(
        who="data_protection_officer",
        at="/log-reviews/{finding_id}",
        answers={"explanation": "own_task", "words": "Tehtävä oli sovittu."},
    ),
}
