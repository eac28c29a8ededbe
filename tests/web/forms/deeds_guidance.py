"""The deeds of guidance: instructions, needs and training."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed

UNIT = "/communal/{unit_id}"
ONE = UNIT + "/instructions/{instruction_id}"
INSTRUCTION = {
    "title_fi": "Poissaolot",
    "title_sv": "Frånvaro",
    "text_fi": "Kirjaa heti.",
    "text_sv": "Anteckna genast.",
    "link": "https://example.org/ohje",
    "readers": "teaching",
    "begins_on": "1.12.2026",
    "ends_on": "31.7.2027",
}
EVENT = {
    "title_fi": "Uusi vaikuttavuus",
    "title_sv": "Ny verkningsfullhet",
    "held_on": "6.11.2026",
    "area": "early_support",
    "organiser": "LAPE-akatemia",
    "sectors": "Koulut",
    "participants": "59",
    "grade": "8",
    "outcome": "Oma suunnitelma.",
    "attending": "{oona_own_teacher_account}",
}
GUIDANCE: Mapping[str, Deed] = {
    "guidance.new_instruction": Deed(who="principal", at=UNIT + "/instructions/new", answers=INSTRUCTION),
    "guidance.change_instruction": Deed(who="principal", at=ONE + "/edit", answers=INSTRUCTION),
    "guidance.read": Deed(who="oona_own_teacher", at=ONE, keeps_all=True),
    "guidance.remind": Deed(who="principal", at=ONE, keeps_all=True),
    "guidance.keep_need": Deed(
        who="principal",
        at=UNIT + "/training/needs",
        answers={"area": "bullying", "answered": "38", "wanting": "21"},
    ),
    "guidance.new_training": Deed(who="principal", at=UNIT + "/training/new", answers=EVENT),
    "guidance.change_training": Deed(who="principal", at=UNIT + "/training/{training_id}", answers=EVENT),
}
