"""Saying at the fields why days of a group or a seat cannot be so."""

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.actions import GroupTerms, SeatRefusedError, TermRefusedError
from welfare.communal.forms.groups import GroupTermsForm
from welfare.communal.forms.seats import SeatDays
from welfare.communal.group_words import group_name, lack_words, term_text
from welfare.communal.models import WelfareGroup
from welfare.communal.queries.groups import groups_of
from welfare.organisations.models import Organisation
from welfare.rules.welfare_groups import SpanLack
from welfare.ui.formats import date_range_text

AT_THE_END = frozenset({SpanLack.REVERSED, SpanLack.TOO_LONG})


def refuse_term(
    work: UnitOfWork,
    unit: Organisation,
    form: GroupTermsForm,
    error: TermRefusedError,
    own: WelfareGroup | None = None,
) -> None:
    """Name the group that the term overlaps with."""
    terms: GroupTerms = form.to_terms()
    rivals = [each for each in groups_of(work.session, unit.id) if each.term.overlaps(terms.term) and each is not own]
    other = "; ".join(f"{group_name(each, unit)} {term_text(each)}" for each in rivals)
    for lack in error.lacks:
        field = "ends_on" if lack in AT_THE_END else "begins_on"
        if lack is SpanLack.OUTSIDE_TERM:
            form.refuse(field, _("A seat of the group lies outside these days. End it first."))
        else:
            form.refuse(field, lack_words(lack, other))


def refuse_seat(form: SeatDays, group: WelfareGroup, error: SeatRefusedError) -> None:
    """Say at the days what is wrong with them."""
    term = date_range_text(group.begins_on, group.ends_on)
    for lack in error.lacks:
        if lack is SpanLack.OVERLAPPING:
            form.refuse("begins_on", _("This person has a seat in the group on some of these days already."))
        else:
            form.refuse("ends_on" if lack in AT_THE_END else "begins_on", lack_words(lack, term))
