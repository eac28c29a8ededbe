"""Handing clients over with acceptance, and standing in: who may be asked, what is refused, what ends by itself."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_cases import leaves_employment, loses_account
from tests.builders_services import (
    Services,
    a_client,
    a_cover,
    a_note,
    an_offer,
    desk,
    serving,
    with_client,
)
from tests.clock import NOW, Clock
from tests.rooms.service_notes.conftest import Files
from tests.rooms.service_notes.test_visibility import listed
from welfare.drafts.models import Draft
from welfare.drafts.places import keep_at
from welfare.rules.actors import Role
from welfare.rules.permissions import Permission
from welfare.rules.registers import Register
from welfare.rules.service_records import NoteKind
from welfare.rules.service_workers import CoverBlock, HandOverAnswer
from welfare.service_notes.actions import (
    CoverRefusedError,
    NotAColleagueError,
    OfferAnsweredError,
    accept_offer,
    decline_offer,
    end_cover,
    take_offer_back,
)
from welfare.service_notes.actions.drafting import draft_about
from welfare.service_notes.models import HandOver, ServiceNote, WorkerCover
from welfare.service_notes.queries import colleagues_in, load_cover, load_offer

TODAY = NOW.date()


def answered(village: Village, who: Someone, offer_id: object, words: str = "") -> None:
    """Somebody accepts an offer, or declines it in words."""
    with serving(village, who, Permission.CLIENT_TAKE_OVER, load_offer, offer_id) as (work, offer):  # type: ignore[arg-type]
        if words:
            decline_offer(work, offer, words)
        else:
            accept_offer(work, offer)


def test_an_accepted_client_changes_hands_in_one_moment(services: Services, files: Files) -> None:
    village, file_id = services.village, files.social
    offer_id = an_offer(village, services.saara, file_id, services.kirsi)
    assert listed(village, services.saara) == {file_id}
    answered(village, services.kirsi, offer_id)
    assert listed(village, services.saara) == set()
    assert listed(village, services.kirsi) == {file_id}
    a_note(village, services.kirsi, file_id)


def test_a_declined_or_withdrawn_offer_leaves_the_client_where_it_was(services: Services, files: Files) -> None:
    village, file_id = services.village, files.social
    declined = an_offer(village, services.saara, file_id, services.kirsi)
    answered(village, services.kirsi, declined, "En ehdi.")
    an_offer(village, services.saara, file_id, services.kirsi)
    with with_client(village, services.saara, file_id, Permission.CLIENT_HAND_OVER) as (work, file):
        take_offer_back(work, file)
    assert listed(village, services.saara) == {file_id}
    assert listed(village, services.kirsi) == set()
    with village.ledger.transaction() as transaction:
        answers = set(transaction.session.scalars(select(HandOver.answer)))
    assert answers == {HandOverAnswer.DECLINED, HandOverAnswer.WITHDRAWN}


def test_a_client_is_offered_to_one_at_a_time_and_an_offer_is_answered_once(services: Services, files: Files) -> None:
    village, file_id = services.village, files.social
    offer_id = an_offer(village, services.saara, file_id, services.kirsi)
    with pytest.raises(OfferAnsweredError):
        an_offer(village, services.saara, file_id, services.kirsi)
    answered(village, services.kirsi, offer_id, "En ehdi.")
    with pytest.raises(OfferAnsweredError):
        answered(village, services.kirsi, offer_id)
    with (
        pytest.raises(OfferAnsweredError),
        with_client(village, services.saara, file_id, Permission.CLIENT_HAND_OVER) as (work, file),
    ):
        take_offer_back(work, file)


def test_only_who_works_in_the_register_today_can_be_asked(services: Services, files: Files) -> None:
    village = services.village
    leaver = village.staff(Role.CURATOR, "Lauri Lähtevä")
    closed = village.staff(Role.CURATOR, "Simo Suljettu")
    leaves_employment(village, leaver, TODAY)
    loses_account(village, closed)
    for who in (leaver, closed, services.mirja, services.pasi, services.saara):
        with pytest.raises(NotAColleagueError):
            an_offer(village, services.saara, files.social, who)
    with village.ledger.transaction() as transaction:
        known = colleagues_in(transaction.session, desk(village), TODAY, besides=services.saara.account_id)
        assert [each.account_id for each in known] == [services.kirsi.account_id]
    an_offer(village, services.saara, files.social, services.kirsi)


def test_nurse_and_doctor_hand_over_to_each_other_for_their_register_is_one(services: Services, files: Files) -> None:
    village = services.village
    offer_id = an_offer(village, services.mirja, files.health, services.aulis)
    answered(village, services.aulis, offer_id)
    assert listed(village, services.aulis) == {files.health}


def test_what_the_former_worker_had_begun_to_write_goes_with_the_client(services: Services, files: Files) -> None:
    village, file_id = services.village, files.social
    note_id = a_note(village, services.saara, file_id)
    eetu = village.student("Eetu Kallioniemi", village.a_class("9A"))
    other = a_client(village, eetu, services.saara)
    for about in (file_id, note_id, other):
        with serving(village, services.saara, Permission.SERVICE_NOTE_WRITE) as (work, _):
            keep_at(work, draft_about(about, NoteKind.NOTE), {"information": ["Kesken"]}, 0)
    answered(village, services.kirsi, an_offer(village, services.saara, file_id, services.kirsi))
    with village.ledger.transaction() as transaction:
        assert list(transaction.session.scalars(select(Draft.subject_id))) == [other]


@dataclass(frozen=True)
class Ask:
    first: int
    last: int
    block: CoverBlock


@pytest.mark.parametrize(
    "ask",
    [
        Ask(4, 1, CoverBlock.REVERSED),
        Ask(-5, -1, CoverBlock.PAST),
        Ask(3, 9, CoverBlock.OVERLAPS),
        Ask(10, 400, CoverBlock.TOO_LONG),
    ],
)
def test_days_that_cannot_be_covered_are_refused(services: Services, ask: Ask) -> None:
    village, saara = services.village, services.saara
    third = village.staff(Role.CURATOR, "Kolmas Kuraattori")
    a_cover(village, saara, services.kirsi, TODAY, TODAY + timedelta(days=3))
    with pytest.raises(CoverRefusedError) as refused:
        a_cover(village, saara, third, TODAY + timedelta(days=ask.first), TODAY + timedelta(days=ask.last))
    assert refused.value.blocks == (ask.block,)
    a_cover(village, saara, third, TODAY + timedelta(days=4), TODAY + timedelta(days=9))


def test_only_a_colleague_of_the_register_stands_in(services: Services) -> None:
    village = services.village
    leaver = village.staff(Role.CURATOR, "Lauri Lähtevä")
    leaves_employment(village, leaver, TODAY)
    for who in (leaver, services.mirja, services.saara):
        with pytest.raises(NotAColleagueError):
            a_cover(village, services.saara, who, TODAY, TODAY)
    a_cover(village, services.mirja, services.aulis, TODAY, TODAY, Register.HEALTH)


def test_a_cover_ended_early_shuts_at_once(services: Services, files: Files, clock: Clock) -> None:
    village = services.village
    cover_id = a_cover(village, services.saara, services.kirsi, TODAY, TODAY + timedelta(days=9))
    assert listed(village, services.kirsi) == {files.social}
    for _twice in range(2):
        with serving(village, services.saara, Permission.COVER_END, load_cover, cover_id) as (work, cover):
            end_cover(work, cover)
    assert listed(village, services.kirsi) == set()
    assert last_days(village) == [TODAY - timedelta(days=1)]
    a_cover(village, services.saara, services.kirsi, TODAY, TODAY + timedelta(days=2))
    clock.forward(days=1)
    assert listed(village, services.kirsi) == {files.social}


def last_days(village: Village) -> list[date]:
    with village.ledger.transaction() as transaction:
        return list(transaction.session.scalars(select(WorkerCover.last_on)))


def test_a_cover_writes_in_its_own_name(services: Services, files: Files) -> None:
    village = services.village
    a_cover(village, services.saara, services.kirsi, TODAY, TODAY)
    note_id = a_note(village, services.kirsi, files.social)
    with village.ledger.transaction() as transaction:
        assert transaction.session.get_one(ServiceNote, note_id).author_account_id == services.kirsi.account_id
