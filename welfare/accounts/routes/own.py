"""One's own account: password, second factor, open sessions and language."""

from flask import Response, flash, g, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.accounts.actions.own import (
    NotYouError,
    change_password,
    choose_language,
    confirm_it_is_you,
    end_other_sessions,
    end_own_session,
    is_own_password,
)
from welfare.accounts.actions.second_factor import CodeRefusedError, renew_recovery_codes, replace_factor
from welfare.accounts.cookies import set_cookie
from welfare.accounts.forms.own import AgainForm, ChangePasswordForm, LanguageForm, ReplaceFactorForm, ShortcutsForm
from welfare.accounts.forms.passwords import least, refuse_bad_password
from welfare.accounts.models import Account, SignInSession
from welfare.accounts.pages.enrolment import EnrolmentPage
from welfare.accounts.pages.own import OwnPage, own_words
from welfare.accounts.routes.room import bp
from welfare.accounts.routes.steps import draw_own, own_account, refuse_again, visitors
from welfare.accounts.sessions import rotate_token
from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.permissions import Permission
from welfare.ui.chrome import SHORTCUTS_COOKIE
from welfare.ui.forms import ActionForm
from welfare.ui.locale import LANGUAGE_COOKIE, current_locale

_YEAR = 365 * 24 * 60 * 60


@bp.get("/account", needs=Permission.ACCOUNT_OWN)
def own(work: UnitOfWork) -> str:
    """How one signs in, and where one is signed in now."""
    account = own_account(work)
    form = LanguageForm(formdata=None, locale=account.locale or current_locale())
    return _draw(work, account, form)


@bp.post("/account/language", needs=Permission.ACCOUNT_OWN)
def own_language(work: UnitOfWork) -> Response:
    """Speak this language on every browser."""
    account, form = own_account(work), LanguageForm()
    if not form.validate_on_submit():
        return make_response(_draw(work, account, form), 422)
    choose_language(account, form.locale.data)
    return _remembering(LANGUAGE_COOKIE, form.locale.data)


@bp.post("/account/shortcuts", needs=Permission.ACCOUNT_OWN)
def own_shortcuts(work: UnitOfWork) -> Response:
    """Switch the single keys on or off, in this browser."""
    del work
    form = ShortcutsForm()
    value = "on" if form.validate_on_submit() and form.is_on.data else "off"
    return _remembering(SHORTCUTS_COOKIE, value)


@bp.post("/account/sessions/<own_session_id:ended>/end", needs=Permission.ACCOUNT_OWN_SESSION_END)
def own_session_end(work: UnitOfWork, ended: SignInSession) -> Response:
    """Sign oneself out on another browser."""
    end_own_session(work, ended.id)
    flash(_("The session was ended. The other browser is signed out."), "good")
    return _back()


@bp.post("/account/sessions/end-others", needs=Permission.ACCOUNT_OWN)
def own_sessions_end(work: UnitOfWork) -> Response:
    """Sign oneself out everywhere else."""
    ended = end_other_sessions(work, own_account(work).id, g.sign_in.id)
    flash(ngettext("One other session was ended.", "%(num)d other sessions were ended.", ended), "good")
    return _back()


@bp.get("/account/password", needs=Permission.ACCOUNT_OWN)
def own_password(work: UnitOfWork) -> str:
    """Ask for the present and a new password."""
    return _draw_password(own_account(work), ChangePasswordForm(formdata=None))


@bp.post("/account/password", needs=Permission.ACCOUNT_OWN, writes_at_once=False)
def own_password_change(work: UnitOfWork) -> Response:
    """Change the password; everybody else who is signed in as this account is out."""
    account, form = own_account(work), ChangePasswordForm()
    is_alone, words = not account.has_second_factor, own_words(work, account)
    if not form.validate_on_submit() or not refuse_bad_password(
        form.new_password, form.again, is_alone=is_alone, own_words=words
    ):
        return make_response(_draw_password(account, form), 422)
    try:
        is_right = is_own_password(work, visitors().hashing, account, form.password.data)
        new_hash = visitors().hashing.make(work, form.new_password.data) if is_right else ""
        work.start_writing()
        confirm_it_is_you(work, account.id, is_right=is_right)
    except NotYouError as error:
        return make_response(_draw_password(account, refuse_again(form, error.wait)), 422)
    change_password(work, own_account(work), new_hash, keep=g.sign_in.id)
    flash(_("Your password has been changed. Other browsers are signed out."), "good")
    return _renewed(work, _back())


