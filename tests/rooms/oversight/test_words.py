"""Every code the house can write into the trail has words, and what is seen is what may be seen."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from tests.builders import Someone, Village, system_work
from tests.rooms.oversight.deeds import Deeds
from welfare.access.needs import Public
from welfare.accounts.words import ROLE_WORDS
from welfare.audit.event import Outcome
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent
from welfare.audit.verify_data import sealed_models
from welfare.crypto.sealed import sealed_columns
from welfare.oversight.asked import Asked
from welfare.oversight.asked import Deeds as Kind
from welfare.oversight.permission_words import DEED_WORDS
from welfare.oversight.queries import events_visible_to, find_event, find_events
from welfare.oversight.thing_words import COLUMN_WORDS, TABLE_WORDS
from welfare.oversight.words import (
    DEEDS_WORDS,
    OUTCOME_LOOKS,
    OUTCOME_WORDS,
    PUBLIC_WORDS,
    REGISTER_WORDS,
    deed_words,
    ground_words,
    place_words,
)
from welfare.rules.actors import Actor, Post, Role, World
from welfare.rules.permissions import GRANTS, Permission
from welfare.rules.registers import HOUSE, Register


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (Permission, DEED_WORDS),
        (Public, PUBLIC_WORDS),
        (Outcome, OUTCOME_WORDS),
        (Outcome, OUTCOME_LOOKS),
        (Kind, DEEDS_WORDS),
        (Register, REGISTER_WORDS),
    ],
)
def test_every_code_has_words(codes: type, words: dict[object, object]) -> None:
    assert set(codes) == set(words)  # type: ignore[call-overload]


def test_every_sealed_table_and_column_has_words() -> None:
    models = sealed_models()
    assert {model.__tablename__ for model in models} <= set(TABLE_WORDS)
    assert {name for model in models for name in sealed_columns(model)} <= set(COLUMN_WORDS)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_every_ground_that_can_grant_has_words(app: Flask) -> None:
    clauses = {clause.__name__ for rows in GRANTS.values() for row in rows for clause in row}
    with app.test_request_context():
        spoken = {name: ground_words(name) for name in clauses}
    assert {name: words for name, words in spoken.items() if words == name or not words} == {}


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_codes_of_another_release_stand_as_they_are(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        assert deed_words("weather:read") == "weather:read"
        assert deed_words("public:weather") == "public:weather"
        assert deed_words("public:sign_in") == "Signing in"
        assert ground_words("public: the way in") == "open to everybody"
        assert ground_words("by_moonlight") == "by_moonlight"
        assert ground_words("serves_the_controller_as_administrator").endswith(str(ROLE_WORDS[Role.ADMINISTRATOR]))
        assert place_words("weather.wind") == "weather: wind"


def test_the_list_and_the_single_event_see_the_same(
    ledger: Ledger, deeds: Deeds, village: Village, principal: Someone, curator: Someone, pupil: Someone
) -> None:
    """What one officer finds in lists is exactly what the condition permits, event by event."""
    chains = (village.provider_id, village.county_id, HOUSE)
    for who in (principal, curator, pupil):
        for chain_id in chains:
            deeds.leave(who, Permission.DRAFT_KEEP, chain_id=chain_id)
    with system_work(ledger) as work:
        work.note(HOUSE, Register.SESSION, ("account", principal.account_id))
        work.note(village.county_id, Register.SOCIAL, ("account", principal.account_id))
    for controller_id in (village.provider_id, village.county_id):
        officer = officer_of(controller_id)
        with ledger.transaction() as transaction:
            session = transaction.session
            listed = {(found.chain_id, found.seq) for found in find_events(session, officer, Asked(), 10_000)}
            places = session.execute(select(AuditEvent.chain_id, AuditEvent.seq)).all()
            single = {(chain, seq) for chain, seq in places if find_event(session, officer, chain, seq)}
            statement = select(AuditEvent.chain_id, AuditEvent.seq).where(events_visible_to(officer))
            permitted = {(row.chain_id, row.seq) for row in session.execute(statement)}
        assert listed == single == permitted
        assert {chain for chain, _ in listed} == {controller_id, HOUSE}
        assert len(listed) < len(places)


def test_one_who_serves_nobody_sees_nothing(ledger: Ledger, deeds: Deeds, principal: Someone) -> None:
    deeds.leave(principal, Permission.CASE_READ)
    nobody = Actor(None, None, World.STAFF)
    with ledger.transaction() as transaction:
        assert find_events(transaction.session, nobody, Asked(), 10) == []


def officer_of(controller_id: object) -> Actor:
    """An officer of one controller."""
    post: Callable[..., Post] = Post
    return Actor(None, None, World.STAFF, (post(Role.DATA_PROTECTION_OFFICER, controller_id, controller_id),))
