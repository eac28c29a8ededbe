"""Plans that acts ask for: heading by heading, in versions that are never overwritten, approved and published."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from tests.builders import Village
from tests.builders_journal import IDENTITY_CODE
from tests.builders_statutory import a_version
from tests.client import Client
from tests.signing_in import Visit
from welfare.organisations.models import Organisation
from welfare.rules.actors import Role
from welfare.rules.statutory_plans import PlanKind
from welfare.statutory_plans.models import StatutoryVersion

DECIDED = {"decided": "Sivistyslautakunta § 48", "approved_on": "20.11.2026", "review_on": "1.8.2027"}
LAST_YEAR, NEXT_YEAR = date(2025, 11, 20), date(2027, 8, 1)


def plans(village: Village) -> str:
    return f"/communal/{village.school_id}/statutory-plans"


def of(village: Village, version: object) -> str:
    return f"{plans(village)}/versions/{version}"


def test_a_plan_is_begun_written_and_approved(leader: Client, village: Village) -> None:
    page = leader.get(f"/communal/{village.school_id}").follow("All plans")
    page = page.form("Begin the plan: Plan against violence, bullying and harassment").submit()
    assert page.has("Informing guardians")
    for heading in ("Preventing", "Noticing and telling", "Intervening and looking into it", "Informing guardians"):
        page = page.follow(f"Write: {heading}").form().fill(text_fi="Sovittu tapa.").submit()
        assert page.has("The text is saved.")
    approving = page.follow("Approve")
    page = approving.form().fill(**DECIDED).submit(status=422)
    assert page.has("A heading that the act asks for has no text yet.")
    for heading in ("Support, follow-up and cooperation", "Making it known and looking it over"):
        page = leader.get(plans(village)).follow("Go on with the draft: Plan against violence, bullying and harassment")
        page = page.follow(f"Write: {heading}").form().fill(text_fi="Sovittu tapa.").submit()
    page = page.follow("Approve").form().fill(**DECIDED).submit()
    assert page.has("The plan is approved and can be published.")
    assert page.has("Sivistyslautakunta § 48")
    assert "Write: Preventing" not in page.links
    assert leader.get(f"/communal/{village.school_id}").has("valid until 1 Aug 2027")


def test_an_approved_version_is_never_changed_and_the_next_begins_as_its_copy(leader: Client, village: Village) -> None:
    first = a_version(village)
    form = leader.get(of(village, first) + "/headings/prevention").form()
    leader.get(of(village, first) + "/approve").form().fill(**DECIDED).submit()
    page = form.fill(text_fi="Toisin.").submit(status=422)
    assert page.has("This version has been approved and is never changed.")
    assert page.form().data["text_fi"] == "Toisin."
    page = leader.get(of(village, first)).form("Begin the next version").submit()
    assert page.has("Version 2, draft")
    assert page.has("Sovittu tapa.")
    page = page.follow("Write: Preventing").form().fill(text_fi="Sovittu uusi tapa.").submit()
    page = page.follow("What changed from the version before")
    assert page.has("Preventing In Finnish Version 1, 20 Nov 2026 Sovittu tapa. Version 2, draft Sovittu uusi tapa.")
    assert not page.has("Noticing and telling")
    assert leader.get(of(village, first)).has("Sovittu tapa.")
    leader.get(of(village, first) + "/changes", status=404)


def test_two_who_begin_the_next_version_find_one(leader: Client, village: Village) -> None:
    a_version(village, approved_on=LAST_YEAR, review_on=NEXT_YEAR)
    one, other = (leader.get(plans(village)) for _ in range(2))
    button = "Begin the next version: Plan against violence, bullying and harassment"
    assert one.form(button).submit().has("Version 2, draft")
    assert other.form(button).submit().has("Somebody has begun the next version already.")
    with village.ledger.transaction() as transaction:
        assert len(transaction.session.scalars(select(StatutoryVersion)).all()) == 2


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("decided", "", "Write who decided"),
        ("approved_on", "24.11.2026", "lies in the future"),
        ("review_on", "20.11.2026", "The review lies in the past."),
        ("review_on", "21.11.2031", "The review lies later than the act allows."),
        ("review_on", "", "Write the day of the next review."),
    ],
)
def test_an_approval_that_cannot_be_is_refused_at_its_field(
    leader: Client, village: Village, field: str, value: str, words: str
) -> None:
    page = leader.get(of(village, a_version(village)) + "/approve").form().fill(**(DECIDED | {field: value}))
    answer = page.submit(status=422)
    assert words in answer.field_error(field)
    assert answer.form().data["review_on"] == (value if field == "review_on" else DECIDED["review_on"])


def test_where_both_languages_are_taught_both_are_written(leader: Client, village: Village) -> None:
    version = a_version(village)
    with village.work() as work:
        work.session.get_one(Organisation, village.school_id).teaching_languages = "fi,sv"
    leader.get(of(village, version) + "/headings/noticing").form().fill(text_sv="").submit()
    page = leader.get(of(village, version) + "/approve").form().fill(**DECIDED).submit(status=422)
    assert page.has("A heading has text in one language only.")
    leader.get(of(village, version) + "/headings/noticing").form().fill(text_sv="Avtalat.").submit()
    page = leader.get(of(village, version) + "/approve").form().fill(**DECIDED).submit()
    assert page.has("The plan is approved")


@pytest.mark.parametrize(
    ("language", "heading", "text"),
    [
        ("fi", "Huoltajille ilmoittaminen", "Sovittu tapa."),
        ("sv", "Information till vårdnadshavare", "Sovittu tapa. sv"),
    ],
)
def test_a_version_is_published_on_tagged_paper_in_each_language(
    reader: Client, village: Village, language: str, heading: str, text: str
) -> None:
    version = a_version(village, approved_on=LAST_YEAR, review_on=NEXT_YEAR)
    answer = reader.flask.get(of(village, version) + f"/{language}/plan.pdf")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert b"pdfuaid" in answer.data
    words = "\n".join(page.extract_text() for page in PdfReader(BytesIO(answer.data)).pages)
    assert heading in words
    assert text in words
    assert "Lautakunta § 12" in words.replace("\N{NO-BREAK SPACE}", " ")


def test_colleagues_read_plans_and_write_none(reader: Client, village: Village) -> None:
    version = a_version(village)
    page = reader.get(of(village, version))
    assert page.has("Sovittu tapa.")
    assert {"Approve", "Write: Preventing"}.isdisjoint(page.links)
    for address in ("/headings/prevention", "/approve"):
        reader.get(of(village, version) + address, status=404)


def test_a_unit_has_only_the_plans_of_its_kind(visit: Visit, village: Village) -> None:
    client = visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori"))
    page = client.get(f"/communal/{village.provider_id}/statutory-plans")
    assert page.has("Welfare plan of the provider")
    assert page.has("Welfare plan for children and young people")
    assert not page.has("Plan against violence")
    version = a_version(village)
    client.get(f"/communal/{village.provider_id}/statutory-plans/versions/{version}", status=404)
    client.get(of(village, version))


def test_the_council_of_a_county_approves_its_regional_plan_in_both_languages(visit: Visit, village: Village) -> None:
    version = a_version(village, PlanKind.REGIONAL_PLAN, unit_id=village.county_id)
    address = f"/communal/{village.county_id}/statutory-plans/versions/{version}"
    client = visit(village.staff(Role.WELFARE_COORDINATOR, "Ulla Alue"))
    page = client.get(address)
    assert page.has("The total need of student welfare")
    form = client.get(f"{address}/approve").form()
    form.fill(decided="Aluevaltuusto 5.3. § 12", approved_on="5.3.2026", review_on="6.3.2030")
    assert form.submit(status=422).has("The review lies later than the act allows.")
    form.fill(review_on="5.3.2030").submit()
    for language in ("fi", "sv"):
        assert client.flask.get(f"{address}/{language}/plan.pdf").data.startswith(b"%PDF")
    assert client.get(f"/communal/{village.county_id}").has("valid until 5 Mar 2030")
    visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa")).get(f"{address}/approve", status=404)


def test_a_new_childrens_plan_shortens_the_life_of_the_others(leader: Client, village: Village) -> None:
    a_version(village, approved_on=LAST_YEAR, review_on=date(2029, 8, 1))
    assert leader.get(f"/communal/{village.school_id}").has("valid until 1 Aug 2029")
    kind, on = PlanKind.CHILDREN_PLAN, date(2026, 2, 10)
    a_version(village, kind, unit_id=village.provider_id, approved_on=on, review_on=date(2030, 2, 10))
    assert leader.get(f"/communal/{village.school_id}").has("valid until 10 Feb 2027")


def test_an_unknown_heading_is_no_page(leader: Client, village: Village) -> None:
    version = a_version(village)
    leader.get(of(village, version) + "/headings/weather", status=404)
    leader.get(of(village, version) + "/headings/prevention")


def test_the_second_of_two_who_write_sees_what_the_first_saved(leader: Client, village: Village) -> None:
    address = of(village, a_version(village)) + "/headings/prevention"
    mine, theirs = (leader.get(address).form() for _ in range(2))
    theirs.fill(text_fi="Toisen sanat.").submit()
    page = mine.fill(text_fi="Omat sanat.").submit(status=409)
    assert page.has("Toisen sanat.")
    assert page.form().submit().has("Omat sanat.")


def test_no_text_of_a_plan_names_a_pupil(leader: Client, village: Village) -> None:
    village.student("Aada Metsäpelto", village.a_class("8B"))
    address = of(village, a_version(village)) + "/headings/prevention"
    page = leader.get(address).form().fill(text_fi="Aadan tapauksesta opittiin.").submit(status=422)
    assert page.has("A pupil may be named here.")
    page = leader.get(address).form().fill(text_fi=f"Koodi {IDENTITY_CODE}").submit(status=422)
    assert "personal identity code" in page.field_error("text_fi")
