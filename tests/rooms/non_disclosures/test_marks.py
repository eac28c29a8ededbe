"""Who is hidden and who knows the place: by all protections together, and by the roster alone (661/2009 36 §)."""

from sqlalchemy import select

from tests.builders import Someone, system_work
from tests.builders_cases import BEGAN
from tests.rooms.non_disclosures.conftest import SET, Scene, asking
from welfare.people.models import Guardianship, Person
from welfare.people.pages import PersonName


def test_a_siblings_protection_never_lets_in_whom_another_keeps_away(scene: Scene) -> None:
    village, (aada, kari) = scene.village, (scene.people.student, scene.people.father)
    scene.protect()
    sibling = village.student("Otso Metsäpelto", village.a_class("5A"))
    with village.work() as work:
        bond = {"has_custody": True, "may_receive_information": True, "decides": True, "begins_on": BEGAN}
        for guardian in (kari, scene.people.mother):
            work.session.add(Guardianship(guardian_id=guardian.person_id, student_id=sibling.person_id, **bond))
    home = [str(kari.person_id), str(aada.person_id)]
    scene.clock.forward(seconds=31)
    form = scene.client(scene.siiri).get(f"/students/{sibling.person_id}/non-disclosure/new").form()
    form.fill(**SET, household=home, code=scene.siiri.code(scene.clock.now)).submit()
    with village.ledger.transaction() as transaction:
        bonds = transaction.session.scalars(select(Guardianship)).all()
        known = {(each.guardian_id, each.student_id) for each in bonds if each.knows_place}
    assert known == {
        (scene.people.mother.person_id, aada.person_id),
        (kari.person_id, sibling.person_id),
    }
    assert "8B" not in asking(scene, "father")
    assert "8B" in asking(scene, "mother")


def home_of(scene: Scene, name: str, *others: Someone) -> Someone:
    """A sibling of Aada with the same parents, protected with these in one home."""
    village = scene.village
    sibling = village.student(name, village.a_class(f"5{name[0]}"))
    with village.work() as work:
        bond = {"has_custody": True, "may_receive_information": True, "decides": True, "begins_on": BEGAN}
        for guardian in (scene.people.father, scene.people.mother):
            work.session.add(Guardianship(guardian_id=guardian.person_id, student_id=sibling.person_id, **bond))
    form = scene.client(scene.siiri).get(f"/students/{sibling.person_id}/non-disclosure/new").form()
    scene.clock.forward(seconds=31)
    household = [str(each.person_id) for each in others]
    form.fill(**SET, household=household, code=scene.siiri.code(scene.clock.now)).submit()
    return sibling


def marks(scene: Scene) -> tuple[set[str], set[tuple[str, str]]]:
    """Who is hidden, and who knows where whom is found, by given names."""
    with system_work(scene.village.ledger) as work:
        people = work.session.scalars(select(Person)).all()
        bonds = work.session.scalars(select(Guardianship).where(Guardianship.knows_place)).all()
        name = {each.id: PersonName.of(work, each).given for each in people}
        hidden = {name[each.id] for each in people if each.is_restricted}
        return hidden, {(name[each.guardian_id], name[each.student_id]) for each in bonds}


def end(scene: Scene, who: Someone) -> None:
    """By two persons."""
    url = f"/students/{who.person_id}/non-disclosure"
    for signer, page, answers in (
        (scene.siiri, "end", {"words": "Ohi."}),
        (scene.riitta, "confirm", {"decision": "end"}),
    ):
        scene.clock.forward(seconds=31)
        form = scene.client(signer).get(f"{url}/{page}").form()
        form.fill(**answers, code=signer.code(scene.clock.now)).submit()


def test_of_a_guardian_whom_the_roster_marks_alone_the_page_says_what_follows(scene: Scene) -> None:
    with scene.village.work() as work:
        work.session.get_one(Person, scene.people.mother.person_id).is_restricted = True
    assert "8B" not in asking(scene, "father")
    assert "8B" in asking(scene, "mother")
    page = scene.client(scene.siiri).get(scene.url)
    assert page.has("Only a guardian is hidden")
    assert page.has("The roster marks Tiina Metsäpelto.")
    assert page.follow("Set the protection").has("Guardian, hidden already")


def test_its_end_leaves_no_mark_behind(scene: Scene) -> None:
    before = marks(scene)
    scene.protect()
    assert marks(scene) == ({"Aada", "Tiina"}, {("Tiina", "Aada")})
    end(scene, scene.people.student)
    assert marks(scene) == before == (set(), set())


def test_the_end_of_one_leaves_what_another_protects_and_lets_in_as_if_it_had_stood_alone(scene: Scene) -> None:
    otso = home_of(scene, "Otso", scene.people.mother, scene.people.student)
    alone = marks(scene)
    assert alone == ({"Aada", "Otso", "Tiina"}, {("Tiina", "Aada"), ("Tiina", "Otso")})
    elsa = home_of(scene, "Elsa", scene.people.father, scene.people.student)
    assert ("Kari", "Aada") in marks(scene)[1]
    end(scene, elsa)
    assert marks(scene) == alone
    end(scene, otso)
    assert marks(scene) == (set(), set())
