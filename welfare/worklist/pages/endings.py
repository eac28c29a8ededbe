"""Records whose time is over, for whoever looks after their end: lists to approve, holds to look at again."""

from collections.abc import Iterator
from datetime import timedelta

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.retention.models import RunState
from welfare.retention.queries import holds_of, keepers_of, live_run
from welfare.rules.permissions import Permission, decide
from welfare.ui.formats import moment_text
from welfare.ui.locale import current_locale
from welfare.worklist.pages.waiting import FollowUp, by_day

NEAR = timedelta(days=14)
"""How long before the day of its review a hold is told of."""


def ending_follow_ups(work: UnitOfWork) -> Iterator[FollowUp]:
    """Of each controller served; what one has proposed waits for another."""
    if not decide(work.actor, Permission.RETENTION_SEE, work.facts).is_granted:
        return
    for keeper in keepers_of(work.session, work.actor):
        yield from _of_keeper(work, keeper)


def _of_keeper(work: UnitOfWork, keeper: Organisation) -> Iterator[FollowUp]:
    name, run = keeper.name(current_locale()), live_run(work.session, keeper.id)
    if run and run.state is RunState.PROPOSED and run.proposed_by != work.actor.account_id:
        url, when = url_for("retention.show_run", run=run.id), moment_text(run.proposed_at)
        yield FollowUp(_("Approve the destruction of a list, or refuse it"), name, url, when, "clock")
    for hold in holds_of(work.session, keeper.id):
        if hold.review_on - NEAR <= work.facts.on:
            url, when = url_for("retention.show_hold", hold=hold.id), by_day(work, hold.review_on)
            yield FollowUp(_("Look again whether a hold is needed"), name, url, when, "lock", hold.review_on)
