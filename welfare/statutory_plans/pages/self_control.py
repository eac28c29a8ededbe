"""The checklist of one school year."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.communal.words import LIGHT_LOOKS
from welfare.organisations.models import Organisation
from welfare.rules.duties import DutyState, state_by
from welfare.rules.school_years import SchoolYear, school_year_of
from welfare.rules.statutory_plans import SELF_CONTROL_BY, CheckState
from welfare.statutory_plans.headings import Heading, checklist
from welfare.statutory_plans.models import SelfCheck
from welfare.statutory_plans.queries import checks_of
from welfare.statutory_plans.words import CHECK_WORDS
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One item with what was found."""

    key: str
    title: str
    law: str
    state: str = ""
    look: tuple[str, str] = ("", "")
    evidence: str = ""
    defect: str = ""
    mending: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfControlPage:
    """The round of one year."""

    head: UnitHead
    year: int
    name: str
    years: Sequence[tuple[str, str, bool]]
    items: Sequence[CheckLine]
    done: int
    due: str

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation, year: SchoolYear) -> "SelfControlPage":
        """Read one."""
        found = checks_of(work.session, [unit.id], year).get(unit.id, {})
        running = school_year_of(work.facts.on)
        shown = sorted({running.before.before, running.before, running, year})
        return cls(
            head=UnitHead.of(work, unit),
            year=year.begins_in,
            name=year.name,
            years=[
                (each.name, url_for("statutory_plans.self_control", unit=unit.id, year=each.begins_in), each == year)
                for each in shown
            ],
            items=[_line(work, item, found.get(item.key)) for item in checklist()],
            done=len(found),
            due=date_text(year.day(*SELF_CONTROL_BY)),
        )


def _line(work: UnitOfWork, item: Heading, row: SelfCheck | None) -> CheckLine:
    title, law = item.title(current_locale()), item.law(current_locale())
    if row is None:
        return CheckLine(key=item.key, title=title, law=law)
    mending, look = _mending(work, row)
    return CheckLine(
        key=item.key,
        title=title,
        law=law,
        state=str(CHECK_WORDS[row.state]),
        look=look,
        evidence=row.evidence,
        defect=row.defect,
        mending=mending,
    )


def _mending(work: UnitOfWork, row: SelfCheck) -> tuple[str, tuple[str, str]]:
    if row.state is CheckState.IN_ORDER:
        return "", LIGHT_LOOKS[DutyState.IN_ORDER]
    if row.fixed_on is not None:
        return _("Mended %(day)s", day=date_text(row.fixed_on)), LIGHT_LOOKS[DutyState.IN_ORDER]
    day = date_text(row.fix_by) if row.fix_by else "–"
    state = state_by(row.fix_by, work.facts.on)
    words = _("Should have been mended by %(day)s", day=day) if state is DutyState.LATE else _("By %(day)s", day=day)
    return words, LIGHT_LOOKS[state]
