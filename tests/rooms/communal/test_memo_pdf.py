"""The public memo is a tagged file in Finnish or Swedish, of what is told to everybody and nothing else."""

from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from tests.builders import Someone, Village
from tests.builders_groups import a_decision, a_group, a_memo, a_seat, item_ids
from tests.furnishing import furnishes
from tests.signing_in import Visit
from welfare.communal.models import AgendaItem
from welfare.communal.queries.meetings import items_of
from welfare.rules.actors import Role
from welfare.rules.welfare_groups import Duty


@furnishes
def chair(village: Village) -> Someone:
    return village.staff(Role.PRINCIPAL, "Riitta Reksi")


@furnishes
def group_id(village: Village, chair: Someone) -> UUID:
    found = a_group(village, chair)
    a_seat(village, found, chair, role=Role.PRINCIPAL, duty=Duty.CHAIR)
    return found


def text_of(village: Village, visit: Visit, meeting_id: UUID, language: str) -> tuple[str, PdfReader]:
    reader = visit(village.staff(Role.TEACHER, "Oona Rautasalo"))
    answer = reader.flask.get(f"/communal/meetings/{meeting_id}/memo/{language}.pdf")
    assert answer.status_code == 200
    assert answer.mimetype == "application/pdf"
    pdf = PdfReader(BytesIO(answer.data))
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split()), pdf


def close(visit: Visit, chair: Someone, meeting_id: UUID, public: list[str], told: list[str]) -> None:
    """Close a memo with these items and decisions."""
    form = visit(chair).get(f"/communal/meetings/{meeting_id}/close").form()
    form.fill(public=public, told=told).submit(sure="y")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", ["Ilmapiiri on parantunut.", "Muistio: Koulun opiskeluhuoltoryhmä", "Päätökset", "Julkinen"]),
        ("sv", ["Klimatet har blivit bättre.", "Promemoria: Skolans elevhälsogrupp", "Beslut", "Offentlig"]),
    ],
)
def test_the_memo_speaks_either_language_whatever_its_reader_speaks(
    village: Village, visit: Visit, chair: Someone, group_id: UUID, language: str, words: list[str]
) -> None:
    meeting_id = a_memo(village, group_id, chair)
    told_id = a_decision(village, meeting_id, chair)
    close(visit, chair, meeting_id, [str(each) for each in item_ids(village, meeting_id)], [str(told_id)])
    said, pdf = text_of(village, visit, meeting_id, language)
    for each in words:
        assert each in said
    assert "Teemana olivat kaveritaidot." in said
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert root["/Lang"] == f"{language}-FI"  # type: ignore[index]


def test_what_the_chair_leaves_out_is_not_on_it(village: Village, visit: Visit, chair: Someone, group_id: UUID) -> None:
    meeting_id = a_memo(village, group_id, chair)
    with village.work() as work:
        kept: list[AgendaItem] = list(items_of(work.session, meeting_id))
        chosen = [str(item.id) for item in kept if not item.text_sv]
    visit(chair).get(f"/communal/meetings/{meeting_id}/close").form().submit(sure="y", public=chosen)
    said, _pdf = text_of(village, visit, meeting_id, "fi")
    assert "Teemana olivat kaveritaidot." in said
    assert "Ilmapiiri on parantunut." not in said


def test_each_decision_is_told_or_left_out_by_itself(
    village: Village, visit: Visit, chair: Someone, group_id: UUID
) -> None:
    meeting_id = a_memo(village, group_id, chair)
    a_decision(village, meeting_id, chair)
    a_decision(village, meeting_id, chair, what_fi="Henkilöstön tila siirretään.")
    form = visit(chair).get(f"/communal/meetings/{meeting_id}/close").form()
    assert form.data.getlist("told") == [], "nothing is told until the chair chooses so"
    form.choose(told="Järjestetään ryhmäytymispäivä.").submit(sure="y")
    said, _pdf = text_of(village, visit, meeting_id, "fi")
    assert "Järjestetään ryhmäytymispäivä." in said
    assert "Henkilöstön tila" not in said
    inside = visit(chair).get(f"/communal/meetings/{meeting_id}").by_id("decisions").text
    assert "Henkilöstön tila siirretään." in inside
    assert inside.count("Not in the public memo") == 1


def test_a_decision_made_after_the_chair_has_read_the_memo_is_not_told(
    village: Village, visit: Visit, chair: Someone, group_id: UUID
) -> None:
    meeting_id = a_memo(village, group_id, chair)
    read_id = a_decision(village, meeting_id, chair)
    form = visit(chair).get(f"/communal/meetings/{meeting_id}/close").form()
    a_decision(village, meeting_id, chair, what_fi="Henkilöstön tila siirretään.")
    form.submit(sure="y", told=str(read_id))
    said, _pdf = text_of(village, visit, meeting_id, "fi")
    assert "Järjestetään ryhmäytymispäivä." in said
    assert "Henkilöstön tila" not in said


def test_an_addition_stands_beside_the_memo_and_not_in_the_public_one(
    village: Village, visit: Visit, chair: Someone, group_id: UUID
) -> None:
    meeting_id = a_memo(village, group_id, chair, is_closed=True)
    page = visit(chair).get(f"/communal/meetings/{meeting_id}/additions/new")
    assert page.has("It is not in the public memo.")
    page = page.form().submit(text_fi="Yhdyspinnan riita jatkuu.")
    assert page.has("Yhdyspinnan riita jatkuu.")
    assert "Not in the public memo" in page.by_id("additions").text
    said, _pdf = text_of(village, visit, meeting_id, "fi")
    assert "Ilmapiiri on parantunut." in said
    assert "Yhdyspinnan riita" not in said


def test_there_is_no_file_before_the_memo_is_closed(
    village: Village, visit: Visit, chair: Someone, group_id: UUID
) -> None:
    meeting_id = a_memo(village, group_id, chair)
    visit(chair).get(f"/communal/meetings/{meeting_id}/memo/fi.pdf", status=404)
