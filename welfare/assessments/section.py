"""The assessments' part of the page of a matter."""

from flask import url_for
from flask_babel import gettext as _

from welfare.assessments.pages import assessment_lines
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.sections import CasePart
from welfare.rules.permissions import Permission, decide


def assessments_section(work: UnitOfWork, case: Case) -> CasePart | None:
    """The assessments of a matter; nothing for one who may see the matter but not its journal."""
    if not decide(work.actor, Permission.ASSESSMENT_READ, work.facts).is_granted:
        return None
    lines = assessment_lines(work, case)
    may_start = decide(work.actor, Permission.ASSESSMENT_MANAGE, work.facts).is_granted
    return CasePart(
        id="assessments",
        title=_("Assessments"),
        count=len(lines),
        template="assessments/_section.html",
        page={
            "case_id": case.id,
            "lines": lines,
            "new": url_for("assessments.begin_assessment", case=case.id) if may_start else "",
        },
    )
