"""What is over its time is destroyed: its key, its rows, drafts about it; and nothing that is another's."""

import json
from uuid import UUID

import pytest
from sqlalchemy import select

from config.settings import Settings
from tests.audit.books import open_books
from tests.builders_cases import a_case, an_assessment
from tests.builders_emergencies import an_emergency
from tests.builders_meetings import a_meeting, an_item
from tests.builders_requests import at_work
from tests.builders_retention import CLOSED_AT, a_hold, clocks_agree, is_shredded
from tests.builders_rights import a_log_request
from tests.rooms.retention.conftest import Keeping
from welfare.audit.models import AuditSubject
from welfare.cases.models import Case, CaseMember
from welfare.consents.models import ExpressionOfWill
from welfare.crypto.holder import KeyHolder
from welfare.drafts.models import Draft
from welfare.emergencies.models import Emergency
from welfare.jobs.worker import Worker
from welfare.journal.models import JournalEntry
from welfare.meetings.models import Meeting, MeetingItem
from welfare.people.models import Person
from welfare.retention import actions
from welfare.retention.certifying import CertificateError, notary_of, read_certificate
from welfare.retention.destroying import Destroyer
from welfare.retention.models import ItemState, RetentionRun, RunState
from welfare.rules.cases import CaseState
from welfare.rules.log_requests import LogState
from welfare.rules.orders import RetentionJob
from welfare.rules.permissions import Permission
from welfare.rules.registers import Register
from welfare.rules.retention_ends import Kept, Thing


def test_a_matter_goes_with_its_key_its_rows_and_the_drafts_about_it(keeping: Keeping, settings: Settings) -> None:
    young = a_case(keeping.village, keeping.people.student, keeping.people.curator)
    run_id = keeping.destroy_all()
    assert {(item.thing, item.state) for item in keeping.items(run_id)} == {
        (Thing.MATTER, ItemState.DESTROYED),
        (Thing.WILLS, ItemState.DESTROYED),
    }
    assert [row.id for row in keeping.rows(Case)] == [young]
    assert {row.case_id for row in keeping.rows(CaseMember)} == {young}
    assert {row.case_id for row in keeping.rows(ExpressionOfWill)} == {young}
    assert keeping.rows(JournalEntry) == []
    assert keeping.rows(Draft) == []
    own = KeyHolder(keeping.village.provider_id, Register.WELFARE, keeping.case_id)
    assert is_shredded(keeping.village, own)
    assert not is_shredded(keeping.village, KeyHolder(own.controller_id, Register.WELFARE, young))
    with open_books(settings, keeping.clock) as books:
        assert books.verify(data=True).findings == []


def test_the_trail_still_tells_by_ids_that_there_was_a_matter(keeping: Keeping) -> None:
    keeping.destroy_all()
    with keeping.village.ledger.transaction() as transaction:
        about = select(AuditSubject).where(AuditSubject.subject_id == keeping.case_id)
        assert transaction.session.scalars(about).all()


def test_an_emergency_opening_keeps_its_matter_for_its_years_and_goes_with_it_under_its_own_key(
    keeping: Keeping,
) -> None:
    opening = an_emergency(keeping.village, keeping.case_id, keeping.people.curator)
    first = keeping.destroy_all()
    assert {item.thing for item in keeping.items(first)} == {Thing.WILLS}
    with keeping.village.work() as work:
        work.session.get_one(Emergency, opening).opened_at = CLOSED_AT
    keeping.destroy_all()
    assert keeping.rows(Emergency) == []
    assert keeping.rows(Case) == []
    own = KeyHolder(keeping.village.provider_id, Register.AUDIT, opening)
    assert is_shredded(keeping.village, own)


def test_the_certificate_lists_what_went_and_is_known_when_it_is_changed(keeping: Keeping) -> None:
    run_id = keeping.destroy_all()
    (run,) = keeping.rows(RetentionRun)
    assert run.state is RunState.DONE
    assert run.certificate is not None
    public = notary_of(keeping.village.ledger).public
    listed = read_certificate(run.certificate, public).listed
    assert listed["run"] == run_id.hex
    assert {(thing["thing"], thing["state"]) for thing in listed["things"]} == {
        ("matter", "destroyed"),
        ("wills", "destroyed"),
    }
    changed = json.loads(run.certificate)
    changed["list"]["things"][0]["id"] = "0" * 32
    with pytest.raises(CertificateError, match="not the one that was signed"):
        read_certificate(json.dumps(changed), public)


def test_nobody_approves_an_own_list(keeping: Keeping) -> None:
    run_id = keeping.propose()
    with (
        pytest.raises(actions.OwnProposalError),
        at_work(keeping.village, keeping.kaisa, Permission.RETENTION_APPROVE) as work,
    ):
        actions.approve(work, work.session.get_one(RetentionRun, run_id))
    keeping.approve(run_id)
    with pytest.raises(actions.AnsweredError):
        keeping.approve(run_id)


