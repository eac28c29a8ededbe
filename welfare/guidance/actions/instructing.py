"""Giving an instruction, wording it anew, having read it, and reminding those who have not."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of
from welfare.guidance.models import Instruction, InstructionReceipt, InstructionVersion
from welfare.guidance.queries import readers_by, versions_of
from welfare.organisations.models import Organisation
from welfare.rules.guidance import Readers
from welfare.rules.orders import MailKind, MailOrder
from welfare.rules.registers import Register


class StaleInstructionError(RuntimeError):
    """Somebody has saved the instruction since the form was drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of one version."""

    title_fi: str
    title_sv: str
    text_fi: str
    text_sv: str
    link: str


@dataclass(frozen=True, slots=True)
class Validity:
    """For whom, and from when to when."""

    readers: Readers
    begins_on: date
    ends_on: date | None


def give_instruction(work: UnitOfWork, unit: Organisation, wording: Wording, validity: Validity) -> Instruction:
    """A new instruction."""
    instruction = Instruction(id=uuid4(), unit_id=unit.id, controller_id=keeper_of(unit), newest=0)
    _set(instruction, validity)
    work.session.add(instruction)
    work.session.flush()
    _write(work, instruction, wording)
    _note(work, instruction, "given")
    return instruction


def change_instruction(
    work: UnitOfWork, instruction: Instruction, wording: Wording, validity: Validity, revision: int
) -> None:
    """Save it; new words are a new version, which everybody is to read anew. Raises StaleInstructionError."""
    if instruction.revision != revision:
        raise StaleInstructionError
    _set(instruction, validity)
    if wording != wording_of(versions_of(work.session, instruction.id)[0]):
        _write(work, instruction, wording)
    work.session.flush()
    _note(work, instruction, "changed")


def read_instruction(work: UnitOfWork, instruction: Instruction) -> None:
    """The worker at hand has read the newest version; said twice it is said once."""
    if work.actor.account_id in readers_by(work.session, [instruction]).get(instruction.id, ()):
        return
    work.session.add(
        InstructionReceipt(
            instruction_id=instruction.id,
            number=instruction.newest,
            account_id=work.actor.account_id,
            read_at=work.now,
        )
    )
    work.session.flush()
    _note(work, instruction, "read")


def remind(work: UnitOfWork, instruction: Instruction, person_ids: Iterable[UUID]) -> int:
    """A silent mail to each who has not read it, which says that something waits and no more; how many."""
    told = list(person_ids)
    for person_id in told:
        work.plan_mail(MailOrder(kind=MailKind.TASK_DUE, person_id=person_id, about_id=instruction.id))
    _note(work, instruction, "reminded")
    return len(told)


def wording_of(version: InstructionVersion) -> Wording:
    """The words of a version."""
    return Wording(
        title_fi=version.title_fi,
        title_sv=version.title_sv,
        text_fi=version.text_fi,
        text_sv=version.text_sv,
        link=version.link,
    )


def _set(instruction: Instruction, validity: Validity) -> None:
    instruction.readers = validity.readers
    instruction.begins_on, instruction.ends_on = validity.begins_on, validity.ends_on


def _write(work: UnitOfWork, instruction: Instruction, wording: Wording) -> None:
    instruction.newest += 1
    version = InstructionVersion(
        id=uuid4(),
        instruction_id=instruction.id,
        number=instruction.newest,
        saved_at=work.now,
        saved_by=work.actor.account_id,
        **asdict(wording),
    )
    work.session.add(version)
    work.session.flush()


def _note(work: UnitOfWork, instruction: Instruction, what: str) -> None:
    subject = ("instruction", instruction.id)
    work.note(instruction.controller_id, Register.COMMUNAL, subject, instruction=what, version=instruction.newest)
