"""What the feedback room shows: of one matter whether it was answered, of many what was answered; never both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.group import account_of
from welfare.cases.models import Case
from welfare.feedback.after_meetings import meeting_tallies
from welfare.feedback.models import FeedbackOffer
from welfare.feedback.queries import offers_open_to, tallies_of
from welfare.feedback.words import (
    MEETING_QUESTION_SHORT,
    QUESTION_SHORT,
    RESPONDENT_WORDS,
    SERVICE_WORDS,
    SKIP_WORDS,
    STATE_LOOKS,
    STATE_WORDS,
)
from welfare.organisations.queries import providers_kept_by
from welfare.organisations.words import term_words
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.rules.feedback import FeedbackQuestion, OfferState
from welfare.rules.meeting_feedback import MeetingQuestion
from welfare.rules.suppression import shown, shown_mean
from welfare.ui.formats import number_text
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class OfferPage:
    """One matter's offer, as its responsible person sees it."""

    case_id: UUID
    number: str
    student: str
    state: str
    look: tuple[str, str]
    is_open: bool
    has_own_page: bool
    """Whether the student can answer signed in as well."""
    skipped_why: str
    reason: str

    @classmethod
    def of(cls, work: UnitOfWork, case: Case, offer: FeedbackOffer) -> "OfferPage":
        """Open the name of the student, and the reason if it was skipped."""
        student = work.session.get_one(Person, case.student_id)
        return cls(
            case_id=case.id,
            number=case.number,
            student=PersonName.of(work, student).full,
            state=str(STATE_WORDS[offer.state]),
            look=STATE_LOOKS[offer.state],
            is_open=offer.state is OfferState.OFFERED,
            has_own_page=account_of(work.session, case.student_id) is not None,
            skipped_why=str(SKIP_WORDS[offer.skipped_why]) if offer.skipped_why else "",
            reason=work.decrypt(offer, FeedbackOffer.reason),
        )


@dataclass(frozen=True, slots=True)
class OpenOffer:
    """One offer on the student's own landing page: when the matter was closed, and nothing of what it was about."""

    id: UUID
    closed_at: datetime | None


def open_offers(work: UnitOfWork) -> Sequence[OpenOffer]:
    """What waits for the student who reads."""
    return [OpenOffer(offer.id, case.closed_at) for offer, case in offers_open_to(work.session, work.actor)]


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One term and service: how many answered, and the mean of each question as far as it may be shown."""

    term: str
    service: str
    count: str
    means: Sequence[str]


@dataclass(frozen=True, slots=True)
class ProviderResults:
    """What was answered about one provider's services, and about the meetings of its matters."""

    name: str
    lines: Sequence[ResultLine]
    of_meetings: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """What students answered, and families about meetings, by provider."""

    questions: Sequence[str]
    meeting_questions: Sequence[str]
    providers: Sequence[ProviderResults]
    floor: int

    @classmethod
    def of(cls, work: UnitOfWork, floor: int) -> "ResultsPage":
        """Read the tallies; there is nothing to open. Raises FloorError."""
        return cls(
            questions=[str(QUESTION_SHORT[each]) for each in FeedbackQuestion],
            meeting_questions=[str(MEETING_QUESTION_SHORT[each]) for each in MeetingQuestion],
            providers=[
                ProviderResults(
                    provider.name(current_locale()),
                    _lines(work, provider.id, floor),
                    _meeting_rows(work, provider.id, floor),
                )
                for provider in providers_kept_by(work.session, work.actor)
            ],
            floor=floor,
        )


def _lines(work: UnitOfWork, provider_id: UUID, floor: int) -> Sequence[ResultLine]:
    found = tallies_of(work.session, provider_id)
    return [
        ResultLine(
            term=term_words(term),
            service=str(SERVICE_WORDS[service]),
            count=_count(counts, floor),
            means=[_mean(counts[question], floor) for question in FeedbackQuestion],
        )
        for (term, service), counts in found.items()
    ]


def _meeting_rows(work: UnitOfWork, provider_id: UUID, floor: int) -> Sequence[Sequence[str]]:
    """Each question has a number of its own, for each may be left unsaid."""
    found = meeting_tallies(work.session, [provider_id]).get(provider_id, {})
    return [
        [
            f"{term_words(term)} · {RESPONDENT_WORDS[respondent]}",
            *(_mean_of_some(counts[question], floor) for question in MeetingQuestion),
        ]
        for (term, respondent), counts in found.items()
    ]


def _mean_of_some(grades: Sequence[int], floor: int) -> str:
    number = shown(sum(grades), floor) or f"<{floor}"
    return _("%(share)s (n = %(number)s)", share=_mean(grades, floor), number=number)


def _count(counts: Mapping[FeedbackQuestion, Sequence[int]], floor: int) -> str:
    """Answers that wait for their batch are none to the reader; so a group without any shown has too few."""
    total = shown(sum(counts[FeedbackQuestion.HELPED]), floor)
    return number_text(total) if total else f"<{floor}"


def _mean(grades: Sequence[int], floor: int) -> str:
    found = shown_mean(grades, floor)
    return "–" if found is None else number_text(found, 1)
