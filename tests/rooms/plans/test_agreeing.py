"""Agreeing on versions: each is written once, told of in the journal, never over one that its writers did not see."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from tests.builders_journal import Matter
from tests.builders_plans import (
    AGREED_ON,
    LEVELS,
    REVIEW_ON,
    VOICE,
    a_closed_goal,
    a_command,
    a_goal,
    a_plan,
    a_rating,
    a_text,
    newest_of,
)
from welfare.cases.models import Case
from welfare.plans.actions import ClosedMatterError, IncompletePlanError, Party, StalePlanError, agree_on
from welfare.plans.content import PlanText
from welfare.plans.models import Plan, PlanMeasure, PlanVersion
from welfare.plans.queries import goals_of, measures_of, plan_of, versions_of
from welfare.rules.actors import Role
from welfare.rules.cases import CaseState
from welfare.rules.goal_scaling import Level
from welfare.rules.goals import Rater
from welfare.rules.permissions import Permission
from welfare.rules.plans import PlanLack


def rows_of(matter: Matter) -> tuple[Plan, list[PlanVersion]]:
    with matter.village.ledger.transaction() as transaction:
        plan = plan_of(transaction.session, matter.case_id)
        assert plan is not None
        versions = list(versions_of(transaction.session, plan.id))
        transaction.session.expunge_all()
        return plan, versions


def lacks_of(matter: Matter, **changes: Any) -> list[PlanLack]:  # noqa: ANN401 - any part of a command
    with pytest.raises(IncompletePlanError) as refused:
        a_plan(matter, **changes)
    return [missing.lack for missing in refused.value.missing]


def test_a_version_is_kept_whole_with_its_author_and_office(matter: Matter) -> None:
    a_plan(matter)
    plan, (version,) = rows_of(matter)
    assert (plan.newest, plan.agreed_on, plan.review_on) == (1, AGREED_ON, REVIEW_ON)
    assert (version.number, version.author_office) == (1, Role.CURATOR.value)
    assert version.author_person_id == matter.saara.person_id
    assert VOICE.encode() not in (version.document.blob or b"")
    with matter.work(matter.saara, Permission.PLAN_READ) as (work, _case):
        text = PlanText.of(work.decrypt_document(work.session.get_one(PlanVersion, version.id), PlanVersion.document))
    assert text.document == a_text().document


def test_the_journal_tells_of_it_by_an_entry_of_its_own(matter: Matter) -> None:
    a_plan(matter)
    _plan, (version,) = rows_of(matter)
    (entry,) = matter.rows()
    assert version.entry_id == entry.id
    assert (entry.occurred_on, entry.author_office) == (AGREED_ON, Role.CURATOR.value)


def test_a_later_version_never_replaces_the_text_of_an_earlier_one(matter: Matter) -> None:
    a_plan(matter)
    before = rows_of(matter)[1][0]
    a_plan(matter, a_text(a_goal(title="Tulen viitenä aamuna")), based_on=1)
    plan, (newest, earlier) = rows_of(matter)
    assert (plan.newest, newest.number) == (2, 2)
    assert (earlier.id, earlier.document.blob) == (before.id, before.document.blob)


def test_the_database_itself_refuses_to_write_a_version_twice(matter: Matter) -> None:
    a_plan(matter)
    _plan, (version,) = rows_of(matter)
    with pytest.raises(IntegrityError), matter.village.work() as work:
        work.session.get_one(PlanVersion, version.id).review_on = date(2027, 1, 1)


def test_goals_and_measures_keep_their_ids_through_versions(matter: Matter) -> None:
    planned = a_plan(matter)
    a_plan(matter, a_text(a_goal(title="Toisin sanoin"), a_goal(2, "Nukun kahdeksan tuntia")), based_on=1)
    with matter.village.ledger.transaction() as transaction:
        goals = goals_of(transaction.session, planned.plan_id)
        measures = measures_of(transaction.session, planned.plan_id)
        assert [goal.number for goal in goals] == [1, 2]
        assert goals[0].id == planned.goal_id
        assert planned.measure_id in {row.id for row in measures}
        assert {row.version for row in measures} == {2}


def test_a_measure_that_a_new_version_leaves_out_is_kept_and_waits_for_nobody(matter: Matter) -> None:
    planned = a_plan(matter)
    other = replace(a_goal().measures[0], number=2, what="Soitto illalla")
    a_plan(matter, a_text(a_goal(measures=(other,))), based_on=1)
    with matter.village.ledger.transaction() as transaction:
        left = transaction.session.get_one(PlanMeasure, planned.measure_id)
        assert (left.version, left.ended_at) == (1, None)


@pytest.mark.parametrize("seen", [0, 2])
def test_a_version_over_one_that_its_writers_did_not_see_is_refused(matter: Matter, seen: int) -> None:
    a_plan(matter)
    with pytest.raises(StalePlanError):
        a_plan(matter, based_on=seen)
    assert newest_of(matter) == 1
    a_plan(matter, based_on=1)
    assert newest_of(matter) == 2


def test_a_matter_that_was_closed_meanwhile_takes_no_version(matter: Matter) -> None:
    with matter.work(matter.saara, Permission.PLAN_WRITE) as (work, case):
        case.state = CaseState.CLOSED
        work.session.flush()
        with pytest.raises(ClosedMatterError):
            agree_on(work, case, a_command(matter))
        case.state = CaseState.OPEN
    assert newest_of(matter) == 0
    a_plan(matter)
    assert newest_of(matter) == 1


def test_what_lacks_is_named_and_nothing_is_kept(matter: Matter) -> None:
    words = dict.fromkeys(a_text().words, "")
    assert lacks_of(matter, text=a_text(words=words)) == [
        PlanLack.STUDENT_VOICE,
        PlanLack.GUARDIAN_VIEW,
        PlanLack.NEED,
    ]
    assert newest_of(matter) == 0
    assert matter.rows() == []


def test_a_party_who_has_left_the_group_is_not_agreed_on(matter: Matter) -> None:
    gone = {(1, 1): (Party(), Party(has_left=True))}
    assert lacks_of(matter, parties=gone) == [PlanLack.FOLLOWER_HAS_LEFT]
    a_plan(matter)


def test_levels_stay_once_the_goal_has_been_rated(matter: Matter) -> None:
    a_plan(matter)
    easier = a_text(a_goal(levels=(*LEVELS[:2], "kolme aamua", *LEVELS[3:])))
    a_plan(matter, easier, based_on=1)
    a_rating(matter, Rater.WORKER, AGREED_ON, {1: Level.LESS})
    fixed = {1: easier.goals[0].levels}
    assert lacks_of(matter, text=a_text(), based_on=2, fixed_levels=fixed) == [PlanLack.LEVELS_ARE_FIXED]
    a_plan(matter, easier, based_on=2, fixed_levels=fixed)


def test_an_open_goal_is_closed_and_not_just_left_out(matter: Matter) -> None:
    planned = a_plan(matter)
    other = a_text(a_goal(2, "Nukun kahdeksan tuntia"))
    assert lacks_of(matter, text=other, based_on=1) == [PlanLack.GOAL_LEFT_OUT]
    a_closed_goal(matter, planned.goal_id)
    a_plan(matter, other, based_on=1, carried=(a_goal(),))
    _plan, (newest, _earlier) = rows_of(matter)
    with matter.work(matter.saara, Permission.PLAN_READ) as (work, _case):
        row = work.session.get_one(PlanVersion, newest.id)
        text = PlanText.of(work.decrypt_document(row, PlanVersion.document))
    assert [goal.number for goal in text.goals] == [1, 2]


def test_a_plan_belongs_to_one_matter_alone(matter: Matter) -> None:
    a_plan(matter)
    with matter.village.ledger.transaction() as transaction:
        cases = transaction.session.scalars(select(Case.id)).all()
        assert [row.case_id for row in transaction.session.scalars(select(Plan))] == list(cases)
