"""Taking part, on the page of a unit."""

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.parts import UnitPart
from welfare.documents.paper import Facts
from welfare.organisations.models import Organisation
from welfare.participation.pages import Summary
from welfare.participation.queries import hearings_of, ideas_of
from welfare.rules.school_years import school_year_of
from welfare.rules.unit_types import has_pupils
from welfare.ui.formats import short_date_text

LATEST = 3


def participation_part(work: UnitOfWork, unit: Organisation) -> UnitPart | None:
    """How many ideas were answered, and the latest that were heard, with what came of it."""
    year = school_year_of(work.facts.on).begins_in
    hearings = hearings_of(work.session, unit.id, year)
    summary = Summary.of(unit, hearings, [idea for idea, _class in ideas_of(work.session, unit.id, year)])
    answered = (
        _("%(answered)s of %(all)s ideas of classes have an answer", answered=summary.answered, all=summary.ideas)
        if summary.ideas
        else _("No class has given an idea this school year yet")
    )
    if not has_pupils(unit.unit_type):
        answered = "" if hearings else _("Nobody has been heard this school year, as far as is told here.")
    told = [
        (f"{short_date_text(each.held_on)} {each.about}", each.effect or _("the effect has not been told yet"))
        for each in hearings[:LATEST]
    ]
    return UnitPart(
        id="participation",
        title=_("Participation"),
        template="participation/_part.html",
        page={"answered": answered, "hearings": hearings[:LATEST], "unit_id": unit.id, "summary": summary},
        link=(
            _("All hearings and ideas") if has_pupils(unit.unit_type) else _("All hearings"),
            url_for("participation.overview", unit=unit.id),
        ),
        blocks=[Facts([*_ideas(unit, answered), *told], _("Participation"))],
    )


def _ideas(unit: Organisation, answered: str) -> list[tuple[str, str]]:
    if has_pupils(unit.unit_type):
        return [(_("Ideas"), answered)]
    return [(_("Who was heard"), answered)] if answered else []
