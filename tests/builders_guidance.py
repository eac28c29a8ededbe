"""Instructions and training, put straight into the database."""

from datetime import date
from uuid import UUID, uuid4

from tests.builders import Someone, Village
from welfare.guidance.models import Instruction, InstructionReceipt, InstructionVersion, Training
from welfare.rules.guidance import CompetenceArea, Readers


def an_instruction(
    village: Village,
    writer: Someone,
    title: str = "Ohje",
    *,
    readers: Readers = Readers.INSTITUTION,
    unit_id: UUID | None = None,
    begins_on: date = date(2026, 9, 1),
    ends_on: date | None = None,
) -> UUID:
    """One instruction in its first version, in force since September."""
    instruction_id = uuid4()
    with village.work() as work:
        work.session.add(
            Instruction(
                id=instruction_id,
                unit_id=unit_id or village.school_id,
                controller_id=village.provider_id,
                readers=readers,
                begins_on=begins_on,
                ends_on=ends_on,
                newest=1,
            )
        )
        work.session.flush()
        work.session.add(
            InstructionVersion(
                instruction_id=instruction_id,
                number=1,
                title_fi=title,
                title_sv=f"{title} sv",
                text_fi="Kirjaa poissaolo samana päivänä.",
                text_sv="Anteckna frånvaron samma dag.",
                link="",
                saved_at=work.now,
                saved_by=writer.account_id,
            )
        )
    return instruction_id


def a_receipt(village: Village, instruction_id: UUID, reader: Someone) -> None:
    """Somebody has read the first version."""
    with village.work() as work:
        work.session.add(
            InstructionReceipt(instruction_id=instruction_id, number=1, account_id=reader.account_id, read_at=work.now)
        )


def a_training(
    village: Village,
    title: str = "Uusi johtajuus",
    *,
    held_on: date = date(2026, 9, 4),
    participants: int | None = 47,
    grade: int | None = 85,
) -> UUID:
    """An event of the school."""
    training_id = uuid4()
    with village.work() as work:
        work.session.add(
            Training(
                id=training_id,
                unit_id=village.school_id,
                controller_id=village.provider_id,
                held_on=held_on,
                title_fi=title,
                title_sv=f"{title} sv",
                area=CompetenceArea.EARLY_SUPPORT,
                organiser="LAPE-akatemia",
                sectors="Koulut ja varhaiskasvatus",
                participants=participants,
                grade=grade,
                outcome="",
            )
        )
    return training_id
