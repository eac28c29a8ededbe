"""Who takes part in a matter's group, and who leads it."""

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases import actions
from welfare.cases.forms import MemberForm, ReasonForm, ResponsibleForm
from welfare.cases.group import Group, group_of
from welfare.cases.models import Case, CaseMember, MemberEnd, OutsideParticipant
from welfare.cases.pages import joiners, leaders
from welfare.cases.routes.blueprint import bp
from welfare.cases.words import BLOCK_WORDS
from welfare.consents.pages import Names
from welfare.consents.pages.named import outsider_words
from welfare.rules.consent import ConsentKind
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm


@bp.get("/cases/<case_id:case>/members/new", needs=Permission.CASE_MANAGE)
def begin_joining(work: UnitOfWork, case: Case) -> str:
    """Those whom a consent in force names."""
    form, _group = _joining_form(work, case)
    form.person.put(request.args.get("person", type=UUID))
    return render_template("cases/join.html", case=case, form=form)


@bp.post("/cases/<case_id:case>/members/new", needs=Permission.CASE_MANAGE)
def join(work: UnitOfWork, case: Case) -> ResponseReturnValue:
    """Give somebody a place in the group."""
    form, group = _joining_form(work, case)
    if form.validate_on_submit():
        try:
            _give_place(work, case, group, form.person.data)
        except actions.MemberRefusedError as error:
            form.refuse("person", str(BLOCK_WORDS[error.block]))
        else:
            flash(_("The group has a new member."), "good")
            return _back(case)
    return render_template("cases/join.html", case=case, form=form), 422


@bp.get("/cases/<case_id:case>/members/<member_id:member>/remove", needs=Permission.CASE_MANAGE)
def begin_removal(work: UnitOfWork, case: Case, member: CaseMember) -> str:
    """What leaving means, and the form."""
    return _removal(work, case, member, ReasonForm())


@bp.post("/cases/<case_id:case>/members/<member_id:member>/remove", needs=Permission.CASE_MANAGE)
def remove(work: UnitOfWork, case: Case, member: CaseMember) -> ResponseReturnValue:
    """End a member's place; sight of the matter ends with it."""
    form = ReasonForm()
    if form.validate_on_submit():
        try:
            actions.remove_member(work, case, member, MemberEnd.REMOVED, form.reason.data)
        except actions.MemberRefusedError as error:
            form.refuse(None, str(BLOCK_WORDS[error.block]))
        else:
            flash(_("The member has left the group and sees the matter no more."), "good")
            return _back(case)
    return _removal(work, case, member, form), 422


@bp.get("/cases/<case_id:case>/participants/<participant_id:participant>/remove", needs=Permission.CASE_MANAGE)
def begin_ending(work: UnitOfWork, case: Case, participant: OutsideParticipant) -> str:
    """Confirm that an outside participant takes part no more."""
    del work, participant
    return render_template("cases/end_participation.html", case=case, form=ActionForm())


@bp.post("/cases/<case_id:case>/participants/<participant_id:participant>/remove", needs=Permission.CASE_MANAGE)
def end(work: UnitOfWork, case: Case, participant: OutsideParticipant) -> ResponseReturnValue:
    """End an outside participant's part."""
    form = ActionForm()
    if not form.validate_on_submit():
        return render_template("cases/end_participation.html", case=case, form=form), 422
    actions.end_participation(work, participant, MemberEnd.REMOVED)
    flash(_("The outside participant takes part no more."), "good")
    return _back(case)


@bp.get("/cases/<case_id:case>/responsible", needs=Permission.CASE_MANAGE)
def begin_handing_over(work: UnitOfWork, case: Case) -> str:
    """The members who may lead."""
    return render_template("cases/responsible.html", case=case, form=_responsible_form(work, case))


@bp.post("/cases/<case_id:case>/responsible", needs=Permission.CASE_MANAGE)
def hand_over(work: UnitOfWork, case: Case) -> ResponseReturnValue:
    """Hand the lead to another member. Who led before stays a member by the same consent as others."""
    form = _responsible_form(work, case)
    if not form.validate_on_submit():
        return render_template("cases/responsible.html", case=case, form=form), 422
    member = work.session.get_one(CaseMember, form.member.data)
    actions.change_responsible(work, case, member, form.reason.data)
    flash(_("The group has a new responsible person."), "good")
    return redirect(url_for("cases.mine"), 303)


def _joining_form(work: UnitOfWork, case: Case) -> tuple[MemberForm, Group]:
    group = group_of(work.session, case, work.facts.on)
    form = MemberForm()
    form.offer(joiners(group, Names.of(work, group.said.rows)))
    return form, group


def _responsible_form(work: UnitOfWork, case: Case) -> ResponsibleForm:
    group = group_of(work.session, case, work.facts.on)
    form = ResponsibleForm()
    form.offer(leaders(group, Names.of(work, [], group.person_ids)))
    return form


def _give_place(work: UnitOfWork, case: Case, group: Group, named: UUID) -> None:
    row = group.said.latest_row(ConsentKind.OUTSIDER_PARTICIPATION, named)
    if row is None:
        actions.add_member(work, case, named)
    else:
        actions.add_participant(work, case, named, outsider_words(work, row))


def _removal(work: UnitOfWork, case: Case, member: CaseMember, form: ReasonForm) -> str:
    name = Names.of(work, [], [member.person_id]).of_person(member.person_id)
    return render_template("cases/remove.html", case=case, form=form, name=name, is_lead=member.is_responsible)


def _back(case: Case) -> ResponseReturnValue:
    return redirect(url_for("cases.show", case=case.id, _anchor="members"), 303)
