"""An instruction of the cast's school, and an event at which its staff learned."""

from collections.abc import Mapping
from uuid import UUID

from tests.builders import Someone, Village
from tests.builders_guidance import a_training, an_instruction


def guidance_things(village: Village, people: Mapping[str, Someone]) -> dict[str, UUID]:
    """Given by the principal, and read by nobody yet."""
    instruction = an_instruction(village, people["principal"])
    return {
        "instruction_id": instruction,
        "own_instruction_id": instruction,
        "training_id": a_training(village),
    }
