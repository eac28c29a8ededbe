"""What has an owner: a colleague by name, or whoever holds a seat."""

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, Revised, coded, column
from welfare.rules.annual_clock import Bearer, Owner


class Owned(Revised):
    """A row that one person or one seat answers for; exactly one of the two columns is filled."""

    __abstract__ = True

    bearer: Mapped[Bearer | None] = column(INTERNAL, coded(Bearer))

    owner_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("person.id"))
    """A member of the staff."""

    @property
    def owner(self) -> Owner:
        """Who answers for it."""
        return Owner(self.bearer, self.owner_id)

    def give_to(self, owner: Owner) -> None:
        """Let somebody answer for it from now on."""
        self.bearer, self.owner_id = owner.bearer, owner.person_id
