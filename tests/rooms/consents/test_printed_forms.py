"""A form is printed to be signed: in the family's language, under a number by which the signed paper is found again."""

from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from config.settings import Settings
from tests.audit.books import open_books
from tests.builders import Someone, Village
from tests.builders_cases import People, a_bare_case, a_case
from tests.builders_papers import a_paper
from tests.client import Client, Page
from tests.clock import Clock
from tests.recording import record_answer
from tests.signing_in import Visit
from welfare.audit.findings import ExitCode
from welfare.audit.ledger import Ledger
from welfare.consents.models import ExpressionOfWill
from welfare.people.models import Person
from welfare.rules.actors import Role
from welfare.rules.consent import ConsentKind

PURPOSE = "Poissaolot ja jaksaminen"


@pytest.fixture
def case_id(village: Village, people: People) -> UUID:
    """A proposed matter in which nothing has been said."""
    return a_bare_case(village, people.student, people.curator)


def ask(client: Client, case_id: UUID, kind: str, **answers: Any) -> Page:  # noqa: ANN401 - answers of a form
    """Fill in what is to stand on a form."""
    status = answers.pop("status", 200)
    form = client.get(f"/cases/{case_id}/consents/forms/new/{kind}").form("Make the form")
    return form.submit(status=status, purpose=PURPOSE, **answers)


def members(*people: Someone) -> list[str]:
    return [str(each.person_id) for each in people]


def pdf(page: Page) -> bytes:
    url = page.links["Open the form (PDF)"]
    response = page.client.flask.get(url)
    assert response.status_code == 200
    assert response.mimetype == "application/pdf"
    assert response.headers["Content-Disposition"] == 'attachment; filename="form.pdf"'
    assert response.headers["Cache-Control"] == "no-store"
    return bytes(response.data)


