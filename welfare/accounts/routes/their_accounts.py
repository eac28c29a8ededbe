"""What an administrator does to somebody else's account."""

from flask import Response, flash
from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.access.gate import refuse
from welfare.accounts.actions.accounts import UsernameTakenError
from welfare.accounts.actions.administration import (
    disable,
    enable,
    end_their_sessions,
    one_time_password,
    open_account,
    reset_password,
    reset_second_factor,
)
from welfare.accounts.forms.administration import OpenAccountForm
from welfare.accounts.models import Account
from welfare.accounts.pages.credentials import open_credentials
from welfare.accounts.queries import account_of
from welfare.accounts.routes.member_page import draw_member, show_password, to_member
from welfare.accounts.routes.room import bp
from welfare.accounts.routes.steps import visitors
from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.rules.permissions import Permission


@bp.post("/accounts/<staff_id:person>/account", needs=Permission.ACCOUNT_ADMINISTER)
def open_their_account(work: UnitOfWork, person: Person) -> Response:
    """Make an account, with a one-time password shown this once."""
    if account_of(work.session, person.id) is not None:
        return to_member(person)
    form = OpenAccountForm()
    if not form.validate_on_submit():
        return draw_member(work, person, account_form=form)
    password = one_time_password()
    try:
        account = open_account(work, person, form.username.data, password, visitors().hashing)
    except UsernameTakenError:
        form.refuse("username", _("Somebody has this user name already. Choose another."))
        return draw_member(work, person, account_form=form)
    return _hand_over(work, person, account, password)


@bp.post("/accounts/<staff_id:person>/password-reset", needs=Permission.ACCOUNT_ADMINISTER, writes_at_once=False)
def reset_their_password(work: UnitOfWork, person: Person) -> Response:
    """Put a one-time password in place of a forgotten one, shown this once."""
    password = one_time_password()
    new_hash = visitors().hashing.make(work, password)
    work.start_writing()
    account = _account(work, person)
    reset_password(work, person, account, new_hash)
    return _hand_over(work, person, account, password)


@bp.post("/accounts/<staff_id:person>/second-factor-reset", needs=Permission.ACCOUNT_ADMINISTER)
def reset_their_factor(work: UnitOfWork, person: Person) -> Response:
    """Remove a lost authenticator app."""
    reset_second_factor(work, person, _account(work, person))
    flash(_("The authenticator app has been removed. They take a new one into use when they sign in."), "good")
    return to_member(person)


@bp.post("/accounts/<staff_id:person>/disable", needs=Permission.ACCOUNT_ADMINISTER)
def disable_their_account(work: UnitOfWork, person: Person) -> Response:
    """Shut the account, at once and everywhere."""
    disable(work, person, _account(work, person))
    flash(_("The account has been shut. They are signed out everywhere."), "good")
    return to_member(person)


@bp.post("/accounts/<staff_id:person>/enable", needs=Permission.ACCOUNT_ADMINISTER)
def enable_their_account(work: UnitOfWork, person: Person) -> Response:
    """Open a shut account again."""
    enable(work, person, _account(work, person))
    flash(_("The account is open again."), "good")
    return to_member(person)


@bp.post("/accounts/<staff_id:person>/sessions/end", needs=Permission.ACCOUNT_ADMINISTER)
def end_all_their_sessions(work: UnitOfWork, person: Person) -> Response:
    """Sign them out everywhere."""
    ended = end_their_sessions(work, person, _account(work, person))
    flash(ngettext("One session was ended.", "%(num)d sessions were ended.", ended), "good")
    return to_member(person)


def _account(work: UnitOfWork, person: Person) -> Account:
    account = account_of(work.session, person.id)
    if account is None:
        refuse(work, work.facts)
    return account


def _hand_over(work: UnitOfWork, person: Person, account: Account, password: str) -> Response:
    username = open_credentials(work, account).username
    return show_password(person, username, password, PersonName.of(work, person).full)
