"""The tree of organisations, and each of them."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.actions.organisations import (
    AbbreviationTakenError,
    PupilsHereError,
    StaleOrganisationError,
    change_school,
    rename,
)
from welfare.organisations.forms.filling import fill, revision_of
from welfare.organisations.forms.organisations import NamesForm, SchoolForm
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.organisations.pages.overview import OverviewPage
from welfare.organisations.pages.versions import versions_of
from welfare.organisations.queries import classes_of
from welfare.organisations.routes.room import bp
from welfare.organisations.words import KIND_WORDS
from welfare.rules.permissions import Permission
from welfare.ui.locale import current_locale

_EDIT = "organisations/edit.html"


@bp.get("/organisations", needs=Permission.ORGANISATION_SEE)
def overview(work: UnitOfWork) -> str:
    """County, providers and schools."""
    return render_template("organisations/overview.html", page=OverviewPage.of(work))


@bp.get("/organisations/<school_id:school>/classes", needs=Permission.ORGANISATION_EDIT)
def classes(work: UnitOfWork, school: Organisation) -> str:
    """The classes of a school: home groups and teaching groups."""
    found = classes_of(work.session, school.id, work.facts.on)
    return render_template(
        "organisations/classes.html", school=school.name(current_locale()), owner=school, classes=found
    )


@bp.get("/organisations/<organisation_id:organisation>", needs=Permission.ORGANISATION_EDIT)
def edit(work: UnitOfWork, organisation: Organisation) -> str:
    """One organisation in a form."""
    del work
    form = _form_of(organisation)
    fill(form, form.values_of(organisation))
    return render_template(_EDIT, organisation=organisation, form=form, **_around(organisation))


@bp.post("/organisations/<organisation_id:organisation>", needs=Permission.ORGANISATION_EDIT)
def save(work: UnitOfWork, organisation: Organisation) -> ResponseReturnValue:
    """Save it, or show what somebody else has saved since."""
    form = _form_of(organisation)
    if not form.validate_on_submit():
        return render_template(_EDIT, organisation=organisation, form=form, **_around(organisation)), 422
    try:
        _change(work, organisation, form)
    except AbbreviationTakenError:
        form.refuse("short_name", _("Another school of the provider has this abbreviation. Choose another."))
        return render_template(_EDIT, organisation=organisation, form=form, **_around(organisation)), 422
    except PupilsHereError:
        form.refuse(
            "unit_type",
            _(
                "The unit has classes of pupils, or has had them within a year, and student welfare belongs to them. A "
                "day-care centre with pre-primary education is a unit of pre-primary education."
            ),
        )
        return render_template(_EDIT, organisation=organisation, form=form, **_around(organisation)), 422
    except StaleOrganisationError:
        conflict = versions_of(form, form.values_of(organisation))
        form.revision.put(organisation.revision)
        return render_template(
            _EDIT, organisation=organisation, form=form, conflict=conflict, **_around(organisation)
        ), 409
    flash(_("The changes are saved."), "good")
    return redirect(url_for("organisations.overview"), 303)


def _form_of(organisation: Organisation) -> SchoolForm | NamesForm:
    return SchoolForm() if organisation.kind is OrganisationKind.SCHOOL else NamesForm()


def _change(work: UnitOfWork, organisation: Organisation, form: SchoolForm | NamesForm) -> None:
    if isinstance(form, SchoolForm):
        change_school(work, organisation, form.to_traits(), revision_of(form))
    else:
        rename(work, organisation, form.to_names(), revision_of(form))


def _around(organisation: Organisation) -> dict[str, object]:
    return {"name": organisation.name(current_locale()), "kind": KIND_WORDS[organisation.kind]}
