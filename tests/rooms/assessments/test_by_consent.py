"""Who takes no part is asked by a written consent that names the person; the journal tells of it, and it can end."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from tests.builders import Someone
from tests.builders_assessments import an_assessment, is_answered, observation_of
from tests.builders_cases import a_will, an_exclusion
from tests.builders_requests import at_work
from tests.client import Client, Page
from tests.furnishing import furnishes
from tests.rooms.assessments.conftest import Scene
from tests.signing_in import Visit
from welfare.assessments.actions import Ask, AskedWithoutEntryError, StartAssessment, start_assessment
from welfare.assessments.models import AssessmentProcess, Observation
from welfare.cases.models import Case
from welfare.consents.models import ExpressionOfWill
from welfare.journal.models import JournalEntry
from welfare.rules.actors import Role
from welfare.rules.assessments import Informant, ObservationState
from welfare.rules.consent import Answer, ConsentKind
from welfare.rules.events import WillRecorded
from welfare.rules.journal import EntryKind

TASK, AIM = "Answer what the group asks", "Mitä aamut vaativat?"


@dataclass(frozen=True)
class Outsiders:
    """Staff who take no part in Aada's matter."""

    scene: Scene
    subject_teacher: Someone
    psychologist: Someone
    elsewhere: Someone

    def consent(self, who: Someone, answer: Answer = Answer.GIVEN, **more: Any) -> None:  # noqa: ANN401 - any column
        """Aada says in writing that the group may tell this person."""
        scene, kind = self.scene, ConsentKind.DISCLOSURE
        student = scene.people.student
        will_id = a_will(scene.village, scene.case_id, student, kind, answer, named=who, **more)
        if answer is not Answer.GIVEN:
            with at_work(scene.village, scene.people.curator) as work:
                work.tell(WillRecorded(scene.case_id, work.session.get_one(ExpressionOfWill, will_id).id))


@furnishes
def outsiders(scene: Scene) -> Outsiders:
    village = scene.village
    return Outsiders(
        scene,
        subject_teacher=village.staff(Role.TEACHER, "Teemu Aineenopettaja"),
        psychologist=village.staff(Role.PSYCHOLOGIST, "Pasi Psykologi"),
        elsewhere=village.staff(Role.TEACHER, "Kaija Kaukana", school_id=village.another_school()),
    )


def offered(client: Client, scene: Scene) -> set[str]:
    return set(client.get(f"/cases/{scene.case_id}/assessments/new").form().options["asked"])


def start(client: Client, scene: Scene, *who: Someone, status: int = 200) -> Page:
    form = client.get(f"/cases/{scene.case_id}/assessments/new").form()
    people = [str(each.person_id) for each in who]
    return form.fill(model=str(scene.process), aim=AIM, asked=people).submit(status=status)


def test_without_a_consent_no_teacher_outside_the_group_can_be_asked(outsiders: Outsiders, visit: Visit) -> None:
    client, teacher = visit(outsiders.scene.people.curator), outsiders.subject_teacher
    assert teacher.name not in offered(client, outsiders.scene)
    assert start(client, outsiders.scene, teacher, status=422).field_error("asked")
    outsiders.consent(teacher)
    assert teacher.name in offered(client, outsiders.scene)


def test_a_consent_names_one_person_and_only_who_works_where_the_pupil_is(outsiders: Outsiders, visit: Visit) -> None:
    client = visit(outsiders.scene.people.curator)
    outsiders.consent(outsiders.elsewhere)
    outsiders.consent(outsiders.psychologist)
    names = offered(client, outsiders.scene)
    assert outsiders.psychologist.name in names
    assert names.isdisjoint({outsiders.elsewhere.name, outsiders.subject_teacher.name})


def test_a_consent_that_has_run_out_or_a_conflict_of_interest_lets_nobody_be_asked(
    outsiders: Outsiders, visit: Visit
) -> None:
    scene, client = outsiders.scene, visit(outsiders.scene.people.curator)
    outsiders.consent(outsiders.subject_teacher, valid_to=date(2026, 11, 22))
    outsiders.consent(outsiders.psychologist)
    an_exclusion(scene.village, scene.case_id, scene.people.student, outsiders.psychologist)
    assert offered(client, scene).isdisjoint({outsiders.subject_teacher.name, outsiders.psychologist.name})


