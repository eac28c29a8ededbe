"""The feed of one's own times: its address, and the answer to the calendar that asks there."""

from flask import Response, abort, current_app, flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.needs import Public
from welfare.audit.unit_of_work import UnitOfWork
from welfare.calendars.addresses import AT_MOST_EVERY, NoSuchFeedError, TooOftenError
from welfare.calendars.sources import own_times
from welfare.calendars.writing import Voice
from welfare.calendars.writing import feed as written
from welfare.mail.rendering import spoken
from welfare.meetings.actions.feeding import let_in_by, make_feed, revoke_feed
from welfare.meetings.pages.feed import FeedPage
from welfare.meetings.routes.blueprint import bp
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm


@bp.get("/meetings/feed", needs=Permission.MEETING_FEED)
def own_feed(work: UnitOfWork) -> str:
    """Whether one's calendar has an address to ask at."""
    return _draw(FeedPage.of(work))


@bp.post("/meetings/feed", needs=Permission.MEETING_FEED)
def make_own_feed(work: UnitOfWork) -> ResponseReturnValue:
    """Make an address and show it this once."""
    if not ActionForm().validate_on_submit() or work.actor.account_id is None:
        return _draw(FeedPage.of(work)), 422
    path = url_for("meetings.feed", token=make_feed(work, work.actor.account_id))
    return _draw(FeedPage.of(work, _base_url() + path))


@bp.post("/meetings/feed/revoke", needs=Permission.MEETING_FEED)
def revoke_own_feed(work: UnitOfWork) -> ResponseReturnValue:
    """Answer no calendar any more."""
    if not ActionForm().validate_on_submit() or work.actor.account_id is None:
        return _draw(FeedPage.of(work)), 422
    revoke_feed(work, work.actor.account_id)
    flash(_("The address is revoked. Calendars that asked there find nothing any more."), "good")
    return redirect(url_for("meetings.own_feed"), 303)


@bp.get("/calendar/<string:token>.ics", needs=Public.CALENDAR_FEED)
def feed(work: UnitOfWork, token: str) -> Response:
    """The times of the one whose address it is. An unknown address is answered like any page that is not there."""
    try:
        actor, account = let_in_by(work, token)
    except NoSuchFeedError:
        abort(404)
    except TooOftenError:
        return _wait()
    content = written(own_times(work, actor), Voice(spoken(account.locale), _base_url()))
    return Response(content, mimetype="text/calendar")


def _wait() -> Response:
    response = make_response("", 429)
    response.headers["Retry-After"] = str(int(AT_MOST_EVERY.total_seconds()))
    response.mimetype = "text/plain"
    return response


def _base_url() -> str:
    address: str = current_app.extensions["settings"].base_url
    return address.rstrip("/")


def _draw(page: FeedPage) -> str:
    return render_template("meetings/feed.html", page=page, action=ActionForm(formdata=None))
