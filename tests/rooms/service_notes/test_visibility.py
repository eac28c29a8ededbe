"""Whose clients are whose: what a list shows is exactly what the rule permits, on every day and for everybody."""

from datetime import date, timedelta
from itertools import product
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_cases import leaves_employment
from tests.builders_journal import acting, another_post
from tests.builders_services import STARTED, Services, a_client, a_cover, an_offer, desk
from tests.clock import NOW, Clock
from tests.rooms.service_notes.conftest import Files
from welfare.access.needs import Reading
from welfare.rules.actors import Role
from welfare.rules.permissions import Permission, decide
from welfare.rules.registers import Register
from welfare.service_notes.models import ClientFile
from welfare.service_notes.queries import clients_seen_by, files_visible_to, load_client, load_offer, offers_to

TODAY = NOW.date()


def listed(village: Village, who: Someone) -> set[UUID]:
    """The files that lists, counts and searches are made of."""
    ledger = village.ledger
    with ledger.transaction() as transaction:
        on = ledger.clock().date()
        actor = acting(transaction.session, who, on)
        return set(transaction.session.scalars(select(ClientFile.id).where(files_visible_to(actor, on))))


def permitted(village: Village, who: Someone) -> set[UUID]:
    """The files that the rule grants one by one."""
    ledger = village.ledger
    with ledger.transaction() as transaction:
        session, now = transaction.session, ledger.clock()
        actor = acting(session, who, now.date())
        found = set()
        for file_id in session.scalars(select(ClientFile.id)).all():
            loaded = load_client(Reading(session, actor, now, {}), file_id)
            if loaded and decide(actor, Permission.CLIENT_READ, loaded.facts).is_granted:
                found.add(file_id)
        return found


def test_each_sees_the_own_file_and_not_that_the_others_exist(services: Services, files: Files) -> None:
    village = services.village
    assert listed(village, services.saara) == {files.social}
    assert listed(village, services.pasi) == {files.psychology}
    assert listed(village, services.mirja) == {files.health}
    for who in (services.kirsi, services.aulis, services.aada):
        assert listed(village, who) == set()


@pytest.mark.usefixtures("files")
def test_the_list_is_what_the_rule_permits_for_everybody_on_every_day(services: Services, clock: Clock) -> None:
    village = services.village
    a_cover(village, services.saara, services.kirsi, TODAY + timedelta(days=1), TODAY + timedelta(days=2))
    a_cover(village, services.mirja, services.aulis, TODAY, TODAY, Register.HEALTH)
    another_post(village, services.pasi, Role.CURATOR)
    others = (village.staff(Role.PRINCIPAL, "Riitta Reksi"), village.guardian("Tiina Metsäpelto", services.aada))
    seen: dict[date, int] = {}
    for _day in range(5):
        for who in (*services.workers, *others):
            assert listed(village, who) == permitted(village, who), (who.name, clock.now)
        seen[clock.now.date()] = sum(len(listed(village, who)) for who in services.workers)
        clock.forward(days=1)
    assert list(seen.values()) == [4, 4, 4, 3, 3]


def test_a_second_post_opens_the_other_register_only_for_clients_of_ones_own(services: Services, files: Files) -> None:
    village = services.village
    another_post(village, services.pasi, Role.CURATOR)
    assert listed(village, services.pasi) == {files.psychology}
    eetu = village.student("Eetu Kallioniemi", village.a_class("9A"))
    own = a_client(village, eetu, services.pasi, Register.SOCIAL)
    with village.ledger.transaction() as transaction:
        actor = acting(transaction.session, services.pasi, TODAY)
        seen = {
            register: [file.id for file in clients_seen_by(transaction.session, actor, TODAY, desk(village, register))]
            for register in (Register.SOCIAL, Register.PSYCHOLOGY, Register.HEALTH)
        }
    assert seen == {Register.SOCIAL: [own], Register.PSYCHOLOGY: [files.psychology], Register.HEALTH: []}


def test_who_leaves_the_service_sees_nothing_of_it_any_more(services: Services, files: Files, clock: Clock) -> None:
    village = services.village
    assert listed(village, services.saara) == {files.social}
    leaves_employment(village, services.saara, clock.now.date())
    assert listed(village, services.saara) == permitted(village, services.saara) == set()


def test_a_cover_opens_on_its_first_day_and_shuts_after_its_last(
    services: Services, files: Files, clock: Clock
) -> None:
    village = services.village
    a_cover(village, services.saara, services.kirsi, TODAY + timedelta(days=1), TODAY + timedelta(days=2))
    found = []
    for _day in range(4):
        found.append(listed(village, services.kirsi) == {files.social})
        clock.forward(days=1)
    assert found == [False, True, True, False]


def test_a_cover_of_one_register_opens_no_other(services: Services, files: Files) -> None:
    village = services.village
    another_post(village, services.saara, Role.NURSE)
    another_post(village, services.kirsi, Role.NURSE)
    eetu = village.student("Eetu Kallioniemi", village.a_class("9A"))
    health = a_client(village, eetu, services.saara, Register.HEALTH)
    a_cover(village, services.saara, services.kirsi, TODAY, TODAY, Register.HEALTH)
    assert listed(village, services.kirsi) == {health}
    assert listed(village, services.saara) == {health, files.social}


def test_an_offered_client_is_known_to_the_receiver_alone_and_only_as_an_offer(
    services: Services, files: Files
) -> None:
    village = services.village
    offer_id = an_offer(village, services.saara, files.social, services.kirsi)
    with village.ledger.transaction() as transaction:
        session, now = transaction.session, village.ledger.clock()
        for who, permission in product(services.workers, (Permission.CLIENT_TAKE_OVER, Permission.CLIENT_READ)):
            actor = acting(session, who, now.date())
            loaded = load_offer(Reading(session, actor, now, {}), offer_id)
            assert loaded is not None
            granted = decide(actor, permission, loaded.facts).is_granted
            wanted = services.kirsi if permission is Permission.CLIENT_TAKE_OVER else services.saara
            assert granted is (who == wanted), (who.name, permission)
            assert [offer.id for offer in offers_to(session, actor)] == ([offer_id] if who == services.kirsi else [])
    assert listed(village, services.kirsi) == set()


def test_the_same_service_keeps_one_file_of_a_pupil_and_it_began_when_it_says(files: Files, village: Village) -> None:
    with village.ledger.transaction() as transaction:
        rows = transaction.session.scalars(select(ClientFile)).all()
        assert {row.id for row in rows} == {files.social, files.psychology, files.health}
        assert {row.register for row in rows} == {Register.SOCIAL, Register.PSYCHOLOGY, Register.HEALTH}
        assert {(row.started_on, row.controller_id) for row in rows} == {(STARTED, village.county_id)}
