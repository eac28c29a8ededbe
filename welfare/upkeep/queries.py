"""What has failed, for those who see to a controller's service: ids, codes and times."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.jobs.models import Job, JobState
from welfare.mail.models import Mail, MailState, MailText
from welfare.mail.planning import MailJob
from welfare.people.models import Person
from welfare.rules.actors import Actor, Facts, Role
from welfare.rules.registers import HOUSE


def own_controllers(actor: Actor) -> frozenset[UUID]:
    """The controllers whose service the actor sees to."""
    return actor.controllers(Role.ADMINISTRATOR)


def load_job(reading: Reading, job_id: UUID) -> Loaded | None:
    """Loader of ``<job_id:job>``."""
    job = reading.session.get(Job, job_id)
    if job is None:
        return None
    on = reading.now.astimezone(HOME_ZONE).date()
    subjects = (("job", job.id),)
    return Loaded(job, Facts(on=on, subject_ids=subjects, register=job.register.value, controller_id=job.controller_id))


def jobs_given_up(actor: Actor) -> Select[Job]:
    """Jobs that are tried no more, the newest first: one's own, and those of the house. Mails have a list of theirs."""
    seen = Job.controller_id.in_({*own_controllers(actor), HOUSE})
    given_up = (Job.state == JobState.GIVEN_UP, Job.kind != MailJob.DELIVER.value)
    return select(Job).where(seen, *given_up).order_by(Job.ended_at.desc(), Job.id)


def mails_undelivered(actor: Actor) -> Select[Mail]:
    """Mails that have failed, for good or once at least, the newest first."""
    controllers = own_controllers(actor)
    known = Mail.person_id.in_(select(Person.id).where(Person.controller_id.in_(controllers)))
    outside = Mail.id.in_(select(MailText.mail_id).where(MailText.controller_id.in_(controllers)))
    return select(Mail).where(or_(known, outside), _is_undelivered()).order_by(Mail.planned_at.desc(), Mail.id)


def revivable(session: Session, actor: Actor) -> Sequence[Job]:
    """Everything that the actor may have tried again."""
    given_up = (Job.state == JobState.GIVEN_UP, Job.controller_id.in_(own_controllers(actor)))
    return session.scalars(select(Job).where(*given_up).order_by(Job.planned_at, Job.id)).all()


def deliveries_of(session: Session, mail_ids: Collection[UUID]) -> Mapping[UUID, Job]:
    """The job that delivers each mail; none for one that had no address from the start."""
    keys = {str(mail_id): mail_id for mail_id in mail_ids}
    rows = session.scalars(select(Job).where(Job.kind == MailJob.DELIVER.value, Job.key.in_(keys)))
    return {keys[job.key]: job for job in rows}


def total(session: Session, statement: Select[Job] | Select[Mail]) -> int:
    """How many rows a list has."""
    return session.scalar(select(func.count()).select_from(statement.order_by(None).subquery())) or 0


def _is_undelivered() -> ColumnElement[bool]:
    has_failed_once = and_(Mail.state == MailState.PLANNED, Mail.tries > 0)
    return or_(Mail.state == MailState.FAILED, has_failed_once)