@bp.get("/account/second-factor", needs=Permission.ACCOUNT_OWN)
def own_factor(work: UnitOfWork) -> str:
    """Show a new secret for an authenticator app."""
    return _draw_factor(work, own_account(work), ReplaceFactorForm(formdata=None))


@bp.post("/account/second-factor", needs=Permission.ACCOUNT_OWN, writes_at_once=False)
def own_factor_replace(work: UnitOfWork) -> Response:
    """Put a new authenticator app in place of the old one; show its recovery codes, this once."""
    account, form = own_account(work), ReplaceFactorForm()
    if not form.validate_on_submit():
        return make_response(_draw_factor(work, account, form), 422)
    secret = EnrolmentPage.of(work, account, g.sign_in.id).secret
    try:
        is_right = is_own_password(work, visitors().hashing, account, form.password.data)
        work.start_writing()
        confirm_it_is_you(work, account.id, is_right=is_right)
        codes = replace_factor(work, own_account(work), secret, form.code.data, keep=g.sign_in.id)
    except NotYouError as error:
        return make_response(_draw_factor(work, own_account(work), refuse_again(form, error.wait)), 422)
    except CodeRefusedError:
        form.refuse("code", _("The code is not right. Check the time of your phone and write the code it shows now."))
        return make_response(_draw_factor(work, own_account(work), form), 422)
    flash(_("The new app is in use. Other browsers are signed out."), "good")
    return _renewed(work, _show_codes(codes))


@bp.get("/account/recovery-codes", needs=Permission.ACCOUNT_OWN)
def own_codes(work: UnitOfWork) -> str:
    """Ask for the password before new recovery codes."""
    del work
    return _draw_codes(AgainForm(formdata=None))


@bp.post("/account/recovery-codes", needs=Permission.ACCOUNT_OWN, writes_at_once=False)
def own_codes_renew(work: UnitOfWork) -> Response:
    """Show ten new recovery codes, this once; the old ones are dead."""
    account, form = own_account(work), AgainForm()
    if not form.validate_on_submit():
        return make_response(_draw_codes(form), 422)
    try:
        is_right = is_own_password(work, visitors().hashing, account, form.password.data)
        work.start_writing()
        confirm_it_is_you(work, account.id, is_right=is_right)
    except NotYouError as error:
        return make_response(_draw_codes(refuse_again(form, error.wait)), 422)
    return _show_codes(renew_recovery_codes(work, own_account(work)))


def _draw(work: UnitOfWork, account: Account, form: LanguageForm) -> str:
    page = OwnPage.of(work, account, visitors().policy, g.sign_in.id)
    has_shortcuts = request.cookies.get(SHORTCUTS_COOKIE) == "on"
    names = {"shortcuts": ShortcutsForm(formdata=None, is_on=has_shortcuts), "action": ActionForm(formdata=None)}
    return draw_own("accounts/own.html", page=page, form=form, **names)


def _draw_password(account: Account, form: ChangePasswordForm) -> str:
    return draw_own("accounts/own_password.html", form=form, least=least(is_alone=not account.has_second_factor))


def _draw_factor(work: UnitOfWork, account: Account, form: ReplaceFactorForm) -> str:
    page = EnrolmentPage.of(work, account, g.sign_in.id)
    return draw_own("accounts/own_factor.html", form=form, page=page, has_one=account.has_second_factor)


def _draw_codes(form: AgainForm) -> str:
    return draw_own("accounts/own_codes.html", form=form)


def _show_codes(codes: tuple[str, ...]) -> Response:
    page = render_template("accounts/recovery_codes.html", codes=codes, onward=url_for("accounts.own"))
    return make_response(page)


def _back() -> Response:
    return make_response(redirect(url_for("accounts.own"), 303))


def _remembering(cookie: str, value: str) -> Response:
    """Back to the page, with something for this browser to remember."""
    response = _back()
    is_https = visitors().policy.is_https
    response.set_cookie(cookie, value, max_age=_YEAR, httponly=True, samesite="Lax", secure=is_https)
    return response


def _renewed(work: UnitOfWork, response: Response) -> Response:
    """A new token after one has proved oneself again; the old one is dead (ASVS 5.0 V7.2.4)."""
    set_cookie(response, rotate_token(work, g.sign_in.id), visitors().policy)
    return response
