"""Ideas of the cast's classes, and who was heard."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_participation import a_hearing, an_idea
from welfare.organisations.models import SchoolClass


def participation_things(village: Village, people: Mapping[str, Someone]) -> dict[str, UUID]:
    """An idea of Aada's class, and a hearing that the principal has kept."""
    with village.work() as work:
        own = work.session.scalars(
            select(SchoolClass.id).where(SchoolClass.name == "8B", SchoolClass.school_id == village.school_id)
        ).one()
    return {
        "hearing_id": a_hearing(village, people["principal"]),
        "idea_id": an_idea(village, own),
        "idea_class_id": own,
        "letter_class_id": own,
    }
