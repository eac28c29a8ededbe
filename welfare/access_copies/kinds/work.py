"""The plan with its goals and measures, assessments, and arrangements."""

from flask_babel import lazy_gettext as _l

from welfare.access_copies.kinds.kind import Fact, RecordKind, Who
from welfare.accounts.words import ROLE_WORDS
from welfare.arrangements.models import ArrangementUse
from welfare.assessments.models import Assessment, Observation
from welfare.assessments.words import INFORMANT_WORDS, OBSERVATION_WORDS
from welfare.assessments.words import STATE_WORDS as ASSESSMENT_WORDS
from welfare.journal.measure_words import MEASURE_WORDS
from welfare.plans.models import Plan, PlanGoal, PlanMeasure, PlanVersion, Rating
from welfare.plans.words import AGREED_WORDS, FEELING_WORDS, HEARD_WORDS, OUTCOME_WORDS, RATER_WORDS

WORK = (
    RecordKind(
        code="plan",
        words=_l("Plan of the matter"),
        model=Plan,
        at=Plan.first_agreed_on,
        facts=(Fact(Plan.agreed_on, _l("Agreed on")), Fact(Plan.review_on, _l("Looked at again"))),
        case_id=Plan.case_id,
    ),
    RecordKind(
        code="plan_version",
        words=_l("Version of the plan"),
        model=PlanVersion,
        at=PlanVersion.written_at,
        facts=(
            Fact(PlanVersion.number, _l("Version")),
            Fact(PlanVersion.agreed_on, _l("Agreed on")),
            Who(PlanVersion.author_person_id, _l("Written by")),
            Fact(PlanVersion.author_office, _l("Profession or office"), ROLE_WORDS),
        ),
        documents=(PlanVersion.document,),
        values={"heard": HEARD_WORDS, "how": AGREED_WORDS},
        case_id=PlanVersion.case_id,
    ),
    RecordKind(
        code="plan_goal",
        words=_l("Goal of the plan"),
        model=PlanGoal,
        at=PlanGoal.set_on,
        facts=(Fact(PlanGoal.number, _l("Number")), Fact(PlanGoal.outcome, _l("What came of it"), OUTCOME_WORDS)),
        texts=((PlanGoal.note, _l("Remark")),),
        case_id=PlanGoal.case_id,
    ),
    RecordKind(
        code="plan_measure",
        words=_l("Measure of the plan"),
        model=PlanMeasure,
        at=None,
        facts=(Fact(PlanMeasure.state, _l("State"), MEASURE_WORDS), Fact(PlanMeasure.until, _l("Until"))),
        texts=((PlanMeasure.note, _l("Remark")),),
        case_id=PlanMeasure.case_id,
    ),
    RecordKind(
        code="rating",
        words=_l("Rating of the goals"),
        model=Rating,
        at=Rating.recorded_at,
        facts=(Fact(Rating.rater, _l("Whose view"), RATER_WORDS), Fact(Rating.rated_on, _l("Day"))),
        documents=(Rating.document,),
        values={"feeling": FEELING_WORDS},
        case_id=Rating.case_id,
    ),
    RecordKind(
        code="assessment",
        words=_l("Assessment"),
        model=Assessment,
        at=Assessment.started_at,
        facts=(
            Fact(Assessment.state, _l("State"), ASSESSMENT_WORDS),
            Fact(Assessment.due_on, _l("Answers by")),
            Who(Assessment.started_by, _l("Begun by")),
        ),
        documents=(Assessment.document,),
        case_id=Assessment.case_id,
    ),
    RecordKind(
        code="observation",
        words=_l("Answers in an assessment"),
        model=Observation,
        at=Observation.asked_at,
        facts=(
            Fact(Observation.informant, _l("As what"), INFORMANT_WORDS),
            Who(Observation.person_id, _l("Name")),
            Fact(Observation.state, _l("State"), OBSERVATION_WORDS),
        ),
        documents=(Observation.document,),
        case_id=Observation.case_id,
    ),
    RecordKind(
        code="arrangement_use",
        words=_l("Arrangement at school"),
        model=ArrangementUse,
        at=ArrangementUse.agreed_at,
        facts=(
            Fact(ArrangementUse.starts_on, _l("Begins")),
            Fact(ArrangementUse.ends_on, _l("Ends")),
            Who(ArrangementUse.agreed_by, _l("Agreed by")),
        ),
        documents=(ArrangementUse.document,),
        case_id=ArrangementUse.case_id,
    ),
)
