"""The deeds of the log review."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed

LOG_REVIEWS: Mapping[str, Deed] = {
    "log_reviews.explain": Deed(
        who="data_protection_officer",
        at="/log-reviews/{finding_id}",
        answers={"explanation": "own_task", "words": "Tehtävä oli sovittu."},
    ),
    "log_reviews.find_decoy": Deed(
        who="data_protection_officer",
        at="/log-reviews/decoys",
        answers={"name": "Eetu"},
        gives=200,
        changes=False,
    ),
    "log_reviews.keep_decoy": Deed(
        who="data_protection_officer",
        at="/log-reviews/decoys",
        to="/log-reviews/decoys/{student_id}",
        keeps_all=True,
    ),
    "log_reviews.drop_decoy": Deed(who="data_protection_officer", at="/log-reviews/decoys", keeps_all=True),
}
