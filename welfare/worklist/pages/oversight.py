"""What waits for the officer who watches how data is used: breaches and their clocks, what stands out, samples."""

from collections.abc import Iterator, Sequence

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.audit.unit_of_work import UnitOfWork
from welfare.breaches.models import Breach
from welfare.breaches.pages import clock_of
from welfare.breaches.queries import open_for
from welfare.breaches.words import KIND_WORDS
from welfare.log_reviews.models import Finding
from welfare.log_reviews.queries import waiting_for
from welfare.rules.log_review import FindingKind, sample_due
from welfare.rules.permissions import Permission, decide
from welfare.ui.formats import local, moment_text
from welfare.worklist.pages.waiting import FollowUp, latest


def oversight_follow_ups(work: UnitOfWork) -> Iterator[FollowUp]:
    """Nothing is opened for it: kinds, numbers and moments."""
    if decide(work.actor, Permission.BREACH_LIST, work.facts).is_granted:
        for row in open_for(work.session, work.actor):
            yield _of_breach(work, row)
    if decide(work.actor, Permission.LOG_REVIEW_LIST, work.facts).is_granted:
        rows = waiting_for(work.session, work.actor)
        yield from _of_what_stands_out([row for row in rows if row.kind is FindingKind.SIGNALS])
        yield from _of_samples([row for row in rows if row.kind is FindingKind.SAMPLE])


def _of_breach(work: UnitOfWork, row: Breach) -> FollowUp:
    url, about = url_for("breaches.show", breach=row.id), str(KIND_WORDS[row.kind])
    if row.authority is None:
        words, (tone, icon) = clock_of(row, work.now)
        when = _("At the latest %(moment)s", moment=moment_text(row.due_at))
        due_on = local(row.due_at).date()
        title = _("Settle whether the authority is told of a breach")
        return FollowUp(title, about, url, when, "alert", due_on, (words, tone, icon))
    if row.people is None:
        return FollowUp(
            _("Settle whether those concerned are told"), about, url, _("Without delay"), "alert", is_at_once=True
        )
    return FollowUp(_("Close the file of a breach"), about, url, _("Everything is settled"), "alert")


def _of_what_stands_out(rows: Sequence[Finding]) -> Iterator[FollowUp]:
    if rows:
        title = ngettext("%(num)d finding of the log review", "%(num)d findings of the log review", len(rows))
        since = _("Waiting since %(moment)s", moment=moment_text(rows[0].found_at))
        yield FollowUp(title, "", url_for("log_reviews.index", _anchor="waiting"), since, "flag")


def _of_samples(rows: Sequence[Finding]) -> Iterator[FollowUp]:
    weeks = [row.week_on for row in rows if row.week_on]
    if weeks:
        title = ngettext("%(num)d sample to look at", "%(num)d samples to look at", len(rows))
        due_on = sample_due(min(weeks))
        yield FollowUp(title, "", url_for("log_reviews.index", _anchor="samples"), latest(due_on), "eye", due_on)
