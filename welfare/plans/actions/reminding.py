"""Reminders of what a plan has left to be done: silent mails, planned now and sent when their day has come, if then."""

from datetime import date, datetime, time

from sqlalchemy import select

from welfare.access.gate import HOME_ZONE
from welfare.accounts.actors import actor_behind
from welfare.accounts.models import Account
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case, CaseMember
from welfare.cases.queries import cases_visible_to
from welfare.plans.models import Plan, PlanGoal, PlanMeasure
from welfare.plans.queries.rows import measures_of
from welfare.rules.actors import Actor
from welfare.rules.cases import CaseState
from welfare.rules.goals import reminder_day
from welfare.rules.measures import MeasureState
from welfare.rules.orders import Code, JobOrder, MailKind, MailOrder, PlanJob
from welfare.rules.permissions import Permission, decide
from welfare.rules.registers import Register

MORNING = time(8)


def plan_reminders(work: UnitOfWork, plan: Plan) -> None:
    """Have the responsible person reminded of the review, and the parties of each open measure of its deadline."""
    review: dict[str, Code] = {"plan": plan.id, "version": plan.newest}
    _plan(work, plan, PlanJob.REVIEW, (plan.id, plan.newest), (review, plan.review_on))
    for measure in measures_of(work.session, plan.id):
        if measure.version == plan.newest and measure.state is MeasureState.OPEN:
            payload: dict[str, Code] = {"measure": measure.id, "until": measure.until}
            _plan(work, plan, PlanJob.MEASURE, (measure.id, measure.until), (payload, measure.until))


def remind_of_review(work: UnitOfWork, plan: Plan, version: int) -> None:
    """Tell who leads the group that something waits, unless a newer version or the end of the matter has come first."""
    if plan.newest != version or not _is_live(work, plan):
        return
    leads = (CaseMember.case_id == plan.case_id, CaseMember.ended_at.is_(None), CaseMember.is_responsible)
    for account in work.session.scalars(
        select(Account).join(CaseMember, CaseMember.account_id == Account.id).where(*leads)
    ):
        _tell(work, plan, account)


def remind_of_measure(work: UnitOfWork, measure: PlanMeasure, until: str) -> None:
    """Tell both parties, unless the measure is over, left out, of a closed goal, or due on another day by now."""
    plan = work.session.get_one(Plan, measure.plan_id)
    goal = work.session.get_one(PlanGoal, measure.goal_id)
    is_waiting = measure.state is MeasureState.OPEN and measure.version == plan.newest and goal.outcome is None
    if not is_waiting or measure.until.isoformat() != until or not _is_live(work, plan):
        return
    ids = {measure.doer_account_id, measure.follower_account_id} - {None}
    for account in work.session.scalars(select(Account).where(Account.id.in_(ids)).order_by(Account.id)):
        _tell(work, plan, account, about=measure)


def _plan(
    work: UnitOfWork, plan: Plan, kind: PlanJob, key: tuple[Code, ...], what: tuple[dict[str, Code], date]
) -> None:
    payload, day = what
    work.plan_job(
        JobOrder(
            kind=kind,
            key=key,
            controller_id=plan.controller_id,
            register=Register.WELFARE,
            payload=payload,
            not_before=datetime.combine(reminder_day(day, plan.agreed_on), MORNING, HOME_ZONE),
        )
    )


def _is_live(work: UnitOfWork, plan: Plan) -> bool:
    return work.session.get_one(Case, plan.case_id).state is not CaseState.CLOSED


def _tell(work: UnitOfWork, plan: Plan, account: Account, about: PlanMeasure | None = None) -> None:
    """A mail that says nothing, to one who may still see the matter: with the consent ends the task (rule 15)."""
    if account.person_id is None or not account.is_enabled or not _sees(work, plan, account):
        return
    about_id = about.id if about else plan.id
    work.plan_mail(MailOrder(kind=MailKind.TASK_DUE, person_id=account.person_id, about_id=about_id))


def _sees(work: UnitOfWork, plan: Plan, account: Account) -> bool:
    actor: Actor = actor_behind(work.session, account, work.facts.on)
    seen = cases_visible_to(work.session, actor, work.facts.on, Case.id == plan.case_id)
    return any(decide(actor, Permission.PLAN_READ, found.facts).is_granted for found in seen)
