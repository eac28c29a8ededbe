"""The days of a unit's clock in one's own calendar: the address, and the answer to the calendar that asks there."""

from flask import Response, abort, current_app, flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.needs import Public
from welfare.audit.unit_of_work import UnitOfWork
from welfare.calendars.addresses import AT_MOST_EVERY, NoSuchFeedError, TooOftenError
from welfare.calendars.writing import Voice, day_feed
from welfare.mail.rendering import spoken
from welfare.organisations.models import Organisation
from welfare.rules.permissions import Permission
from welfare.school_year.actions.feeding import let_in_by, make_feed, revoke_feed
from welfare.school_year.pages.feed import ClockFeedPage, marked_days
from welfare.school_year.routes.blueprint import bp
from welfare.school_year.routes.clock import CLOCK
from welfare.ui.forms import ActionForm


@bp.get(f"{CLOCK}/feed", needs=Permission.COMMUNITY_READ)
def clock_feed(work: UnitOfWork, unit: Organisation) -> str:
    """Whether one's calendar has an address to ask at."""
    return _draw(ClockFeedPage.of(work, unit))


@bp.post(f"{CLOCK}/feed", needs=Permission.COMMUNITY_READ)
def make_clock_feed(work: UnitOfWork, unit: Organisation) -> ResponseReturnValue:
    """Make an address and show it this once."""
    if not ActionForm().validate_on_submit() or work.actor.account_id is None:
        return _draw(ClockFeedPage.of(work, unit)), 422
    path = url_for("school_year.fetched_clock", token=make_feed(work, unit, work.actor.account_id))
    return _draw(ClockFeedPage.of(work, unit, _base_url() + path))


@bp.post(f"{CLOCK}/feed/revoke", needs=Permission.COMMUNITY_READ)
def revoke_clock_feed(work: UnitOfWork, unit: Organisation) -> ResponseReturnValue:
    """Answer no calendar any more."""
    if not ActionForm().validate_on_submit() or work.actor.account_id is None:
        return _draw(ClockFeedPage.of(work, unit)), 422
    revoke_feed(work, unit, work.actor.account_id)
    flash(_("The address is revoked. Calendars that asked there find nothing any more."), "good")
    return redirect(url_for("school_year.clock_feed", unit=unit.id), 303)


@bp.get("/annual-clock/<string:token>.ics", needs=Public.CLOCK_FEED)
def fetched_clock(work: UnitOfWork, token: str) -> Response:
    """What is still to be done, by its days. An unknown address is answered like any page that is not there."""
    try:
        unit, account = let_in_by(work, token)
    except NoSuchFeedError:
        abort(404)
    except TooOftenError:
        return _wait()
    language = spoken(account.locale)
    content = day_feed(marked_days(work, unit, language), Voice(language, _base_url()))
    return Response(content, mimetype="text/calendar")


def _wait() -> Response:
    response = make_response("", 429)
    response.headers["Retry-After"] = str(int(AT_MOST_EVERY.total_seconds()))
    response.mimetype = "text/plain"
    return response


def _base_url() -> str:
    address: str = current_app.extensions["settings"].base_url
    return address.rstrip("/")


def _draw(page: ClockFeedPage) -> str:
    return render_template("school_year/feed.html", page=page, action=ActionForm(formdata=None))
