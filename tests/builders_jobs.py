"""Jobs put straight into the database, as a test needs them."""

from uuid import UUID, uuid4

from tests.builders import Village
from welfare.jobs.models import Job, JobState
from welfare.rules.registers import Register


def a_job_given_up(village: Village, controller_id: UUID) -> UUID:
    """A job that has been tried too often."""
    job_id = uuid4()
    with village.work() as work:
        work.session.add(
            Job(
                id=job_id,
                kind="meetings:lock",
                key=str(job_id),
                payload={"item": str(uuid4())},
                controller_id=controller_id,
                register=Register.WELFARE,
                planned_at=work.now,
                due_at=work.now,
                state=JobState.GIVEN_UP,
                tries=12,
                failure="crashed",
                ended_at=work.now,
            )
        )
    return job_id
