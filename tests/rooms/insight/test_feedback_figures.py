"""Feedback of several providers is summed only where nothing of it is hidden."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from tests.builders import Village
from tests.signing_in import Visit
from welfare.feedback.models import FeedbackTally
from welfare.insight.feedback_figures import feedback_figures
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.actors import Role
from welfare.rules.feedback import GRADES, FeedbackQuestion
from welfare.rules.requests import Service
from welfare.rules.suppression import PROTECTED, Figure, FloorError
from welfare.rules.terms import SchoolTerm

TERM = SchoolTerm(date(2026, 1, 1))
CURATOR = (TERM, Service.CURATOR)


def answered(village: Village, provider_id: UUID, *counts: int, waiting: int = 0) -> None:
    """The same grades to every question, so often each, about the curator."""
    with village.work() as work:
        for question in FeedbackQuestion:
            for grade, count in zip(GRADES, counts, strict=True):
                work.session.add(
                    FeedbackTally(
                        provider_id=provider_id,
                        term_starts_on=TERM.starts_on,
                        service=Service.CURATOR,
                        question=question,
                        grade=grade,
                        shown=count,
                        waiting=waiting,
                    )
                )


@pytest.fixture
def other(village: Village) -> UUID:
    """One more provider of the county."""
    provider_id = uuid4()
    with village.work() as work:
        county = {"parent_id": village.county_id, "county_id": village.county_id}
        kind = OrganisationKind.PROVIDER
        work.session.add(Organisation(id=provider_id, kind=kind, name_fi="Saari", name_sv="Ön", **county))
    return provider_id


def test_what_every_provider_shows_is_summed(village: Village, other: UUID) -> None:
    answered(village, village.provider_id, 0, 0, 0, 4, 6)
    answered(village, other, 0, 0, 5, 5, 0)
    with village.work() as work:
        found = feedback_figures(work.session, [village.provider_id, other], 5)[CURATOR]
    assert found.answers == Figure(20)
    assert found.means == dict.fromkeys(FeedbackQuestion, 4.05)


def test_a_sum_that_would_tell_a_hidden_mean_is_hidden(village: Village, other: UUID) -> None:
    answered(village, village.provider_id, 0, 0, 0, 4, 6)
    answered(village, other, 0, 0, 0, 0, 5)  # all alike: each answer would be known
    with village.work() as work:
        found = feedback_figures(work.session, [village.provider_id, other], 5)[CURATOR]
        alone = feedback_figures(work.session, [village.provider_id], 5)[CURATOR]
    assert (found.answers, set(found.means.values())) == (Figure(15), {None})
    assert set(alone.means.values()) == {4.6}


def test_a_sum_that_would_tell_a_hidden_number_is_hidden(village: Village, other: UUID) -> None:
    answered(village, village.provider_id, 0, 0, 0, 4, 6)
    answered(village, other, 0, 0, 0, 2, 3)
    with village.work() as work:
        both = [village.provider_id, other]
        assert feedback_figures(work.session, both, 5)[CURATOR].answers == Figure(15)
        raised = feedback_figures(work.session, both, 8)[CURATOR]
        with pytest.raises(FloorError):
            feedback_figures(work.session, both, 4)
    assert (raised.answers, set(raised.means.values())) == (PROTECTED, {None})


def test_answers_that_wait_are_none(village: Village, other: UUID) -> None:
    answered(village, village.provider_id, 0, 0, 0, 4, 6)
    answered(village, other, 0, 0, 0, 0, 0, waiting=1)
    with village.work() as work:
        assert feedback_figures(work.session, [other], 5) == {}
        assert feedback_figures(work.session, [village.provider_id, other], 5)[CURATOR].answers == Figure(10)


def test_the_page_of_a_school_tells_what_pupils_of_the_municipality_said(village: Village, visit: Visit) -> None:
    principal = visit(village.staff(Role.PRINCIPAL, "Riitta Reksi"))
    assert "Help · " not in principal.get(f"/communal/{village.school_id}").text
    answered(village, village.provider_id, 0, 0, 0, 4, 6)
    page = principal.get(f"/communal/{village.school_id}")
    assert page.has("Help · Spring term 2026")
    assert page.has("Curator 10 4.6 4.6 4.6")
    assert page.has("of one school there are too few answers")


def test_few_answers_are_told_on_no_page(village: Village, visit: Visit) -> None:
    answered(village, village.provider_id, 0, 0, 0, 1, 2)
    principal = visit(village.staff(Role.PRINCIPAL, "Riitta Reksi"))
    assert principal.get(f"/communal/{village.school_id}").has("Curator hidden hidden hidden hidden")
