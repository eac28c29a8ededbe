"""What every page of a matter begins with."""

from dataclasses import dataclass
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.group import Group
from welfare.cases.models import Case
from welfare.cases.pages.text import CaseWords, words_of
from welfare.cases.pages.why import why_text
from welfare.cases.words import INITIATOR_WORDS, STATE_LOOKS, STATE_WORDS
from welfare.consents.pages import Names
from welfare.people.queries import placements_of
from welfare.rules.ages import age_on
from welfare.rules.cases import CaseState
from welfare.rules.permissions import Permission, decide
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class CaseHead:
    """Whose matter, about what, where it stands, who leads it, and why the reader sees it."""

    id: UUID
    number: str
    student: str
    under: str
    words: CaseWords
    state: str
    state_look: tuple[str, str]
    dates: tuple[str, ...]
    initiated: str
    responsible: str
    why: str
    may_manage: bool
    may_edit: bool
    may_open: bool
    is_closed: bool
    propose_url: str | None
    """Where another matter of the same student is proposed, if the reader may."""

    @classmethod
    def of(cls, work: UnitOfWork, case: Case, group: Group, names: Names) -> "CaseHead":
        """Open the words of the matter; the names have been opened."""
        words = words_of(work, case)
        lead = group.responsible
        may_manage = decide(work.actor, Permission.CASE_MANAGE, work.facts).is_granted
        return cls(
            id=case.id,
            number=case.number,
            student=names.of_person(case.student_id),
            under=" · ".join(part for part in (words.subject_words, *_whereabouts(work, case, names)) if part),
            words=words,
            state=str(STATE_WORDS[case.state]),
            state_look=STATE_LOOKS[case.state],
            dates=_dates(case),
            initiated=f"{INITIATOR_WORDS[case.initiator]}, {date_text(case.initiated_on)}",
            responsible=names.of_person(lead.person_id if lead else None),
            why=why_text(work),
            may_manage=may_manage,
            may_edit=decide(work.actor, Permission.CASE_TEXT_EDIT, work.facts).is_granted,
            may_open=may_manage and case.state is CaseState.PROPOSED,
            is_closed=case.state is CaseState.CLOSED,
            propose_url=_propose_url(work, case),
        )


def _propose_url(work: UnitOfWork, case: Case) -> str | None:
    may = decide(work.actor, Permission.CASE_PROPOSE_FOR, work.facts).is_granted
    return url_for("cases.propose_for", student=case.student_id) if may else None


def _whereabouts(work: UnitOfWork, case: Case, names: Names) -> tuple[str, ...]:
    placed = placements_of(work.session, [case.student_id], work.facts.on)
    here = next((place for place in placed if place.school.id == case.school_id), None)
    place = f"{here.school_class.name}, {here.school.name(current_locale())}" if here else ""
    student = names.people.get(case.student_id)
    born = student.born_on if student else None
    return place, _("%(age)s years", age=age_on(born, work.facts.on)) if born else ""


def _dates(case: Case) -> tuple[str, ...]:
    dates = [_("proposed %(day)s", day=date_text(case.proposed_at))]
    if case.opened_on is not None:
        dates = [_("opened %(day)s", day=date_text(case.opened_on))]
    if case.state is CaseState.CLOSED and case.closed_at is not None:
        dates.append(_("closed %(day)s", day=date_text(case.closed_at)))
    return tuple(dates)
