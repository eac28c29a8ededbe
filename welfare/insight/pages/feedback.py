"""What pupils say of the help they got, on the page of a unit: of a whole municipality, for one school has too few.

Answers are kept by provider alone, so the page of a school shows those of its provider (COM F33).
"""

from collections.abc import Sequence
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.parts import UnitPart
from welfare.communal.small_numbers import small_number_floor
from welfare.documents.paper import Table
from welfare.feedback.words import QUESTION_SHORT, SERVICE_WORDS
from welfare.insight.feedback_figures import feedback_figures
from welfare.insight.queries import providers_below
from welfare.insight.words import figure_words, mean_words
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.organisations.words import term_words
from welfare.rules.feedback import FeedbackQuestion
from welfare.rules.unit_types import has_pupils


def feedback_part(work: UnitOfWork, unit: Organisation) -> UnitPart | None:
    """The latest term that has answers, service by service; nothing before there are any, or where no pupils are."""
    if not has_pupils(unit.unit_type):
        return None
    found = feedback_figures(work.session, _providers(work, unit), small_number_floor())
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
    title = _("Feedback from pupils")
    return UnitPart(
        id="feedback",
        title=title,
        template="insight/_feedback_part.html",
        page={
            "term": term_words(term),
            "heads": heads,
            "rows": rows,
            "is_school": unit.kind is OrganisationKind.SCHOOL,
        },
        link=None if unit.kind is OrganisationKind.SCHOOL else (_("All terms"), _all_terms(unit)),
        blocks=[Table(heads, rows, f"{title}, {term_words(term)}")],
    )


def _providers(work: UnitOfWork, unit: Organisation) -> Sequence[UUID]:
    if unit.kind is OrganisationKind.SCHOOL:
        return [unit.provider_id] if unit.provider_id else []
    return providers_below(work.session, unit)


def _all_terms(unit: Organisation) -> str:
    return url_for("insight.services", unit=unit.id, _anchor="feedback")
