"""The posts for one place, kept by whoever arranges the services."""

from collections.abc import Iterable
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.communal.queries.groups import languages_of
from welfare.organisations.forms.filling import fill
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.organisations.pages.versions import versions_of
from welfare.rules.permissions import Permission
from welfare.rules.school_years import SchoolYear
from welfare.rules.staffing import NATIONAL, ServiceLanguage, StaffedService
from welfare.staffing import actions
from welfare.staffing.actions import PostCell
from welfare.staffing.forms import PostsForm, heads_of
from welfare.staffing.queries import posts_by, revision_of_rows
from welfare.staffing.routes.blueprint import STAFFING, bp
from welfare.staffing.routes.years import writable_year
from welfare.staffing.words import LANGUAGE_TITLES, SERVICE_TITLES
from welfare.ui.locale import current_locale
from welfare.ui.versions import Conflict

POSTS = f"{STAFFING}/<int:year>/posts/<place_id:place>"


@bp.get(POSTS, needs=Permission.COMMUNITY_LEAD)
def begin_posts(work: UnitOfWork, unit: Organisation, year: int, place: Organisation) -> str:
    """The posts of one year in a form."""
    chosen, cells = writable_year(work, year), _cells(work, unit)
    form = _form(cells)
    fill(form, form.values_of(posts_by(work.session, unit.id, place.id, chosen), cells))
    return _draw(work, (unit, place), chosen, form)


@bp.post(POSTS, needs=Permission.COMMUNITY_LEAD)
def save_posts(work: UnitOfWork, unit: Organisation, year: int, place: Organisation) -> ResponseReturnValue:
    """Save them, or show what somebody else has saved since."""
    chosen, cells = writable_year(work, year), _cells(work, unit)
    form = _form(cells)
    if not form.validate_on_submit():
        return _draw(work, (unit, place), chosen, form), 422
    try:
        actions.keep_posts(work, unit, place, form.to_command(chosen, cells))
    except actions.StaleNumbersError:
        rows = posts_by(work.session, unit.id, place.id, chosen)
        conflict = versions_of(form, form.values_of(rows, cells), heads=heads_of(_groups(form, cells)))
        form.revision.put(revision_of_rows(rows))
        return _draw(work, (unit, place), chosen, form, conflict), 409
    flash(_("The posts are saved."), "good")
    return redirect(url_for("staffing.show", unit=unit.id, year=year), 303)


def _cells(work: UnitOfWork, unit: Organisation) -> list[PostCell]:
    """The services in the national languages of the unit; a school arranges none."""
    if unit.kind is OrganisationKind.SCHOOL:
        refuse(work, work.facts)
    known = languages_of(work.session, unit) or {ServiceLanguage.FINNISH.value}
    return [(service, language) for service in StaffedService for language in NATIONAL if language.value in known]


def _form(cells: list[PostCell]) -> PostsForm:
    form = PostsForm()
    form.offer(cells)
    return form


def _draw(
    work: UnitOfWork,
    of: tuple[Organisation, Organisation],
    year: SchoolYear,
    form: PostsForm,
    conflict: Conflict | None = None,
) -> str:
    unit, place = of
    return render_template(
        "staffing/posts.html",
        head=UnitHead.of(work, unit),
        place=_("For all of them together") if place.id == unit.id else place.name(current_locale()),
        year=year,
        form=form,
        groups=_groups(form, _cells(work, unit)),
        conflict=conflict,
    )


def _groups(form: PostsForm, cells: Iterable[PostCell]) -> list[tuple[str, list[Any]]]:
    """The three fields of each service in a language, under its name."""
    return [
        (f"{SERVICE_TITLES[service]} · {LANGUAGE_TITLES[language]}", form.fields_of((service, language)))
        for service, language in cells
    ]
