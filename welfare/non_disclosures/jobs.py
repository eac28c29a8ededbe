"""What a protection leaves to be done afterwards: a reminder of its last day, if it is still needed."""

from collections.abc import Mapping

from welfare.accounts.models import Account
from welfare.jobs.worker import Handler, Run
from welfare.non_disclosures.models import Protection
from welfare.non_disclosures.queries import principals_of
from welfare.rules.non_disclosure import ProtectionState, needs_care
from welfare.rules.orders import MailKind, MailOrder, ProtectionJob


def remind(run: Run) -> None:
    """Tell the head of the school and whoever wrote it down, by a mail that says nothing but that something waits."""
    with run.finishing() as work:
        row = work.session.get(Protection, run.job.subject("non_disclosure"))
        if row is None or row.state is ProtectionState.ENDED or not needs_care(row.until_on, work.facts.on):
            return
        recorder = work.session.get_one(Account, row.recorded_by).person_id
        told = {*principals_of(work.session, row.student_id, work.facts.on), recorder}
        for person_id in filter(None, told):
            work.plan_mail(MailOrder(kind=MailKind.TASK_DUE, person_id=person_id, about_id=row.id))


HANDLERS: Mapping[str, Handler] = {ProtectionJob.REMIND: Handler(remind)}
