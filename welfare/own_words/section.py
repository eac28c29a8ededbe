"""Own words on the page of a matter."""

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.sections import CasePart
from welfare.own_words.pages import shown_words
from welfare.rules.permissions import Permission, decide


def own_words_section(work: UnitOfWork, case: Case) -> CasePart | None:
    """What the family lets the group read, for those who read the journal; nothing where there is nothing."""
    if not decide(work.actor, Permission.JOURNAL_READ, work.facts).is_granted:
        return None
    shown = shown_words(work, case)
    if not shown:
        return None
    return CasePart(
        id="own-words",
        title=_("Own words"),
        count=len(shown),
        template="own_words/_section.html",
        page=shown,
    )
