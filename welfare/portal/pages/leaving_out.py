"""What a minor sees of leaving a guardian out: how each wish stands, in easy words, and the form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.pages.text import words_of
from welfare.consents.models import ExpressionOfWill, InterestAssessment
from welfare.consents.pages import Names, decision_of
from welfare.consents.prohibitions import assessments_of, newest_words, status_of_row
from welfare.people.models import Person
from welfare.people.pages import names_of
from welfare.people.queries import guardians_of, is_minor
from welfare.portal.leaving_out import school_of
from welfare.portal.leaving_out_form import ALL, LeaveOutForm
from welfare.portal.pages.reader import Reader
from welfare.portal.queries import going_on, matters_told
from welfare.rules.consent import Answer
from welfare.rules.prohibition import ProhibitionStatus
from welfare.ui.fields import Option
from welfare.ui.formats import date_text

LOOKS = {
    ProhibitionStatus.AWAITS_ASSESSMENT: ("go", "clock"),
    ProhibitionStatus.STANDS: ("good", "lock"),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """The newest word about one guardian in one matter, or at large."""

    id: UUID
    who: str
    what: str
    state: str
    tone: str
    icon: str
    means: str
    told: str
    """What was decided and why, in the words of whoever assessed it."""
    part: str
    days: Sequence[str]
    may_be_taken_back: bool


@dataclass(frozen=True, slots=True)
class LeavingOutPage:
    """Every wish of a student."""

    reader: Reader
    is_minor: bool
    wishes: Sequence[Wish]

    @classmethod
    def of(cls, work: UnitOfWork, student: Person) -> "LeavingOutPage":
        """Open the names of those left out, and what the matters are about; not the reasons, which somebody may see."""
        minor = is_minor(student, work.facts.on)
        rows = newest_words(work.session, student.id)
        names, subjects = Names.of(work, rows), _subjects(work, student)
        wishes = [_wish(work, row, names, subjects, is_minor=minor) for row in rows]
        return cls(Reader.of(work, student), minor, wishes)


@dataclass(frozen=True, slots=True)
class LeaveOutPage:
    """The form, if there is anybody to leave out of anything."""

    reader: Reader
    form: LeaveOutForm
    is_possible: bool

    @classmethod
    def of(cls, work: UnitOfWork, student: Person) -> "LeaveOutPage":
        """Offer the guardians by name, and the matters that are going on by what they are about."""
        on = work.facts.on
        people = (
            [person for person, _row in guardians_of(work.session, student.id, on)] if is_minor(student, on) else []
        )
        names = names_of(work, people)
        going = going_on(matters_told(work.session, work.actor, student.id, work.facts))
        what = [Option(case.id, words_of(work, case).subject_words) for case in going]
        if school_of(work.session, student, on) is not None:
            what.insert(0, Option(ALL, _("All help that I get at school")))
        form = LeaveOutForm(today=on)
        form.offer([Option(person.id, names[person.id].full) for person in people], what)
        return cls(Reader.of(work, student), form, bool(people and what))


def _subjects(work: UnitOfWork, student: Person) -> Mapping[UUID, str]:
    cases = matters_told(work.session, work.actor, student.id, work.facts)
    return {case.id: words_of(work, case).subject_words for case in cases}


def _wish(
    work: UnitOfWork, row: ExpressionOfWill, names: Names, subjects: Mapping[UUID, str], *, is_minor: bool
) -> Wish:
    status = status_of_row(work.session, row, work.facts.on)
    if status is None or not is_minor:
        status = ProhibitionStatus.NONE
    state, means = _words(status, is_minor=is_minor)
    tone, icon = LOOKS.get(status, ("", "check"))
    made = assessments_of(work.session, row.id)
    decision = decision_of(work, made[-1]) if made else {}
    return Wish(
        id=row.id,
        who=names.of_person(row.named_person_id),
        what=subjects.get(row.case_id, "") if row.case_id else _("All help that I get at school"),
        state=state,
        tone=tone,
        icon=icon,
        means=means,
        told=decision.get("told", ""),
        part=decision.get("part", ""),
        days=_days(row, made),
        may_be_taken_back=is_minor and row.answer is Answer.GIVEN,
    )


def _words(status: ProhibitionStatus, *, is_minor: bool) -> tuple[str, str]:
    if not is_minor:
        return _("Over"), _("You are of age. No guardian sees your matters.")
    words = {
        ProhibitionStatus.AWAITS_ASSESSMENT: (
            _("Not in force yet"),
            _(
                "A curator, psychologist, nurse or doctor talks with you first. Until then your guardian sees what can "
                "be seen now, and nobody tells of your wish."
            ),
        ),
        ProhibitionStatus.STANDS: (
            _("In force"),
            _("This guardian sees nothing of it here, is not invited, and is not told that you have asked."),
        ),
        ProhibitionStatus.AGAINST_INTEREST: (
            _("Did not come into force"),
            _(
                "It was found to be clearly against your own good. Your guardian is not told that you asked. You can "
                "ask why, and ask anew if something changes."
            ),
        ),
        ProhibitionStatus.WITHDRAWN: (_("Taken back"), _("You took it back. This guardian is left out no more.")),
    }
    return words.get(status, (_("Not in force"), _("Something is still missing. Ask the one who wrote it down.")))


def _days(row: ExpressionOfWill, made: Sequence[InterestAssessment]) -> Sequence[str]:
    if row.answer is not Answer.GIVEN:
        return [_("Taken back %(day)s", day=date_text(row.given_on))]
    found = [_("Asked %(day)s", day=date_text(row.given_on))]
    if made:
        found.append(_("Decided %(day)s", day=date_text(made[-1].assessed_on)))
        if made[-1].review_on:
            found.append(_("Looked at again %(day)s", day=date_text(made[-1].review_on)))
    return found
