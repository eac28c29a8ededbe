"""The steps of a model: every change is a new version, and none is ever lost."""

from welfare.audit.unit_of_work import UnitOfWork
from welfare.programmes.actions.keeping import note
from welfare.programmes.models import Programme, ProgrammeSteps
from welfare.programmes.queries import steps_of


class StaleStepsError(RuntimeError):
    """Somebody has written a version since the form was drawn."""


def write_steps(work: UnitOfWork, programme: Programme, texts: tuple[str, str], revision: int) -> None:
    """A new version in Finnish and Swedish, if anything is another way. Raises StaleStepsError."""
    if programme.revision != revision:
        raise StaleStepsError
    newest = next(iter(steps_of(work.session, programme.id)), None)
    if newest is not None and (newest.text_fi, newest.text_sv) == texts:
        return
    programme.newest_steps += 1
    work.session.add(
        ProgrammeSteps(
            programme_id=programme.id,
            number=programme.newest_steps,
            text_fi=texts[0],
            text_sv=texts[1],
            saved_at=work.now,
            saved_by=work.actor.account_id,
        )
    )
    work.session.flush()
    note(work, programme, "steps_written")
