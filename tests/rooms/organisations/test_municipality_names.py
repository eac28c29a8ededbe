"""What a municipality is called, whether the country knows it or only this house."""

from tests.builders import Village
from welfare.organisations.models import Organisation
from welfare.organisations.municipality_names import municipality_names


def test_a_municipality_has_its_name_by_the_list_else_of_the_provider_here(village: Village) -> None:
    with village.work() as work:
        assert municipality_names(work.session, "091") == ("Helsinki", "Helsingfors")
        assert municipality_names(work.session, "999") is None
        assert municipality_names(work.session, "") is None, "a school has no code either"
        work.session.get_one(Organisation, village.provider_id).municipality_code = "999"
        work.session.flush()
        assert municipality_names(work.session, "999") == ("Rannan kunta", "Strands kommun")
