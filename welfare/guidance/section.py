"""Guidance on the page of a unit, and its light among the duties."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.duties import DutyLight, bound_by
from welfare.communal.parts import UnitPart
from welfare.communal.small_numbers import small_number_floor
from welfare.documents.paper import Facts
from welfare.guidance.pages import Standing, grade_told
from welfare.guidance.queries import trainings_of
from welfare.organisations.models import Organisation
from welfare.rules.duties import DutyState
from welfare.rules.guidance import READING_LAW, ReadShare
from welfare.rules.school_years import school_year_of
from welfare.ui.formats import date_text, number_text, percent_text
from welfare.ui.locale import current_locale

LATEST = 3


def guidance_part(work: UnitOfWork, unit: Organisation) -> UnitPart | None:
    """How much has been read, and the latest training."""
    standing = Standing.of(work, unit)
    floor = small_number_floor()
    events = trainings_of(work.session, unit, school_year_of(work.facts.on).begins_in)[:LATEST]
    told = [(each.title(current_locale()), date_text(each.held_on), _grade(grade_told(each, floor))) for each in events]
    waiting = standing.waiting_for(work.actor.account_id, work.actor.roles)
    read = _read_words(standing.whole)
    trained = [(title, ", ".join(filter(None, (day, grade)))) for title, day, grade in told]
    return UnitPart(
        id="guidance",
        title=_("Instructions and training"),
        template="guidance/_part.html",
        page={"read": read, "waiting": len(waiting), "events": told, "unit_id": unit.id},
        link=(_("All instructions"), url_for("guidance.library", unit=unit.id)),
        blocks=[Facts([(_("Instructions"), read), *trained], _("Instructions and training"))],
    )


def guidance_lamp(work: UnitOfWork, units: Sequence[Organisation]) -> Mapping[UUID, Sequence[DutyLight]]:
    """Whether the staff know the instructions in force: those who answer for the whole see to it (OHL 26 § 1)."""
    found: defaultdict[UUID, list[DutyLight]] = defaultdict(list)
    for unit_id, standing in Standing.of_all(work, bound_by(READING_LAW, units)).items():
        if standing.whole.of:
            found[unit_id].append(
                DutyLight(
                    code="instructions",
                    title=_("Instructions read"),
                    state=DutyState.IN_ORDER if standing.whole.is_whole else DutyState.SOON,
                    words=_read_words(standing.whole),
                    rule=READING_LAW.short_in(current_locale()),
                    action=(_("See who has not read"), url_for("guidance.library", unit=unit_id)),
                )
            )
    return found


def _read_words(share: ReadShare) -> str:
    if not share.of:
        return _("No instruction is in force")
    return _("%(percent)s of what is to be read has been read", percent=percent_text(share.percent))


def _grade(grade: float | None) -> str:
    return "" if grade is None else _("grade %(grade)s", grade=number_text(grade, 1))
