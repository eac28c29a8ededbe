"""The deeds of students and guardians on their own pages."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed

OWN = "/own/{own_student_id}"

WORDS = OWN + "/matters/{own_case_id}/words"

PORTAL: Mapping[str, Deed] = {
    "portal.answer": Deed(
        who="aada_herself",
        at=OWN + "/matters/{own_case_id}/who",
        answers={"group_member_{mirja_nurse_person_hex}": "no", "excluded": "Isän muutosta ei puhuta."},
    ),
    "portal.leave_guardian_out": Deed(
        who="aada_herself",
        at=OWN + "/left-out/new",
        answers={
            "guardians": "{aadas_guardian_person}",
            "what": "all",
            "scope": "Vain kotiasioista.",
            "reason": "Pelkään kotona.",
        },
    ),
    "portal.take_leaving_out_back": Deed(
        who="aada_herself",
        at=OWN + "/left-out",
        to=OWN + "/left-out/{own_prohibition_id}/take-back",
        keeps_all=True,
    ),
    "portal.write": Deed(who="aada_herself", at=WORDS, answers={"text": "Aamut ovat vaikeimpia.", "who": "group"}),
    "portal.send_meeting_feedback": Deed(
        who="aada_herself",
        at=OWN + "/meetings/{own_seat_id}/how-it-went",
        answers={"secret_heard": "5", "secret_clear": "4", "secret_next": "0"},
    ),
    "portal.share": Deed(who="aada_herself", at=WORDS, keeps_all=True),
    "portal.take_back": Deed(
        who="aada_herself", at=WORDS, to=WORDS + "/{own_words_id}/take-back", keeps_all=True, changes=False
    ),
}
