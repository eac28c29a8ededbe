"""Recording an answer by the forms of the consents room, as a responsible person does it."""

from typing import Any
from uuid import UUID

from tests.builders import Someone
from tests.client import Client, Page
from welfare.rules.consent import Answer


def record_answer(
    client: Client,
    case_id: UUID,
    kind: str,
    by: Someone,
    said: Answer = Answer.GIVEN,
    *,
    status: int = 200,
    **answers: Any,  # noqa: ANN401 - whatever else the form asks
) -> Page:
    """Open the form of a kind, answer what every kind asks, and send it."""
    form = client.get(f"/cases/{case_id}/consents/new/{kind}").form("Record the answer")
    common: dict[str, Any] = {"giver": str(by.person_id), "answer": said.value, "way": "paper", "language": "fi"}
    return form.fill(**(common | answers)).submit(status=status)
