"""A draft does not outlive its owner's right to go on with it, whether a deed took that away or only a date."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from tests.builders import Someone, Village, system_work
from tests.builders_cases import a_case, a_will
from tests.builders_journal import a_matter
from tests.builders_requests import at_work
from tests.clock import Clock
from tests.furnishing import furnishes
from welfare.accounts.models import Account
from welfare.audit.ledger import Ledger
from welfare.cases.actions.stepping import Evaluation, step_case
from welfare.cases.models import Case
from welfare.cases.waiting import PROPOSAL, WORDS
from welfare.drafts.actions import purge_drafts, purge_ended_drafts, save_draft
from welfare.drafts.jobs import HANDLERS, DraftJob
from welfare.drafts.models import Draft
from welfare.jobs.daily import Days
from welfare.jobs.models import Job, JobState
from welfare.jobs.worker import Tally, Worker
from welfare.people.models import Assignment
from welfare.requests.queries.own import ASK
from welfare.rules.actors import Actor, Role, World
from welfare.rules.cases import CaseState, Judge
from welfare.rules.consent import Answer, ConsentKind

DONE = Evaluation("Aamut sujuvat.", (Judge.STUDENT,))
NOTE, GIVEN = "journal:note", "journal:disclosure"


@furnishes
def saara(village: Village) -> Someone:
    return village.staff(Role.CURATOR, "Saara Lehtovirta")


@furnishes
def mirja(village: Village) -> Someone:
    return village.staff(Role.NURSE, "Mirja Kanervala")


@furnishes
def aada(village: Village) -> Someone:
    return village.student("Aada Metsäpelto", village.a_class())


@furnishes
def case_id(village: Village, aada: Someone, saara: Someone, mirja: Someone) -> UUID:
    """Aada's open matter; Saara leads it, Mirja is a member."""
    return a_case(village, aada, saara, mirja)


def keep(ledger: Ledger, who: Someone, purpose: str, subject: UUID | None = None) -> None:
    with system_work(ledger, Actor(who.account_id, who.person_id, World.STAFF, full_sign_in=True)) as work:
        save_draft(work, purpose, {"information": ["Kesken"]}, subject)


def kept(ledger: Ledger) -> set[tuple[UUID, str]]:
    with ledger.transaction() as transaction:
        return {(row.account_id, row.purpose) for row in transaction.session.scalars(select(Draft))}


def purge(village: Village) -> int:
    with village.work() as work:
        return purge_ended_drafts(work)


def post_ends(village: Village, who: Someone, on: date) -> None:
    with village.work() as work:
        for post in work.session.scalars(select(Assignment).where(Assignment.person_id == who.person_id)):
            post.ends_on = on


def test_what_may_still_be_sent_is_kept(
    village: Village, ledger: Ledger, saara: Someone, mirja: Someone, aada: Someone, case_id: UUID
) -> None:
    for purpose, subject in ((NOTE, case_id), (GIVEN, case_id), (WORDS, case_id), (PROPOSAL, aada.person_id)):
        keep(ledger, saara, purpose, subject)
    keep(ledger, mirja, NOTE, case_id)
    keep(ledger, mirja, ASK, aada.person_id)
    keep(ledger, mirja, "offered")
    before = kept(ledger)
    assert purge(village) == 0
    assert kept(ledger) == before


def test_with_a_post_that_ran_out_by_its_date_every_draft_of_its_holder_goes(
    village: Village, ledger: Ledger, clock: Clock, saara: Someone, mirja: Someone, case_id: UUID
) -> None:
    keep(ledger, mirja, NOTE, case_id)
    keep(ledger, mirja, "offered")
    keep(ledger, saara, NOTE, case_id)
    post_ends(village, mirja, clock.now.date())
    assert purge(village) == 0
    clock.forward(days=1)
    assert purge(village) == 2
    assert kept(ledger) == {(saara.account_id, NOTE)}


