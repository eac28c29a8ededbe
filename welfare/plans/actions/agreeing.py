"""Agreeing on a version: whole, once, over the version that its writers saw, and with a line in the journal."""

from collections.abc import Collection
from datetime import date
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.placing import account_at, place_of
from welfare.cases.actions.stepping import lock
from welfare.cases.models import Case
from welfare.drafts.actions import discard_draft
from welfare.journal.actions import NewEntry, write_entry
from welfare.plans.actions.reminding import plan_reminders
from welfare.plans.actions.tasks import give_measures, within
from welfare.plans.actions.version import AgreePlan
from welfare.plans.models import Plan, PlanGoal, PlanVersion
from welfare.plans.queries.rows import goals_of, measures_of, plan_of
from welfare.rules.cases import CaseState
from welfare.rules.journal import EntryKind
from welfare.rules.measures import MeasureState
from welfare.rules.plans import Missing, what_plan_lacks
from welfare.rules.registers import Register

DRAFT = "plan"
"""The purpose of an unfinished version; its subject is the matter."""
LIVE = frozenset({CaseState.OPEN, CaseState.FOLLOW_UP})


class StalePlanError(RuntimeError):
    """Somebody has agreed on a version since its writer began, or ended a goal or a measure that it holds."""


class ClosedMatterError(RuntimeError):
    """The matter was closed while its plan was being written."""


class IncompletePlanError(ValueError):
    """What the version lacks (rules/plans.py)."""

    def __init__(self, missing: Collection[Missing]) -> None:
        super().__init__(", ".join(each.lack for each in missing))
        self.missing = tuple(missing)


def agree_on(work: UnitOfWork, case: Case, command: AgreePlan) -> PlanVersion:
    """Keep the version, its goals and its measures, and write of it in the journal.

    Raises ClosedMatterError, StalePlanError, IncompletePlanError, and what `write_entry` raises.
    """
    plan = wait_for_plan(work, case)
    if (plan.newest if plan else 0) != command.based_on or (plan and _names_what_is_over(work, plan, command)):
        raise StalePlanError
    goals = list(goals_of(work.session, plan.id)) if plan else []
    open_goals = frozenset(goal.number for goal in goals if goal.outcome is None)
    missing = what_plan_lacks(command.facts(work.facts.on, plan, open_goals))
    if missing or command.agreed_on is None or command.review_on is None:
        raise IncompletePlanError(missing)
    plan = _renewed(work, case, plan, (command.agreed_on, command.review_on))
    version = _written(work, case, plan, command)
    give_measures(work, plan, _goal_ids(work, plan, goals, command), command)
    plan_reminders(work, plan)
    discard_draft(work, DRAFT, case.id)
    codes: dict[str, str | int] = {"version": version.number, "office": command.office.value}
    work.note(case.controller_id, Register.WELFARE, ("plan_version", version.id), **codes)
    return version


def wait_for_plan(work: UnitOfWork, case: Case) -> Plan | None:
    """Let nobody else change the matter or its plan meanwhile; the plan as it is then. Raises ClosedMatterError."""
    lock(work, case)
    if case.state not in LIVE:
        raise ClosedMatterError
    plan = plan_of(work.session, case.id)
    if plan is not None:
        work.session.refresh(plan)
    return plan


def _names_what_is_over(work: UnitOfWork, plan: Plan, command: AgreePlan) -> bool:
    """Read anew: another may have closed a goal between the drawing of the form and the lock."""
    work.session.expire_all()
    goals, measures = goals_of(work.session, plan.id), measures_of(work.session, plan.id)
    closed = {goal.number for goal in goals if goal.outcome is not None}
    numbers = {goal.id: goal.number for goal in goals}
    ended = {(numbers[row.goal_id], row.number) for row in measures if row.state is not MeasureState.OPEN}
    return any(
        goal.number in closed or any((goal.number, each.number) in ended for each in goal.measures)
        for goal in command.text.goals
    )


def _renewed(work: UnitOfWork, case: Case, plan: Plan | None, days: tuple[date, date]) -> Plan:
    agreed_on, review_on = days
    if plan is None:
        plan = Plan(id=uuid4(), newest=0, first_agreed_on=agreed_on, **place_of(case))
        work.session.add(plan)
    plan.newest, plan.agreed_on, plan.review_on = plan.newest + 1, agreed_on, review_on
    work.session.flush()
    return plan


def _written(work: UnitOfWork, case: Case, plan: Plan, command: AgreePlan) -> PlanVersion:
    """The version, and what the statutory record says of it: that is one, and chronological (OHL 20 § 4)."""
    new = NewEntry(
        kind=EntryKind.NOTE,
        occurred_on=plan.agreed_on,
        office=command.office,
        document=dict(command.entry),
        replaces_draft=False,
    )
    version = PlanVersion(
        id=uuid4(),
        number=plan.newest,
        agreed_on=plan.agreed_on,
        review_on=plan.review_on,
        written_at=work.now,
        author_account_id=account_at(work),
        author_person_id=work.actor.person_id,
        author_office=command.office.value,
        entry_id=write_entry(work, case, new).id,
        **within(plan),
    )
    work.encrypt_document(version, PlanVersion.document, command.whole.document)
    work.session.add(version)
    work.session.flush()
    return version


def _goal_ids(work: UnitOfWork, plan: Plan, goals: Collection[PlanGoal], command: AgreePlan) -> dict[int, UUID]:
    """Every goal by its number; those that are new begin here."""
    found = {goal.number: goal.id for goal in goals}
    for goal in command.text.goals:
        if goal.number not in found:
            row = PlanGoal(id=uuid4(), number=goal.number, set_on=plan.agreed_on, **within(plan))
            work.session.add(row)
            found[goal.number] = row.id
    work.session.flush()
    return found
