"""A school's programmes: begun from what a kind asks, changed, written in steps, carried on into the next year."""

import pytest

from tests.builders import Village
from tests.builders_journal import IDENTITY_CODE
from tests.builders_programmes import a_programme, counted, in_the_team
from tests.clock import Clock
from tests.rooms.programmes.conftest import Scene
from tests.signing_in import Visit
from welfare.organisations.models import Organisation
from welfare.programmes.kinds import KINDS, Asks
from welfare.rules.actors import Role
from welfare.rules.programmes import ProgrammeKind
from welfare.rules.unit_types import UnitType

CLUB = {"name_fi": "Sählykerho", "name_sv": "Innebandyklubb", "q_sort": "sports", "q_fee": "0", "q_distance": "0"}


def test_a_principal_begins_a_programme_and_everybody_at_the_school_reads_it(scene: Scene, visit: Visit) -> None:
    page = visit(scene.principal).get(scene.unit).follow("All programmes").follow("Support pupils")
    page = page.form().fill(coordinator=str(scene.colleague.account_id), q_covered="7-9").submit()
    assert page.has("The programme is saved.")
    page = visit(scene.teacher).get(scene.unit).follow("All programmes")
    assert page.has("Support pupils Grades 7–9 Planned")
    assert page.has("Teemu Lahti")
    assert "Change" not in page.follow("Support pupils").links


@pytest.mark.parametrize("kind", ProgrammeKind)
def test_every_kind_can_be_begun_with_the_least_it_asks(
    village: Village, scene: Scene, visit: Visit, kind: ProgrammeKind
) -> None:
    with village.work() as work:
        school = work.session.get_one(Organisation, village.school_id)
        school.unit_type = next(each for each in (UnitType.BASIC, UnitType.PRE_PRIMARY) if KINDS[kind].fits(each))
    form = visit(scene.principal).get(f"{scene.unit}/programmes/new/{kind.value}?year=2025").form()
    asked = {f"q_{each.code}": min(each.choices) for each in KINDS[kind].details if not each.is_optional}
    names = {"name_fi": "Nimi", "name_sv": "Namn"} if KINDS[kind].is_many else {}
    page = form.fill(**asked, **names).submit()
    assert page.has("The programme is saved.")
    assert page.has("2025–2026")
    for tally in KINDS[kind].tallies:
        assert page.has(str(tally.title))


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_kinds_are_whole_as_data(village: Village) -> None:
    del village
    assert set(KINDS) == set(ProgrammeKind)
    for kind in KINDS.values():
        codes = [each.code for each in kind.details]
        assert len(codes) == len(set(codes))
        assert not kind.coverage or kind.coverage in codes
        assert all(1 <= month <= 12 for month, _words in kind.rhythm)
        for each in (*kind.details, *(question for tally in kind.tallies for question in tally.by)):
            assert bool(each.choices) is (each.asks in {Asks.CHOICE, Asks.CHOICES})


