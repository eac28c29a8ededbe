"""An accident in a page: the log says where, the trail says about whom, and neither says what had been opened."""

from collections.abc import Callable
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import and_, select

from tests.builders import Someone, Village
from tests.builders_cases import People, a_case
from tests.client import Client
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent, AuditSubject

SAID = "Kissankello kukkii"


class AccidentError(ValueError):
    """A view stumbles, with somebody's words in its message."""


@pytest.fixture
def people(village: Village) -> People:
    return People.of(village)


@pytest.fixture
def case_id(app: Flask, village: Village, people: People, monkeypatch: pytest.MonkeyPatch) -> UUID:
    """A matter whose page stumbles over the words it has just opened."""
    words: dict[str, str] = {}

    def stumble(*_: object) -> str:
        try:
            return words[SAID]
        except KeyError as error:
            raise AccidentError(SAID) from error

    app.config["PROPAGATE_EXCEPTIONS"] = False
    monkeypatch.setattr("welfare.cases.routes.showing.parts_of", stumble)
    return a_case(village, people.student, people.curator, people.nurse)


def subjects_of(ledger: Ledger, outcome: str) -> set[UUID]:
    """Whom the events with an outcome are about."""
    place = and_(AuditSubject.chain_id == AuditEvent.chain_id, AuditSubject.seq == AuditEvent.seq)
    statement = select(AuditSubject.subject_id).join(AuditEvent, place).where(AuditEvent.outcome == outcome)
    with ledger.transaction() as transaction:
        return set(transaction.session.scalars(statement))


def test_the_log_says_where_it_was_and_nothing_that_was_said(
    case_id: UUID, people: People, sign_in: Callable[[Someone], Client], caplog: pytest.LogCaptureFixture
) -> None:
    sign_in(people.curator).get(f"/cases/{case_id}", status=500)
    for expected in ("AccidentError", "KeyError", "showing.py", "cases.show"):
        assert expected in caplog.text
    assert "Kissankello" not in caplog.text


def test_the_event_is_about_the_matter_and_the_pupil(
    case_id: UUID, people: People, sign_in: Callable[[Someone], Client], ledger: Ledger
) -> None:
    client = sign_in(people.curator)
    client.get(f"/cases/{case_id}", status=500)
    assert subjects_of(ledger, "failed") == {case_id, people.student.person_id}
    assert client.get(f"/cases/{case_id}/log").has(people.curator.name)
