"""How pupils were away, term by term."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.indicators import actions
from welfare.indicators.forms import AbsenceForm, stored_words, unseen_count_fields
from welfare.indicators.pages import AbsencesPage
from welfare.indicators.pages.absences import TERMS
from welfare.indicators.queries import absence_rows, rows_revision
from welfare.indicators.routes.blueprint import UNIT, bp
from welfare.indicators.routes.schools import check_school
from welfare.indicators.seeing import unseen_absences
from welfare.organisations.forms.filling import fill
from welfare.organisations.models import Organisation
from welfare.organisations.pages.versions import versions_of
from welfare.organisations.words import term_words
from welfare.rules.absences import Category
from welfare.rules.permissions import Permission
from welfare.rules.terms import SchoolTerm, latest_terms
from welfare.ui.versions import Conflict

ABSENCES = f"{UNIT}/absences"
TERM = f"{ABSENCES}/<int:year>/<any(autumn, spring):season>"


@bp.get(ABSENCES, needs=Permission.COMMUNITY_READ)
def absences(work: UnitOfWork, unit: Organisation) -> str:
    """The last terms, category by category."""
    check_school(work, unit)
    return render_template("indicators/absences.html", page=AbsencesPage.of(work, unit))


@bp.get(TERM, needs=Permission.COMMUNITY_WRITE)
def begin_absences(work: UnitOfWork, unit: Organisation, year: int, season: str) -> str:
    """One term in a form."""
    term = _term(work, unit, year, season)
    form, rows = AbsenceForm(), absence_rows(work.session, unit.id, [term])
    unseen = unseen_absences(work, term, rows)
    fill(form, form.values_of(rows, unseen))
    form.keep(unseen_count_fields(unseen))
    return _draw(work, unit, term, form)


@bp.post(TERM, needs=Permission.COMMUNITY_WRITE)
def save_absences(work: UnitOfWork, unit: Organisation, year: int, season: str) -> ResponseReturnValue:
    """Save it, or show what somebody else has saved since."""
    term = _term(work, unit, year, season)
    form, rows = AbsenceForm(), absence_rows(work.session, unit.id, [term])
    unseen = unseen_absences(work, term, rows)
    fields = unseen_count_fields(unseen)
    form.keep(fields)
    if not form.validate_on_submit() or not form.check_pairs():
        return _draw(work, unit, term, form), 422
    try:
        actions.count_absences(work, unit, form.to_command(term, unseen))
    except actions.StaleCountsError:
        conflict = versions_of(form, form.values_of(rows, unseen), stored_words(fields))
        form.revision.put(rows_revision(rows))
        return _draw(work, unit, term, form, conflict), 409
    flash(_("The absences are saved."), "good")
    return redirect(url_for("indicators.absences", unit=unit.id), 303)


def _term(work: UnitOfWork, unit: Organisation, year: int, season: str) -> SchoolTerm:
    """One of the terms that the page shows, by the calendar year in which it begins."""
    check_school(work, unit)
    terms = {(term.starts_on.year, term.season.value): term for term in latest_terms(work.facts.on, TERMS)}
    found = terms.get((year, season))
    if found is None:
        refuse(work, work.facts)
    return found


def _draw(
    work: UnitOfWork, unit: Organisation, term: SchoolTerm, form: AbsenceForm, conflict: Conflict | None = None
) -> str:
    return render_template(
        "indicators/absence.html",
        head=UnitHead.of(work, unit),
        term=term_words(term),
        form=form,
        pairs=[(form.pupils(each), form.hours(each)) for each in Category],
        conflict=conflict,
    )
