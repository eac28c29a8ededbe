"""What every step of a sign-in shares: what the request brings, and where the step leads."""

from datetime import timedelta
from typing import TypeVar

from flask import Response, current_app, flash, g, make_response, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.accounts.actions.entering import Entry, Visit
from welfare.accounts.browsers import browser_name
from welfare.accounts.cookies import KnownBrowser, set_cookie
from welfare.accounts.models import Account, Level
from welfare.accounts.pages.credentials import open_credentials
from welfare.accounts.visitors import Visitors
from welfare.accounts.words import CHANGE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.ui.formats import moment_text
from welfare.ui.forms import PageForm
from welfare.ui.layouts import layout_for
from welfare.ui.locale import LANGUAGE_COOKIE
from welfare.ui.paths import local_path

_NEXT = {Level.PASSWORD: "accounts.second_factor", Level.MUST_CHANGE: "accounts.new_password"}
AnyForm = TypeVar("AnyForm", bound=PageForm)
_MINUTE = timedelta(minutes=1)


def visitors() -> Visitors:
    """The application's own."""
    found: Visitors = current_app.extensions["visitors"]
    return found


def this_visit() -> Visit:
    """What this request brings to a sign-in."""
    sign_in = g.get("sign_in")
    return Visit(visitors().policy, browser_name(request.user_agent.string), sign_in.id if sign_in else None)


def own_account(work: UnitOfWork) -> Account:
    """The account at work, read anew in this transaction."""
    return work.session.get_one(Account, work.actor.account_id, populate_existing=True)


def lead_on(work: UnitOfWork, account: Account, entry: Entry) -> Response:
    """To the next step, or in: with the new token, and nothing left of the page session of before."""
    response = make_response(redirect(_next_address(entry), 303))
    take_in(work, account, entry, response)
    return response


def take_in(work: UnitOfWork, account: Account, entry: Entry, response: Response) -> None:
    """Hand out the new token; after the last step tell the person what they should know."""
    session.clear()
    policy = visitors().policy
    set_cookie(response, entry.token, policy)
    if entry.level is not Level.FULL:
        return
    KnownBrowser(policy).remember(work, response, open_credentials(work, account).username)
    if account.locale and LANGUAGE_COOKIE not in request.cookies:
        response.set_cookie(LANGUAGE_COOKIE, account.locale, httponly=True, samesite="Lax", secure=policy.is_https)
    _tell(entry)


def after_last_step(entry: Entry) -> str:
    """Where one lands: at the form whose text came too late, at the page one was on the way to, or at the worklist."""
    if entry.has_kept_text:
        return url_for("accounts.kept_text_form")
    return local_path(request.args.get("next", ""), url_for("worklist.show"))


def draw_own(template: str, **names: object) -> str:
    """A page of one's own account, in the layout of one's own world."""
    return render_template(template, layout=layout_for(g.actor), **names)


def refused(template: str, form: PageForm, wait: timedelta, **names: object) -> Response:
    """The form drawn again; when there were too many tries, with the time to wait."""
    if not wait:
        return make_response(render_template(template, form=form, **names), 422)
    form.refuse(None, wait_words(wait))
    response = make_response(render_template(template, form=form, **names), 429)
    response.headers["Retry-After"] = str(int(wait.total_seconds()) + 1)
    return response


def refuse_again(form: AnyForm, wait: timedelta) -> AnyForm:
    """Say that the password asked for again was not right."""
    words = wait_words(wait) if wait else _("The present password is not right. Write it again.")
    form.refuse("password", words)
    return form


def wait_words(wait: timedelta) -> str:
    """How long to wait, in seconds up to a minute."""
    if wait <= _MINUTE:
        seconds = int(wait.total_seconds()) + 1
        return ngettext(
            "Too many tries. Wait one second and try again.",
            "Too many tries. Wait %(num)d seconds and try again.",
            seconds,
        )
    return ngettext(
        "Too many tries. Wait one minute and try again.",
        "Too many tries. Wait %(num)d minutes and try again.",
        -(-int(wait.total_seconds()) // 60),
    )


def _next_address(entry: Entry) -> str:
    if entry.level is Level.FULL:
        return after_last_step(entry)
    return url_for(_NEXT[entry.level], next=request.args.get("next"))


def _tell(entry: Entry) -> None:
    if entry.failed_tries:
        flash(
            ngettext(
                "Since your last sign-in somebody has tried once to sign in as you with a wrong password or code.",
                "Since your last sign-in somebody has tried %(num)d times to sign in as you with a wrong password or "
                "code.",
                entry.failed_tries,
            ),
            "soon",
        )
    if entry.change is not None and entry.changed_at is not None:
        told = _("%(what)s, %(moment)s.", what=CHANGE_WORDS[entry.change], moment=moment_text(entry.changed_at))
        flash(f"{told} " + _("If this was not you, tell your administrator at once."), "soon")
