"""The deeds of the log review."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed

LOG_REVIEWS: Mapping[str, Deed] = {
    "log_reviews.explain": Deed(
        who="data_protection_officer",
        at="/log-reviews/{finding_id}",
        answers={"explanation": "own_task", "words": "Tehtävä oli sovittu."},
    ),
    "log_reviews.breach": Deed(
        who="data_protection_officer",
        at="/log-reviews/{finding_id}/breach",
        answers={
            "kind": "seen",
            "risk": "high",
            "what": "Uteliaisuus.",
            "effects": "Mielipaha.",
            "measures": "Kuultu.",
        },
    ),
    "breaches.open": Deed(
        who="data_protection_officer",
        at="/breaches/new",
        answers={
            "kind": "lost",
            "noticed_on": "22.11.2026",
            "noticed_clock": "16.00",
            "since_on": "20.11.2026",
            "about_so_many": "3",
            "risk": "risk",
            "what": "Paperi jäi bussiin.",
            "effects": "Nimet nähtiin.",
            "measures": "Paperi haettiin.",
        },
    ),
    "breaches.find_concerned": Deed(
        who="data_protection_officer",
        at="/breaches/{breach_id}/concerned",
        answers={"name": "Eetu"},
        gives=200,
        changes=False,
    ),
    "breaches.name_concerned": Deed(
        who="data_protection_officer",
        at="/breaches/{breach_id}",
        to="/breaches/{breach_id}/concerned/{concerned_id}",
        keeps_all=True,
    ),
    "breaches.leave_out": Deed(
        who="data_protection_officer",
        at="/breaches/{hand_breach_id}",
        to="/breaches/{hand_breach_id}/concerned/{student_id}/leave-out",
        keeps_all=True,
    ),
    "breaches.tell_authority": Deed(
        who="data_protection_officer",
        at="/breaches/{breach_id}/authority",
        answers={"telling": "told", "on": "23.11.2026", "reference": "TSV/17/2026", "words": "Ilmoitettu."},
    ),
    "breaches.tell_people": Deed(
        who="data_protection_officer",
        at="/breaches/{breach_id}/people",
        answers={"telling": "told", "on": "23.11.2026", "words": "Asiasi avattiin ilman tehtävää."},
    ),
    "breaches.close": Deed(who="data_protection_officer", at="/breaches/{settled_breach_id}", keeps_all=True),
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
