"""Starting a programme, changing it, writing its steps, carrying it on."""

from collections.abc import Mapping

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.colleagues import colleague_options
from welfare.communal.guard import lets_through
from welfare.communal.pages import UnitHead
from welfare.communal.years import asked_year, year_words
from welfare.organisations.forms.filling import fill, revision_of
from welfare.organisations.models import Organisation
from welfare.organisations.pages.versions import versions_of
from welfare.programmes import actions
from welfare.programmes.forms import ProgrammeForm, StepsForm, programme_form, values_of
from welfare.programmes.kinds import KINDS
from welfare.programmes.models import Programme
from welfare.programmes.pages import steps_lines
from welfare.programmes.queries import steps_of
from welfare.programmes.routes.blueprint import ALL, ONE, bp
from welfare.programmes.words import title_of
from welfare.rules.permissions import Permission
from welfare.rules.programmes import ProgrammeKind, ProgrammeState
from welfare.rules.school_years import school_year_of
from welfare.ui.forms import ActionForm
from welfare.ui.locale import current_locale
from welfare.ui.versions import Conflict

KIND = "any(" + ",".join(f'"{kind.value}"' for kind in ProgrammeKind) + ")"
NEW = f"{ALL}/new/<{KIND}:kind>"


@bp.get(NEW, needs=Permission.COMMUNITY_WRITE)
def begin(work: UnitOfWork, unit: Organisation, kind: str) -> str:
    """The questions of a kind."""
    form = _form(work, unit, _offered(unit, kind))
    form.state.put(ProgrammeState.PLANNED)
    form.revision.put(0)
    return _draw_new(work, unit, form)


@bp.post(NEW, needs=Permission.COMMUNITY_WRITE)
def new_programme(work: UnitOfWork, unit: Organisation, kind: str) -> ResponseReturnValue:
    """Start it."""
    form = _form(work, unit, _offered(unit, kind))
    if form.validate_on_submit() and lets_through(work, unit, form):
        try:
            programme = actions.start_programme(work, unit, form.kind, _year(work), form.to_content())
        except actions.InUseError:
            form.refuse(None, _("The school has this programme in that school year already."))
        else:
            flash(_("The programme is saved."), "good")
            return _to(unit, programme)
    return _draw_new(work, unit, form), 422


@bp.get(ONE + "/edit", needs=Permission.COMMUNITY_WRITE)
def begin_change(work: UnitOfWork, unit: Organisation, programme: Programme) -> str:
    """A programme in a form."""
    form = _form(work, unit, programme.kind, programme)
    fill(form, values_of(programme))
    return _draw(work, unit, programme, form)


@bp.post(ONE + "/edit", needs=Permission.COMMUNITY_WRITE)
def change(work: UnitOfWork, unit: Organisation, programme: Programme) -> ResponseReturnValue:
    """Save it, or show what somebody else has saved since."""
    form = _form(work, unit, programme.kind, programme)
    if not (form.validate_on_submit() and lets_through(work, unit, form, _texts_of(values_of(programme)))):
        return _draw(work, unit, programme, form), 422
    try:
        actions.change_programme(work, programme, form.to_content(), revision_of(form))
    except actions.StaleProgrammeError:
        conflict = versions_of(form, values_of(programme))
        form.revision.put(programme.revision)
        return _draw(work, unit, programme, form, conflict), 409
    flash(_("The changes are saved."), "good")
    return _to(unit, programme)


@bp.get(ONE + "/steps", needs=Permission.COMMUNITY_WRITE)
def begin_steps(work: UnitOfWork, unit: Organisation, programme: Programme) -> str:
    """The newest steps in a form, and every version before."""
    form = StepsForm()
    fill(form, _steps_values(work, programme))
    return _draw_steps(work, unit, programme, form)


