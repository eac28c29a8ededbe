"""The first form of all: it stands in a house where nobody is yet, and is gone once it has been sent rightly."""

from flask import Flask

from tests.builders import system_work
from tests.clock import Clock
from tests.web.cast import Cast
from tests.web.forms.deed import Deed, fill
from tests.web.forms.scene import Company, Scene
from tests.web.forms.spoilt import spoilings
from tests.web.forms.state import changed, state_of
from tests.web.forms.test_refused import faults_of
from welfare.accounts.actions import make_set_up_code
from welfare.audit.ledger import Ledger

PASSWORD = "kolme punaista saapasta"


def test_the_first_form_refuses_what_cannot_be_taken_in_and_then_takes_what_can(
    app: Flask, clock: Clock, ledger: Ledger
) -> None:
    with system_work(ledger) as work:
        code = make_set_up_code(work)
    scene = Scene(app, clock, Company({}, {}, {}, {}, Cast({}, {})))
    answers = {"code": code, "place": "municipality-092", "given_name": "Maija", "family_name": "Meri"}
    more = {"username": "maija.meri", "new_password": PASSWORD, "again": PASSWORD}
    filled = fill(scene, "accounts.set_up_instance", Deed(who="stranger", at="/set-up", answers={**answers, **more}))
    before = state_of(scene)
    assert [fault for spoiling in spoilings(filled) for fault in faults_of(filled, spoiling)] == []
    assert changed(before, state_of(scene)) == []
    assert filled.send(filled.pairs).status == 303
    assert scene.client("stranger").flask.get("/set-up").status_code == 404
