"""A file of either kind: values of indicators, or counts of absences."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from welfare.indicators.importing.absence_plan import AbsencePlan, absence_plan_of
from welfare.indicators.importing.absence_rows import read_absences
from welfare.indicators.importing.bundle import Bundle
from welfare.indicators.importing.plan import Plan, plan_of
from welfare.indicators.importing.problems import ProblemLog
from welfare.indicators.importing.rows import FileForm, read_cells, read_rows
from welfare.organisations.models import Organisation


def check_file(content: bytes) -> None:
    """Read it once through. Raises FileProblemError for one that is no file of ours."""
    log = ProblemLog()
    form, cells = read_cells(content, log)
    if form is FileForm.ABSENCES_CSV:
        read_absences(cells, log)
    else:
        read_rows(form, cells, log)


def plan_file(session: Session, unit: Organisation, bundle: Bundle, on: date) -> Plan | AbsencePlan:
    """Read a file and compare it with what stands. Raises FileProblemError."""
    log = ProblemLog()
    form, cells = read_cells(bundle.numbers, log)
    if form is FileForm.ABSENCES_CSV:
        return absence_plan_of(session, unit, read_absences(cells, log), log, on)
    return plan_of(session, unit, bundle, (form, read_rows(form, cells, log)), log)


def counts_of(plan: Plan | AbsencePlan) -> Mapping[str, int]:
    """How many numbers are new, changed, as before, and left out."""
    kinds = Counter("new" if line.is_new else "changed" if line.is_change else "same" for line in plan.lines)
    return {**{kind: kinds[kind] for kind in ("new", "changed", "same")}, "left_out": plan.problems.left_out}
