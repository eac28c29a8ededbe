"""Keeping a provider's processes: each change is a new version, so that what was begun goes on as it was begun."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from welfare.assessments.models import AssessmentProcess, ProcessVersion
from welfare.assessments.queries import version_of
from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.arrangements import CatalogueState
from welfare.rules.assessments import Informant, Question
from welfare.rules.registers import Register


class StaleProcessError(RuntimeError):
    """Somebody has saved the process since the form was drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A process: its name, its steps, and the questions of each capacity."""

    name_fi: str
    name_sv: str
    steps: Sequence[Question]
    forms: Mapping[Informant, Sequence[Question]]

    @property
    def content(self) -> dict[str, Any]:
        """As a version keeps it."""
        return {
            "steps": [[step.fi, step.sv] for step in self.steps],
            "forms": {
                informant.value: [[each.fi, each.sv, each.kind.value] for each in questions]
                for informant, questions in self.forms.items()
                if questions
            },
        }


def add_process(work: UnitOfWork, provider_id: UUID, model: Model) -> AssessmentProcess:
    """A new process of a provider."""
    process = AssessmentProcess(id=uuid4(), controller_id=provider_id, state=CatalogueState.ACTIVE, newest=0)
    work.session.add(process)
    work.session.flush()
    _write_version(work, process, model)
    _note(work, process, "added")
    return process


def change_process(
    work: UnitOfWork, process: AssessmentProcess, model: Model, state: CatalogueState, revision: int
) -> None:
    """Change it for the assessments to come, or offer it no more. Raises StaleProcessError."""
    if process.revision != revision:
        raise StaleProcessError
    before = version_of(work.session, process.id, process.newest)
    if (before.name_fi, before.name_sv, before.content) != (model.name_fi, model.name_sv, model.content):
        _write_version(work, process, model)
    process.state = state
    work.session.flush()
    _note(work, process, "changed" if state is CatalogueState.ACTIVE else "ended")


def _write_version(work: UnitOfWork, process: AssessmentProcess, model: Model) -> None:
    process.newest += 1
    version = ProcessVersion(
        id=uuid4(),
        process_id=process.id,
        number=process.newest,
        name_fi=model.name_fi,
        name_sv=model.name_sv,
        content=model.content,
        saved_at=work.now,
        saved_by=work.actor.account_id,
    )
    work.session.add(version)
    work.session.flush()


def _note(work: UnitOfWork, process: AssessmentProcess, what: str) -> None:
    subject = ("assessment_process", process.id)
    work.note(process.controller_id, Register.COMMUNAL, subject, process=what, version=process.newest)
