"""What the feedback room shows: of one matter whether it was answered, of many what was answered; never both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.group import account_of
from welfare.cases.models import Case
from welfare.feedback.models import FeedbackOffer
from welfare.feedback.queries import offers_open_to, tallies_of
from welfare.feedback.words import QUESTION_SHORT, SERVICE_WORDS, SKIP_WORDS, STATE_LOOKS, STATE_WORDS
from welfare.organisations.queries import providers_kept_by
from welfare.organisations.words import term_words
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.rules.feedback import FeedbackQuestion, OfferState
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
class ResultsPage:
    """What students answered, by provider."""

    questions: Sequence[str]
    providers: Sequence[tuple[str, Sequence[ResultLine]]]
    floor: int

    @classmethod
    def of(cls, work: UnitOfWork, floor: int) -> "ResultsPage":
        """Read the tallies; there is nothing to open. Raises FloorError."""
        return cls(
            questions=[str(QUESTION_SHORT[each]) for each in FeedbackQuestion],
            providers=[
                (provider.name(current_locale()), _lines(work, provider.id, floor))
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


def _count(counts: Mapping[FeedbackQuestion, Sequence[int]], floor: int) -> str:
    """Answers that wait for their batch are none to the reader; so a group without any shown has too few."""
    total = shown(sum(counts[FeedbackQuestion.HELPED]), floor)
    return number_text(total) if total else f"<{floor}"


def _mean(grades: Sequence[int], floor: int) -> str:
    found = shown_mean(grades, floor)
    return "–" if found is None else number_text(found, 1)
