"""Self-control of one school year, item by item."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.guard import lets_through
from welfare.communal.pages import UnitHead
from welfare.organisations.forms.filling import fill, revision_of
from welfare.organisations.models import Organisation
from welfare.organisations.pages.versions import versions_of as both_texts
from welfare.rules.permissions import Permission
from welfare.rules.school_years import SchoolYear, school_year_of
from welfare.statutory_plans.actions import StaleTextError, answer_item
from welfare.statutory_plans.forms import CheckForm
from welfare.statutory_plans.headings import Heading, check_item, has_self_control
from welfare.statutory_plans.models import SelfCheck
from welfare.statutory_plans.pages.self_control import SelfControlPage
from welfare.statutory_plans.queries import checks_of
from welfare.statutory_plans.routes.blueprint import bp
from welfare.ui.locale import current_locale
from welfare.ui.versions import Conflict

SELF_CONTROL = "/communal/<unit_id:unit>/self-control"
YEAR = "<int(min=2000, max=2100):year>"
ITEM = f"{SELF_CONTROL}/{YEAR}/<string:key>"


@bp.get(SELF_CONTROL, needs=Permission.COMMUNITY_READ)
def self_control_now(work: UnitOfWork, unit: Organisation) -> str:
    """The year that is running."""
    _check(unit)
    page = SelfControlPage.of(work, unit, school_year_of(work.facts.on))
    return render_template("statutory_plans/self_control.html", page=page)


@bp.get(f"{SELF_CONTROL}/{YEAR}", needs=Permission.COMMUNITY_READ)
def self_control(work: UnitOfWork, unit: Organisation, year: int) -> str:
    """One year."""
    _check(unit)
    page = SelfControlPage.of(work, unit, SchoolYear(year))
    return render_template("statutory_plans/self_control.html", page=page)


@bp.get(ITEM, needs=Permission.COMMUNITY_WRITE)
def begin_check(work: UnitOfWork, unit: Organisation, year: int, key: str) -> str:
    """One item in a form."""
    item, form = _item(unit, key), CheckForm(today=work.facts.on)
    fill(form, form.values_of(_row(work, unit, year, item)))
    return _draw(work, unit, year, item, form)


@bp.post(ITEM, needs=Permission.COMMUNITY_WRITE)
def save_check(work: UnitOfWork, unit: Organisation, year: int, key: str) -> ResponseReturnValue:
    """Keep what was found, or show what somebody else has saved since."""
    item, form = _item(unit, key), CheckForm(today=work.facts.on)
    row = _row(work, unit, year, item)
    before = [row.evidence, row.defect] if row else []
    if not form.validate_on_submit() or not lets_through(work, unit, form, before):
        return _draw(work, unit, year, item, form), 422
    try:
        answer_item(work, unit, SchoolYear(year), item.key, form.to_found(), revision_of(form))
    except StaleTextError:
        values = form.values_of(row)
        conflict = both_texts(form, values)
        form.revision.put(values["revision"])
        return _draw(work, unit, year, item, form, conflict), 409
    flash(_("What was found is saved."), "good")
    return redirect(url_for("statutory_plans.self_control", unit=unit.id, year=year, _anchor=item.key), 303)


def _check(unit: Organisation) -> None:
    """Nothing is here where student welfare is no duty of the unit (OHL 1 §, 26 § 1)."""
    if not has_self_control(unit):
        abort(404)


def _item(unit: Organisation, key: str) -> Heading:
    _check(unit)
    found = check_item(key)
    if found is None:
        abort(404)
    return found


def _row(work: UnitOfWork, unit: Organisation, year: int, item: Heading) -> SelfCheck | None:
    return checks_of(work.session, [unit.id], SchoolYear(year)).get(unit.id, {}).get(item.key)


def _draw(  # noqa: PLR0913, PLR0917 - what a page needs
    work: UnitOfWork, unit: Organisation, year: int, item: Heading, form: CheckForm, conflict: Conflict | None = None
) -> str:
    return render_template(
        "statutory_plans/check.html",
        head=UnitHead.of(work, unit),
        year=year,
        name=SchoolYear(year).name,
        title=item.title(current_locale()),
        law=item.law(current_locale()),
        form=form,
        conflict=conflict,
    )
