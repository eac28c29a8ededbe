"""The directory ends too: a pupil after every record that names one of the family, the staff after their posts."""

from datetime import date
from uuid import UUID

import pytest

from config.settings import Settings
from tests.audit.books import open_books
from tests.builders import Someone
from tests.builders_cases import leaves_employment
from tests.builders_protections import a_protection
from tests.builders_retention import is_shredded
from tests.builders_rights import a_log_request
from tests.rooms.retention.conftest import Keeping
from tests.signing_in import Visit
from welfare.accounts.models import Account
from welfare.crypto.holder import KeyHolder
from welfare.non_disclosures.models import Protection, ProtectionPerson
from welfare.people.models import Assignment, Enrolment, Guardianship, Person
from welfare.retention import actions
from welfare.retention.models import ItemState
from welfare.rules.actors import Role
from welfare.rules.non_disclosure import ProtectionPart
from welfare.rules.registers import HOUSE, Register
from welfare.rules.retention_ends import Kept, Thing

LEFT = date(2013, 7, 31)


def last_list(keeping: Keeping) -> dict[tuple[Thing, UUID], ItemState]:
    """What the list after the records takes."""
    keeping.destroy_all()
    return {(item.thing, item.thing_id): item.state for item in keeping.items(keeping.destroy_all())}


def known(keeping: Keeping) -> set[UUID]:
    """Everybody in the directory."""
    return {row.id for row in keeping.rows(Person)}


def left_long_ago(keeping: Keeping, who: Someone) -> None:
    """All posts ended more than twelve years ago."""
    leaves_employment(keeping.village, who, LEFT)
    with keeping.village.work() as work:
        for post in work.session.query(Assignment).filter_by(person_id=who.person_id):
            post.begins_on = date(2010, 8, 1)


def test_a_pupil_goes_after_the_records_with_the_guardians_and_all_that_was_their_own(
    keeping: Keeping, settings: Settings, visit: Visit
) -> None:
    people = keeping.people
    family = {people.student.person_id, people.mother.person_id, people.father.person_id}
    accounts = {people.student.account_id, people.mother.account_id, people.father.account_id}
    assert last_list(keeping) == {(Thing.PUPIL, people.student.person_id): ItemState.DESTROYED}
    assert family.isdisjoint(known(keeping))
    assert accounts.isdisjoint({row.id for row in keeping.rows(Account)})
    assert (keeping.rows(Guardianship), keeping.rows(Enrolment)) == ([], [])
    for person_id in family:
        assert is_shredded(keeping.village, KeyHolder(keeping.village.provider_id, Register.DIRECTORY, person_id))
    for account_id in accounts:
        assert is_shredded(keeping.village, KeyHolder(HOUSE, Register.SESSION, account_id))
    assert not visit(keeping.officer).get("/audit").has("Metsäpelto")
    with open_books(settings, keeping.clock) as books:
        assert books.verify(data=True).findings == []


def test_a_guardian_who_has_another_ward_stays_and_so_does_the_other_child(keeping: Keeping) -> None:
    people, village = keeping.people, keeping.village
    sibling = village.student("Eino Metsäpelto", village.a_class("1A"))
    with village.work() as work:
        bond = work.session.query(Guardianship).filter_by(guardian_id=people.mother.person_id).one()
        work.session.add(
            Guardianship(
                guardian_id=people.mother.person_id,
                student_id=sibling.person_id,
                has_custody=True,
                decides=True,
                may_receive_information=True,
                begins_on=bond.begins_on,
            )
        )
    assert last_list(keeping) == {(Thing.PUPIL, people.student.person_id): ItemState.DESTROYED}
    assert {people.mother.person_id, sibling.person_id} <= known(keeping)
    assert known(keeping).isdisjoint({people.student.person_id, people.father.person_id})
    assert [row.student_id for row in keeping.rows(Guardianship)] == [sibling.person_id]


