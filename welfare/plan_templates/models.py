"""Tables of the plan templates room."""

from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.catalogues.models import CatalogueItem, ItemVersion
from welfare.db.base import PUBLIC, column
from welfare.rules.plan_templates import ExampleGoal, example_of, lines_of
from welfare.rules.plans import PlanPart


class PlanTemplate(CatalogueItem):
    """One template of a provider."""

    __tablename__ = "plan_template"


class PlanTemplateVersion(ItemVersion):
    """What a template begins a plan with.

    ``content`` = {parts: {part: [fi, sv]}, goals: [[fi, sv]]}, each goal as lines.
    """

    __tablename__ = "plan_template_version"
    __table_args__ = (UniqueConstraint("template_id", "number"),)

    template_id: Mapped[UUID] = column(PUBLIC, ForeignKey("plan_template.id"), nullable=False)
    content: Mapped[dict[str, Any]] = column(PUBLIC, JSON, nullable=False)

    def part(self, part: PlanPart, locale: str) -> str:
        """What a section begins with; Finnish stands for English."""
        fi, sv = self.content["parts"].get(part.value, ("", ""))
        return str(sv if locale == "sv" else fi)

    def goals(self, locale: str) -> list[ExampleGoal]:
        """The examples of goals."""
        return [example_of(lines_of(sv if locale == "sv" else fi)) for fi, sv in self.content["goals"]]
