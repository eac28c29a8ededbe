"""Recording an answer by the forms of the consents room, as a responsible person does it."""

from uuid import UUID

from tests.builders import Someone
from tests.client import Client, Page
from welfare.rules.consent import Answer


def record_answer(
    client: Client,
    case_id: UUID,
    kind: str,
    giver: Someone,
    answer: Answer = Answer.GIVEN,
    *,
    status: int = 200,
    **answers: str,
) -> Page:
    """Open the form of a kind, answer what every kind asks, and send it."""
    form = client.get(f"/cases/{case_id}/consents/new/{kind}").form("Record the answer")
    common = {"giver": str(giver.person_id), "answer": answer.value, "way": "paper", "language": "fi"}
    return form.submit(status=status, **(common | answers))