def test_with_another_post_left_only_what_that_one_does_not_cover_goes(
    village: Village, ledger: Ledger, clock: Clock, mirja: Someone, aada: Someone, case_id: UUID
) -> None:
    keep(ledger, mirja, NOTE, case_id)
    keep(ledger, mirja, ASK, aada.person_id)
    keep(ledger, mirja, "offered")
    post_ends(village, mirja, clock.now.date() - timedelta(days=1))
    elsewhere = village.another_school()
    with village.work() as work:
        work.session.add(
            Assignment(
                person_id=mirja.person_id,
                role=Role.NURSE,
                organisation_id=elsewhere,
                employer_id=village.county_id,
                begins_on=date(2026, 8, 1),
            )
        )
    purge(village)
    assert kept(ledger) == {(mirja.account_id, "offered")}


def test_a_draft_goes_with_the_consent_that_let_its_writer_in(
    village: Village, ledger: Ledger, aada: Someone, saara: Someone, mirja: Someone, case_id: UUID
) -> None:
    keep(ledger, mirja, NOTE, case_id)
    keep(ledger, saara, NOTE, case_id)
    a_will(village, case_id, aada, ConsentKind.GROUP_MEMBER, Answer.WITHDRAWN, named=mirja, given_on=date(2026, 11, 23))
    assert purge(village) == 1
    assert kept(ledger) == {(saara.account_id, NOTE)}


def test_a_shut_account_keeps_nothing(village: Village, ledger: Ledger, mirja: Someone) -> None:
    keep(ledger, mirja, "offered")
    with village.work() as work:
        work.session.get_one(Account, mirja.account_id).is_enabled = False
    assert purge(village) == 1


def test_closing_a_matter_throws_its_unfinished_texts_away_and_no_others(
    village: Village, ledger: Ledger, aada: Someone, saara: Someone, mirja: Someone, case_id: UUID
) -> None:
    other = a_case(village, aada, saara, mirja)
    for who in (saara, mirja):
        keep(ledger, who, NOTE, case_id)
        keep(ledger, who, WORDS, case_id)
    keep(ledger, mirja, NOTE, other)
    with at_work(village, saara) as work:
        step_case(work, work.session.get_one(Case, case_id), CaseState.CLOSED, "Tuki riittää.", DONE)
    assert kept(ledger) == {(mirja.account_id, NOTE)}


def test_in_a_closed_matter_a_correction_that_was_begun_stays(village: Village, ledger: Ledger) -> None:
    matter = a_matter(village)
    entry = matter.note(matter.saara, "Aamuvastaanotto alkaa maanantaina.")
    keep(ledger, matter.saara, "journal:correction", entry)
    with at_work(village, matter.saara) as work:
        step_case(work, work.session.get_one(Case, matter.case_id), CaseState.CLOSED, "Tuki riittää.", DONE)
    assert purge(village) == 0
    assert kept(ledger) == {(matter.saara.account_id, "journal:correction")}


def test_each_day_the_house_looks_once(
    village: Village, ledger: Ledger, clock: Clock, mirja: Someone, case_id: UUID
) -> None:
    keep(ledger, mirja, NOTE, case_id)
    post_ends(village, mirja, clock.now.date() - timedelta(days=1))
    workers = [Worker(ledger, HANDLERS, look_at_the_day=Days(ledger, [DraftJob.PURGE]).look) for _ in range(2)]
    tally = Tally()
    for worker in (*workers, *workers):
        worker.work_off(tally)
    assert tally.done == 1
    assert kept(ledger) == set()
    clock.forward(days=1)
    for worker in workers:
        worker.work_off(tally)
    assert tally.done == 2
    with ledger.transaction() as transaction:
        jobs = transaction.session.scalars(select(Job).where(Job.kind == DraftJob.PURGE)).all()
        assert [job.state for job in jobs] == [JobState.DONE, JobState.DONE]


def test_drafts_about_one_thing_are_thrown_away_whosever_they_are(
    village: Village, ledger: Ledger, saara: Someone, mirja: Someone, case_id: UUID
) -> None:
    for who in (saara, mirja):
        keep(ledger, who, NOTE, case_id)
        keep(ledger, who, "offered")
    with village.work() as work:
        purge_drafts(work, subject_ids=[case_id])
    assert kept(ledger) == {(saara.account_id, "offered"), (mirja.account_id, "offered")}
