"""The visits behind a finding in words, so that the officer can mark those that were without a task."""

from collections.abc import Sequence

from flask_babel import ngettext

from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.pages import Names
from welfare.log_reviews.visits import Visit
from welfare.oversight.words import deed_words
from welfare.ui.fields import Option
from welfare.ui.formats import at_range_text, date_text, local, moment_text


def visit_options(work: UnitOfWork, visits: Sequence[Visit]) -> Sequence[Option]:
    """Whom and when; below it how many openings, and what was done. Names alone are opened."""
    names = Names.of(work, [], {visit.student_id for visit in visits})
    return [Option(visit.key, f"{names.of_person(visit.student_id)}, {_when(visit)}", _what(visit)) for visit in visits]


def _when(visit: Visit) -> str:
    first, last = local(visit.first_at), local(visit.last_at)
    if (first.date(), first.hour, first.minute) == (last.date(), last.hour, last.minute):
        return moment_text(first)
    if first.date() == last.date():
        return f"{date_text(first)} {at_range_text(first, last)}"
    return f"{moment_text(first)} – {moment_text(last)}"


def _what(visit: Visit) -> str:
    how_many = ngettext("%(num)d opening", "%(num)d openings", visit.events)
    return f"{how_many}: {', '.join(deed_words(permission) for permission in visit.permissions)}"
