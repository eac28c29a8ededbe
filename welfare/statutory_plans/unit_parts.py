"""What this room hangs on the page of a unit, and its duty lights."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.duties import DutyLight
from welfare.communal.parts import UnitPart
from welfare.documents.paper import Facts
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.school_years import SchoolYear, school_year_of
from welfare.rules.statutory_plans import (
    SELF_CONTROL_BY,
    SELF_CONTROL_LAW,
    Checked,
    CheckState,
    PlanKind,
    latest_review,
    plan_valid,
    self_control_done,
)
from welfare.statutory_plans.headings import checklist, has_self_control, kinds_of, law_of
from welfare.statutory_plans.models import SelfCheck, StatutoryVersion
from welfare.statutory_plans.pages.plans import PlansPage
from welfare.statutory_plans.queries import approved_versions, checks_of, children_plan_among
from welfare.statutory_plans.words import KIND_WORDS
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale


def plans_part(work: UnitOfWork, unit: Organisation) -> UnitPart:
    """The plans with how they stand."""
    page = PlansPage.of(work, unit)
    title = _("Plans by law and self-control") if page.has_self_control else _("Plans by law")
    return UnitPart(
        id="statutory-plans",
        title=title,
        template="statutory_plans/_part.html",
        page=page,
        link=(_("All plans"), url_for("statutory_plans.plans", unit=unit.id)),
        blocks=[Facts([(plan.title, plan.standing) for plan in page.plans], title)],
    )


def plans_lamp(work: UnitOfWork, units: Sequence[Organisation]) -> Mapping[UUID, Sequence[DutyLight]]:
    """Whether the plans are valid and self-control is done (OHL 13 §, 26 §; POL 29 §; LSL 12 §); two statements."""
    on, year = work.facts.on, school_year_of(work.facts.on)
    above = {id for unit in units for id in (unit.id, unit.provider_id, unit.county_id) if id is not None}
    approved = approved_versions(work.session, above)
    checks = checks_of(work.session, [unit.id for unit in units], year)
    return {
        unit.id: [
            *(_plan_light(unit, kind, approved, on) for kind in kinds_of(unit)),
            *([_control(unit, year, checks.get(unit.id, {}), on)] if _is_controlled(unit) else []),
        ]
        for unit in units
    }


def _plan_light(
    unit: Organisation, kind: PlanKind, approved: Mapping[UUID, Mapping[PlanKind, StatutoryVersion]], on: date
) -> DutyLight:
    version = approved.get(unit.id, {}).get(kind)
    due = _due(unit, version, approved)
    words = _("no approved version") if version is None or due is None else _("valid until %(day)s", day=date_text(due))
    return DutyLight(
        code=kind.value,
        title=str(KIND_WORDS[kind]),
        state=plan_valid(due, None, on),
        words=words,
        rule=law_of(kind, current_locale(), unit.unit_type),
        action=(_("Plans by law"), url_for("statutory_plans.plans", unit=unit.id)),
    )


def _is_controlled(unit: Organisation) -> bool:
    return unit.kind is not OrganisationKind.COUNTY and has_self_control(unit)


def _due(
    unit: Organisation,
    version: StatutoryVersion | None,
    approved: Mapping[UUID, Mapping[PlanKind, StatutoryVersion]],
) -> date | None:
    if version is None or version.approved_on is None:
        return None
    latest = latest_review(version.kind, version.approved_on, children_plan_among(approved, unit))
    return min(version.review_on or latest, latest)


def _control(unit: Organisation, year: SchoolYear, found: Mapping[str, SelfCheck], on: date) -> DutyLight:
    checked = [Checked(row.state, row.fix_by, row.fixed_on) for row in found.values()]
    total = len(checklist())
    open_ones = sum(each.state is CheckState.DEFECT and each.fixed_on is None for each in checked)
    words = _(
        "%(done)s of %(total)s items, by %(day)s",
        done=len(checked),
        total=total,
        day=date_text(year.day(*SELF_CONTROL_BY)),
    )
    return DutyLight(
        code="self_control",
        title=_("Self-control"),
        state=self_control_done(year, checked, total, on),
        words=words if not open_ones else _("%(words)s; defects open: %(count)s", words=words, count=open_ones),
        rule=SELF_CONTROL_LAW.short_in(current_locale()),
        action=(_("Self-control"), url_for("statutory_plans.self_control_now", unit=unit.id)),
    )
