"""The deeds of students and guardians on their own pages."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed

OWN = "/own/{own_student_id}"

PORTAL: Mapping[str, Deed] = {
    "portal.answer": Deed(
        who="aada_herself",
        at=OWN + "/matters/{own_case_id}/who",
        answers={"group_member_{mirja_nurse_person_hex}": "no", "excluded": "Isän muutosta ei puhuta."},
    ),
}
