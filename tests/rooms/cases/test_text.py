"""The words of a matter: changed with nothing lost, and never in the clear on disk."""

from uuid import UUID

import pytest

from tests.builders import Village
from tests.builders_cases import People, a_case, an_exclusion
from tests.clock import Clock
from tests.furnishing import furnishes
from tests.signing_in import Visit


@furnishes
def case_id(village: Village, people: People) -> UUID:
    """An open matter led by the curator, with the nurse in it."""
    return a_case(village, people.student, people.curator, people.nurse)


def test_a_member_changes_title_and_background(people: People, visit: Visit, case_id: UUID) -> None:
    page = visit(people.nurse).get(f"/cases/{case_id}").follow("Edit")
    page = page.form("Save").submit(title="Mornings", background="Absences on Mondays.")
    assert page.has("The title and background are saved.")
    assert page.has("Absences on Mondays.")
    assert page.has("Attendance and absences")


def test_the_second_of_two_writers_sees_both_texts_and_puts_them_together(
    people: People, visit: Visit, case_id: UUID
) -> None:
    curator, nurse = visit(people.curator), visit(people.nurse)
    late = curator.get(f"/cases/{case_id}/text").form("Save")
    nurse.get(f"/cases/{case_id}/text").form("Save").submit(title="Mornings", background="Absences on Mondays.")
    page = late.submit(title="Sleep", background="Poissaoloja aamuisin. Sleeps badly.", status=409)
    assert page.heading == "Someone else saved first"
    for words in ("Sleeps badly.", "Absences on Mondays.", "by Mirja Kanervala", "Sleep", "Mornings"):
        assert page.has(words)
    page = page.form("Save the merged text").submit(background="Absences on Mondays. Sleeps badly.")
    assert page.has("Absences on Mondays. Sleeps badly.")


def test_a_change_of_state_meanwhile_counts_as_a_change_and_loses_nothing(
    people: People, visit: Visit, case_id: UUID
) -> None:
    curator, nurse = visit(people.curator), visit(people.nurse)
    form = nurse.get(f"/cases/{case_id}/text").form("Save")
    curator.get(f"/cases/{case_id}/steps/follow-up").form("Move the matter to follow-up").submit()
    page = form.submit(title="Mornings", background="Mine.", status=409)
    assert page.form("Save the merged text").submit(background="Mine.").has("Mine.")


@pytest.mark.parametrize(
    ("background", "kept"),
    [("a" * 10_001, "a" * 10_001), ("bad\x00sign", "bad�sign"), ("bad\ud800sign", None), ("\u202eturned", "�turned")],
)
def test_text_that_cannot_be_kept_is_refused_at_its_field_and_stays_on_the_page(
    people: People, visit: Visit, case_id: UUID, background: str, kept: str | None
) -> None:
    form = visit(people.curator).get(f"/cases/{case_id}/text").form("Save")
    if kept is None:
        background = background.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    page = form.submit(title="T", background=background, status=422)
    assert page.field_error("background")
    assert kept is None or page.form("Save").data["background"] == kept


def test_an_accented_letter_in_two_signs_is_kept_as_one(people: People, visit: Visit, case_id: UUID) -> None:
    form = visit(people.curator).get(f"/cases/{case_id}/text").form("Save")
    assert form.submit(title="T", background="Pa\u0308iva\u0308t").has("Päivät")


def test_a_closed_matters_words_are_not_changed(people: People, visit: Visit, case_id: UUID) -> None:
    client = visit(people.curator)
    form = client.get(f"/cases/{case_id}/steps/close").form("Close the matter")
    form.submit(reached="The mornings work.", judges="group")
    client.get(f"/cases/{case_id}/text", status=404)


def test_unfinished_words_are_kept_for_their_writer_alone_and_can_be_thrown_away(
    people: People, visit: Visit, case_id: UUID
) -> None:
    nurse = visit(people.nurse)
    page = nurse.get(f"/cases/{case_id}/text").form("Save").fill(background="Half a sent").press("Save the draft")
    assert page.form("Save").data["background"] == "Half a sent"
    assert (
        visit(people.curator).get(f"/cases/{case_id}/text").form("Save").data["background"] == "Poissaoloja aamuisin."
    )
    page.form("Discard the draft").submit()
    assert nurse.get(f"/cases/{case_id}/text").form("Save").data["background"] == "Poissaoloja aamuisin."


def test_a_draft_older_than_the_stored_text_is_never_saved_over_it_unseen(
    people: People, visit: Visit, case_id: UUID, clock: Clock
) -> None:
    nurse, curator = visit(people.nurse), visit(people.curator)
    nurse.get(f"/cases/{case_id}/text").form("Save").fill(background="Old draft.").press("Save the draft")
    clock.forward(minutes=1)
    curator.get(f"/cases/{case_id}/text").form("Save").submit(background="Newer words.")
    page = nurse.get(f"/cases/{case_id}/text").form("Save").submit(status=409)
    assert page.has("Newer words.")
    assert page.has("Old draft.")
    page.form("Save the merged text").submit(background="Both.")
    assert nurse.get(f"/cases/{case_id}/text").form("Save").data["background"] == "Both."


def test_a_proposal_is_kept_as_it_is_typed(people: People, visit: Visit) -> None:
    client = visit(people.curator)
    form = client.get(f"/cases/new/{people.student.person_id}").form("Propose the matter").fill(title="Half")
    client.post(
        f"/cases/new/{people.student.person_id}/draft", form.data, status=204, headers={"X-Requested-With": "autosave"}
    )
    page = client.get(f"/cases/new/{people.student.person_id}")
    assert page.form("Propose the matter").data["title"] == "Half"
    page = page.form("Propose the matter").submit(
        subject="learning", background="B", initiator="student", initiated_on="20.11.2026"
    )
    assert page.heading == "Aada Metsäpelto"
    assert client.get(f"/cases/new/{people.student.person_id}").form("Propose the matter").data["title"] == ""


def test_one_in_conflict_keeps_no_proposal_as_nobody_else_is_hindered_to(
    village: Village, people: People, visit: Visit
) -> None:
    case_id = a_case(village, people.student, people.curator)
    new = f"/cases/new/{people.student.person_id}"
    clients = {who: visit(who) for who in (people.nurse, people.curator)}
    typed = {who: client.get(new).form("Propose the matter").fill(title="Half").data for who, client in clients.items()}
    an_exclusion(village, case_id, people.student, people.nurse)
    for path, kept in ((f"{new}/draft", 204), (f"{new}/draft/discard", 303)):
        clients[people.nurse].post(path, typed[people.nurse], status=404)
        clients[people.curator].post(path, typed[people.curator], status=kept, follow=False)
    assert not clients[people.nurse].get("/cases/new").has("Aada Metsäpelto")
    assert clients[people.curator].get("/cases/new").has("Aada Metsäpelto")