def test_the_responsible_person_alone_asks_those_outside(outsiders: Outsiders, visit: Visit) -> None:
    scene, teacher = outsiders.scene, outsiders.subject_teacher
    outsiders.consent(teacher)
    member = visit(scene.people.nurse)
    assert teacher.name not in offered(member, scene)
    assert start(member, scene, teacher, status=422).field_error("asked")
    assert start(visit(scene.people.curator), scene, teacher).has("Everybody asked has a task now.")


def test_the_teacher_finds_the_own_questions_and_nothing_else_of_the_matter(outsiders: Outsiders, visit: Visit) -> None:
    scene, teacher = outsiders.scene, outsiders.subject_teacher
    outsiders.consent(teacher)
    begun = start(visit(scene.people.curator), scene, teacher, scene.people.student)
    assert begun.has("Teemu Aineenopettaja Teacher or other school staff Waits for the answer")
    client = visit(teacher)
    page = client.get("/").follow(f"{TASK}: Aada Metsäpelto")
    assert page.heading == "Questions for you"
    assert not page.has(AIM)
    assert page.has("You are asked because the pupil or the guardian has consented to it in writing")
    client.get(f"/cases/{scene.case_id}", status=404)
    client.get(begun.url, status=404)
    with scene.village.ledger.transaction() as transaction:
        rows = transaction.session.scalars(select(Observation)).all()
        other = next(row.id for row in rows if row.account_id != teacher.account_id)
    client.get(f"/observations/{other}", status=404)
    page.form("Send the answers").fill(q0="2").submit()
    assert client.get(page.url).has("What you answered")


def test_the_asking_is_a_disclosure_in_the_journal_with_its_consent(outsiders: Outsiders, visit: Visit) -> None:
    scene, teacher = outsiders.scene, outsiders.subject_teacher
    outsiders.consent(teacher)
    client = visit(scene.people.curator)
    start(client, scene, teacher, scene.people.student)
    journal = client.get(f"/cases/{scene.case_id}/journal")
    assert journal.has("That the pupil’s ability to study is assessed")
    assert journal.has(teacher.name)
    with scene.village.ledger.transaction() as transaction:
        kinds = [row.kind for row in transaction.session.scalars(select(JournalEntry))]
    assert kinds == [EntryKind.DISCLOSURE]


def test_nobody_outside_is_asked_without_that_line(outsiders: Outsiders) -> None:
    scene, teacher = outsiders.scene, outsiders.subject_teacher
    consent = a_will(scene.village, scene.case_id, scene.people.student, ConsentKind.DISCLOSURE, named=teacher)
    ask = Ask(Informant.TEACHER, teacher.person_id, teacher.account_id, consent_id=consent)
    with at_work(scene.village, scene.people.curator) as work:
        process = work.session.get_one(AssessmentProcess, scene.process)
        command = StartAssessment(process=process, aim=AIM, due_on=date(2026, 12, 7), asked=[ask])
        case = work.session.get_one(Case, scene.case_id)
        with pytest.raises(AskedWithoutEntryError):
            start_assessment(work, case, command)


def test_with_the_consent_ends_the_task(outsiders: Outsiders, visit: Visit) -> None:
    scene, teacher = outsiders.scene, outsiders.subject_teacher
    outsiders.consent(teacher)
    assessment = an_assessment(
        scene.village, scene.case_id, scene.process, scene.people.curator, [(Informant.TEACHER, teacher)]
    )
    own = observation_of(scene.village, assessment, teacher)
    assert TASK in visit(teacher).get("/").text
    outsiders.consent(teacher, Answer.WITHDRAWN, given_on=date(2026, 11, 23))
    client = visit(teacher)
    assert TASK not in client.get("/").text
    client.get(f"/observations/{own}", status=404)
    with scene.village.ledger.transaction() as transaction:
        assert transaction.session.get_one(Observation, own).state is ObservationState.CALLED_OFF


def test_the_group_sees_what_a_teacher_outside_it_answered(outsiders: Outsiders, visit: Visit) -> None:
    scene, teacher = outsiders.scene, outsiders.subject_teacher
    outsiders.consent(teacher)
    assessment = an_assessment(
        scene.village, scene.case_id, scene.process, scene.people.curator, [(Informant.TEACHER, teacher)]
    )
    is_answered(scene.village, observation_of(scene.village, assessment, teacher), "2", "Tunneilla hiljaa.")
    page = visit(scene.people.nurse).get(f"/cases/{scene.case_id}/assessments/{assessment}")
    assert page.has("Tunneilla hiljaa.")
