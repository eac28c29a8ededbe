"""The public memo is a tagged file in Finnish or Swedish, of what is told to everybody and nothing else."""

from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from tests.builders import Someone, Village
from tests.builders_groups import a_decision, a_group, a_memo, a_seat, item_ids
from tests.signing_in import Visit
from welfare.communal.models import AgendaItem
from welfare.communal.queries.meetings import items_of
from welfare.rules.actors import Role
from welfare.rules.communal_meetings import AgendaKind
from welfare.rules.welfare_groups import Duty


@pytest.fixture
def chair(village: Village) -> Someone:
    return village.staff(Role.PRINCIPAL, "Riitta Reksi")


@pytest.fixture
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


def close(visit: Visit, chair: Someone, meeting_id: UUID, public: list[str] | None = None) -> None:
    """Close a memo with what is ticked already, or with these items."""
    form = visit(chair).get(f"/communal/meetings/{meeting_id}/close").form()
    form.fill(**({} if public is None else {"public": public})).submit(sure="y")


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
    a_decision(village, meeting_id, chair)
    close(visit, chair, meeting_id, [str(each) for each in item_ids(village, meeting_id)])
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


@pytest.mark.parametrize("is_told", [False, True])
def test_decisions_are_told_with_the_item_of_decisions_and_stay_with_it(
    village: Village,
    visit: Visit,
    chair: Someone,
    group_id: UUID,
    is_told: bool,  # noqa: FBT001
) -> None:
    meeting_id = a_memo(village, group_id, chair)
    a_decision(village, meeting_id, chair)
    page = visit(chair).get(f"/communal/meetings/{meeting_id}/close")
    assert page.has("if you tick “Decisions, who sees to them and by when”, and none if you do not.")
    close(visit, chair, meeting_id, [str(each) for each in item_ids(village, meeting_id)] if is_told else None)
    said, _pdf = text_of(village, visit, meeting_id, "fi")
    assert "Teemana olivat kaveritaidot." in said
    assert ("Järjestetään ryhmäytymispäivä." in said) is is_told
    assert ("Päätökset" in said) is is_told
    inside = visit(chair).get(f"/communal/meetings/{meeting_id}")
    assert inside.has("Järjestetään ryhmäytymispäivä.") or inside.has("En grupperingsdag ordnas.")
    assert ("Not in the public memo" in inside.by_id("decisions").text) is not is_told


def test_an_agenda_without_an_item_of_decisions_tells_none(
    village: Village, visit: Visit, chair: Someone, group_id: UUID
) -> None:
    meeting_id = a_memo(village, group_id, chair)
    a_decision(village, meeting_id, chair)
    with village.work() as work:
        gone = next(each for each in items_of(work.session, meeting_id) if each.kind is AgendaKind.DECISIONS)
        work.session.delete(gone)
    page = visit(chair).get(f"/communal/meetings/{meeting_id}/close")
    assert page.has("The agenda has no item of decisions: none of them stands in the public memo.")
    close(visit, chair, meeting_id, [str(each) for each in item_ids(village, meeting_id)])
    assert "ryhmäytymispäivä" not in text_of(village, visit, meeting_id, "fi")[0]


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
