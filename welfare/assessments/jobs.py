"""What assessments leave to be done afterwards: a reminder, if it is still needed."""

from collections.abc import Mapping

from welfare.assessments.models import Observation
from welfare.assessments.queries import may_still_answer
from welfare.jobs.worker import Handler, Run
from welfare.rules.orders import AssessmentJob, MailKind, MailOrder


def remind(run: Run) -> None:
    """Remind whoever has not answered and still may; the mail says that something waits, and nothing more."""
    with run.finishing() as work:
        row = work.session.get(Observation, run.job.subject("observation"))
        if row is not None and may_still_answer(work.session, row, work.now):
            work.plan_mail(MailOrder(kind=MailKind.TASK_DUE, person_id=row.person_id, about_id=row.id))


HANDLERS: Mapping[str, Handler] = {AssessmentJob.REMIND: Handler(remind)}
