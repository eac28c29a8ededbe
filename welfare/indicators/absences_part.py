"""How pupils were away in the latest term that has been counted, on the page of their school (COM §4, F16)."""

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.parts import UnitPart
from welfare.documents.paper import Table
from welfare.indicators.pages import AbsencesPage
from welfare.organisations.models import Organisation, OrganisationKind


def absences_part(work: UnitOfWork, unit: Organisation) -> UnitPart | None:
    """By category, as the page of absences shows it; a provider and a county have no pupils of their own."""
    if unit.kind is not OrganisationKind.SCHOOL:
        return None
    terms = AbsencesPage.of(work, unit).terms
    latest = next((term for term in terms if term.bars), None)
    title = _("Absences, %(term)s", term=latest.title.lower()) if latest else _("Absences")
    heads = [_("Category"), _("Pupils"), _("Hours a pupil")]
    rows = [(bar.category, bar.pupils, bar.a_pupil) for bar in latest.bars] if latest else []
    return UnitPart(
        id="absences",
        title=title,
        template="indicators/_absences_part.html",
        page={"heads": heads, "rows": rows},
        link=(_("All terms"), url_for("indicators.absences", unit=unit.id)),
        blocks=[Table(heads, rows, title)] if rows else [],
    )
