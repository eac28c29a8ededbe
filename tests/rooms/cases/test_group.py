"""Who is in the group, who leads it, who leaves and who is shut out (OHL 14 § 4; HL 27-28 §; rules 8-10, 15, 16)."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_cases import People, a_bare_case, a_case, a_place, a_will, an_exclusion
from tests.furnishing import furnishes
from tests.recording import record_answer
from tests.rooms.cases.conftest import Sees
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.cases.models import CaseMember, Exclusion, MemberEnd
from welfare.rules.actors import Role
from welfare.rules.cases import CaseState
from welfare.rules.consent import Answer, ConsentKind


@furnishes
def case_id(village: Village, people: People) -> UUID:
    """An open matter led by the curator, with the nurse in it."""
    return a_case(village, people.student, people.curator, people.nurse)


def test_everybody_present_is_shown_with_the_reason_why(people: People, visit: Visit, case_id: UUID) -> None:
    page = visit(people.nurse).get(f"/cases/{case_id}")
    assert page.has("Consent of Aada Metsäpelto (in writing), in force until 3 May 2027")
    assert page.has("The curator’s, psychologist’s or nurse’s own notes")
    assert page.has("the consent that names you is in force until 3 May 2027")
    assert not page.has("Remove from the group")


def test_recording_a_members_consent_gives_the_place_in_the_same_save(
    people: People, visit: Visit, sees: Sees, case_id: UUID
) -> None:
    assert not sees(people.teacher)
    page = record_answer(
        visit(people.curator), case_id, "group-member", people.student, member=str(people.teacher.person_id)
    )
    assert page.has("Petri Hongisto")
    assert sees(people.teacher)


def test_the_place_can_wait_for_a_second_decision(people: People, visit: Visit, sees: Sees, case_id: UUID) -> None:
    client = visit(people.curator)
    form = client.get(f"/cases/{case_id}/consents/new/group-member").form("Record the answer")
    form.data.poplist("is_to_join")
    page = form.submit(
        giver=str(people.student.person_id),
        answer="given",
        way="paper",
        language="fi",
        member=str(people.teacher.person_id),
    )
    assert page.has("Petri Hongisto has been consented to and is not in the group yet")
    assert not sees(people.teacher)
    page = page.follow("Add to the group: Petri Hongisto has been consented to and is not in the group yet")
    page.form("Add to the group").submit()
    assert sees(people.teacher)


def test_nobody_joins_without_a_consent_that_names_them(people: People, visit: Visit, case_id: UUID) -> None:
    client = visit(people.curator)
    page = client.get(f"/cases/{case_id}/members/new")
    assert page.has("Nobody to add")
    token = client.get(f"/cases/{case_id}/text").form("Save").data["csrf_token"]
    data = {"csrf_token": token, "idempotency_key": "k" * 20, "person": str(people.teacher.person_id)}
    client.post(f"/cases/{case_id}/members/new", data, status=422)


def test_a_member_is_removed_with_a_reason_and_sees_nothing_in_a_session_already_open(
    people: People, visit: Visit, sees: Sees, case_id: UUID
) -> None:
    nurse = visit(people.nurse)
    nurse.get(f"/cases/{case_id}")
    curator = visit(people.curator)
    page = curator.get(f"/cases/{case_id}").follow("Remove from the group: Mirja Kanervala")
    assert page.form("Remove from the group").submit(status=422).field_error("reason")
    page.form("Remove from the group").submit(reason="Her task here is done.")
    nurse.get(f"/cases/{case_id}", status=404)
    assert nurse.get("/cases").has("No matters yet")
    assert not sees(people.nurse)


def test_the_responsible_person_hands_the_lead_over_before_leaving(
    people: People, visit: Visit, sees: Sees, case_id: UUID
) -> None:
    client = visit(people.curator)
    page = client.get(f"/cases/{case_id}").follow("Hand the lead over")
    form = page.form("Hand the lead over")
    assert list(form.options["member"]) == ["Choose", "Mirja Kanervala – School nurse"]
    form.choose(member="Mirja Kanervala – School nurse").submit()
    assert visit(people.nurse).get(f"/cases/{case_id}").has("Responsible person: Mirja Kanervala")
    assert sees(people.curator)
    client.get(f"/cases/{case_id}/responsible", status=404)


def test_only_a_member_by_valid_consent_can_lead(village: Village, people: People, visit: Visit, case_id: UUID) -> None:
    a_place(village, case_id, people.student, people.teacher)
    form = visit(people.curator).get(f"/cases/{case_id}/responsible").form("Hand the lead over")
    assert "Petri Hongisto – School nurse" not in form.options["member"]


def test_removing_the_responsible_person_is_refused_in_words(
    ledger: Ledger, people: People, visit: Visit, case_id: UUID
) -> None:
    with ledger.transaction() as transaction:
        lead = CaseMember.case_id == case_id, CaseMember.is_responsible
        member_id = transaction.session.scalars(select(CaseMember.id).where(*lead)).one()
    page = visit(people.curator).get(f"/cases/{case_id}/members/{member_id}/remove")
    refused = page.form("Remove from the group").submit(reason="Long leave.", status=422)
    assert refused.errors == ["The responsible person hands the lead over first."]


def test_a_worker_in_conflict_sees_neither_page_list_nor_count(
    people: People, visit: Visit, sees: Sees, case_id: UUID
) -> None:
    nurse = visit(people.nurse)
    assert nurse.get("/cases").has("All 1")
    page = visit(people.curator).get(f"/cases/{case_id}").follow("Conflicts of interest").follow("Shut a worker out")
    page = page.form("Shut out").submit(person=str(people.nurse.person_id), reason="The pupil’s aunt.")
    assert page.has("The pupil’s aunt.")
    nurse.get(f"/cases/{case_id}", status=404)
    assert nurse.get("/cases").has("No matters yet")
    nurse.get(f"/cases/new/{people.student.person_id}", status=404)
    assert not sees(people.nurse)


def test_ending_an_exclusion_gives_no_sight_back_by_itself(
    people: People, visit: Visit, sees: Sees, case_id: UUID, ledger: Ledger
) -> None:
    client = visit(people.curator)
    form = client.get(f"/cases/{case_id}/exclusions/new").form("Shut out")
    page = form.submit(person=str(people.nurse.person_id), reason="Thought to be a relative.")
    page.follow("End: Mirja Kanervala").form("End the exclusion").submit(reason="Not a relative after all.")
    assert not sees(people.nurse)
    with ledger.transaction() as transaction:
        ended = transaction.session.scalars(select(Exclusion)).one()
        assert ended.ended_at is not None
        assert (
            transaction.session.scalars(
                select(CaseMember.ended_why).where(CaseMember.person_id == people.nurse.person_id)
            ).one()
            is MemberEnd.EXCLUDED
        )


def test_the_responsible_person_cannot_be_shut_out_before_handing_over(
    people: People, visit: Visit, case_id: UUID
) -> None:
    page = visit(people.curator).get(f"/cases/{case_id}/exclusions/new").form("Shut out")
    refused = page.submit(person=str(people.curator.person_id), reason="Related.", status=422)
    assert refused.field_error("person")


def test_an_excluded_worker_cannot_be_added_back_by_a_consent(
    village: Village, people: People, visit: Visit, sees: Sees, case_id: UUID
) -> None:
    an_exclusion(village, case_id, people.student, people.teacher)
    client = visit(people.curator)
    record_answer(client, case_id, "group-member", people.student, member=str(people.teacher.person_id))
    page = client.get(f"/cases/{case_id}/members/new").form("Add to the group")
    refused = page.submit(person=str(people.teacher.person_id), status=422)
    assert refused.field_error("person") == "Error: A conflict of interest shuts this person out of the matter."
    assert not sees(people.teacher)


def test_a_partner_takes_part_by_specific_written_consent_and_leaves_again(
    people: People, visit: Visit, case_id: UUID
) -> None:
    client = visit(people.curator)
    named: dict[str, Any] = {
        "outsider_name": "Sanni Korpijoki",
        "outsider_role": "youth worker",
        "outsider_organisation": "Town",
    }
    page = record_answer(client, case_id, "outsider-participation", people.student, scope="Afternoons only.", **named)
    assert page.has("Sanni Korpijoki")
    assert page.has("Nothing here: there is no account.")
    page = page.follow("Takes part no more: Sanni Korpijoki").form("End the participation").submit()
    assert "Takes part no more: Sanni Korpijoki" not in page.links


def test_those_who_do_not_lead_manage_nothing(people: People, visit: Visit, case_id: UUID) -> None:
    nurse = visit(people.nurse)
    for path in ("members/new", "responsible", "exclusions", "exclusions/new", "steps/close", "consents/new"):
        nurse.get(f"/cases/{case_id}/{path}", status=404)


def test_what_belongs_to_another_matter_is_not_found_under_this_one(
    village: Village, people: People, visit: Visit, case_id: UUID
) -> None:
    other = a_case(village, people.student, people.curator)
    foreign = a_will(village, other, people.student, ConsentKind.GROUP_HANDLING)
    place = a_place(village, other, people.student, people.teacher)
    shut = an_exclusion(village, other, people.student, people.nurse)
    client = visit(people.curator)
    for path in (f"consents/{foreign}", f"members/{place}/remove", f"exclusions/{shut}/end"):
        client.get(f"/cases/{case_id}/{path}", status=404)
        client.get(f"/cases/{other}/{path}")


@pytest.mark.parametrize("role", [Role.PRINCIPAL, Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER, Role.CURATOR])
def test_office_alone_opens_no_page_of_a_matter(village: Village, visit: Visit, case_id: UUID, role: Role) -> None:
    client = visit(village.staff(role, "Ulla Vieras"))
    for path in ("", "/log", "/text", "/consents", "/consents/new", "/members/new"):
        client.get(f"/cases/{case_id}{path}", status=404)
    if role in {Role.PRINCIPAL, Role.CURATOR}:
        assert client.get("/cases").has("No matters yet")


@pytest.mark.parametrize("who", ["student", "mother"])
def test_citizens_have_no_way_in_here(people: People, visit: Visit, case_id: UUID, who: str) -> None:
    citizen: Someone = getattr(people, who)
    visit(citizen).get(f"/cases/{case_id}", status=404)
    visit(citizen).get("/cases", status=404)


def test_the_proposer_completes_the_consents_but_has_no_journal_yet(
    village: Village, people: People, visit: Visit
) -> None:
    case_id = a_bare_case(village, people.student, people.curator, state=CaseState.PROPOSED)
    page = visit(people.curator).get(f"/cases/{case_id}")
    assert page.has("The matter and its consents, to complete them. Not the journal.")
    assert "Journal" not in page.links


def test_a_refusal_that_names_a_member_ends_the_place(people: People, visit: Visit, sees: Sees, case_id: UUID) -> None:
    record_answer(
        visit(people.curator),
        case_id,
        "group-member",
        people.student,
        Answer.REFUSED,
        member=str(people.nurse.person_id),
    )
    assert not sees(people.nurse)
    assert not visit(people.curator).get(f"/cases/{case_id}").has("Remove from the group: Mirja Kanervala")