def test_what_is_reopened_held_or_asked_for_meanwhile_is_left(keeping: Keeping) -> None:
    run_id = keeping.propose()
    keeping.approve(run_id)
    with keeping.village.work() as work:
        work.session.get_one(Case, keeping.case_id).state = CaseState.OPEN
    a_hold(keeping.village, keeping.kaisa, Thing.WILLS, keeping.people.student.person_id)
    keeping.work_off()
    left = {item.thing: (item.state, item.why) for item in keeping.items(run_id)}
    assert left == {
        Thing.MATTER: (ItemState.LEFT, Kept.OPEN),
        Thing.WILLS: (ItemState.LEFT, Kept.ON_HOLD),
    }
    assert len(keeping.rows(Case)) == 1
    assert len(keeping.rows(ExpressionOfWill, ExpressionOfWill.case_id.is_(None))) == 1


def test_a_log_request_that_waits_keeps_the_persons_records_by_itself(keeping: Keeping) -> None:
    a_log_request(keeping.village, keeping.people.student, keeping.officer, LogState.RECEIVED)
    with pytest.raises(actions.NothingDueError):
        keeping.propose()


def test_half_destroyed_is_finished_whatever_has_come_between(keeping: Keeping) -> None:
    """The key went before the machine stopped: there is nothing left that a hold could keep."""
    run_id = keeping.propose()
    keeping.approve(run_id)
    own = KeyHolder(keeping.village.provider_id, Register.WELFARE, keeping.case_id)
    keeping.village.ledger.keyring.destroy([own], keeping.clock.now)
    a_hold(keeping.village, keeping.kaisa, Thing.MATTER, keeping.case_id)
    keeping.work_off()
    (matter,) = [item for item in keeping.items(run_id) if item.thing is Thing.MATTER]
    assert matter.state is ItemState.DESTROYED
    assert keeping.rows(Case) == []


def test_no_more_than_a_days_number_goes_in_a_day(keeping: Keeping) -> None:
    handlers = {RetentionJob.DESTROY.value: Destroyer(1).handler()}
    worker = Worker(keeping.village.ledger, handlers)
    run_id = keeping.propose()
    keeping.approve(run_id)
    worker.work_off(keeping.tally)
    assert states(keeping, run_id) == [ItemState.DESTROYED, ItemState.LISTED]
    keeping.clock.forward(days=1)
    clocks_agree(keeping.village)
    worker.work_off(keeping.tally)
    assert states(keeping, run_id) == [ItemState.DESTROYED, ItemState.DESTROYED]
    assert [run.state for run in keeping.rows(RetentionRun)] == [RunState.DONE]


def states(keeping: Keeping, run_id: UUID) -> list[ItemState]:
    """How far each thing has come."""
    return sorted(item.state for item in keeping.items(run_id))


def test_a_meeting_goes_with_its_only_matter_and_stays_for_another(keeping: Keeping) -> None:
    village, people = keeping.village, keeping.people
    alone, shared = (a_meeting(village, people.curator, CLOSED_AT) for _each in range(2))
    young = a_case(village, village.student("Eetu Kallio", village.a_class("9A")), people.curator)
    an_item(village, alone, keeping.case_id)
    an_item(village, shared, keeping.case_id)
    kept = an_item(village, shared, young)
    keeping.destroy_all()
    assert [row.id for row in keeping.rows(Meeting)] == [shared]
    assert [row.id for row in keeping.rows(MeetingItem)] == [kept]
    gone = KeyHolder(village.provider_id, Register.WELFARE, alone)
    assert is_shredded(village, gone)
    assert not is_shredded(village, KeyHolder(gone.controller_id, Register.WELFARE, shared))


def test_a_minors_word_that_keeps_a_guardian_out_stays_until_the_pupil_is_of_age(keeping: Keeping) -> None:
    (word,) = keeping.rows(ExpressionOfWill, ExpressionOfWill.case_id.is_(None))
    with keeping.village.work() as work:
        work.session.get_one(ExpressionOfWill, word.id).has_weighty_reason = True
    an_assessment(keeping.village, word.id, keeping.people.nurse)
    first = keeping.destroy_all()
    assert {item.thing for item in keeping.items(first)} == {Thing.MATTER}
    with keeping.village.work() as work:
        work.session.get_one(Person, keeping.people.student.person_id).of_age_on = work.facts.on
    second = keeping.destroy_all()
    assert [(item.thing, item.state) for item in keeping.items(second)] == [(Thing.WILLS, ItemState.DESTROYED)]
