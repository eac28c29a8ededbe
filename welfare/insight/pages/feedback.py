"""What pupils say of their help, and families of meetings, on the page of a unit: of one school there are too few.

Answers are kept by provider alone, so the page of a school shows those of its provider (COM F33).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.parts import UnitPart
from welfare.communal.small_numbers import small_number_floor
from welfare.documents.paper import Table
from welfare.feedback.words import QUESTION_SHORT, SERVICE_WORDS
from welfare.insight.feedback_figures import feedback_figures, meeting_figures
from welfare.insight.pages.meetings_said import respondent_rows, said_heads
from welfare.insight.queries import providers_below
from welfare.insight.words import figure_words, mean_words
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.organisations.words import term_words
from welfare.rules.feedback import FeedbackQuestion
from welfare.rules.unit_types import has_pupils


@dataclass(frozen=True, slots=True)
class SaidTable:
    """The answers of one term, to one set of questions."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


def feedback_part(work: UnitOfWork, unit: Organisation) -> UnitPart | None:
    """The latest term that has answers, service by service, and beside it what is said of meetings; or nothing."""
    if not has_pupils(unit.unit_type):
        return None
    providers, floor = _providers(work, unit), small_number_floor()
    said = [each for each in (_of_services(work, providers, floor), _of_meetings(work, providers, floor)) if each]
    if not said:
        return None
    title = _("Feedback")
    return UnitPart(
        id="feedback",
        title=title,
        template="insight/_feedback_part.html",
        page={"tables": said, "is_school": unit.kind is OrganisationKind.SCHOOL},
        link=None if unit.kind is OrganisationKind.SCHOOL else (_("All terms"), _all_terms(unit)),
        blocks=[Table(each.heads, each.rows, f"{title}: {each.title}") for each in said],
    )


def _of_services(work: UnitOfWork, providers: Sequence[UUID], floor: int) -> SaidTable | None:
    found = feedback_figures(work.session, providers, floor)
    if not found:
        return None
    term = max(term for term, _service in found)
    heads = [_("Service"), _("Answers"), *(str(QUESTION_SHORT[each]) for each in FeedbackQuestion)]
    rows = [
        [
            str(SERVICE_WORDS[service]),
            figure_words(figures.answers),
            *(mean_words(figures.means[question]) for question in FeedbackQuestion),
        ]
        for (when, service), figures in sorted(found.items())
        if when == term
    ]
    return SaidTable(_("Help") + f" · {term_words(term)}", heads, rows)


def _of_meetings(work: UnitOfWork, providers: Sequence[UUID], floor: int) -> SaidTable | None:
    found = meeting_figures(work.session, providers, floor)
    if not found:
        return None
    term = max(term for term, _respondent in found)
    rows = respondent_rows({each: figures for (when, each), figures in found.items() if when == term})
    return SaidTable(_("Meetings") + f" · {term_words(term)}", said_heads(_("Who answered")), rows)


def _providers(work: UnitOfWork, unit: Organisation) -> Sequence[UUID]:
    if unit.kind is OrganisationKind.SCHOOL:
        return [unit.provider_id] if unit.provider_id else []
    return providers_below(work.session, unit)


def _all_terms(unit: Organisation) -> str:
    return url_for("insight.services", unit=unit.id, _anchor="feedback")
