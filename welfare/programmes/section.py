"""The programmes' part of the page of a unit."""

from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.parts import UnitPart
from welfare.documents.paper import Block, Table
from welfare.organisations.models import Organisation
from welfare.programmes.pages import ProgrammeLine, current_lines


def programmes_part(work: UnitOfWork, unit: Organisation) -> UnitPart | None:
    """What runs this school year."""
    lines = current_lines(work, unit)
    return UnitPart(
        id="programmes",
        title=_("Programmes"),
        template="programmes/_part.html",
        page={"lines": lines, "unit_id": unit.id},
        count=len(lines),
        blocks=_on_paper(lines),
        link=(_("All programmes"), url_for("programmes.overview", unit=unit.id)),
    )


def _on_paper(lines: Sequence[ProgrammeLine]) -> Sequence[Block]:
    rows = [(line.title, line.state, line.coverage, line.figure) for line in lines]
    return (
        [Table((_("Programme"), _("State"), _("For whom"), _("Counted last")), rows, _("Programmes"))] if rows else []
    )
