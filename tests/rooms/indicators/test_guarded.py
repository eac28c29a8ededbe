"""No text about results, inspections and surveys names a pupil: asked about when it may, refused with a code."""

from collections.abc import Mapping
from io import BytesIO

import pytest

from tests.builders import Village
from tests.builders_indicators import a_result, an_inspection
from tests.builders_journal import IDENTITY_CODE
from tests.client import Client
from tests.signing_in import Visit
from welfare.rules.actors import Role

DISCUSSED = {
    "party": "pupils",
    "results": "health_survey-grades_8_9/2025",
    "held_on": "20.11.2026",
    "how": "Luokan tunti",
    "decided": "Jatketaan.",
}
INSPECTED = {"held_on": "4.3.2026", "parties": "Ympäristöterveys", "findings": "Valaistus heikko."}
DEFECT = {"what": "Liikuntasalin valaistus", "owner": "Tilapalvelu", "due_on": "1.12.2026"}
MENDED = {"done_on": "20.11.2026", "how": "Lamput vaihdettiin."}
SURVEY = {"audience": "pupils", "closes_on": "30.11.2026", "groups": "8A 22"}
FORMS = {
    "/discussions/new": (DISCUSSED, ["how", "decided"]),
    "/inspections/new": (INSPECTED, ["parties", "findings"]),
    "/inspections/{inspection_id}/defects/new": (DEFECT, ["what", "owner"]),
    "/inspections/{inspection_id}/defects/{defect_id}/mend": (MENDED, ["how"]),
    "/climate/new": (SURVEY, ["groups"]),
}
FIELDS = [(address, answers, name) for address, (answers, names) in FORMS.items() for name in names]


@pytest.fixture
def principal(village: Village, visit: Visit) -> Client:
    village.student("Aada Metsäpelto", village.a_class("8B"))
    a_result(village, village.school_id)
    return visit(village.staff(Role.PRINCIPAL, "Juha Petäjäniemi"))


@pytest.fixture
def places(village: Village) -> Mapping[str, str]:
    return {name: str(id) for name, id in an_inspection(village, village.school_id).items()}


@pytest.mark.parametrize(("address", "answers", "name"), FIELDS)
def test_a_pupils_name_is_asked_about_and_stands_only_with_a_reason(
    village: Village, principal: Client, places: Mapping[str, str], address: str, answers: dict[str, str], name: str
) -> None:
    form = principal.get(f"/communal/{village.school_id}{address.format(**places)}").form()
    page = form.fill(**(answers | {name: "Aadan ryhmä 22"})).submit(status=422)
    assert page.has("A pupil may be named here.")
    assert page.has("Is this a pupil?")
    assert page.form().data[name] == "Aadan ryhmä 22"
    assert page.form().submit(may_stand="word").status == 200


def test_the_source_of_a_file_is_looked_at_too(village: Village, principal: Client) -> None:
    form = principal.get(f"/communal/{village.school_id}/indicator-imports").form("Look at the file")
    form.fill(source="Aadan vastaukset", licence="own", fetched_on="20.11.2026")
    content = b"school;year;term;category;reason;grade;pupils;hours;enrolled\n;2026;spring;illness;;;180;2400;412\n"
    page = form.submit(status=422, file=(BytesIO(content), "poissaolot.csv"))
    assert page.has("Is this a pupil?")
    again = page.form("Look at the file")
    assert again.submit(may_stand="word", file=(BytesIO(content), "poissaolot.csv")).has("New 1")


@pytest.mark.parametrize(("address", "answers", "name"), FIELDS)
def test_an_identity_code_is_refused_and_the_same_without_it_is_saved(
    village: Village, principal: Client, places: Mapping[str, str], address: str, answers: dict[str, str], name: str
) -> None:
    form = principal.get(f"/communal/{village.school_id}{address.format(**places)}").form()
    page = form.fill(**(answers | {name: f"{IDENTITY_CODE} 22"})).submit(status=422)
    assert "personal identity code" in page.field_error(name)
    assert page.form().fill(**answers).submit().status == 200
