"""Expressions of will, and the assessments of prohibitions."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from welfare.access_copies.kinds.kind import Fact, RecordKind, Who
from welfare.accounts.words import ROLE_WORDS
from welfare.consents.models import ExpressionOfWill, InterestAssessment
from welfare.consents.papers.models import SignedPaper
from welfare.consents.words import ABILITY_WORDS, ANSWER_WORDS, CAPACITY_WORDS, KIND_WORDS, WAY_WORDS
from welfare.rules.consent import ConsentKind

WILLS = (
    RecordKind(
        code="will",
        words=_l("Expression of will"),
        model=ExpressionOfWill,
        at=ExpressionOfWill.recorded_at,
        facts=(
            Fact(ExpressionOfWill.kind, _l("Kind"), KIND_WORDS),
            Fact(ExpressionOfWill.answer, _l("What was answered"), ANSWER_WORDS),
            Who(ExpressionOfWill.giver_person_id, _l("Given by")),
            Fact(ExpressionOfWill.capacity, _l("As what"), CAPACITY_WORDS),
            Who(ExpressionOfWill.named_person_id, _l("Who is named")),
            Fact(ExpressionOfWill.given_on, _l("Day")),
            Fact(ExpressionOfWill.valid_to, _l("Valid until")),
            Fact(ExpressionOfWill.way, _l("How"), WAY_WORDS),
            Fact(ExpressionOfWill.ability, _l("Ability to judge"), ABILITY_WORDS),
            Who(ExpressionOfWill.recorded_by, _l("Recorded by")),
        ),
        documents=(ExpressionOfWill.document,),
        case_id=ExpressionOfWill.case_id,
        only=ExpressionOfWill.kind != ConsentKind.MINOR_PROHIBITION,
    ),
    RecordKind(
        code="prohibition",
        words=_l("A minor’s prohibition"),
        model=ExpressionOfWill,
        at=ExpressionOfWill.recorded_at,
        facts=(
            Fact(ExpressionOfWill.answer, _l("What was answered"), ANSWER_WORDS),
            Who(ExpressionOfWill.named_person_id, _l("Who is named")),
            Fact(ExpressionOfWill.given_on, _l("Day")),
            Fact(ExpressionOfWill.valid_to, _l("Valid until")),
            Who(ExpressionOfWill.recorded_by, _l("Recorded by")),
        ),
        documents=(ExpressionOfWill.document,),
        case_id=ExpressionOfWill.case_id,
        only=ExpressionOfWill.kind == ConsentKind.MINOR_PROHIBITION,
        is_kept=True,
    ),
    RecordKind(
        code="signed_paper",
        words=_l("Scan of a signed paper: the picture is given beside this copy"),
        model=SignedPaper,
        at=SignedPaper.kept_at,
        facts=(Fact(SignedPaper.scanned_at, _l("Scanned")), Who(SignedPaper.kept_by, _l("Kept by"))),
        case_id=SignedPaper.case_id,
        only=SignedPaper.expression_id.in_(
            select(ExpressionOfWill.id).where(ExpressionOfWill.kind != ConsentKind.MINOR_PROHIBITION)
        ),
    ),
    RecordKind(
        code="interest",
        words=_l("Assessment of a prohibition"),
        model=InterestAssessment,
        at=InterestAssessment.recorded_at,
        facts=(
            Who(InterestAssessment.assessor_person_id, _l("Assessed by")),
            Fact(InterestAssessment.assessor_role, _l("Profession or office"), ROLE_WORDS),
            Fact(InterestAssessment.review_on, _l("Looked at again")),
        ),
        texts=((InterestAssessment.grounds, _l("Grounds")),),
        documents=(InterestAssessment.decision,),
        case_id=InterestAssessment.case_id,
        is_kept=True,
    ),
)
