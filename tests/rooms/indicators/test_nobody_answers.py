"""Whoever answers a climate survey is nobody: neither the log nor a row leads to an account, a place or a group."""

import json
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_indicators import a_survey
from tests.client import Client
from tests.rooms.indicators.conftest import CODE, answer, climate
from tests.signing_in import Visit
from welfare.access.models import DoneOnce
from welfare.audit.models import AuditEvent
from welfare.indicators.actions.climate import take_answers
from welfare.indicators.models import ClimateCode, ClimateSurvey, ClimateTally
from welfare.indicators.questions import questions_for
from welfare.rules.climate import Audience


@pytest.fixture
def pupil(village: Village) -> Someone:
    return village.student("Aada Metsäpelto", village.a_class("8A"))


def last_event(village: Village, permission: str) -> dict[str, Any]:
    with village.ledger.transaction() as transaction:
        wanted = select(AuditEvent.body).where(AuditEvent.permission == permission)
        body = transaction.session.scalars(wanted.order_by(AuditEvent.at.desc(), AuditEvent.seq.desc())).first()
        event: dict[str, Any] = json.loads(body or b"{}")
        return event


def done_forms(village: Village) -> list[DoneOnce]:
    with village.ledger.transaction() as transaction:
        found = list(transaction.session.scalars(select(DoneOnce)))
        transaction.session.expunge_all()
        return found


def test_whoever_is_signed_in_answers_as_nobody_and_the_log_has_only_that_an_answer_came(
    village: Village, visit: Visit, pupil: Someone
) -> None:
    a_survey(village, village.school_id)
    client = visit(pupil)
    page = client.get("/survey").form().submit(code=CODE)
    assert page.has("Of each answer the log keeps only that it came, and when")
    assert not page.has("Aada")
    assert answer(client, "4").has("nobody can tell which are yours")
    event = last_event(village, "public:survey")
    assert (event["chain"], event["registers"]) == (village.provider_id.hex, ["communal"])
    assert (event["codes"], event["subjects"]) == ({"survey": "answered"}, [])
    for place in ("actor", "person", "organisation", "session"):
        assert event[place] is None
    assert (event["roles"], event["address"], event["request"], event.get("written")) == ([], "", "", None)
    [done] = done_forms(village)
    assert (done.account_id, done.location, done.at.hour, done.at.minute) == (UUID(int=0), "", 0, 0)
    with village.ledger.transaction() as transaction:
        traces = transaction.session.connection().exec_driver_sql("SELECT * FROM audit_event").all()
        assert not [row for row in traces if CODE in repr(row)]


def test_of_any_other_form_the_log_has_who_sent_it(village: Village, visit: Visit, principal: Someone) -> None:
    a_survey(village, village.school_id)
    climate(visit(principal), village).form("End the survey: Pupils").submit()
    event = last_event(village, "community:lead")
    assert (event["actor"], event["address"]) == (principal.account_id.hex, "127.0.0.1")
    assert event["session"]
    assert event["request"]
    [done] = done_forms(village)
    assert done.account_id == principal.account_id
    assert done.location.endswith("/climate")


def test_answers_that_are_sent_twice_are_counted_once_and_anothers_too(village: Village, stranger: Client) -> None:
    a_survey(village, village.school_id, seats=2)
    form = stranger.get(f"/survey/{CODE}").form()
    form.fill(**{f"secret_{each.code}": "4" for each in questions_for(Audience.PUPILS)})
    for _time in range(2):
        assert form.submit().has("nobody can tell which are yours")
    with village.ledger.transaction() as transaction:
        assert transaction.session.scalars(select(ClimateCode.used)).one() == 1
        assert set(transaction.session.scalars(select(ClimateTally.count))) == {0, 1}
    answer(stranger, "4")
    with village.ledger.transaction() as transaction:
        assert transaction.session.scalars(select(ClimateCode.used)).one() == 2
    assert form.submit().has("nobody can tell which are yours"), "the seats are taken, one of them by this form"


def test_two_copies_of_one_form_that_race_are_counted_once(village: Village) -> None:
    a_survey(village, village.school_id)
    for _time in range(2):
        with village.work() as work:
            survey, code = (
                work.session.scalars(select(ClimateSurvey)).one(),
                work.session.scalars(select(ClimateCode)).one(),
            )
            take_answers(work, survey, code, {"safe": 4}, b"k" * 32)
    with village.ledger.transaction() as transaction:
        assert transaction.session.scalars(select(ClimateCode.used)).one() == 1
