"""What the demonstration's provider keeps, and what its groups have used of it: arrangements, an assessment, phrases.

The feedback of the term before this one is put in as numbers, for it belongs to nobody.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from welfare.arrangements.actions import AgreeOn, agree_on
from welfare.arrangements.models import Arrangement, ArrangementVersion
from welfare.arrangements.queries import CATALOGUE as ARRANGEMENTS
from welfare.assessments.actions import Model, StartAssessment, give_answers, start_assessment
from welfare.assessments.informants import informants_of
from welfare.assessments.models import AssessmentProcess, Observation
from welfare.assessments.queries import CATALOGUE as PROCESSES
from welfare.assessments.queries import load_observation
from welfare.cases.queries import load_case
from welfare.feedback.models import FeedbackTally
from welfare.organisations.loaders import load_provider
from welfare.phrases.actions import Wording as Phrasing
from welfare.phrases.actions import add_phrase
from welfare.plan_templates.queries import CATALOGUE as TEMPLATES
from welfare.rules.assessments import Informant, read_questions
from welfare.rules.feedback import FeedbackQuestion
from welfare.rules.permissions import Permission
from welfare.rules.requests import Service
from welfare.rules.terms import term_of
from welfare.web.seeding import offer_texts as texts
from welfare.web.seeding.demo_access import said_of_meetings
from welfare.web.seeding.demo_matters import Matter
from welfare.web.seeding.director import Thread
from welfare.web.seeding.stage import Asked
from welfare.web.seeding.troupe import Troupe

KEEPER, LEAD = "matti", "elli"
NAME = texts.ARRANGEMENTS[0]["name_fi"]


def kept(troupe: Troupe, provider_id: UUID) -> Thread:
    """The coordinator puts the catalogues together; pupils' answers of last term are there already."""
    yield troupe.at(-36, "9.00")
    provider = Asked("provider", load_provider, provider_id)
    with troupe.stage.scene(troupe.players[KEEPER].id, Permission.CATALOGUE_KEEP, provider) as (work, _):
        for arrangement in texts.ARRANGEMENTS:
            ARRANGEMENTS.add(work, provider_id, arrangement)
        PROCESSES.add(work, provider_id, _model(texts.PROCESS).words)
        for template in texts.PLAN_TEMPLATES:
            TEMPLATES.add(work, provider_id, template)
        for place, kind, fi, sv in texts.PHRASES:
            add_phrase(work, provider_id, Phrasing(place=place, kind=kind, text_fi=fi, text_sv=sv))
    with troupe.stage.behind_the_scenes() as work:
        term = term_of(work.facts.on).before
        for question, counts in texts.LAST_TERM.items():
            work.session.add_all(_tallies(provider_id, term.starts_on, question, counts))
        work.session.add_all(said_of_meetings(provider_id, term.starts_on))


def used(troupe: Troupe, matter: Matter) -> Thread:
    """A group agrees on a shortened day for its pupil."""
    yield troupe.at(-9, "13.10")
    case = Asked("case", load_case, matter.case_id)
    with troupe.stage.scene(troupe.players[LEAD].id, Permission.ARRANGEMENT_AGREE, case) as (work, found):
        arrangement = work.session.scalars(
            select(Arrangement).join(ArrangementVersion).where(ArrangementVersion.name_fi == NAME)
        ).one()
        command = AgreeOn(arrangement=arrangement, starts_on=work.facts.on, ends_on=None, conditions=texts.CONDITIONS)
        agree_on(work, found, command)


def assessed(troupe: Troupe, matter: Matter) -> Thread:
    """A group asks its pupil, the guardian and the nurse; the pupil has not answered yet."""
    yield troupe.at(-6, "10.20")
    lead, case = troupe.players[LEAD].id, Asked("case", load_case, matter.case_id)
    with troupe.stage.scene(lead, Permission.ASSESSMENT_MANAGE, case) as (work, found):
        process = work.session.scalars(select(AssessmentProcess)).one()
        asked = [
            each for each in informants_of(work.session, found, work.facts.on, by_lead=True) if each.account_id != lead
        ]
        due_on = troupe.diary.day(5)
        start_assessment(work, found, StartAssessment(process=process, aim=texts.AIM, due_on=due_on, asked=asked))
    for day, name in ((-4, "maria"), (-3, "elina")):
        yield troupe.at(day, "18.05" if name == "elina" else "12.15")
        _answer(troupe, name)


def _answer(troupe: Troupe, name: str) -> None:
    player = troupe.players[name]
    with troupe.stage.behind_the_scenes() as work:
        waiting = work.session.scalars(select(Observation.id).where(Observation.account_id == player.id)).all()
    for observation_id in waiting:
        about = Asked("observation", load_observation, observation_id)
        with troupe.stage.scene(player.id, Permission.OBSERVATION_GIVE, about) as (work, row):
            give_answers(work, row, texts.ANSWERS[row.informant])


def _model(words: Mapping[str, tuple[str, str]]) -> Model:
    name_fi, name_sv = words["name"]
    forms = {informant: read_questions(*words[informant.value]) for informant in Informant}
    return Model(name_fi=name_fi, name_sv=name_sv, steps=read_questions(*words["steps"]), forms=forms)


def _tallies(
    provider_id: UUID, starts_on: date, question: FeedbackQuestion, counts: Sequence[int]
) -> list[FeedbackTally]:
    return [
        FeedbackTally(
            provider_id=provider_id,
            term_starts_on=starts_on,
            service=Service.CURATOR,
            question=question,
            grade=grade,
            shown=count,
            waiting=0,
        )
        for grade, count in enumerate(counts, start=1)
    ]
