"""The first step in, and the way out."""

from flask import Response, current_app, flash, g, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _

from welfare.access.gate import refuse
from welfare.access.needs import Public
from welfare.accounts.actions.entering import enter, level_after_password
from welfare.accounts.actions.signing_in import SignInRefusedError, Try, admit, check_password
from welfare.accounts.cookies import KnownBrowser, clear_cookie
from welfare.accounts.forms.entering import DemoForm, SignInForm
from welfare.accounts.models import Account, Level
from welfare.accounts.pages.demo import demo_people
from welfare.accounts.queries import is_demo_database
from welfare.accounts.routes.room import bp
from welfare.accounts.routes.steps import lead_on, refused, this_visit, visitors
from welfare.accounts.sessions import Ending, end_session
from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.permissions import Permission
from welfare.rules.registers import HOUSE, Register
from welfare.ui.paths import local_path

_PAGE = "accounts/sign_in.html"


@bp.get("/sign-in", needs=Public.SIGN_IN)
def sign_in(work: UnitOfWork) -> Response:
    """The way in; whoever is in already is led on."""
    if work.actor.full_sign_in:
        return make_response(redirect(local_path(request.args.get("next", ""), url_for("worklist.show")), 303))
    return make_response(render_template(_PAGE, form=SignInForm(formdata=None), people=demo_people(work)))


@bp.post("/sign-in", needs=Public.SIGN_IN, writes_at_once=False, saves=False)
def give_password(work: UnitOfWork) -> Response:
    """User name and password."""
    form = SignInForm()
    if not form.validate_on_submit():
        return make_response(render_template(_PAGE, form=form, people=demo_people(work)), 422)
    policy = visitors().policy
    browser = KnownBrowser(policy).id_for(work, form.username.data)
    attempt = Try(form.username.data, form.password.data, request.remote_addr or "", browser)
    try:
        checked = check_password(work, visitors().hashing, attempt)
        work.start_writing()
        account = admit(work, attempt, checked)
    except SignInRefusedError as error:
        if not error.wait:
            form.refuse(None, _("The user name or the password is not right. Check both and try again."))
        return refused(_PAGE, form, error.wait, people=demo_people(work))
    return lead_on(work, account, enter(work, account, level_after_password(account), this_visit()))


@bp.post("/sign-in/demo", needs=Public.SIGN_IN, saves=False)
def sign_in_as_demo(work: UnitOfWork) -> Response:
    """Become an invented person, in a database of invented people; anywhere else there is no such page."""
    if not is_demo_database(work.session):
        refuse(work, work.facts)
    form = DemoForm()
    account = work.session.get(Account, form.person.data) if form.validate_on_submit() else None
    if account is None or not account.is_demo or not account.is_enabled:
        refuse(work, work.facts)
    work.note(HOUSE, Register.SESSION, ("account", account.id), sign_in="demo")
    return lead_on(work, account, enter(work, account, Level.FULL, this_visit()))


@bp.get("/stay", needs=Permission.SESSION_END)
def stay(work: UnitOfWork) -> Response:
    """Say that one is still here; the gate has noted it already."""
    del work
    return make_response("", 204)


@bp.post("/sign-out", needs=Permission.SESSION_END, saves=False)
def sign_out(work: UnitOfWork) -> Response:
    """End this session on every node; a copy of its cookie is dead as well."""
    end_session(work, g.sign_in.id, Ending.SIGNED_OUT)
    work.note(HOUSE, Register.SESSION, ("account", g.sign_in.account_id), session=Ending.SIGNED_OUT.value)
    flash(_("You have signed out."), "good")
    response = make_response(redirect(url_for("accounts.sign_in"), 303))
    current_app.extensions["name_cache"].forget_account(g.sign_in.account_id)
    clear_cookie(response, visitors().policy)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response