@bp.post(ONE + "/steps", needs=Permission.COMMUNITY_WRITE)
def write_steps(work: UnitOfWork, unit: Organisation, programme: Programme) -> ResponseReturnValue:
    """Save them as a new version, or show what somebody else has saved since."""
    form = StepsForm()
    if not (form.validate_on_submit() and lets_through(work, unit, form, _texts_of(_steps_values(work, programme)))):
        return _draw_steps(work, unit, programme, form), 422
    try:
        actions.write_steps(work, programme, (form.text_fi.data, form.text_sv.data), revision_of(form))
    except actions.StaleStepsError:
        conflict = versions_of(form, _steps_values(work, programme))
        form.revision.put(programme.revision)
        return _draw_steps(work, unit, programme, form, conflict), 409
    flash(_("The steps are saved as a new version."), "good")
    return _to(unit, programme)


@bp.post(ONE + "/carry-on", needs=Permission.COMMUNITY_WRITE)
def carry_on(work: UnitOfWork, unit: Organisation, programme: Programme) -> ResponseReturnValue:
    """The same programme in the next school year."""
    form = ActionForm()
    if not form.validate_on_submit():
        return _to(unit, programme)
    try:
        following = actions.carry_on(work, programme)
    except actions.CarriedOnError:
        flash(_("The programme goes on in the next school year already."), "soon")
        return _to(unit, programme)
    flash(_("The programme goes on in the school year %(year)s.", year=year_words(following.year)), "good")
    return _to(unit, following)


def _offered(unit: Organisation, code: str) -> ProgrammeKind:
    """A kind that such a unit has: what pupils do is none of early childhood education."""
    kind = ProgrammeKind(code)
    if not KINDS[kind].fits(unit.unit_type):
        abort(404)
    return kind


def _form(
    work: UnitOfWork, unit: Organisation, kind: ProgrammeKind, programme: Programme | None = None
) -> ProgrammeForm:
    form = programme_form(kind)(today=work.facts.on)
    named = programme.coordinator_id if programme else None
    form.offer_staff(colleague_options(work, unit, [named] if named else ()))
    return form


def _year(work: UnitOfWork) -> int:
    return asked_year(school_year_of(work.facts.on).begins_in)


def _texts_of(values: Mapping[str, object]) -> list[str]:
    """What was let through when it was saved."""
    return [value for value in values.values() if isinstance(value, str)]


def _steps_values(work: UnitOfWork, programme: Programme) -> dict[str, object]:
    newest = next(iter(steps_of(work.session, programme.id)), None)
    texts = ("", "") if newest is None else (newest.text_fi, newest.text_sv)
    return {"text_fi": texts[0], "text_sv": texts[1], "revision": programme.revision}


def _draw_new(work: UnitOfWork, unit: Organisation, form: ProgrammeForm) -> str:
    return render_template(
        "programmes/edit.html",
        head=UnitHead.of(work, unit),
        form=form,
        kind=KINDS[form.kind],
        year=year_words(_year(work)),
        title=str(KINDS[form.kind].title),
        back=url_for("programmes.overview", unit=unit.id, year=_year(work)),
    )


def _draw(
    work: UnitOfWork, unit: Organisation, programme: Programme, form: ProgrammeForm, conflict: Conflict | None = None
) -> str:
    return render_template(
        "programmes/edit.html",
        head=UnitHead.of(work, unit),
        form=form,
        kind=KINDS[programme.kind],
        year=year_words(programme.year),
        title=title_of(programme, current_locale()),
        back=url_for("programmes.show", unit=unit.id, programme=programme.id),
        conflict=conflict,
    )


def _draw_steps(
    work: UnitOfWork, unit: Organisation, programme: Programme, form: StepsForm, conflict: Conflict | None = None
) -> str:
    return render_template(
        "programmes/steps.html",
        head=UnitHead.of(work, unit),
        form=form,
        title=title_of(programme, current_locale()),
        back=url_for("programmes.show", unit=unit.id, programme=programme.id),
        versions=steps_lines(work, programme),
        conflict=conflict,
    )


def _to(unit: Organisation, programme: Programme) -> ResponseReturnValue:
    return redirect(url_for("programmes.show", unit=unit.id, programme=programme.id), 303)
