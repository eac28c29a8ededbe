"""How pupils were away in the latest term that has been counted, on the page of their school (COM §4, F16)."""

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.parts import UnitPart
from welfare.documents.paper import Table
from welfare.indicators.pages import AbsencesPage
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.unit_types import has_pupils


def absences_part(work: UnitOfWork, unit: Organisation) -> UnitPart | None:
    """By category and class level, as the page of absences shows it; offices and day-care centres have no pupils."""
    if unit.kind is not OrganisationKind.SCHOOL or not has_pupils(unit.unit_type):
        return None
    terms = AbsencesPage.of(work, unit).terms
    latest = next((term for term in terms if term.bars), None)
    title = _("Absences, %(term)s", term=latest.title.lower()) if latest else _("Absences")
    heads = [_("Category"), _("Pupils"), _("Hours a pupil")]
    rows = [(bar.category, bar.pupils, bar.a_pupil) for bar in latest.bars] if latest else []
    parts = latest.parts if latest else None
    by_level = [(category, *cells) for category, cells in parts.pupils_by_grade] if parts else []
    level_heads, level_title = [_("Category"), *(parts.grades if parts else ())], _("Pupils by class level")
    return UnitPart(
        id="absences",
        title=title,
        template="indicators/_absences_part.html",
        page={
            "heads": heads,
            "rows": rows,
            "level_title": level_title,
            "level_heads": level_heads,
            "by_level": by_level,
        },
        link=(_("All terms"), url_for("indicators.absences", unit=unit.id)),
        blocks=[
            *([Table(heads, rows, title)] if rows else []),
            *([Table(level_heads, by_level, f"{title}: {level_title}")] if by_level else []),
        ],
    )