def words_of(content: bytes) -> str:
    return " ".join("\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


def squeezed(words: str) -> str:
    return "".join(words.split())


def test_a_curator_prints_a_form_that_names_two_experts_each_with_a_yes_and_a_no(
    people: People, visit: Visit, case_id: UUID
) -> None:
    page = ask(visit(people.curator), case_id, "group-member", members=members(people.nurse, people.teacher))
    assert page.heading == "Form 2026–27/L/0001"
    content = pdf(page)
    text = words_of(content)
    for words in (
        "Aada Metsäpelto, 8B",
        PURPOSE,
        "Saara Lehtovirta, kuraattori",
        "Mirja Kanervala",
        "Petri Hongisto",
        "2026–27/L/0001",
        "Päätät jokaisesta ihmisestä erikseen.",
        "Voit muuttaa mielesi milloin vain",
        "23.5.2027",
    ):
        assert squeezed(words) in squeezed(text), text
    assert squeezed(text).count("KylläEi") == 2
    assert len(PdfReader(BytesIO(content)).pages) == 1


@pytest.mark.parametrize(
    ("language", "title", "yes"),
    [
        ("fi", "Suostumus asian käsittelyyn asiantuntijaryhmässä", "Kyllä"),
        ("sv", "Samtycke till att ärendet behandlas i en expertgrupp", "Ja"),
        ("en", "Consent to handling the matter in an expert group", "Yes"),
    ],
)
def test_the_paper_speaks_the_language_of_the_family_whatever_the_reader_speaks(
    people: People, visit: Visit, case_id: UUID, language: str, title: str, yes: str
) -> None:
    page = ask(visit(people.curator), case_id, "group-handling", form_language=language)
    assert page.language == "en"
    reader = PdfReader(BytesIO(pdf(page)))
    assert reader.metadata is not None
    assert reader.metadata.title == title
    assert str(reader.root_object["/Lang"]).startswith(language)
    assert yes in reader.pages[0].extract_text()
    assert len(reader.pages) == 1


@pytest.mark.parametrize("kind", ["outsider-participation", "disclosure", "transfer"])
def test_a_specific_consent_says_whom_and_what_it_covers_and_fits_one_sheet(
    people: People, visit: Visit, case_id: UUID, kind: str
) -> None:
    client = visit(people.curator)
    named = {"outsider_name": "Nelli Nuotio", "outsider_role": "Nuorisotyöntekijä", "outsider_organisation": "Ranta"}
    assert ask(client, case_id, kind, status=422, **named).field_error("scope")
    page = ask(client, case_id, kind, scope="Aamujen sujuminen", excluded="Koti", **named)
    content = pdf(page)
    for words in ("Nelli Nuotio", "Nuorisotyöntekijä, Ranta", "Aamujen sujuminen", "Koti"):
        assert squeezed(words) in squeezed(words_of(content))
    assert len(PdfReader(BytesIO(content)).pages) == 1


def test_everybody_who_decides_has_a_line_to_sign_and_those_who_decide_today_are_chosen(
    people: People, visit: Visit, case_id: UUID
) -> None:
    client = visit(people.curator)
    form = client.get(f"/cases/{case_id}/consents/forms/new/group-handling").form("Make the form")
    assert form.data.getlist("givers") == members(people.student)
    page = form.submit(purpose=PURPOSE, givers=members(people.mother, people.father))
    text = words_of(pdf(page))
    assert "Tiina Metsäpelto, huoltaja" in text
    assert "Kari Metsäpelto, huoltaja" in text
    assert "Aada Metsäpelto, oppilas" not in text


def test_the_same_number_always_gives_the_same_paper(
    village: Village, people: People, visit: Visit, case_id: UUID
) -> None:
    page = ask(visit(people.curator), case_id, "group-handling")
    first = pdf(page)
    with village.work() as work:
        curator = work.session.get_one(Person, people.curator.person_id)
        work.encrypt_document(curator, Person.identity, {"given_name": "Saara", "family_name": "Toinen"})
    assert pdf(page) == first


@pytest.mark.parametrize("hidden", ["student", "mother"])
def test_of_a_restricted_pupil_or_guardian_no_place_is_printed(
    village: Village, people: People, visit: Visit, case_id: UUID, hidden: str
) -> None:
    told = words_of(pdf(ask(visit(people.curator), case_id, "group-handling")))
    assert all(place in told for place in ("Koivurannan koulu", "KOI"))
    with village.work() as work:
        work.session.get_one(Person, getattr(people, hidden).person_id).is_restricted = True
    text = words_of(pdf(ask(visit(people.curator), case_id, "group-handling")))
    assert "Aada Metsäpelto" in text
    for place in ("Koivurannan koulu", "Rannan kunta", "8B", "KOI"):
        assert place not in text


def test_an_answer_is_matched_to_its_paper_by_the_number(
    people: People, visit: Visit, case_id: UUID, ledger: Ledger
) -> None:
    client = visit(people.curator)
    page = ask(client, case_id, "group-member", members=members(people.nurse))
    form = page.follow("Record what was answered").form("Record the answer")
    assert (form.data["paper_number"], form.data["way"]) == ("2026–27/L/0001", "paper")
    assert form.data["member"] == str(people.nurse.person_id)
    form.submit(giver=str(people.student.person_id), answer="given", paper_number=" 2026-27/l/0001")
    with ledger.transaction() as transaction:
        row = transaction.session.scalars(select(ExpressionOfWill)).one()
        assert row.form_id is not None
        will_id = row.id
    listed = client.get(f"/cases/{case_id}/consents")
    assert listed.has("1 answer recorded")
    assert client.get(f"/cases/{case_id}/consents/{will_id}").has("Number on the paper 2026–27/L/0001")


def test_an_outsider_on_a_form_is_the_same_one_in_every_answer_to_it(
    people: People, visit: Visit, case_id: UUID, ledger: Ledger
) -> None:
    client, name = visit(people.curator), {"outsider_name": "Nelli Nuotio"}
    page = ask(client, case_id, "disclosure", scope="Aamut", **name)
    for giver in (people.student, people.student):
        form = page.follow("Record what was answered").form("Record the answer")
        form.submit(giver=str(giver.person_id), answer="given")
    with ledger.transaction() as transaction:
        rows = transaction.session.scalars(select(ExpressionOfWill)).all()
        assert len(rows) == 2
        assert len({row.outsider_id for row in rows}) == 1


def test_a_receiver_of_the_school_stands_on_the_paper_with_the_task_and_in_the_answer_to_it(
    people: People, visit: Visit, case_id: UUID, ledger: Ledger
) -> None:
    client, teacher = visit(people.curator), str(people.teacher.person_id)
    page = ask(client, case_id, "disclosure", scope="Aamut", member=teacher)
    assert squeezed("Petri Hongisto Erityisopettaja") in squeezed(words_of(pdf(page)))
    form = page.follow("Record what was answered").form("Record the answer")
    assert (form.data["member"], form.data["outsider_name"]) == (teacher, "")
    form.submit(giver=str(people.student.person_id), answer="given")
    with ledger.transaction() as transaction:
        row = transaction.session.scalars(select(ExpressionOfWill)).one()
        assert (row.named_person_id, row.form_id is not None) == (people.teacher.person_id, True)


def test_a_number_of_another_question_or_of_no_form_is_refused_at_its_field(
    village: Village, people: People, visit: Visit, case_id: UUID, ledger: Ledger
) -> None:
    client, other = visit(people.curator), a_case(village, people.student, people.curator)
    ask(client, case_id, "group-member", members=members(people.nurse))
    ask(client, other, "group-handling")
    mine, foreign = "2026–27/L/0001", "2026–27/L/0002"
    named: dict[str, Any] = {"member": str(people.teacher.person_id), "status": 422}
    for number in (mine, foreign, "2026–27/L/0099", "mikä"):
        page = record_answer(client, case_id, "group-member", people.student, paper_number=number, **named)
        assert page.field_error("paper_number"), number
    nurse: dict[str, Any] = {"member": str(people.nurse.person_id), "paper_number": mine}
    spoken = record_answer(client, case_id, "group-member", people.student, way="oral_in_meeting", status=422, **nurse)
    assert spoken.field_error("paper_number")
    record_answer(client, case_id, "group-member", people.student, **nurse)
    with ledger.transaction() as transaction:
        matter = ExpressionOfWill.case_id == case_id
        assert len(transaction.session.scalars(select(ExpressionOfWill).where(matter)).all()) == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [("members", []), ("givers", []), ("form_language", "xx"), ("valid_to", "1.1.2020"), ("scope", "x" * 601)],
)
def test_what_cannot_stand_on_a_form_is_refused_at_its_field(
    people: People, visit: Visit, case_id: UUID, field: str, value: object
) -> None:
    answers = {"members": members(people.nurse), field: value}
    page = ask(visit(people.curator), case_id, "group-member", status=422, **answers)
    assert page.field_error(field)