def test_a_guardian_without_a_ward_goes_once_the_directory_has_let_go_long_ago(keeping: Keeping) -> None:
    gone, standing = (
        keeping.village.guardian(name, keeping.people.student) for name in ("Oili Orpana", "Sisko Sundqvist")
    )
    with keeping.village.work() as work:
        for row in work.session.query(Guardianship).filter(
            Guardianship.guardian_id.in_([gone.person_id, standing.person_id])
        ):
            work.session.delete(row)
        work.session.get_one(Person, gone.person_id).ended_on = LEFT
    items = {(item.thing, item.thing_id) for item in keeping.items(keeping.destroy_all())}
    assert (Thing.GUARDIAN, gone.person_id) in items
    assert gone.person_id not in known(keeping)
    assert standing.person_id in known(keeping)


def test_whom_a_record_names_that_is_kept_stays_whole(keeping: Keeping, visit: Visit) -> None:
    url = f"/retention/{keeping.village.provider_id}/due"
    assert visit(keeping.kaisa).get(url).has("A record that is kept names the person")
    run_id = keeping.propose()
    assert Thing.PUPIL not in {item.thing for item in keeping.items(run_id)}
    keeping.approve(run_id)
    keeping.work_off()
    assert visit(keeping.kaisa).get(url).has("1 record to be destroyed")


def test_whom_a_new_record_names_meanwhile_is_left(keeping: Keeping) -> None:
    keeping.destroy_all()
    run_id = keeping.propose()
    keeping.approve(run_id)
    a_log_request(keeping.village, keeping.people.mother, keeping.officer)
    keeping.work_off()
    assert {(item.state, item.why) for item in keeping.items(run_id)} == {(ItemState.LEFT, Kept.STILL_NAMED)}
    assert {keeping.people.student.person_id, keeping.people.mother.person_id} <= known(keeping)


@pytest.mark.parametrize("is_left", [True, False])
def test_the_staff_go_twelve_years_after_their_posts_and_not_before(
    keeping: Keeping, visit: Visit, *, is_left: bool
) -> None:
    principal = keeping.village.staff(Role.PRINCIPAL, "Reijo Rauhala")
    if is_left:
        left_long_ago(keeping, principal)
    run_id = keeping.destroy_all()
    assert (
        (Thing.STAFF, principal.person_id) in {(item.thing, item.thing_id) for item in keeping.items(run_id)}
    ) is is_left
    assert (principal.person_id in known(keeping)) is not is_left
    assert {row.person_id for row in keeping.rows(Account)} >= {keeping.kaisa.person_id}
    assert visit(keeping.officer).get(f"/retention/runs/{run_id}/certificate.pdf").response.data.startswith(b"%PDF")


def test_who_wrote_what_is_kept_stays_with_it(keeping: Keeping) -> None:
    left_long_ago(keeping, keeping.people.curator)
    left_long_ago(keeping, keeping.people.nurse)
    items = keeping.items(keeping.destroy_all())
    assert (Thing.STAFF, keeping.people.curator.person_id) not in {(item.thing, item.thing_id) for item in items}
    assert keeping.people.curator.person_id in known(keeping)


@pytest.mark.parametrize("stands", [True, False])
def test_a_pupil_whose_protection_covers_a_sibling_stays_as_long_as_it_stands(
    keeping: Keeping, *, stands: bool
) -> None:
    """With the pupil it would be gone, and the next word about the family would let the sibling be found."""
    village, student = keeping.village, keeping.people.student
    sibling = village.student("Eino Metsäpelto", village.a_class("1A"))
    a_protection(village, student, keeping.officer)
    with village.work() as work:
        row = work.session.query(Protection).one()
        row.ended_at = None if stands else work.now
        at_home = {"person_id": sibling.person_id, "part": ProtectionPart.HOUSEHOLD}
        work.session.add(ProtectionPerson(protection_id=row.id, **at_home))
    keeping.destroy_all()
    if stands:
        with pytest.raises(actions.NothingDueError):
            keeping.propose()
    else:
        keeping.destroy_all()
    assert (student.person_id in known(keeping)) is stands
