"""Own words put into a matter as their writers would leave them."""

from uuid import UUID, uuid4

from tests.builders import Someone, Village
from welfare.cases.models import Case
from welfare.own_words.models import OwnWords


def own_words(
    village: Village, case_id: UUID, writer: Someone, text: str, *, number: int = 1, is_shared: bool = False
) -> UUID:
    """One version."""
    words_id = uuid4()
    with village.work() as work:
        case = work.session.get_one(Case, case_id)
        row = OwnWords(
            id=words_id,
            case_id=case.id,
            student_id=case.student_id,
            controller_id=case.controller_id,
            writer_person_id=writer.person_id,
            number=number,
            written_at=work.now,
            shared_at=work.now if is_shared else None,
        )
        work.encrypt(row, OwnWords.text, text)
        work.session.add(row)
    return words_id
