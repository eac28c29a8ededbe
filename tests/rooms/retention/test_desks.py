"""What lies on the desks of rights and of oversight ends as well: corrections, findings, files of breaches."""

from datetime import date
from uuid import UUID

from tests.builders import Someone
from tests.builders_breaches import a_breach
from tests.builders_log_reviews import a_finding
from tests.builders_rectifications import a_rectification
from tests.builders_retention import CLOSED_AT, is_shredded
from tests.rooms.retention.conftest import Keeping
from welfare.breaches.models import Breach, BreachPerson
from welfare.crypto.holder import KeyHolder
from welfare.log_reviews.models import Finding, ReviewNote
from welfare.rectifications.models import Rectification
from welfare.retention.models import ItemState, RetentionHold
from welfare.rules.breaches import BreachState
from welfare.rules.log_review import Explanation, FindingState
from welfare.rules.rectifications import RectificationState
from welfare.rules.registers import Register
from welfare.rules.retention_ends import HoldReason, Thing

STRANGE = "Eetu Kallio"


def stranger(keeping: Keeping) -> Someone:
    """A pupil who goes to school still."""
    return keeping.village.student(STRANGE, keeping.village.a_class("9A"))


def destroyed(keeping: Keeping) -> set[tuple[Thing, UUID]]:
    """What a list made now takes."""
    items = keeping.items(keeping.destroy_all())
    assert {item.state for item in items} == {ItemState.DESTROYED}
    return {(item.thing, item.thing_id) for item in items}


def explain(keeping: Keeping, finding_id: UUID, breach_id: UUID | None = None) -> None:
    """It was looked at long ago, with a word of the officer's."""
    with keeping.village.work() as work:
        row = work.session.get_one(Finding, finding_id)
        row.state = FindingState.BREACH if breach_id else FindingState.EXPLAINED
        row.explanation = None if breach_id else next(iter(Explanation))
        row.breach_id, row.decided_at, row.decided_by = breach_id, CLOSED_AT, keeping.officer.account_id
        note = ReviewNote(finding_id=row.id, controller_id=row.controller_id)
        work.encrypt_document(note, ReviewNote.document, {"words": "Sijaisuus."})
        work.session.add(note)


def test_a_correction_outside_any_matter_ends_and_one_that_waits_does_not(keeping: Keeping) -> None:
    pupil = stranger(keeping)
    old, waiting = (a_rectification(keeping.village, pupil, keeping.officer) for _each in range(2))
    with keeping.village.work() as work:
        row = work.session.get_one(Rectification, old)
        row.state, row.sent_on = RectificationState.TOLD, date(2014, 1, 7)
    assert (Thing.RECTIFICATION, old) in destroyed(keeping)
    assert [row.id for row in keeping.rows(Rectification)] == [waiting]
    assert is_shredded(keeping.village, KeyHolder(keeping.village.provider_id, Register.AUDIT, old))


def test_a_finding_ends_with_the_officers_word_and_an_open_one_does_not(keeping: Keeping) -> None:
    pupil, reader = stranger(keeping), keeping.people.nurse
    old, waiting = (a_finding(keeping.village, reader, pupil) for _each in range(2))
    explain(keeping, old)
    assert (Thing.FINDING, old) in destroyed(keeping)
    assert [row.id for row in keeping.rows(Finding)] == [waiting]
    assert keeping.rows(ReviewNote) == []


def test_a_file_of_a_breach_ends_with_its_findings_and_those_concerned(keeping: Keeping) -> None:
    pupil, reader = stranger(keeping), keeping.people.nurse
    old, waiting = (a_breach(keeping.village, reader, pupil, keeping.officer) for _each in range(2))
    explain(keeping, a_finding(keeping.village, reader, pupil), old)
    with keeping.village.work() as work:
        row = work.session.get_one(Breach, old)
        row.state, row.closed_at = BreachState.CLOSED, CLOSED_AT
    assert (Thing.BREACH, old) in destroyed(keeping)
    assert [row.id for row in keeping.rows(Breach)] == [waiting]
    assert [row.breach_id for row in keeping.rows(BreachPerson)] == [waiting]
    assert keeping.rows(Finding) == []


def test_a_hold_that_was_lifted_goes_with_what_it_held(keeping: Keeping) -> None:
    with keeping.village.work() as work:
        row = RetentionHold(
            controller_id=keeping.village.provider_id,
            thing=Thing.MATTER,
            thing_id=keeping.case_id,
            reason=HoldReason.COURT,
            placed_at=work.now,
            placed_by=keeping.kaisa.account_id,
            review_on=date(2027, 3, 1),
            lifted_at=work.now,
        )
        work.encrypt_document(row, RetentionHold.document, {"words": "Käräjäoikeus pyysi Aadan asian."})
        work.session.add(row)
    (hold,) = keeping.rows(RetentionHold)
    assert (Thing.MATTER, keeping.case_id) in destroyed(keeping)
    assert keeping.rows(RetentionHold) == []
    assert is_shredded(keeping.village, hold.key_holder())
