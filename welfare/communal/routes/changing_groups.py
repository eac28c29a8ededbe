"""A group changed, and named for its next term."""

from collections.abc import Sequence
from datetime import timedelta

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal import actions
from welfare.communal.forms import ChangeGroupForm, FollowGroupForm
from welfare.communal.group_words import group_name
from welfare.communal.guard import lets_through
from welfare.communal.models import WelfareGroup
from welfare.communal.pages import UnitHead
from welfare.communal.pages.seats import seat_options
from welfare.communal.queries.groups import coming_year
from welfare.communal.routes.blueprint import bp
from welfare.communal.routes.refusals import refuse_term
from welfare.organisations.forms.filling import fill, revision_of
from welfare.organisations.models import Organisation
from welfare.organisations.pages.versions import versions_of
from welfare.rules.permissions import Permission
from welfare.ui.versions import Conflict

GROUP = "/communal/<unit_id:unit>/groups/<welfare_group_id:group>"


@bp.get(f"{GROUP}/change", needs=Permission.COMMUNITY_LEAD)
def begin_changing_group(work: UnitOfWork, unit: Organisation, group: WelfareGroup) -> str:
    """The group in a form."""
    form = ChangeGroupForm(today=work.facts.on)
    fill(form, form.values_of(group))
    return _draw_change(work, unit, group, form)


@bp.post(f"{GROUP}/change", needs=Permission.COMMUNITY_LEAD)
def change_group(work: UnitOfWork, unit: Organisation, group: WelfareGroup) -> ResponseReturnValue:
    """Save it, or show what somebody else has saved since."""
    form = ChangeGroupForm(today=work.facts.on)
    if not (form.validate_on_submit() and lets_through(work, unit, form, _stored(group))):
        return _draw_change(work, unit, group, form), 422
    try:
        actions.change_group(work, group, form.to_terms(), revision_of(form))
    except actions.TermRefusedError as error:
        refuse_term(work, unit, form, error, own=group)
        return _draw_change(work, unit, group, form), 422
    except actions.StaleGroupError:
        conflict = versions_of(form, form.values_of(group))
        form.revision.put(group.revision)
        return _draw_change(work, unit, group, form, conflict), 409
    flash(_("The changes are saved."), "good")
    return _to(unit, group)


@bp.get(f"{GROUP}/next", needs=Permission.COMMUNITY_LEAD)
def begin_following_group(work: UnitOfWork, unit: Organisation, group: WelfareGroup) -> str:
    """The same tasks and seats for the days that follow."""
    form = _follow_form(work, unit, group)
    year = coming_year(work.session, unit, group.ends_on + timedelta(days=1))
    if year is not None:
        form.begins_on.put(max(year.starts_on, group.ends_on + timedelta(days=1)))
        form.ends_on.put(year.ends_on)
    form.tasks_fi.put(group.tasks_fi)
    form.tasks_sv.put(group.tasks_sv)
    form.kept.put([option.value for option in form.kept.options])
    return _draw_next(work, unit, group, form)


@bp.post(f"{GROUP}/next", needs=Permission.COMMUNITY_LEAD)
def follow_group(work: UnitOfWork, unit: Organisation, group: WelfareGroup) -> ResponseReturnValue:
    """Name it for the next term."""
    form = _follow_form(work, unit, group)
    if form.validate_on_submit() and lets_through(work, unit, form, _stored(group)):
        try:
            following = actions.follow_group(work, unit, group, form.to_terms(), form.kept.data)
        except actions.TermRefusedError as error:
            refuse_term(work, unit, form, error)
        else:
            flash(_("The group is named for its next term."), "good")
            return _to(unit, following)
    return _draw_next(work, unit, group, form), 422


def _follow_form(work: UnitOfWork, unit: Organisation, group: WelfareGroup) -> FollowGroupForm:
    form = FollowGroupForm(today=work.facts.on)
    form.offer(seat_options(work, unit, group))
    return form


def _draw_change(
    work: UnitOfWork, unit: Organisation, group: WelfareGroup, form: ChangeGroupForm, conflict: Conflict | None = None
) -> str:
    given = {"head": UnitHead.of(work, unit), "name": group_name(group, unit), "group_id": group.id, "form": form}
    return render_template("communal/change_group.html", **given, title=_("Change the group"), conflict=conflict)


def _draw_next(work: UnitOfWork, unit: Organisation, group: WelfareGroup, form: FollowGroupForm) -> str:
    given = {"head": UnitHead.of(work, unit), "name": group_name(group, unit), "group_id": group.id, "form": form}
    return render_template("communal/change_group.html", **given, title=_("The next term"), conflict=None)


def _stored(group: WelfareGroup) -> Sequence[str]:
    return group.tasks_fi, group.tasks_sv, group.decision


def _to(unit: Organisation, group: WelfareGroup) -> ResponseReturnValue:
    return redirect(url_for("communal.group", unit=unit.id, group=group.id), 303)
