"""The steps after the password: the second factor, or enrolling one, and a password of one's own."""

from flask import Response, g, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.accounts.actions.entering import enter, level_after_factors
from welfare.accounts.actions.own import change_password
from welfare.accounts.actions.second_factor import CodeRefusedError, enrol, give_code
from welfare.accounts.forms.entering import CodeForm, EnrolForm, NewPasswordForm, RecoveryCodeForm
from welfare.accounts.forms.passwords import least, refuse_bad_password
from welfare.accounts.models import Account, Level
from welfare.accounts.pages.credentials import open_credentials
from welfare.accounts.pages.enrolment import EnrolmentPage
from welfare.accounts.pages.own import own_words
from welfare.accounts.routes.room import bp
from welfare.accounts.routes.steps import after_last_step, lead_on, own_account, refused, take_in, this_visit, visitors
from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.permissions import Permission
from welfare.ui.forms import PageForm

_CODE_PAGE, _RECOVERY_PAGE = "accounts/second_factor.html", "accounts/recovery_code.html"
_ENROL_PAGE, _PASSWORD_PAGE = "accounts/enrol.html", "accounts/new_password.html"


@bp.get("/sign-in/second-factor", needs=Permission.SIGN_IN_FINISH)
def second_factor(work: UnitOfWork) -> Response:
    """Ask for the code; or lead to whichever step is missing."""
    account = own_account(work)
    return _other_step("second_factor", account) or _draw(work, _CODE_PAGE, CodeForm(formdata=None))


@bp.post("/sign-in/second-factor", needs=Permission.SIGN_IN_FINISH, saves=False)
def give_second_factor(work: UnitOfWork) -> Response:
    """A code of the app, or a recovery code."""
    return _take_code(work, _CODE_PAGE, CodeForm())


@bp.get("/sign-in/recovery-code", needs=Permission.SIGN_IN_FINISH)
def recovery_code(work: UnitOfWork) -> Response:
    """Ask for a recovery code."""
    account = own_account(work)
    return _other_step("second_factor", account) or _draw(work, _RECOVERY_PAGE, RecoveryCodeForm(formdata=None))


@bp.post("/sign-in/recovery-code", needs=Permission.SIGN_IN_FINISH, saves=False)
def give_recovery_code(work: UnitOfWork) -> Response:
    """A recovery code."""
    return _take_code(work, _RECOVERY_PAGE, RecoveryCodeForm())


@bp.get("/sign-in/enrol", needs=Permission.SIGN_IN_FINISH)
def enrolment(work: UnitOfWork) -> Response:
    """Show the secret for the authenticator app."""
    account = own_account(work)
    if (other := _other_step("enrolment", account)) is not None:
        return other
    page = EnrolmentPage.of(work, account, g.sign_in.id)
    return make_response(render_template(_ENROL_PAGE, form=EnrolForm(formdata=None), page=page))


@bp.post("/sign-in/enrol", needs=Permission.SIGN_IN_FINISH)
def enrol_first(work: UnitOfWork) -> Response:
    """Keep the secret, once a code proves that the app has it; then show the recovery codes, this once."""
    account = own_account(work)
    if (other := _other_step("enrolment", account)) is not None:
        return other
    form, page = EnrolForm(), EnrolmentPage.of(work, account, g.sign_in.id)
    if not form.validate_on_submit():
        return make_response(render_template(_ENROL_PAGE, form=form, page=page), 422)
    try:
        codes = enrol(work, account, page.secret, form.code.data)
    except CodeRefusedError:
        form.refuse("code", _("The code is not right. Check the time of your phone and write the code it shows now."))
        return make_response(render_template(_ENROL_PAGE, form=form, page=page), 422)
    entry = enter(work, account, level_after_factors(account), this_visit())
    onward = after_last_step(entry) if entry.level is Level.FULL else url_for("accounts.new_password")
    response = make_response("")
    take_in(work, account, entry, response)
    response.set_data(render_template("accounts/recovery_codes.html", codes=codes, onward=onward, is_first=True))
    return response


@bp.get("/sign-in/new-password", needs=Permission.SIGN_IN_FINISH)
def new_password(work: UnitOfWork) -> Response:
    """Ask for a password of one's own."""
    account = own_account(work)
    return _other_step("new_password", account) or _draw_password(account, NewPasswordForm(formdata=None))


@bp.post("/sign-in/new-password", needs=Permission.SIGN_IN_FINISH, writes_at_once=False)
def choose_password(work: UnitOfWork) -> Response:
    """Put one's own password in place of the one-time one."""
    account = own_account(work)
    if (other := _other_step("new_password", account)) is not None:
        return other
    form = NewPasswordForm()
    is_alone, words = not account.has_second_factor, own_words(work, account)
    if not form.validate_on_submit() or not refuse_bad_password(
        form.new_password, form.again, is_alone=is_alone, own_words=words
    ):
        return _draw_password(account, form, 422)
    new_hash = visitors().hashing.make(work, form.new_password.data)
    work.start_writing()
    account = own_account(work)
    change_password(work, account, new_hash, keep=g.sign_in.id)
    return lead_on(work, account, enter(work, account, Level.FULL, this_visit()))


def _take_code(work: UnitOfWork, template: str, form: CodeForm | RecoveryCodeForm) -> Response:
    account = own_account(work)
    if (other := _other_step("second_factor", account)) is not None:
        return other
    if not form.validate_on_submit():
        return _draw(work, template, form, 422)
    try:
        give_code(work, account, form.code.data)
    except CodeRefusedError as error:
        if not error.wait:
            form.refuse("code", _refusal_words(error.left))
        return refused(template, form, error.wait, username=open_credentials(work, account).username)
    return lead_on(work, account, enter(work, account, level_after_factors(account), this_visit()))


def _refusal_words(left: int) -> str:
    words = _("The code is not right, or it was too old or used before. Write a new code.")
    if left:
        words += " " + ngettext("You have one try left.", "You have %(num)d tries left.", left)
    return words


def _other_step(here: str, account: Account) -> Response | None:
    """Steps cannot be skipped: who stands elsewhere is led there."""
    if g.sign_in.level is Level.MUST_CHANGE:
        due = "new_password"
    else:
        due = "second_factor" if account.has_second_factor else "enrolment"
    if due == here:
        return None
    return make_response(redirect(url_for(f"accounts.{due}", next=request.args.get("next")), 303))


def _draw(work: UnitOfWork, template: str, form: PageForm, status: int = 200) -> Response:
    username = open_credentials(work, own_account(work)).username
    return make_response(render_template(template, form=form, username=username), status)


def _draw_password(account: Account, form: NewPasswordForm, status: int = 200) -> Response:
    length = least(is_alone=not account.has_second_factor)
    return make_response(render_template(_PASSWORD_PAGE, form=form, least=length), status)
