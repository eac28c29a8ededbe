"""The deeds of communal work."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed

COMMUNAL: Mapping[str, Deed] = {
    "insight.sign": Deed(
        who="principal",
        at="/communal/{unit_id}/reviews/new",
        answers={"comment": "Tarkastus on sovittu.", "looked_through": "y"},
    ),
}
