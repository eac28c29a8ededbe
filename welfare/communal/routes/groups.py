"""The groups of a unit: looked at, and named for a term."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal import actions
from welfare.communal.data.tasks import tasks_for
from welfare.communal.forms import NameGroupForm
from welfare.communal.group_words import KINDS_OF, kind_words
from welfare.communal.guard import lets_through
from welfare.communal.models import WelfareGroup
from welfare.communal.pages import GroupPage, GroupsPage, UnitHead, language_options
from welfare.communal.queries.groups import coming_year
from welfare.communal.routes.blueprint import bp
from welfare.communal.routes.refusals import refuse_term
from welfare.organisations.models import Organisation
from welfare.rules.permissions import Permission
from welfare.rules.welfare_groups import GroupKind


@bp.get("/communal/<unit_id:unit>/groups", needs=Permission.COMMUNITY_READ)
def groups(work: UnitOfWork, unit: Organisation) -> str:
    """Every group of the unit, now and before."""
    return render_template("communal/groups.html", page=GroupsPage.of(work, unit))


@bp.get("/communal/<unit_id:unit>/groups/<welfare_group_id:group>", needs=Permission.COMMUNITY_READ)
def group(work: UnitOfWork, unit: Organisation, group: WelfareGroup) -> str:
    """One group with its seats, and what its composition lacks."""
    return render_template("communal/group.html", page=GroupPage.of(work, unit, group))


@bp.get("/communal/<unit_id:unit>/groups/new/<string:kind>", needs=Permission.COMMUNITY_LEAD)
def begin_group(work: UnitOfWork, unit: Organisation, kind: str) -> str:
    """The form with the tasks of this kind and the coming school year in it."""
    form, wanted = _form(work, unit), _kind(unit, kind)
    year = coming_year(work.session, unit, work.facts.on)
    if year is not None:
        form.begins_on.put(year.starts_on)
        form.ends_on.put(year.ends_on)
    for field, text in zip((form.tasks_fi, form.tasks_sv), tasks_for(wanted, unit), strict=True):
        field.put(text)
    return _draw(work, unit, wanted, form)


@bp.post("/communal/<unit_id:unit>/groups/new/<string:kind>", needs=Permission.COMMUNITY_LEAD)
def new_group(work: UnitOfWork, unit: Organisation, kind: str) -> ResponseReturnValue:
    """Name it."""
    form, wanted = _form(work, unit), _kind(unit, kind)
    if form.validate_on_submit() and lets_through(work, unit, form, tasks_for(wanted, unit)):
        try:
            named = actions.name_group(work, unit, wanted, form.to_terms(), form.language.data or "")
        except actions.TermRefusedError as error:
            refuse_term(work, unit, form, error)
        else:
            flash(_("The group is named. Next, choose who sits in it."), "good")
            return redirect(url_for("communal.group", unit=unit.id, group=named.id), 303)
    return _draw(work, unit, wanted, form), 422


def _kind(unit: Organisation, code: str) -> GroupKind:
    """A kind of group that this level has."""
    found = next((kind for kind in KINDS_OF[unit.kind] if kind.value == code), None)
    return found or abort(404)


def _form(work: UnitOfWork, unit: Organisation) -> NameGroupForm:
    form = NameGroupForm(today=work.facts.on)
    form.offer(language_options(work, unit, for_groups=True))
    return form


def _draw(work: UnitOfWork, unit: Organisation, kind: GroupKind, form: NameGroupForm) -> str:
    head, title = UnitHead.of(work, unit), kind_words(kind, unit)
    return render_template("communal/name_group.html", head=head, title=title, form=form)
