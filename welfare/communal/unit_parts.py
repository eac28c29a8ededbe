"""What this room hangs on the page of a unit: its groups, and the light that says whether they are named."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.duties import DutyLight
from welfare.communal.group_words import KINDS_OF, kind_words, term_text
from welfare.communal.models import WelfareGroup
from welfare.communal.pages.groups import group_lines
from welfare.communal.pages.meetings import MeetingsPage
from welfare.communal.parts import UnitPart
from welfare.communal.queries.groups import groups_in_office, seats_of
from welfare.documents.paper import Table
from welfare.organisations.models import Organisation
from welfare.rules.duties import DutyState, state_until
from welfare.rules.unit_types import binds
from welfare.rules.welfare_groups import SeatHolder
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale

FEW = 3
FAMILIES = frozenset({SeatHolder.PUPILS, SeatHolder.GUARDIANS})


def groups_part(work: UnitOfWork, unit: Organisation) -> UnitPart:
    """The groups in office."""
    lines = [line for line in group_lines(work, unit) if line.is_in_office]
    heads = [_("Group"), _("Term of office"), _("Seats")]
    return UnitPart(
        id="groups",
        title=_("Groups"),
        template="communal/_groups_part.html",
        page={"lines": lines, "unit_id": unit.id},
        count=len(lines),
        link=(_("All groups"), url_for("communal.groups", unit=unit.id)),
        blocks=[Table(heads, [(line.name, line.term, line.size) for line in lines], _("Groups"))] if lines else [],
    )


def meetings_part(work: UnitOfWork, unit: Organisation) -> UnitPart:
    """The next meetings, the last one, and the decisions that wait."""
    page = MeetingsPage.of(work, unit)
    shown = [*page.coming[:FEW], *page.held[:1]]
    heads = [_("Decision"), _("By when"), _("State")]
    rows = [(line.what, date_text(line.due_on), line.state) for line in page.open_decisions]
    return UnitPart(
        id="meetings",
        title=_("Communal meetings"),
        template="communal/_meetings_part.html",
        page={"meetings": shown, "decisions": page.open_decisions[:FEW]},
        count=len(page.coming),
        link=(_("All meetings and decisions"), url_for("communal.meetings", unit=unit.id)),
        blocks=[Table(heads, rows, _("Decisions that wait"))] if rows else [],
    )


def group_lamp(work: UnitOfWork, units: Sequence[Organisation]) -> Mapping[UUID, Sequence[DutyLight]]:
    """Whether each unit has its group, with the voices of pupils and guardians (OHL 14 § 1-2, 14 a §)."""
    on = work.facts.on
    units = [unit for unit in units if binds(KINDS_OF[unit.kind][0].law, unit.unit_type)]
    groups = groups_in_office(work.session, [unit.id for unit in units], on)
    seats = seats_of(work.session, [group.id for group in groups])
    heard: dict[UUID, set[SeatHolder]] = {}
    for seat in seats:
        if seat.days.holds_on(on):
            heard.setdefault(seat.group_id, set()).add(seat.holder)
    own: defaultdict[UUID, list[WelfareGroup]] = defaultdict(list)
    for group in groups:
        own[group.unit_id].append(group)
    return {unit.id: [_light(unit, own[unit.id], heard, work)] for unit in units}


def _light(
    unit: Organisation, groups: Sequence[WelfareGroup], heard: Mapping[UUID, set[SeatHolder]], work: UnitOfWork
) -> DutyLight:
    kind = KINDS_OF[unit.kind][0]
    own = [group for group in groups if group.kind is kind]
    title, address = kind_words(kind, unit), url_for("communal.groups", unit=unit.id)
    section = kind.law.short_in(current_locale())
    if not own:
        words, state, action = _("has not been named for these days"), DutyState.LATE, _("Name the group")
    elif not all(heard.get(group.id, set()) >= FAMILIES for group in own):
        words, state = _("pupils or guardians have no seat in it yet"), DutyState.SOON
        action, address = _("Add their seats"), url_for("communal.group", unit=unit.id, group=own[0].id)
    else:
        last = min(own, key=lambda group: group.ends_on)
        words, state = (
            _("named, with pupils and guardians, %(term)s", term=term_text(last)),
            state_until(last.ends_on, work.facts.on),
        )
        action = _("Name the next term") if state is DutyState.SOON else _("See the group")
        address = url_for("communal.group", unit=unit.id, group=last.id)
    return DutyLight(
        code="welfare_group", title=title, state=state, words=words, rule=section, action=(action, address)
    )
