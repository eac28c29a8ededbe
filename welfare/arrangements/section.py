"""The arrangements' part of the page of a matter."""

from flask import url_for
from flask_babel import gettext as _

from welfare.arrangements.pages import use_lines
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.sections import CasePart
from welfare.rules.permissions import Permission, decide


def arrangements_section(work: UnitOfWork, case: Case) -> CasePart | None:
    """What has been agreed on; nothing for one who may see the matter but not its plan."""
    if not decide(work.actor, Permission.ARRANGEMENT_READ, work.facts).is_granted:
        return None
    lines = use_lines(work, case)
    may_agree = decide(work.actor, Permission.ARRANGEMENT_AGREE, work.facts).is_granted
    return CasePart(
        id="arrangements",
        title=_("Arrangements"),
        count=len(lines),
        template="arrangements/_section.html",
        page={
            "case_id": case.id,
            "lines": lines,
            "may_agree": may_agree,
            "new": url_for("arrangements.begin_use", case=case.id) if may_agree else "",
        },
    )
