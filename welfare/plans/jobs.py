"""What plans leave to be done afterwards."""

from collections.abc import Mapping

from welfare.jobs.worker import Handler, Run
from welfare.plans.actions.reminding import remind_of_measure, remind_of_review
from welfare.plans.models import Plan, PlanMeasure
from welfare.rules.orders import PlanJob


def review(run: Run) -> None:
    """Remind of the review of a plan."""
    with run.finishing() as work:
        plan = work.session.get(Plan, run.job.subject("plan"))
        if plan is not None:
            remind_of_review(work, plan, int(run.job.payload["version"]))


def measure(run: Run) -> None:
    """Remind of the deadline of a measure."""
    with run.finishing() as work:
        row = work.session.get(PlanMeasure, run.job.subject("measure"))
        if row is not None:
            remind_of_measure(work, row, str(run.job.payload["until"]))


HANDLERS: Mapping[str, Handler] = {PlanJob.REVIEW: Handler(review), PlanJob.MEASURE: Handler(measure)}
