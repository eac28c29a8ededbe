"""The deeds on requests for support."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed, first_offered

ASK, TELL = "/requests/new/{student_id}/ask", "/requests/new/{student_id}/tell"
REQUEST = "/requests/{request_id}"
ASKED = {
    "service": "curator",
    "urgency": "urgent",
    "urgency_reason": "Uhkailtu välitunnilla.",
    "subject": "family",
    "description": "Hän kertoi asiasta.",
}
TOLD = {
    "together": "no",
    "together_reason": "Ei tavoitettu.",
    "student_told_on": "20.11.2026",
    "guardian_told": "told",
    "guardian_told_on": "20.11.2026",
    "guardian_reason": "Puhelimessa.",
    "wish": "Ei koko luokalle.",
    "earlier_support": "Keskusteltu.",
    "contact_way": "Koulun jälkeen.",
}
SAFE = {
    "ways": "phone",
    "phone": "040 555 0199",
    "contact_way": "Illalla.",
    "home_contact": "never",
    "kept_from": "Isoveli.",
}
TALK = {"on": "24.11.2026", "clock": "9.15", "way": "in_person", "note": "Huone 114."}

REQUESTS: Mapping[str, Deed] = {
    "requests.find": Deed(who="saara_curator", at="/requests/new", answers={"name": "Aada"}, gives=200, changes=False),
    "requests.keep_ask": Deed(who="oona_own_teacher", at=ASK, answers=ASKED),
    "requests.keep_ask pupil": Deed(
        who="aada_herself", at=ASK, answers={name: ASKED[name] for name in ASKED if name != "urgency_reason"}
    ),
    "requests.keep_ask guardian": Deed(who="aadas_guardian", at=ASK, answers=ASKED),
    "requests.keep_tell": Deed(who="oona_own_teacher", at=TELL, answers=TOLD),
    "requests.keep_tell pupil": Deed(
        who="aada_herself", at=TELL, answers={"guardian_told": "told", "wish": "Rauha.", **SAFE}
    ),
    "requests.keep_tell guardian": Deed(
        who="aadas_guardian",
        at=TELL,
        answers={
            "together": "no",
            "student_told_on": "20.11.2026",
            "wish": "Rauha.",
            "earlier_support": "Ei mitään.",
            **SAFE,
        },
    ),
    "requests.autosave": Deed(who="oona_own_teacher", at=ASK, answers=ASKED, gives=204, keeps_all=True),
    "requests.send": Deed(
        who="oona_own_teacher", at=ASK, to="/requests/new/{student_id}/check", keeps_all=True, changes=False
    ),
    "requests.discard": Deed(
        who="oona_own_teacher", at="/requests/new/{student_id}/discard", keeps_all=True, changes=False
    ),
    "requests.add": Deed(
        who="aada_herself", at="/own-requests/{own_request_id}/add", answers={"text": "Torstai sopii paremmin."}
    ),
    "requests.come": Deed(who="aada_herself", at="/requests/{own_request_id}/receipt", keeps_all=True),
    "requests.take_back": Deed(who="aada_herself", at="/own-requests/{own_request_id}/take-back", keeps_all=True),
    "requests.claim": Deed(who="saara_curator", at="/requests/{sent_id}", keeps_all=True),
    "requests.claim_over": Deed(
        who="saara_curator", at="/requests/{claimed_id}/claim-over", answers={"reason": "Hän on lomalla."}
    ),
    "requests.hand_over": Deed(
        who="saara_curator",
        at=REQUEST + "/hand-over",
        answers={"to": "{curator_colleague_account}", "reason": "Sovittu työnjako."},
    ),
    "requests.keep_out": Deed(
        who="saara_curator",
        at=REQUEST + "/keep-out",
        answers={"account": "{curator_colleague_account}", "reason": "Läheinen sukulainen."},
    ),
    "requests.duty": Deed(
        who="saara_curator",
        at=REQUEST + "/duties/{task_id}",
        answers={"done_on": "23.11.2026", "note": "Kerrottu käytävällä."},
    ),
    "requests.decide_urgency": Deed(
        who="saara_curator", at=REQUEST + "/urgency", answers={"urgency": "urgent", "reason": "Uutta tietoa."}
    ),
    "requests.offer": Deed(who="saara_curator", at=REQUEST + "/talks/new", answers=TALK),
    "requests.held": Deed(who="saara_curator", at=REQUEST + "/talks/held", answers={**TALK, "on": "20.11.2026"}),
    "requests.answer": Deed(
        who="saara_curator",
        at=REQUEST + "/talks/{talk_id}",
        answers={"answer": "declined", "note": "Ei halunnut nyt."},
    ),
    "requests.decide_outcome": Deed(
        who="saara_curator",
        at="/requests/{talked_id}/outcome",
        answers={"outcome": first_offered("outcome"), "reason": "Asia on jo hoidossa."},
    ),
}
