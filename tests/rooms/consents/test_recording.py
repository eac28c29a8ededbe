"""Recording what somebody said: each kind asks what its section asks, and what is stored is never changed."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from tests.builders import Village
from tests.builders_cases import People, a_bare_case, a_case, a_will
from tests.furnishing import furnishes
from tests.recording import record_answer
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.cases.models import Case
from welfare.consents.models import ExpressionOfWill
from welfare.consents.queries import said_about
from welfare.rules.ability import Ability
from welfare.rules.answers import ConsentStatus
from welfare.rules.consent import Answer, ConsentKind, GiverCapacity

TODAY = date(2026, 11, 23)
FINDING: dict[str, Any] = {"ability": "unable", "ability_grounds": "Second-grader.", "ability_on": "20.11.2026"}


@furnishes
def case_id(village: Village, people: People) -> UUID:
    """A proposed matter in which nothing has been said."""
    return a_bare_case(village, people.student, people.curator)


def rows_of(ledger: Ledger) -> list[ExpressionOfWill]:
    with ledger.transaction() as transaction:
        found = list(transaction.session.scalars(select(ExpressionOfWill).order_by(ExpressionOfWill.number)))
        transaction.session.expunge_all()
        return found


def status_of(ledger: Ledger, case_id: UUID, kind: ConsentKind, named: UUID | None = None) -> ConsentStatus:
    with ledger.transaction() as transaction:
        case = transaction.session.get_one(Case, case_id)
        return said_about(transaction.session, case, TODAY).standing(kind, named).status


def test_an_answer_is_kept_with_its_number_giver_and_recorder(
    people: People, visit: Visit, case_id: UUID, ledger: Ledger
) -> None:
    record_answer(visit(people.curator), case_id, "group-handling", people.student, place="Room 114")
    row = rows_of(ledger)[0]
    assert row.number == "2026–27/T/0001"
    assert (row.kind, row.answer, row.capacity) == (ConsentKind.GROUP_HANDLING, Answer.GIVEN, GiverCapacity.SELF)
    assert (row.recorded_by, row.information_version) == (people.curator.account_id, "1")
    assert str(row.valid_to) == "2027-05-23"
    page = (
        visit(people.curator).get(f"/cases/{case_id}/consents").follow("Read: Aada Metsäpelto, in writing 23 Nov 2026")
    )
    for words in ("Room 114", "In writing on paper", "Version 1, Suomi", "Saara Lehtovirta"):
        assert page.has(words)


def test_the_second_answer_of_one_talk_begins_with_how_the_first_was_given_and_not_with_who_or_what(
    people: People, visit: Visit, case_id: UUID
) -> None:
    address = f"/cases/{case_id}/consents/new/group-member"
    first = visit(people.curator).get(address).form().data
    assert first.keys().isdisjoint({"way", "language", "giver", "answer"})
    record_answer(visit(people.curator), case_id, "group-handling", people.student)
    second = visit(people.curator).get(address).form().data
    assert (second["way"], second["language"]) == ("paper", "fi")
    assert second.keys().isdisjoint({"giver", "answer"})


def test_a_refusal_is_recorded_as_easily_as_a_consent(
    people: People, visit: Visit, case_id: UUID, ledger: Ledger
) -> None:
    page = record_answer(visit(people.curator), case_id, "group-handling", people.student, Answer.REFUSED)
    assert page.has("The refusal is recorded.")
    assert status_of(ledger, case_id, ConsentKind.GROUP_HANDLING) is ConsentStatus.REFUSED


@pytest.mark.parametrize("kind", ["outsider-participation", "disclosure", "transfer"])
def test_what_leaves_the_group_is_specific_and_in_writing(
    people: People, visit: Visit, case_id: UUID, kind: str, ledger: Ledger
) -> None:
    client = visit(people.curator)
    named: dict[str, Any] = {"outsider_name": "Sanni Korpijoki"}
    page = record_answer(
        visit(people.curator), case_id, kind, people.student, status=422, way="oral_in_meeting", **named
    )
    assert page.field_error("way")
    assert page.field_error("scope")
    assert page.form("Record the answer").data["outsider_name"] == "Sanni Korpijoki"
    record_answer(client, case_id, kind, people.student, scope="Mornings.", **named)
    assert [row.has_scope for row in rows_of(ledger)] == [True]


def test_the_same_outsider_is_chosen_again_and_not_named_anew(
    people: People, visit: Visit, case_id: UUID, ledger: Ledger
) -> None:
    client = visit(people.curator)
    record_answer(client, case_id, "disclosure", people.student, scope="Mornings.", outsider_name="Sanni Korpijoki")
    form = client.get(f"/cases/{case_id}/consents/new/disclosure").form("Record the answer")
    known = form.options["outsider"]["Sanni Korpijoki"]
    record_answer(client, case_id, "disclosure", people.student, Answer.REFUSED, outsider=known)
    first, second = rows_of(ledger)
    assert first.outsider_id == second.outsider_id
    assert status_of(ledger, case_id, ConsentKind.DISCLOSURE, first.outsider_id) is ConsentStatus.REFUSED


def test_a_guardian_answers_in_the_pupils_place_only_with_a_finding(
    people: People, visit: Visit, case_id: UUID, ledger: Ledger
) -> None:
    client = visit(people.curator)
    page = record_answer(client, case_id, "group-handling", people.mother, status=422)
    assert page.field_error("ability")
    page = record_answer(client, case_id, "group-handling", people.mother, status=422, ability="unable")
    assert page.field_error("ability_grounds")
    assert page.field_error("ability_assessor")
    assert page.field_error("ability_on")
    whole = FINDING | {"ability_assessor": str(people.nurse.person_id)}
    page = record_answer(client, case_id, "group-handling", people.mother, **whole)
    assert page.has("The consent holds when everybody who decides has answered.")
    assert page.has("An answer is awaited from: Kari Metsäpelto")
    assert rows_of(ledger)[0].ability is Ability.UNABLE


def test_the_finding_is_shown_again_for_the_other_guardian(people: People, visit: Visit, case_id: UUID) -> None:
    client = visit(people.curator)
    whole = FINDING | {"ability_assessor": str(people.nurse.person_id)}
    record_answer(client, case_id, "group-handling", people.mother, **whole)
    data = client.get(f"/cases/{case_id}/consents/new/group-handling").form("Record the answer").data
    assert (data["ability"], data["ability_grounds"], data["ability_on"]) == ("unable", "Second-grader.", "20.11.2026")


def test_only_social_and_health_professionals_are_offered_as_assessors(
    people: People, visit: Visit, case_id: UUID
) -> None:
    form = visit(people.curator).get(f"/cases/{case_id}/consents/new/group-handling").form("Record the answer")
    assert sorted(form.options["ability_assessor"]) == [
        "Choose",
        "Mirja Kanervala – School nurse",
        "Saara Lehtovirta – Curator",
    ]


def test_the_other_guardian_is_passed_over_only_with_a_reason(
    people: People, visit: Visit, case_id: UUID, ledger: Ledger
) -> None:
    client, whole = visit(people.curator), FINDING | {"ability_assessor": str(people.nurse.person_id)}
    page = record_answer(client, case_id, "group-handling", people.mother, status=422, prevented="yes", **whole)
    assert page.field_error("prevented_reason")
    record_answer(
        client, case_id, "group-handling", people.mother, prevented="yes", prevented_reason="At sea.", **whole
    )
    assert status_of(ledger, case_id, ConsentKind.GROUP_HANDLING) is ConsentStatus.VALID


def test_a_parent_who_does_not_decide_is_not_offered(
    village: Village, people: People, visit: Visit, case_id: UUID
) -> None:
    village.guardian("Olli Etävanhempi", people.student, decides=False)
    form = visit(people.curator).get(f"/cases/{case_id}/consents/new/group-handling").form("Record the answer")
    assert list(form.options["giver"]) == ["Aada Metsäpelto", "Kari Metsäpelto", "Tiina Metsäpelto"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("given_on", "1.12.2026"),
        ("given_on", "yesterday"),
        ("valid_to", "1.1.2020"),
        ("giver", "not-an-id"),
        ("answer", "withdrawn"),
        ("way", "telepathy"),
        ("language", "xx"),
        ("scope", "x" * 4001),
        ("place", "a\x00b"),
    ],
)
def test_a_bad_value_is_refused_at_its_field(
    people: People, visit: Visit, case_id: UUID, field: str, value: str
) -> None:
    answers: dict[str, Any] = {field: value}
    page = record_answer(visit(people.curator), case_id, "group-handling", people.student, status=422, **answers)
    assert page.field_error(field)


def test_somebody_from_elsewhere_can_neither_answer_nor_be_named(
    village: Village, people: People, visit: Visit, case_id: UUID
) -> None:
    client = visit(people.curator)
    stranger = village.guardian("Outi Outo", village.student("Elias Koskela", village.a_class("9A")))
    page = record_answer(client, case_id, "group-handling", stranger, status=422)
    assert page.field_error("giver")
    page = record_answer(
        client, case_id, "group-member", people.student, status=422, member=str(people.mother.person_id)
    )
    assert page.field_error("member")


def test_an_unknown_kind_is_not_there(people: People, visit: Visit, case_id: UUID) -> None:
    visit(people.curator).get(f"/cases/{case_id}/consents/new/blood-oath", status=404)


def test_a_form_sent_twice_is_one_expression(people: People, visit: Visit, case_id: UUID, ledger: Ledger) -> None:
    form = visit(people.curator).get(f"/cases/{case_id}/consents/new/group-handling").form("Record the answer")
    form.fill(giver=str(people.student.person_id), answer="given", way="paper", language="sv")
    form.submit()
    form.submit()
    assert len(rows_of(ledger)) == 1


def test_a_new_answer_replaces_an_earlier_one_that_stays_as_it_was(
    village: Village, people: People, visit: Visit, ledger: Ledger
) -> None:
    case_id = a_case(village, people.student, people.curator, people.nurse)
    old = a_will(village, case_id, people.student, ConsentKind.DISCLOSURE)
    client = visit(people.curator)
    form = client.get(f"/cases/{case_id}/consents/{old}").follow("Record a new answer").form("Record the answer")
    form.submit(answer="given", language="fi", way="paper", scope="More.", giver=str(people.student.person_id))
    rows = {row.id: row for row in rows_of(ledger)}
    new = next(row for row in rows.values() if row.answers_id == old)
    assert new.outsider_id == rows[old].outsider_id
    assert client.get(f"/cases/{case_id}/consents/{old}").has("Replaced")


def test_nothing_that_was_said_is_ever_updated(
    village: Village, people: People, visit: Visit, ledger: Ledger, app: Flask
) -> None:
    case_id = a_case(village, people.student, people.curator, people.nurse)
    client = visit(people.curator)
    record_answer(client, case_id, "group-member", people.student, member=str(people.teacher.person_id))
    record_answer(client, case_id, "group-member", people.student, Answer.REFUSED, member=str(people.nurse.person_id))
    assert {row.revision for row in rows_of(ledger)} == {1}
    verbs = {
        rule.endpoint.partition(".")[2] for rule in app.url_map.iter_rules() if rule.endpoint.startswith("consents.")
    }
    assert not verbs & {"edit", "update", "delete", "remove"}


def test_the_words_of_a_consent_are_not_in_the_database(
    people: People, visit: Visit, case_id: UUID, ledger: Ledger
) -> None:
    record_answer(visit(people.curator), case_id, "group-handling", people.student, scope="Lumikukkaketo")
    row = rows_of(ledger)[0]
    assert row.document.blob is not None
    assert b"Lumikukkaketo" not in row.document.blob


def test_two_guardians_yes_is_a_yes_and_one_no_is_a_no(
    people: People, visit: Visit, case_id: UUID, ledger: Ledger
) -> None:
    client, whole = visit(people.curator), FINDING | {"ability_assessor": str(people.nurse.person_id)}
    record_answer(client, case_id, "group-handling", people.mother, **whole)
    assert status_of(ledger, case_id, ConsentKind.GROUP_HANDLING) is ConsentStatus.MISSING
    record_answer(client, case_id, "group-handling", people.father, **whole)
    assert status_of(ledger, case_id, ConsentKind.GROUP_HANDLING) is ConsentStatus.VALID
    record_answer(client, case_id, "group-handling", people.father, Answer.REFUSED)
    assert status_of(ledger, case_id, ConsentKind.GROUP_HANDLING) is ConsentStatus.REFUSED


def test_a_receiver_of_the_school_is_chosen_from_its_staff(
    people: People, visit: Visit, case_id: UUID, ledger: Ledger
) -> None:
    client, teacher = visit(people.curator), str(people.teacher.person_id)
    record_answer(client, case_id, "disclosure", people.student, scope="Mornings.", member=teacher)
    row = rows_of(ledger)[0]
    assert (row.named_person_id, row.outsider_id) == (people.teacher.person_id, None)
    assert status_of(ledger, case_id, ConsentKind.DISCLOSURE, people.teacher.person_id) is ConsentStatus.VALID
    assert client.get(f"/cases/{case_id}/consents").has("Information to Petri Hongisto")
    anew = client.get(f"/cases/{case_id}/consents/{row.id}").follow("Record a new answer").form("Record the answer")
    assert anew.data["member"] == teacher


def test_a_consent_to_disclose_names_one_receiver(people: People, visit: Visit, case_id: UUID, ledger: Ledger) -> None:
    both: dict[str, Any] = {"member": str(people.teacher.person_id), "outsider_name": "Sanni Korpijoki"}
    page = record_answer(
        visit(people.curator), case_id, "disclosure", people.student, scope="Mornings.", status=422, **both
    )
    assert page.field_error("outsider_name") == (
        "Error: A consent names one receiver. Leave the name empty, or choose nobody above."
    )
    assert rows_of(ledger) == []


def test_what_is_missing_is_listed_as_the_page_has_it_and_nothing_needed_is_called_optional(
    people: People, visit: Visit, case_id: UUID
) -> None:
    page = visit(people.curator).get(f"/cases/{case_id}/consents/new/disclosure")
    assert not page.has("Who receives the information? (optional)")
    assert page.has("What may be talked about or given? (if consent is given)")
    assert page.form("Record the answer").submit(status=422).errors == [
        "Write the name, or choose somebody above.",
        "Choose who answers.",
        "Choose the answer that was given.",
        "Choose how it was said.",
        "Choose the language of the information text that was used.",
    ]
