"""Adding a county, a provider or a school by hand."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.actions.organisations import (
    AbbreviationTakenError,
    AlreadyHereError,
    add_county,
    add_provider,
    add_school,
    county_codes,
    provider_codes,
)
from welfare.organisations.forms.organisations import NewCountyForm, NewProviderForm, NewSchoolForm
from welfare.organisations.models import Organisation
from welfare.organisations.reference import counties, municipalities
from welfare.organisations.reference import county as county_by
from welfare.organisations.reference import municipality as municipality_by
from welfare.organisations.routes.room import bp
from welfare.rules.permissions import Permission
from welfare.ui.locale import current_locale

_SCHOOL, _PLACE = "organisations/new_school.html", "organisations/new_place.html"


@bp.get("/organisations/<provider_id:provider>/schools/new", needs=Permission.ORGANISATION_EDIT)
def begin_school(work: UnitOfWork, provider: Organisation) -> str:
    """Ask about a school that no roster has brought."""
    del work
    return render_template(_SCHOOL, form=NewSchoolForm(), provider=provider.name(current_locale()))


@bp.post("/organisations/<provider_id:provider>/schools/new", needs=Permission.ORGANISATION_EDIT)
def new_school(work: UnitOfWork, provider: Organisation) -> ResponseReturnValue:
    """Add it."""
    form = NewSchoolForm()
    if form.validate_on_submit():
        try:
            school = add_school(work, provider, form.to_traits())
        except AbbreviationTakenError:
            form.refuse("short_name", _("Another school of the provider has this abbreviation. Choose another."))
        else:
            return _added(school)
    return render_template(_SCHOOL, form=form, provider=provider.name(current_locale())), 422


@bp.get("/organisations/<county_id:county>/providers/new", needs=Permission.PROVIDER_ADD)
def begin_provider(work: UnitOfWork, county: Organisation) -> str:
    """Ask which municipality."""
    return _draw_place(_provider_form(work, county), _("Add an education provider"))


@bp.post("/organisations/<county_id:county>/providers/new", needs=Permission.PROVIDER_ADD)
def new_provider(work: UnitOfWork, county: Organisation) -> ResponseReturnValue:
    """Add it to the county."""
    form = _provider_form(work, county)
    chosen = municipality_by(form.municipality.data) if form.validate_on_submit() else None
    if chosen is not None:
        try:
            return _added(add_provider(work, county, chosen))
        except AlreadyHereError:
            form.refuse("municipality", _("It is here already."))
    return _draw_place(form, _("Add an education provider")), 422


@bp.get("/organisations/counties/new", needs=Permission.COUNTY_ADD)
def begin_county(work: UnitOfWork) -> str:
    """Ask which county."""
    return _draw_place(_county_form(work), _("Add a wellbeing services county"))


@bp.post("/organisations/counties/new", needs=Permission.COUNTY_ADD)
def new_county(work: UnitOfWork) -> ResponseReturnValue:
    """Add it."""
    form = _county_form(work)
    chosen = county_by(form.county.data) if form.validate_on_submit() else None
    if chosen is not None:
        try:
            return _added(add_county(work, chosen))
        except AlreadyHereError:
            form.refuse("county", _("It is here already."))
    return _draw_place(form, _("Add a wellbeing services county")), 422


def _provider_form(work: UnitOfWork, county: Organisation) -> NewProviderForm:
    """The municipalities of the county; all of them where its code says nothing."""
    form, here = NewProviderForm(), provider_codes(work.session)
    absent = [each for each in municipalities() if each.code not in here]
    within = [each for each in absent if each.county_code == county.official_code]
    form.offer(within if county_by(county.official_code) else absent, current_locale())
    return form


def _county_form(work: UnitOfWork) -> NewCountyForm:
    form, here = NewCountyForm(), county_codes(work.session)
    form.offer([each for each in counties() if each.code not in here], current_locale())
    return form


def _draw_place(form: NewProviderForm | NewCountyForm, title: str) -> str:
    field = form.municipality if isinstance(form, NewProviderForm) else form.county
    return render_template(_PLACE, form=form, field=field, title=title)


def _added(organisation: Organisation) -> ResponseReturnValue:
    flash(_("%(name)s has been added.", name=organisation.name(current_locale())), "good")
    return redirect(url_for("organisations.overview"), 303)
