"""What a matter waits for next: consents missing or about to end, people who may join, prohibitions to assess."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.group import Group
from welfare.cases.models import Case
from welfare.cases.pages.checklist import CheckItem, Link, checklist
from welfare.cases.waiting import calendar_for, endings
from welfare.consents.pages import Names
from welfare.consents.prohibitions import is_review_due, status_of_row
from welfare.consents.wills import PROHIBITION
from welfare.organisations.queries import institution_calendars
from welfare.rules.cases import CaseState
from welfare.rules.consent import ConsentKind
from welfare.rules.prohibition import ProhibitionStatus
from welfare.ui.formats import short_date_text


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do: when, what, why, and where."""

    at: str
    words: str
    note: str
    link: Link | None = None
    chip: str = ""
    on: date = date.min
    is_readers: bool = False
    """Whether the link is the reader's, and not only for whoever leads the matter."""


def next_steps(work: UnitOfWork, case: Case, group: Group, names: Names) -> tuple[NextStep, ...]:
    """In the order in which they are said; what has no day is needed now."""
    if case.state is CaseState.CLOSED:
        return ()
    missing = tuple(_missing(item) for item in checklist(case, group, names) if not item.is_done)
    ready = () if missing or case.state is not CaseState.PROPOSED else (_ready(case),)
    others = (*_lapsed(case, group, names), *_joining(case, group, names), *_assessing(work, case, group, names))
    return (*missing, *ready, *others, *_ending(work.session, case, group, names))


def _missing(item: CheckItem) -> NextStep:
    return NextStep(_("Now"), item.words, item.note, item.link)


def _ready(case: Case) -> NextStep:
    link = _("Open the matter"), url_for("cases.begin_step", case=case.id, step="open")
    return NextStep(_("Now"), _("Everything is ready for opening"), _("The group may meet and write after it."), link)


def _joining(case: Case, group: Group, names: Names) -> Iterator[NextStep]:
    for _kind, named in group.consented_outside:
        words = _("%(name)s has been consented to and is not in the group yet", name=names.of_person(named))
        link = _("Add to the group"), url_for("cases.begin_joining", case=case.id, person=named)
        yield NextStep(_("Now"), words, "", link)


def _assessing(work: UnitOfWork, case: Case, group: Group, names: Names) -> Iterator[NextStep]:
    for row in group.said.rows:
        if row.kind is not PROHIBITION:
            continue
        name = names.of_person(row.named_person_id)
        link = _("See the prohibition"), url_for("consents.show", case=case.id, consent=row.id)
        if status_of_row(work.session, row, work.facts.on) is ProhibitionStatus.AWAITS_ASSESSMENT:
            words = _("The pupil wishes to leave %(name)s out", name=name)
            yield NextStep(_("Now"), words, _("A social or health professional assesses the interest."), link)
        elif is_review_due(work.session, row, work.facts.on):
            words = _("The day has come to assess anew whether %(name)s is left out", name=name)
            yield NextStep(_("Now"), words, _("The prohibition is in force until then."), link)


def _lapsed(case: Case, group: Group, names: Names) -> Iterator[NextStep]:
    """Outsiders who have a seat but no consent, as when a matter is reopened whose closing ended it (OHL 19 § 2)."""
    for seat in group.seats:
        if not seat.consent.is_valid:
            question = (ConsentKind.OUTSIDER_PARTICIPATION, seat.participant.outsider_id)
            newest = group.said.latest_row(*question)
            words = _("No consent in force: %(what)s", what=names.title(question))
            note = _("Nobody from outside the group takes part without one.")
            yield NextStep(_("Now"), words, note, _renewal(case, newest.id if newest else None))


def _ending(session: Session, case: Case, group: Group, names: Names) -> Iterator[NextStep]:
    calendar = calendar_for(institution_calendars(session, [case.school_id]), case.school_id)
    for question, last_day, left in endings(group.said, calendar):
        newest = group.said.latest_row(*question)
        yield NextStep(
            short_date_text(last_day),
            _("The consent ends: %(what)s", what=names.title(question)),
            _("The right to see the matter ends with it."),
            _renewal(case, newest.id if newest else None),
            ngettext("%(num)d working day", "%(num)d working days", left),
            last_day,
        )


def _renewal(case: Case, consent_id: UUID | None) -> Link | None:
    if consent_id is None:
        return None
    return _("Record a new answer"), url_for("consents.begin_renewal", case=case.id, consent=consent_id)
