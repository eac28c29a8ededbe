"""Telling the pupil and the guardian of a request: when, by whom, and in the talk itself (OHL 16 § 2-3)."""

from datetime import date

import pytest
from sqlalchemy import select

from tests.builders_requests import at_work, read_all, the_request
from tests.rooms.requests.conftest import School
from tests.rooms.requests.test_talks_and_ends import APART, claimed, open_tasks
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.requests.actions.duties import finish_task
from welfare.requests.actions.steps import RequestMovedOnError
from welfare.requests.actions.talks import TalkAt, offer_talk
from welfare.requests.models import InformTask
from welfare.rules.sending import TaskKind
from welfare.rules.talks import TalkWay


def test_telling_the_pupil_and_the_guardian_are_written_down(school: School, visit: Visit, ledger: Ledger) -> None:
    request_id = claimed(school, school.sent(**APART))
    client = visit(school.curator)
    page = client.get("/")
    assert page.has("2 things wait for you")
    page = page.follow("Tell the pupil about the request: Eetu Kallioniemi")
    assert page.form().submit(status=422, done_on="24.11.2026").field_error("done_on")
    page = page.form().submit(done_on="23.11.", note="Kerroin välitunnilla")
    assert page.has("It has been recorded.")
    assert page.has("Done 23 Nov 2026")
    assert page.has("Kerroin välitunnilla")
    assert open_tasks(ledger) == {TaskKind.TELL_GUARDIAN}
    assert client.get(f"/requests/{request_id}").has("Tell the guardian about the request")


def test_in_the_talk_itself_the_pupil_is_told_and_the_duty_is_done(
    school: School, visit: Visit, ledger: Ledger
) -> None:
    request_id = claimed(school, school.sent(**APART))
    client = visit(school.curator)
    form = client.get(f"/requests/{request_id}").follow("Record a talk already held").form()
    form.submit(on="23.11.2026", clock="8.00", way="phone", told="y")
    assert open_tasks(ledger) == {TaskKind.TELL_GUARDIAN}
    assert client.get(f"/requests/{request_id}").has("Done 23 Nov 2026")
    assert "told" not in client.get(f"/requests/{request_id}/talks/held").form().data


def test_an_offer_that_is_answered_tells_the_pupil_only_when_the_talk_was_held(
    school: School, visit: Visit, ledger: Ledger
) -> None:
    request_id = claimed(school, school.sent(**APART))
    with at_work(school.village, school.curator) as work:
        talk = offer_talk(work, the_request(work, request_id), TalkAt(at=work.now, way=TalkWay.PHONE)).id
    page = (
        visit(school.curator)
        .get(f"/requests/{request_id}/talks/{talk}")
        .form()
        .submit(answer="not_held", told="y", status=422)
    )
    assert page.field_error("told").startswith("Error: Tick this when the talk was held.")
    page.form().submit(answer="held")
    assert open_tasks(ledger) == {TaskKind.TELL_GUARDIAN}


def test_whom_to_tell_stands_beside_the_duty_of_telling_the_guardian_alone(school: School, visit: Visit) -> None:
    school.village.guardian("Kaisa Kallioniemi", school.eetu)
    request_id = claimed(school, school.sent(**APART))
    page = visit(school.curator).get(f"/requests/{request_id}")
    assert page.follow("Tell the guardian about the request").has("Kaisa Kallioniemi")
    assert not page.follow("Tell the pupil about the request").has("Kaisa Kallioniemi")


def test_a_duty_done_in_another_tab_is_not_done_twice(school: School, visit: Visit, ledger: Ledger) -> None:
    request_id = claimed(school, school.sent(**APART))
    client = visit(school.curator)
    one, other = (client.get(f"/requests/{request_id}").follow("Tell the pupil about the request") for _tab in range(2))
    one.form().submit(done_on="20.11.")
    page = other.form().submit(status=409, done_on="23.11.", note="Toisen kerran")
    assert page.has("Toisen kerran")
    task = read_all(ledger, select(InformTask).where(InformTask.kind == TaskKind.TELL_STUDENT))[0]
    assert task.done_on == date(2026, 11, 20)
    with at_work(school.village, school.curator) as work, pytest.raises(RequestMovedOnError):
        finish_task(work, work.session.get_one(InformTask, task.id), date(2026, 11, 23))
