"""What each of the three has written, and the way across."""

from dataclasses import dataclass
from uuid import UUID

from tests.builders import Someone
from tests.builders_journal import Matter
from tests.builders_services import a_client, a_note
from tests.client import Client, Page
from welfare.rules.registers import Register

SHARED = "Aamuihin sovittiin kello kymmenen."
OWN = {
    Register.HEALTH: "Aada nukkuu huonosti.",
    Register.SOCIAL: "Kotona riidellään.",
    Register.PSYCHOLOGY: "Testissä näkyi uupumus.",
}
WHY_IT_BEGAN = "Palvelu alkoi pyynnöstä."
NECESSARY = {"necessity": "Ryhmä sopii aamuista."}
GIVE = "Give it to the group"


@dataclass(frozen=True)
class Record:
    """A client file and its one note."""

    file_id: UUID
    note_id: UUID


def a_record(matter: Matter, who: Someone, register: Register, student: Someone | None = None) -> Record:
    """A pupil taken as a client, and a note of two sentences."""
    file_id = a_client(matter.village, student or matter.student, who, register, grounds=WHY_IT_BEGAN)
    return Record(file_id, a_note(matter.village, who, file_id, f"{OWN[register]} {SHARED}"))


def page_of(client: Client, matter: Matter, record: Record, status: int = 200) -> Page:
    """The form of the way across."""
    return client.get(f"/clients/{record.file_id}/disclosure/{matter.case_id}", status=status)


def tell(client: Client, matter: Matter, record: Record, status: int = 200, **changes: str) -> Page:
    """The shared sentence given to the group."""
    form = page_of(client, matter, record).form(GIVE)
    return form.fill(passages=[form.options["passages"][SHARED]], **NECESSARY | changes).submit(status=status)
