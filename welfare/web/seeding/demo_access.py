"""What was counted in the demonstration's schools in earlier terms: invented numbers, hidden as real ones would be."""

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.feedback.models import FeedbackTally, MeetingTally
from welfare.insight.counting import counties, providers_of_schools
from welfare.insight.models import AccessRelease
from welfare.insight.queries import students_in
from welfare.insight.releasing import TERMS_BACK, release_counted
from welfare.rules.feedback import GRADES, FeedbackQuestion
from welfare.rules.requests import Service
from welfare.rules.service_access import Measure, settled_terms
from welfare.rules.suppression import FLOOR
from welfare.rules.terms import SchoolTerm, Season
from welfare.web.seeding.meeting_texts import SAID
from welfare.web.seeding.stage import Stage

IN_A_TERM: Mapping[str, int] = {
    "curator:in_time": 21,
    "psychologist:in_time": 12,
    "curator:late": 3,
    "psychologist:late": 6,
    "curator:no_limit": 4,
    "nurse:no_limit": 17,
    "doctor:no_limit": 5,
}
"""Of a school of middling size in autumn."""
MIDDLING = 255
"""Pupils."""
ANSWERED: Mapping[tuple[Service, FeedbackQuestion], tuple[int, ...]] = {
    (Service.CURATOR, FeedbackQuestion.HELPED): (1, 3, 7, 14, 15),
    (Service.CURATOR, FeedbackQuestion.HEARD): (0, 2, 5, 13, 20),
    (Service.CURATOR, FeedbackQuestion.AGAIN): (2, 3, 6, 12, 17),
    (Service.PSYCHOLOGIST, FeedbackQuestion.HELPED): (1, 2, 4, 6, 7),
    (Service.PSYCHOLOGIST, FeedbackQuestion.HEARD): (0, 1, 3, 7, 9),
    (Service.PSYCHOLOGIST, FeedbackQuestion.AGAIN): (1, 3, 5, 6, 5),
}
"""How often pupils gave each grade."""


def counted_before(stage: Stage) -> None:
    """Two school years, a term after the other."""
    with stage.behind_the_scenes() as work:
        for county_id in counties(work.session):
            for number, term in enumerate(settled_terms(stage.today, TERMS_BACK)):
                _count(work, county_id, term, number)


def answered_before(stage: Stage) -> None:
    """What pupils answered in the latest settled term about each service, in every provider's schools together."""
    starts_on = settled_terms(stage.today, 1)[0].starts_on
    with stage.behind_the_scenes() as work:
        for county_id in counties(work.session):
            for provider_id in set(providers_of_schools(work.session, county_id).values()):
                work.session.add_all(_answers(provider_id, starts_on))
                work.session.add_all(said_of_meetings(provider_id, starts_on))
        work.session.flush()


def _answers(provider_id: UUID, starts_on: date) -> Iterator[FeedbackTally]:
    for (service, question), counts in ANSWERED.items():
        for grade, count in zip(GRADES, counts, strict=True):
            yield FeedbackTally(
                provider_id=provider_id,
                term_starts_on=starts_on,
                service=service,
                question=question,
                grade=grade,
                shown=count,
                waiting=0,
            )


def said_of_meetings(provider_id: UUID, starts_on: date) -> Iterator[MeetingTally]:
    """What pupils and guardians answered about meetings in a term."""
    for (respondent, question), counts in SAID.items():
        for grade, count in zip(GRADES, counts, strict=True):
            yield MeetingTally(
                provider_id=provider_id,
                term_starts_on=starts_on,
                respondent=respondent,
                question=question,
                grade=grade,
                shown=count,
                waiting=0,
            )


def _count(work: UnitOfWork, county_id: UUID, term: SchoolTerm, number: int) -> None:
    row = AccessRelease(county_id=county_id, measure=Measure.REQUESTS, floor=FLOOR)
    counted, school_ids = {}, sorted(providers_of_schools(work.session, county_id), key=str)
    pupils = students_in(work.session, school_ids, work.facts.on)
    for place, school_id in enumerate(school_ids):
        for turn, (kind, usual) in enumerate(IN_A_TERM.items()):
            more = (3 * place + 2 * turn + number) % 5 + (2 if term.season is Season.SPRING else 0)
            counted[school_id, kind] = max(0, usual + more - 3) * pupils.get(school_id, 0) // MIDDLING
    release_counted(work, row, term, counted)