def test_more_experts_than_fit_one_sheet_are_refused(
    village: Village, people: People, visit: Visit, case_id: UUID
) -> None:
    staff = [people.nurse, people.teacher, people.curator]
    staff += [village.staff(role, f"Uusi {role.value}") for role in (Role.TEACHER, Role.PSYCHOLOGIST, Role.PRINCIPAL)]
    page = ask(visit(people.curator), case_id, "group-member", status=422, members=members(*staff))
    assert page.field_error("members")
    ask(visit(people.curator), case_id, "group-member", members=members(*staff[:4]))


def test_a_members_reading_is_not_enough_to_print(village: Village, people: People, visit: Visit) -> None:
    case_id = a_case(village, people.student, people.curator, people.nurse)
    page = ask(visit(people.curator), case_id, "group-handling")
    for url in (page.url, f"{page.url}/paper.pdf", f"/cases/{case_id}/consents/forms/new/group-handling"):
        visit(people.nurse).get(url, status=404)
    listed = visit(people.nurse).get(f"/cases/{case_id}/consents")
    assert not listed.has("2026–27/L/0001")


def test_a_form_is_found_in_its_own_matter_alone(village: Village, people: People, visit: Visit, case_id: UUID) -> None:
    client, other = visit(people.curator), a_case(village, people.student, people.curator)
    page = ask(client, case_id, "group-handling")
    client.get(page.url.replace(str(case_id), str(other)), status=404)


def test_nobody_prints_a_form_that_asks_a_minor_for_a_prohibition(people: People, visit: Visit, case_id: UUID) -> None:
    client = visit(people.curator)
    client.get(f"/cases/{case_id}/consents/forms/new/minor-prohibition", status=404)
    links = client.get(f"/cases/{case_id}/consents/new").links
    assert "Print a form: A member of the expert group" in links
    assert "Print a form: A minor leaves a guardian out" not in links


def test_printing_leaves_its_event_with_the_pupil_and_the_matter(
    village: Village, people: People, visit: Visit
) -> None:
    case_id = a_case(village, people.student, people.curator)
    client = visit(people.curator)
    pdf(ask(client, case_id, "group-handling"))
    assert client.get(f"/cases/{case_id}/log").has("printed a consent")


def test_what_a_form_asks_is_not_in_the_database(people: People, visit: Visit, case_id: UUID, ledger: Ledger) -> None:
    page = ask(visit(people.curator), case_id, ConsentKind.GROUP_HANDLING.value.replace("_", "-"))
    assert page.has(PURPOSE)
    with ledger.engine.connect() as connection:
        stored = bytes(connection.exec_driver_sql("SELECT document FROM consent_form").scalar_one())
    assert PURPOSE.encode() not in stored


def test_the_verifier_finds_forms_and_papers_as_they_were_written(
    village: Village, people: People, visit: Visit, case_id: UUID, settings: Settings, clock: Clock
) -> None:
    client = visit(people.curator)
    page = ask(client, case_id, "group-member", members=members(people.nurse, people.teacher))
    form = page.follow("Record what was answered").form("Record the answer")
    form.submit(giver=str(people.student.person_id), answer="given", member=str(people.nurse.person_id))
    with village.work() as work:
        will_id = work.session.scalars(select(ExpressionOfWill.id)).one()
    a_paper(village, will_id, people.curator, bytes(300_000))
    with open_books(settings, clock) as books:
        assert books.verify(data=True).exit_code is ExitCode.GOOD