def test_one_kind_is_there_once_a_year_and_clubs_are_many(scene: Scene, visit: Visit) -> None:
    client = visit(scene.principal)
    form = client.get(f"{scene.unit}/programmes/new/mediation").form()
    page = form.submit(status=422, q_mediators="4")
    assert page.has("has this programme in that school year already")
    assert page.form().data["q_mediators"] == "4"
    for name in ("Sählykerho", "Kokkikerho"):
        form = client.get(f"{scene.unit}/programmes/new/club").form()
        assert form.fill(**(CLUB | {"name_fi": name})).submit().has(name if name == "Kokkikerho" else "Sählykerho")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name_fi", ""),
        ("name_sv", "x" * 121),
        ("name_fi", f"Kerho {IDENTITY_CODE}"),
        ("q_when", f"Ti {IDENTITY_CODE}"),
        ("q_fee", "-1"),
        ("q_fee", "ilmainen"),
        ("q_distance", "201"),
        ("q_sort", "juggling"),
        ("q_languages", "xx"),
        ("state", ""),
        ("coordinator", "00000000-0000-4000-8000-000000000000"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_nothing_is_lost(
    scene: Scene, visit: Visit, field: str, value: str
) -> None:
    form = visit(scene.principal).get(f"{scene.unit}/programmes/new/club").form()
    page = form.fill(**(CLUB | {"q_place": "Liikuntasali", field: value})).submit(status=422)
    assert page.field_error(field)
    assert page.form().data["q_place"] == "Liikuntasali"


def test_the_second_of_two_who_change_one_sees_what_the_first_saved(scene: Scene, visit: Visit) -> None:
    client = visit(scene.principal)
    mine, theirs = (client.get(scene.address() + "/edit").form() for _ in range(2))
    theirs.submit(q_mediators="14")
    page = mine.submit(q_mediators="15", status=409)
    assert page.has("How many trained mediators? 14")
    page.form().submit()
    assert client.get(scene.address()).has("How many trained mediators? 15")


def test_new_steps_are_a_new_version_and_the_old_ones_stay(village: Village, scene: Scene, visit: Visit) -> None:
    model = a_programme(village, ProgrammeKind.ANTI_BULLYING, name="Koulun malli")
    client = visit(scene.principal)
    for number, step in ((1, "Kerro aikuiselle."), (2, "Kerro aikuiselle heti.")):
        page = client.get(scene.address(model)).follow("Write a new version")
        page = page.form().submit(text_fi=f"{step}\nAikuinen selvittää.", text_sv="Berätta för en vuxen.")
        assert page.has(f"Version {number}")
    page = page.follow("Write a new version")
    assert page.has("Version 1")
    assert page.has("Kerro aikuiselle. ")
    stale = client.get(scene.address(model) + "/steps").form()
    page.form().submit(text_fi="Kolmas.", text_sv="Tredje.")
    page = stale.submit(text_fi="Neljäs.", text_sv="Fjärde.", status=409)
    assert page.has("Kolmas.")
    assert page.form().data["text_fi"] == "Neljäs."


def test_a_programme_is_carried_on_once_and_tells_what_has_changed(
    village: Village, scene: Scene, visit: Visit, clock: Clock
) -> None:
    before = a_programme(village, ProgrammeKind.TUTORS, scene.teacher, year=2025, covered=["7-9"])
    counted(village, before, scene.teacher, "members", 8, {"grade": "8"})
    in_the_team(village, before, scene.colleague)
    clock.forward(days=60)
    client = visit(scene.principal)
    late = client.get(scene.address(before)).form("Carry on into the next school year")
    page = client.get(scene.address(before)).form("Carry on into the next school year").submit()
    assert page.has("The programme goes on in the school year 2026–2027.")
    assert page.has("Teemu Lahti")
    page = page.follow("Change").form().submit(q_covered="upper", state="running")
    assert page.has("Grades 7–9 before, now Upper secondary")
    assert page.has("Tutors · Autumn term 8 before, now 0")
    assert page.follow("The same a year before").has("The same a year later")
    assert late.submit().has("goes on in the next school year already")


@pytest.mark.parametrize("role", [Role.TEACHER, Role.NURSE, Role.STUDY_COUNSELLOR])
def test_who_only_works_there_starts_and_changes_nothing(
    village: Village, scene: Scene, visit: Visit, role: Role
) -> None:
    client = visit(village.staff(role, "Ulla Muu"))
    assert client.get(scene.address()).has("Peer mediation")
    for address in (f"{scene.unit}/programmes/new/club", scene.address() + "/edit", scene.address() + "/steps"):
        client.get(address, status=404)


def test_another_school_has_no_page_for_it(village: Village, scene: Scene, visit: Visit) -> None:
    elsewhere = village.another_school()
    there = a_programme(village, ProgrammeKind.KIVA, unit_id=elsewhere)
    client = visit(scene.principal)
    client.get(f"/communal/{elsewhere}/programmes", status=404)
    client.get(scene.address(there), status=404)
    client.get(f"/communal/{elsewhere}/programmes/{scene.mediation}", status=404)
    assert (
        visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa K")).get(f"/communal/{elsewhere}/programmes").has("KiVa")
    )


def test_an_unknown_kind_does_not_exist_and_a_rubbish_year_is_this_one(scene: Scene, visit: Visit) -> None:
    client = visit(scene.principal)
    client.get(f"{scene.unit}/programmes/new/juggling", status=404)
    for year in ("abc", "9999", "-1", "20262"):
        assert client.get(f"{scene.unit}/programmes?year={year}").has("school year 2026–2027")
    assert client.get(f"{scene.unit}/programmes?year=2025").has("school year 2025–2026")


def test_the_texts_are_in_the_readers_language(scene: Scene, visit: Visit) -> None:
    client = visit(scene.principal)
    client.flask.set_cookie("language", "sv")
    assert client.get(f"{scene.unit}/programmes").has("Kamratmedling")
    client.flask.set_cookie("language", "fi")
    assert client.get(f"{scene.unit}/programmes").has("Vertaissovittelu")


def test_a_text_that_could_name_a_pupil_is_asked_about(village: Village, scene: Scene, visit: Visit) -> None:
    village.student("Aada Metsäpelto", village.a_class("8B"))
    form = visit(scene.principal).get(f"{scene.unit}/programmes/new/method").form()
    answers = {"name_fi": "Ryhmäytys", "name_sv": "Dagar", "q_evidence": "some", "q_content": "Sopii Aadalle."}
    page = form.fill(**answers).submit(status=422)
    assert page.has("Sopii Aadalle.")
    assert page.field_error("may_stand")
    page = page.form().submit(may_stand="word")
    assert page.has("The programme is saved.")
    assert page.follow("Change").form().submit(state="running").has("The changes are saved.")
