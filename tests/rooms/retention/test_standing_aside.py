"""Nobody keeps back, lists or destroys what is about oneself or the own family (HL 27-28 §); somebody else does."""

from datetime import date
from typing import Any

import pytest

from tests.builders import Someone
from tests.builders_breaches import a_breach
from tests.builders_log_reviews import a_finding
from tests.builders_requests import at_work
from tests.builders_retention import CLOSED_AT, a_hold, an_old_case, rules_decided, studies_ended
from tests.rooms.retention.conftest import Keeping
from tests.signing_in import Visit
from welfare.breaches.models import Breach
from welfare.log_reviews.models import Finding
from welfare.organisations.models import Organisation
from welfare.people.models import Guardianship
from welfare.retention import actions
from welfare.rules.breaches import BreachState
from welfare.rules.log_review import FindingState
from welfare.rules.permissions import Permission
from welfare.rules.retention import Disposal, RecordKind
from welfare.rules.retention_ends import HoldReason, Thing


def bind(keeping: Keeping, guardian: Someone) -> None:
    """The pupil's guardian, once."""
    with keeping.village.work() as work:
        work.session.add(
            Guardianship(
                guardian_id=guardian.person_id,
                student_id=keeping.people.student.person_id,
                has_custody=True,
                decides=True,
                may_receive_information=True,
                begins_on=date(2010, 8, 1),
                ends_on=date(2016, 7, 31),
            )
        )


def test_who_was_the_guardian_lists_the_records_of_others_alone(keeping: Keeping) -> None:
    bind(keeping, keeping.kaisa)
    with pytest.raises(actions.NearError):
        keeping.propose()
    stranger = keeping.village.student("Eetu Kallio", keeping.village.a_class("9A"))
    studies_ended(keeping.village, stranger)
    other = an_old_case(keeping.village, stranger, keeping.people.curator)
    assert [item.thing_id for item in keeping.items(keeping.propose())] == [other]


def test_who_was_the_guardian_cannot_approve_but_somebody_else_can(keeping: Keeping, visit: Visit) -> None:
    run_id = keeping.propose()
    page = visit(keeping.officer).get(f"/retention/runs/{run_id}")
    bind(keeping, keeping.officer)
    aside = visit(keeping.officer).get(f"/retention/runs/{run_id}")
    assert aside.has("somebody else looks after it")
    assert not aside.has("Destroy 2 records")
    page.form("Destroy 2 records").submit(code=keeping.ulla.code(keeping.clock.now), status=404)
    with keeping.village.work() as work:
        for row in work.session.query(Guardianship).filter_by(guardian_id=keeping.officer.person_id):
            work.session.delete(row)
    page.form("Destroy 2 records").submit(code=keeping.ulla.code(keeping.clock.now))


def test_who_was_the_guardian_neither_places_nor_lifts_a_hold(keeping: Keeping, visit: Visit) -> None:
    hold = a_hold(keeping.village, keeping.officer, Thing.WILLS, keeping.people.student.person_id)
    bind(keeping, keeping.kaisa)
    kaisa, ulla = visit(keeping.kaisa), visit(keeping.officer)
    given: dict[str, Any] = {
        "what": str(keeping.case_id),
        "reason": "court",
        "words": "Pyyntö.",
        "review_on": "1.3.2027",
    }
    url = f"/retention/{keeping.village.provider_id}/holds/new"
    refused = kaisa.get(url).form("Hold back").submit(**given, status=422)
    assert any("somebody else looks after it" in line for line in refused.errors)
    kaisa.get(f"/retention/holds/{hold}", status=404)
    assert ulla.get(url).form("Hold back").submit(**given).has("The record is on hold.")
    assert ulla.get(f"/retention/holds/{hold}").form("Lift the hold").submit(words="Ohi.").has("The hold is lifted.")


def test_who_was_the_guardian_notes_no_receipt_of_the_archive(keeping: Keeping, visit: Visit) -> None:
    rules_decided(keeping.village, keeping.kaisa, [RecordKind.WELFARE_WILL], version=2, disposal=Disposal.ARCHIVE)
    bind(keeping, keeping.kaisa)
    url = f"/retention/{keeping.village.provider_id}/archive/wills/{keeping.people.student.person_id}"
    refused = visit(keeping.kaisa).get(url).form("Save the receipt").submit(reference="KA 1/2026", status=422)
    assert any("somebody else looks after it" in line for line in refused.errors)
    page = visit(keeping.officer).get(url).form("Save the receipt").submit(reference="KA 1/2026")
    assert page.has("The hand-over is saved.")


@pytest.mark.parametrize("whose", ["own openings", "own child", "others"])
def test_nobody_lists_or_holds_the_file_of_a_breach_about_the_own_openings_or_the_own_child(
    keeping: Keeping, whose: str
) -> None:
    village, kaisa = keeping.village, keeping.kaisa
    pupil = keeping.people.student if whose == "own child" else village.student("Eetu Kallio", village.a_class("9A"))
    reader = kaisa if whose == "own openings" else keeping.people.nurse
    bind(keeping, kaisa)
    breach_id, finding_id = a_breach(village, reader, pupil, keeping.officer), a_finding(village, reader, pupil)
    with village.work() as work:
        breach, finding = work.session.get_one(Breach, breach_id), work.session.get_one(Finding, finding_id)
        breach.state, breach.closed_at = BreachState.CLOSED, CLOSED_AT
        finding.state, finding.decided_at = FindingState.EXPLAINED, CLOSED_AT
    if whose == "others":
        assert {item.thing_id for item in keeping.items(keeping.propose())} == {breach_id, finding_id}
        return
    with pytest.raises(actions.NearError):
        keeping.propose()
    for key in ((Thing.BREACH, breach_id), (Thing.FINDING, finding_id)):
        asked = actions.HoldAsked(key=key, reason=HoldReason.COURT, words="Pyyntö.", review_on=date(2027, 3, 1))
        with at_work(village, kaisa, Permission.RETENTION_HOLD) as work:
            keeper = work.session.get_one(Organisation, village.provider_id)
            with pytest.raises(actions.NearError):
                actions.place_hold(work, keeper, asked)
