"""A minor leaves a guardian out: the minor's word, a professional's assessment, and what follows (OHL 18 § 2)."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_cases import People, a_case, a_will, an_assessment, an_exclusion
from tests.client import Page
from tests.clock import Clock
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.consents.models import InterestAssessment
from welfare.consents.prohibitions import is_shut_out
from welfare.rules.actors import Role
from welfare.rules.consent import ConsentKind
from welfare.rules.events import GuardiansShutOutAsked

TODAY = date(2026, 11, 23)
PROHIBITION = ConsentKind.MINOR_PROHIBITION


def shut_out(ledger: Ledger, guardian: Someone, student: Someone, case_id: UUID | None = None) -> bool:
    with ledger.transaction() as transaction:
        return is_shut_out(transaction.session, guardian.person_id, student.person_id, TODAY, case_id)


def prohibit(page: Page, guardian: Someone) -> Page:
    form = page.form("Record the prohibition")
    return form.submit(
        guardian=str(guardian.person_id), weighty_reason="Fear at home.", way="oral_in_meeting", language="fi"
    )


def assess(page: Page, answer: str = "granted", **answers: str) -> Page:
    form = page.form("Record the assessment")
    return form.fill(outcome=answer, grounds="We have talked twice.", told="We decided it.", **answers).submit()


def test_a_nurse_records_the_pupils_word_and_assesses_the_interest(
    people: People, visit: Visit, ledger: Ledger
) -> None:
    nurse = visit(people.nurse)
    page = nurse.get(f"/students/{people.student.person_id}/prohibitions").follow("Record a prohibition")
    page = prohibit(page, people.father)
    assert page.heading == "Assess the interest"
    assert page.has("Fear at home.")
    assert not shut_out(ledger, people.father, people.student)
    page = assess(page, review_on="23.2.2027")
    assert page.has("The guardian is left out from now on.")
    assert page.has("Mirja Kanervala, School nurse")
    assert shut_out(ledger, people.father, people.student)
    assert not shut_out(ledger, people.mother, people.student)


def test_found_against_the_interest_it_shuts_nobody_out(people: People, visit: Visit, ledger: Ledger) -> None:
    page = visit(people.nurse).get(f"/students/{people.student.person_id}/prohibitions/new")
    page = assess(prohibit(page, people.father), "refused")
    assert page.has("The guardian is not left out.")
    assert not shut_out(ledger, people.father, people.student)


@pytest.mark.parametrize("role", [Role.TEACHER, Role.SPECIAL_TEACHER, Role.PRINCIPAL, Role.ADMINISTRATOR])
def test_no_teacher_principal_or_administrator_sees_records_or_assesses(
    village: Village, people: People, visit: Visit, role: Role
) -> None:
    will = a_will(village, None, people.student, PROHIBITION, named=people.father, has_weighty_reason=True)
    client, base = visit(village.staff(role, "Ulla Muu")), f"/students/{people.student.person_id}/prohibitions"
    for path in ("", "/new", f"/{will}", f"/{will}/assess", f"/{will}/withdraw"):
        client.get(base + path, status=404)
        visit(people.nurse).get(base + path)


def test_neither_the_pupil_nor_the_guardian_comes_here(village: Village, people: People, visit: Visit) -> None:
    will = a_will(village, None, people.student, PROHIBITION, named=people.father, has_weighty_reason=True)
    for who in (people.student, people.father, people.mother):
        visit(who).get(f"/students/{people.student.person_id}/prohibitions/{will}", status=404)


def test_the_profession_of_the_assessor_is_kept_as_it_was(
    village: Village, people: People, visit: Visit, ledger: Ledger
) -> None:
    will = a_will(village, None, people.student, PROHIBITION, named=people.father, has_weighty_reason=True)
    page = visit(people.curator).get(f"/students/{people.student.person_id}/prohibitions/{will}/assess")
    assert list(page.form("Record the assessment").options["role"]) == ["Curator"]
    assess(page)
    with ledger.transaction() as transaction:
        found = transaction.session.scalars(select(InterestAssessment)).one()
        assert (found.assessor_role, found.assessor_person_id) == (Role.CURATOR, people.curator.person_id)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("assessed_on", "1.12.2026"),
        ("review_on", "1.1.2020"),
        ("review_on", ""),
        ("review_on", "1.12.2027"),
        ("told", ""),
        ("role", "teacher"),
        ("grounds", ""),
    ],
)
def test_a_bad_assessment_is_refused_at_its_field(
    village: Village, people: People, visit: Visit, field: str, value: str
) -> None:
    will = a_will(village, None, people.student, PROHIBITION, named=people.father, has_weighty_reason=True)
    page = visit(people.nurse).get(f"/students/{people.student.person_id}/prohibitions/{will}/assess")
    form = page.form("Record the assessment").fill(outcome="granted", grounds="Talked.", told="Done.")
    assert form.fill(**{field: value}).submit(status=422).field_error(field)


def test_a_prohibition_needs_a_weighty_reason_and_a_guardian_of_this_pupil(
    village: Village, people: People, visit: Visit
) -> None:
    stranger = village.guardian("Outi Outo", village.student("Elias Koskela", village.a_class("9A")))
    form = visit(people.nurse).get(f"/students/{people.student.person_id}/prohibitions/new").form()
    page = form.submit(guardian=str(stranger.person_id), way="paper", language="fi", status=422)
    assert page.field_error("guardian")
    assert page.field_error("weighty_reason")


def test_it_ends_by_the_pupils_own_word_alone(people: People, visit: Visit, ledger: Ledger, clock: Clock) -> None:
    nurse = visit(people.nurse)
    page = assess(prohibit(nurse.get(f"/students/{people.student.person_id}/prohibitions/new"), people.father))
    clock.forward(minutes=5)
    page = page.follow("Record a withdrawal").form("Record the withdrawal").submit(way="oral_in_meeting")
    assert page.has("The guardian is not left out any more.")
    assert not shut_out(ledger, people.father, people.student)


def test_in_a_matter_the_responsible_person_records_it_and_a_professional_assesses_it(
    village: Village, people: People, visit: Visit, ledger: Ledger
) -> None:
    case_id = a_case(village, people.student, people.curator, people.nurse)
    other_case = a_case(village, people.student, people.curator)
    curator = visit(people.curator)
    page = prohibit(
        curator.get(f"/cases/{case_id}/consents/new").follow("Choose: A minor leaves a guardian out"), people.father
    )
    assert page.has("Awaits assessment")
    assert curator.get(f"/cases/{case_id}").has("The pupil wishes to leave Kari Metsäpelto out")
    assess(page.follow("Assessment of the interest").follow("Assess the interest"))
    assert shut_out(ledger, people.father, people.student, case_id)
    assert not shut_out(ledger, people.father, people.student, other_case)
    assert shut_out(ledger, people.father, people.student)


def test_a_guardian_shut_out_is_not_offered_as_giver(village: Village, people: People, visit: Visit) -> None:
    case_id = a_case(village, people.student, people.curator)
    will = a_will(village, case_id, people.student, PROHIBITION, named=people.father, has_weighty_reason=True)
    form = visit(people.curator).get(f"/cases/{case_id}/consents/new/group-handling").form("Record the answer")
    assert "Kari Metsäpelto" in form.options["giver"]
    an_assessment(village, will, people.nurse)
    form = visit(people.curator).get(f"/cases/{case_id}/consents/new/group-handling").form("Record the answer")
    assert list(form.options["giver"]) == ["Aada Metsäpelto", "Tiina Metsäpelto"]


def test_other_rooms_are_told_who_is_shut_out(village: Village, people: People) -> None:
    will = a_will(village, None, people.student, PROHIBITION, named=people.father, has_weighty_reason=True)
    an_assessment(village, will, people.nurse)
    with village.work() as work:
        asked = GuardiansShutOutAsked(people.student.person_id, TODAY)
        work.tell(asked)
    assert asked.guardian_ids == {people.father.person_id}


def test_a_grown_pupil_has_no_guardian_to_leave_out(village: Village, people: People, visit: Visit) -> None:
    grown = village.student("Elias Koskela", village.a_class("9A"), of_age_on=TODAY)
    village.guardian("Anu Koskela", grown)
    page = visit(people.nurse).get(f"/students/{grown.person_id}/prohibitions/new")
    assert page.has("There is no guardian to leave out")
    assert "Record a prohibition" not in visit(people.nurse).get(f"/students/{grown.person_id}/prohibitions").links


def test_a_worker_in_conflict_reads_no_prohibition_of_the_pupil(village: Village, people: People, visit: Visit) -> None:
    case_id = a_case(village, people.student, people.curator)
    visit(people.nurse).get(f"/students/{people.student.person_id}/prohibitions")
    an_exclusion(village, case_id, people.student, people.nurse)
    visit(people.nurse).get(f"/students/{people.student.person_id}/prohibitions", status=404)


def test_a_prohibition_is_no_consent_to_renew(village: Village, people: People, visit: Visit) -> None:
    case_id = a_case(village, people.student, people.curator)
    will = a_will(village, case_id, people.student, PROHIBITION, named=people.father, has_weighty_reason=True)
    visit(people.curator).get(f"/cases/{case_id}/consents/{will}/renew", status=404)


def test_a_prohibition_of_another_pupil_is_not_found_under_this_one(
    village: Village, people: People, visit: Visit
) -> None:
    other = village.student("Elias Koskela", village.a_class("9A"))
    will = a_will(
        village, None, other, PROHIBITION, named=village.guardian("Anu Koskela", other), has_weighty_reason=True
    )
    nurse = visit(people.nurse)
    nurse.get(f"/students/{people.student.person_id}/prohibitions/{will}", status=404)
    nurse.get(f"/students/{other.person_id}/prohibitions/{will}")


def test_it_is_assessed_anew_taken_back_and_said_again_each_as_an_entry_of_its_own(
    people: People, visit: Visit, ledger: Ledger, clock: Clock
) -> None:
    nurse = visit(people.nurse)
    page = assess(prohibit(nurse.get(f"/students/{people.student.person_id}/prohibitions/new"), people.father))
    clock.forward(minutes=1)
    page = assess(page.follow("Assess the interest"), "refused")
    assert page.has("The guardian is not left out.")
    assert not shut_out(ledger, people.father, people.student)
    clock.forward(minutes=1)
    page = assess(page.follow("Assess the interest"))
    assert shut_out(ledger, people.father, people.student)
    clock.forward(minutes=1)
    page = page.follow("Record a withdrawal").form("Record the withdrawal").submit(way="oral_in_meeting")
    assert not shut_out(ledger, people.father, people.student)
    clock.forward(minutes=1)
    page = prohibit(page.follow("Record a prohibition"), people.father)
    assert not shut_out(ledger, people.father, people.student)
    clock.forward(minutes=1)
    page = assess(page, "refused")
    trail = page.tree.all("section", when=lambda node: node.attributes.get("id") == "trail")[0].text
    told = [
        "The pupil wished to leave the guardian out",
        "Not against the pupil's interest: the prohibition is in force (Mirja Kanervala, School nurse)",
        "Clearly against the pupil's interest: the guardian is not left out (Mirja Kanervala, School nurse)",
        "Not against the pupil's interest: the prohibition is in force (Mirja Kanervala, School nurse)",
        "The pupil took the prohibition back",
        "The pupil wished to leave the guardian out",
        "Clearly against the pupil's interest: the guardian is not left out (Mirja Kanervala, School nurse)",
    ]
    places: list[int] = []
    for words in told:
        assert words in trail[places[-1] + 1 if places else 0 :], trail
        places.append(trail.index(words, places[-1] + 1 if places else 0))
    assert places == sorted(places)


def test_the_trail_of_one_guardian_tells_nothing_of_another_or_of_another_matter(
    village: Village, people: People, visit: Visit
) -> None:
    case_id = a_case(village, people.student, people.curator)
    at_large = a_will(village, None, people.student, PROHIBITION, named=people.father, has_weighty_reason=True)
    a_will(village, None, people.student, PROHIBITION, named=people.mother, has_weighty_reason=True)
    a_will(village, case_id, people.student, PROHIBITION, named=people.father, has_weighty_reason=True)
    page = visit(people.nurse).get(f"/students/{people.student.person_id}/prohibitions/{at_large}")
    assert page.main.count("The pupil wished to leave the guardian out") == 1


def test_the_day_of_review_is_told_and_ends_nothing_by_itself(
    village: Village, people: People, visit: Visit, ledger: Ledger
) -> None:
    case_id = a_case(village, people.student, people.curator, people.nurse)
    will = a_will(village, case_id, people.student, PROHIBITION, named=people.father, has_weighty_reason=True)
    an_assessment(village, will, people.nurse, review_on=TODAY + timedelta(days=1))
    curator = visit(people.curator)
    assert not curator.get(f"/cases/{case_id}").has("assess anew")
    an_assessment(village, will, people.nurse, review_on=TODAY, on=TODAY)
    assert curator.get(f"/cases/{case_id}").has("The day has come to assess anew whether Kari Metsäpelto is left out")
    page = curator.get(f"/students/{people.student.person_id}/prohibitions")
    assert page.has("In force, to be assessed anew")
    assert shut_out(ledger, people.father, people.student)
