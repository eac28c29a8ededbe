"""Which request a step is about."""

from dataclasses import dataclass
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.asked import AskedOfRegister


@dataclass(frozen=True, slots=True)
class AskedHead:
    """One request by its number and the name of the person whom it is about."""

    id: UUID
    number: str
    name: str

    @classmethod
    def of(cls, work: UnitOfWork, row: AskedOfRegister) -> "AskedHead":
        """Open the name."""
        return cls(row.id, row.number, work.decrypt_document(row, type(row).document)["name"])


def reasons_of(work: UnitOfWork, row: AskedOfRegister) -> str:
    """Why the answer takes longer, as the asker is told; nothing where it does not."""
    return str(work.decrypt_document(row, type(row).extension)["words"]) if row.extension else ""
