"""Writing under the headings of a version, and approving it."""

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
from welfare.statutory_plans.actions import (
    StaleTextError,
    VersionApprovedError,
    VersionRefusedError,
    approve_version,
    latest_for,
    write_text,
)
from welfare.statutory_plans.forms import HeadingForm, VersionApprovalForm
from welfare.statutory_plans.headings import heading
from welfare.statutory_plans.models import StatutoryText, StatutoryVersion
from welfare.statutory_plans.pages.plans import VersionPage
from welfare.statutory_plans.queries import texts_of
from welfare.statutory_plans.routes.blueprint import bp
from welfare.statutory_plans.routes.plans import VERSION
from welfare.statutory_plans.words import KIND_WORDS, LACK_WORDS
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale
from welfare.ui.versions import Conflict

HEADING = f"{VERSION}/headings/<string:key>"


@bp.get(HEADING, needs=Permission.COMMUNITY_WRITE)
def begin_text(work: UnitOfWork, unit: Organisation, version: StatutoryVersion, key: str) -> str:
    """One heading in a form."""
    row, form = _row(work, unit, version, key), HeadingForm()
    fill(form, form.values_of(row))
    return _draw(work, unit, version, row, form)


@bp.post(HEADING, needs=Permission.COMMUNITY_WRITE)
def save_text(work: UnitOfWork, unit: Organisation, version: StatutoryVersion, key: str) -> ResponseReturnValue:
    """Save it, or show what somebody else has saved since."""
    row, form = _row(work, unit, version, key), HeadingForm()
    if not form.validate_on_submit() or not lets_through(work, unit, form, [row.text_fi, row.text_sv]):
        return _draw(work, unit, version, row, form), 422
    try:
        write_text(work, unit, row, (form.text_fi.data, form.text_sv.data), revision_of(form))
    except StaleTextError:
        conflict = both_texts(form, form.values_of(row))
        form.revision.put(row.revision)
        return _draw(work, unit, version, row, form, conflict), 409
    except VersionApprovedError:
        form.refuse(None, _approved())
        return _draw(work, unit, version, row, form), 422
    flash(_("The text is saved."), "good")
    return _back(unit, version)


@bp.get(f"{VERSION}/approve", needs=Permission.COMMUNITY_LEAD)
def begin_approving(work: UnitOfWork, unit: Organisation, version: StatutoryVersion) -> str:
    """Ask who decided, and when."""
    form = VersionApprovalForm(today=work.facts.on)
    form.approved_on.put(work.facts.on)
    form.review_on.put(latest_for(work, unit, version.kind, work.facts.on))
    return _draw_approval(work, unit, version, form)


@bp.post(f"{VERSION}/approve", needs=Permission.COMMUNITY_LEAD)
def approve(work: UnitOfWork, unit: Organisation, version: StatutoryVersion) -> ResponseReturnValue:
    """Approve it, or say what it lacks."""
    form = VersionApprovalForm(today=work.facts.on)
    if not form.validate_on_submit() or not lets_through(work, unit, form):
        return _draw_approval(work, unit, version, form), 422
    try:
        approve_version(work, unit, version, form.to_approval())
    except VersionApprovedError:
        form.refuse(None, _approved())
        return _draw_approval(work, unit, version, form), 422
    except VersionRefusedError as refused:
        for lack in refused.lacks:
            name = "review_on" if lack.value.startswith("review") else None
            form.refuse(name, str(LACK_WORDS[lack]))
        return _draw_approval(work, unit, version, form), 422
    flash(_("The plan is approved and can be published. This version is never changed again."), "good")
    return _back(unit, version)


def _row(work: UnitOfWork, unit: Organisation, version: StatutoryVersion, key: str) -> StatutoryText:
    row = texts_of(work.session, version).get(key)
    if row is None or heading(version.kind, key, unit.unit_type) is None:
        abort(404)
    return row


def _approved() -> str:
    return _("This version has been approved and is never changed. Begin the next version instead.")


def _draw(  # noqa: PLR0913, PLR0917 - what a page needs
    work: UnitOfWork,
    unit: Organisation,
    version: StatutoryVersion,
    row: StatutoryText,
    form: HeadingForm,
    conflict: Conflict | None = None,
) -> str:
    found, locale = heading(version.kind, row.heading, unit.unit_type), current_locale()
    if found is None:
        abort(404)
    return render_template(
        "statutory_plans/heading.html",
        head=UnitHead.of(work, unit),
        version=version.id,
        plan=KIND_WORDS[version.kind],
        title=found.title(locale),
        law=found.law(locale),
        hint=found.hint(locale),
        form=form,
        conflict=conflict,
    )


def _draw_approval(work: UnitOfWork, unit: Organisation, version: StatutoryVersion, form: VersionApprovalForm) -> str:
    latest = latest_for(work, unit, version.kind, form.approved_on.data or work.facts.on)
    page = VersionPage.of(work, unit, version)
    return render_template("statutory_plans/approve.html", page=page, form=form, latest=date_text(latest))


def _back(unit: Organisation, version: StatutoryVersion) -> ResponseReturnValue:
    return redirect(url_for("statutory_plans.version", unit=unit.id, version=version.id), 303)
