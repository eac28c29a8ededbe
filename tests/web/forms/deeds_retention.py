"""The deeds of those who look after the end of records."""

from collections.abc import Mapping

from tests.client import Page
from tests.web.forms.deed import Deed
from tests.web.forms.scene import Scene

KEEPER, RUN = "/retention/{keeper_id}", "/retention/runs/{retention_run_id}"


def code_of_keeper(scene: Scene, page: Page) -> str:
    """What the keeper's own authenticator app shows now."""
    del page
    return scene.company.signers["keeper"].code(scene.clock.now)


RETENTION: Mapping[str, Deed] = {
    "retention.decide": Deed(
        who="coordinator",
        at=KEEPER + "/rules/welfare_journal",
        answers={"years": "12", "counted_from": "end_of_studies", "disposal": "destroy", "source": "TOS 4.2"},
    ),
    "retention.place_hold": Deed(
        who="coordinator",
        at=KEEPER + "/holds/new",
        answers={"what": "{case_id}", "reason": "complaint", "words": "Kantelu.", "review_on": "1.3.2027"},
    ),
    "retention.lift_hold": Deed(
        who="coordinator", at="/retention/holds/{retention_hold_id}", answers={"words": "Juttu on ohi."}
    ),
    "retention.approve": Deed(who="keeper", at=RUN, answers={"code": code_of_keeper}),
    "retention.refuse": Deed(who="coordinator", at=RUN, keeps_all=True),
}
