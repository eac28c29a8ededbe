"""An opening in an emergency is on the pupil's own page with its reason, or later where a reasoned delay stands."""

from datetime import date

from tests.builders_emergencies import an_emergency
from tests.rooms.portal.conftest import Family
from tests.signing_in import Visit
from welfare.emergencies.models import Emergency
from welfare.rules.actors import Role


def test_the_pupil_sees_an_emergency_with_its_reason_unless_its_showing_is_delayed(
    family: Family, visit: Visit
) -> None:
    matter = family.matter
    doctor = matter.village.staff(Role.DOCTOR, "Aulis Holmström")
    emergency_id = an_emergency(matter.village, matter.case_id, doctor, role=Role.DOCTOR)
    visit(doctor).get(f"/emergencies/{emergency_id}")
    own = visit(matter.student)
    page = own.get(f"{family.home}/read")
    for words in ("Aulis Holmström", "read the matter in an emergency", "The pupil is missing"):
        assert page.has(words), words
    with matter.village.work() as work:
        work.session.get_one(Emergency, emergency_id).delayed_until = date(2026, 11, 23)
    assert not own.get(f"{family.home}/read").has("Aulis Holmström")
    assert not own.get(family.home).has("Aulis Holmström")
    with matter.village.work() as work:
        work.session.get_one(Emergency, emergency_id).delayed_until = date(2026, 11, 22)
    assert own.get(f"{family.home}/read").has("Aulis Holmström")


def test_no_guardian_is_warned_that_a_matter_was_opened_in_an_emergency(family: Family, visit: Visit) -> None:
    matter = family.matter
    doctor = matter.village.staff(Role.DOCTOR, "Aulis Holmström")
    emergency_id = an_emergency(matter.village, matter.case_id, doctor, role=Role.DOCTOR)
    visit(doctor).get(f"/emergencies/{emergency_id}")
    visit(matter.mirja).get(f"/cases/{matter.case_id}")
    told = visit(matter.guardian).get(f"{family.home}/read")
    assert told.has("Mirja Kanervala")
    assert not any(told.has(words) for words in ("Aulis", "Doctor", "in an emergency"))
    assert visit(matter.student).get(f"{family.home}/read").has("Aulis Holmström")
