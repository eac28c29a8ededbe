"""A closed matter takes nothing more: every way of writing in one, by everybody, drawn from the running application.

What is still done is on this list with its reason, and nothing that is not on it.
"""

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.builders import Village
from tests.web.cast import a_cast
from tests.web.test_access_matrix import Stage
from welfare.access.gate import Passage
from welfare.audit.ledger import Ledger
from welfare.cases.models import Case
from welfare.rules.cases import CaseState

STILL: dict[str, str] = {
    **dict.fromkeys(
        ("cases.discard_text", "journal.discard", "journal.discard_correction", "plans.discard"),
        "one's own unfinished text is thrown away",
    ),
    **dict.fromkeys(
        (
            "journal.autosave_correction",
            "journal.save_correction",
            "meetings.propose",
            "meetings.answer",
            "rectifications.assess",
        ),
        "what is wrong is corrected by an entry of its own (GDPR 16; rule 19)",
    ),
    **dict.fromkeys(
        ("journal.search", "meetings.print_minutes", "plans.print_plan", "plans.print_own"), "read, not written"
    ),
    **dict.fromkeys(
        ("consents.record", "consents.renew", "consents.withdraw", "consents.record_prohibition"),
        "a will is heard at any time, and a matter is opened again by consents in force (OHL 19 §)",
    ),
    **dict.fromkeys(("papers.attach", "papers.print_new", "papers.scan_again"), "the paper on which a will stands"),
    **dict.fromkeys(
        ("cases.end", "cases.remove", "cases.exclude", "cases.end_exclusion", "cases.hand_over", "cases.join"),
        "who may read it is kept right, and it is opened again with a whole group (OHL 14 § 4; HL 27-28 §)",
    ),
    "cases.take_step": "it is opened again",
    **dict.fromkeys(("disclosures.close", "disclosures.end_teacher_note"), "what was given is taken back"),
    **dict.fromkeys(("feedback.skip", "feedback.take_over"), "asked when a matter has been closed (rule 38)"),
    "meetings.reply": "the meeting may be about another pupil too; the closed matter falls away from it",
}
ENDS_WITH_THE_MATTER = {
    "arrangements.new_use",
    "assessments.answer",
    "assessments.keep_answers",
    "assessments.new_assessment",
    "cases.edit",
    "cases.keep_text",
    "journal.autosave",
    "journal.save",
    "plans.agree",
    "plans.autosave",
    "plans.close",
    "plans.keep_own_rating",
    "plans.rate",
}
"""Some of what a closed matter refuses, drafts and ratings of the family among it."""


@pytest.fixture
def stage(app: Flask, village: Village, ledger: Ledger, state: CaseState) -> Iterator[Stage]:
    """The whole cast, and Aada's matter in this state."""
    cast, now = a_cast(village), ledger.clock()
    with village.work() as work:
        case = work.session.get_one(Case, cast.things["case_id"])
        case.state, case.closed_at = state, now if state is CaseState.CLOSED else None
    with ledger.transaction() as transaction:
        session = transaction.session
        yield Stage(app.extensions["gate"], cast, session, cast.actors(session, now), now)


def of_a_matter(passage: Passage) -> bool:
    """Whether a route is about Aada's matter or what lies in it."""
    kinds = {kind for _name, kind in passage.subjects}
    return bool(kinds & {"case_id", "group_id", "observation_id", "own_plan_id", "item_id"})


def written(app: Flask, stage: Stage) -> set[str]:
    """The ways of writing in it that are open to anybody of the cast."""
    posted = {rule.endpoint for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())}
    passages = [each for each in stage.gate.passages.values() if each.endpoint in posted and of_a_matter(each)]
    return {endpoint for endpoint, people in stage.let_in(passages, stage.cast.things).items() if people}


@pytest.mark.parametrize("state", [CaseState.CLOSED])
def test_in_a_closed_matter_nobody_writes_but_what_is_listed(app: Flask, stage: Stage) -> None:
    found = written(app, stage)
    assert found == set(STILL)


@pytest.mark.parametrize("state", [CaseState.OPEN])
def test_in_an_open_matter_the_same_people_write(app: Flask, stage: Stage) -> None:
    found = written(app, stage) - set(STILL)
    missing = ENDS_WITH_THE_MATTER - found
    assert missing == set()
