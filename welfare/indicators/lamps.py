"""Duty lights of this room: the inspection with its defects, and results that not everybody has heard of."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.duties import DutyLight, bound_by
from welfare.indicators.models import Defect, ResultDiscussion
from welfare.indicators.places import place_code
from welfare.indicators.queries import catalogues_of, defects_of, discussions_of, inspections_of, result_sets
from welfare.indicators.sheets import sheets_of
from welfare.indicators.words import PARTY_WORDS
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.discussions import DISCUSSION_LAW, missing, state_of_discussions
from welfare.rules.duties import worst
from welfare.rules.inspections import INSPECTION_LAW, due_after, state_of_defect, state_of_inspection
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale


def inspection_lamp(work: UnitOfWork, units: Sequence[Organisation]) -> Mapping[UUID, Sequence[DutyLight]]:
    """Whether the school was inspected within three years, and what is still to be mended."""
    schools = [unit for unit in bound_by(INSPECTION_LAW, units) if unit.kind is OrganisationKind.SCHOOL]
    inspections = inspections_of(work.session, [unit.id for unit in schools])
    newest = {unit_id: rows[0] for unit_id, rows in inspections.items()}
    defects = defects_of(work.session, [row.id for rows in inspections.values() for row in rows])
    lit: dict[UUID, Sequence[DutyLight]] = {}
    for unit in schools:
        held_on = newest[unit.id].held_on if unit.id in newest else None
        own = [each for row in inspections.get(unit.id, ()) for each in defects.get(row.id, ())]
        lit[unit.id] = [_inspection_light(unit, held_on, own, work.facts.on)]
    return lit


def _inspection_light(unit: Organisation, held_on: date | None, defects: Sequence[Defect], on: date) -> DutyLight:
    left = [each for each in defects if each.done_on is None]
    states = [state_of_inspection(held_on, on), *(state_of_defect(each.due_on, None, on) for each in left)]
    said = _("never inspected")
    if held_on is not None:
        said = _("last %(day)s, next by %(next)s", day=date_text(held_on), next=date_text(due_after(held_on)))
    if left:
        said += "; " + ngettext("one defect open", "%(num)d defects open", len(left))
        late = sum(each.due_on < on for each in left)
        said += ", " + _("late %(count)s", count=late) if late else ""
    return DutyLight(
        code="inspection",
        title=_("Inspection of health and safety"),
        state=worst(tuple(states)),
        words=said,
        rule=INSPECTION_LAW.short_in(current_locale()),
        action=(_("Inspections"), url_for("indicators.inspections", unit=unit.id)),
    )


def discussion_lamp(work: UnitOfWork, units: Sequence[Organisation]) -> Mapping[UUID, Sequence[DutyLight]]:
    """Whether the newest results have been talked through with pupils, guardians and staff."""
    schools = [unit for unit in bound_by(DISCUSSION_LAW, units) if unit.kind is OrganisationKind.SCHOOL]
    known = result_sets(work.session, [place_code(unit) for unit in schools])
    logs = discussions_of(work.session, [unit.id for unit in schools])
    catalogues = catalogues_of(work.session, schools)
    lit: dict[UUID, Sequence[DutyLight]] = {}
    for unit in schools:
        years = known.get(place_code(unit), {})
        sets = [
            (sheet.code, max(found))
            for sheet in sheets_of(unit, catalogues[unit.id].entries, with_counted=True)
            if (found := {year for code in sheet.codes for year in years.get(code, ())})
        ]
        newest = [each for each in sets if each[1] >= work.facts.on.year - 1]
        if newest:
            lit[unit.id] = [_discussion_light(unit, newest, logs.get(unit.id, ()))]
    return lit


def _discussion_light(
    unit: Organisation, sets: Sequence[tuple[str, int]], log: Sequence[ResultDiscussion]
) -> DutyLight:
    heard = [{row.party for row in log if (row.sheet, row.year) == each} for each in sets]
    left = dict.fromkeys(party for parties in heard for party in missing(parties))
    said = _("with pupils, guardians and staff")
    if left:
        said = _("not yet with: %(who)s", who=", ".join(str(PARTY_WORDS[party]).lower() for party in left))
    return DutyLight(
        code="discussed",
        title=_("Results talked through"),
        state=worst(tuple(state_of_discussions(parties) for parties in heard)),
        words=said,
        rule=DISCUSSION_LAW.short_in(current_locale()),
        action=(_("Talk them through"), url_for("indicators.discussions", unit=unit.id)),
    )
