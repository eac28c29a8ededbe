"""One step in a matter's life, before it is taken: what it means and what it needs."""

from dataclasses import dataclass

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.group import Group, group_of
from welfare.cases.models import Case
from welfare.cases.pages.checklist import CheckItem, checklist
from welfare.cases.pages.unfinished import UnfinishedWork
from welfare.consents.pages import Names
from welfare.rules.cases import NEEDS_EVALUATION, NEEDS_REASON, STEPS, CaseState
from welfare.rules.consent import ConsentKind

ON_THE_CHECKLIST = frozenset({ConsentKind.GROUP_HANDLING, ConsentKind.GROUP_MEMBER})


@dataclass(frozen=True, slots=True)
class StepPage:
    """The page of one step."""

    number: str
    title: str
    note: str
    done: str
    checks: tuple[CheckItem, ...]
    lapsed: tuple[str, ...]
    """Other consents that are not in force, among them those that ended when the matter was closed."""
    needs_reason: bool
    takes_reason: bool
    needs_evaluation: bool
    is_known: bool
    unfinished: UnfinishedWork
    """What would be left undone; of another step than closing nothing."""

    @classmethod
    def of(cls, work: UnitOfWork, case: Case, wanted: CaseState) -> "StepPage":
        """Open the names that the checklist speaks of."""
        checks: tuple[CheckItem, ...] = ()
        lapsed: tuple[str, ...] = ()
        if wanted is CaseState.OPEN:
            group = group_of(work.session, case, work.facts.on)
            deciders = {case.student_id, *(row.guardian_id for row in group.said.guardianships)}
            names = Names.of(work, group.said.rows, group.person_ids | deciders)
            checks = checklist(case, group, names)
            lapsed = _lapsed(group, names) if case.state is CaseState.CLOSED else ()
        title, note, done = _words(case.state, wanted)
        return cls(
            number=case.number,
            title=title,
            note=note,
            done=done,
            checks=checks,
            lapsed=lapsed,
            needs_reason=(case.state, wanted) in NEEDS_REASON,
            takes_reason=wanted is CaseState.CLOSED or (case.state, wanted) in NEEDS_REASON,
            needs_evaluation=(case.state, wanted) in NEEDS_EVALUATION,
            is_known=wanted in STEPS[case.state],
            unfinished=UnfinishedWork.of(work, case) if wanted is CaseState.CLOSED else UnfinishedWork(),
        )


def _lapsed(group: Group, names: Names) -> tuple[str, ...]:
    others = (question for question in group.said.questions if question[0] not in ON_THE_CHECKLIST)
    return tuple(names.title(question) for question in others if not group.said.standing(*question).is_valid)


def _words(now: CaseState, wanted: CaseState) -> tuple[str, str, str]:
    """The step's name, what it means, and what is said when it has been taken."""
    if wanted is CaseState.CLOSED:
        note = _(
            "Consents given until the matter closes end at once. The journal is kept as the law says. "
            "Unfinished texts about the matter are thrown away, those of others as well."
        )
        return _("Close the matter"), note, _("The matter has been closed.")
    if wanted is CaseState.FOLLOW_UP:
        note = _("The group stays and may write; the measures are followed up.")
        return _("Move the matter to follow-up"), note, _("The matter is in follow-up now.")
    if now is CaseState.CLOSED:
        note = _(
            "The same matter goes on; another subject is another matter. "
            "Consents given until the matter closed have ended. "
            "Reopening does not bring them back: they are asked anew."
        )
        return _("Reopen the matter"), note, _("The matter is open again.")
    if now is CaseState.FOLLOW_UP:
        return _("Return the matter to open"), _("The group takes the matter up again."), _("The matter is open again.")
    note = _("From the opening on the group may meet and keep the journal.")
    return _("Open the matter"), note, _("The matter is open. The group may meet and write.")
