"""What many tests begin with is made once, and no test meets what another one has done to it.

Why it must be proved here: a test that found the trace of another would pass or fail by the order in which both run.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.furnishing import Furnished, furnishes
from welfare.accounts.models import Account
from welfare.audit.ledger import Ledger
from welfare.rules.actors import Role


@dataclass
class Box:
    """Somebody, and what a test has put beside."""

    village: Village
    saara: Someone
    words: list[str]


@furnishes
def box(village: Village, **changes: Any) -> Box:  # noqa: ANN401 - as a test's parameter says
    return Box(village, village.staff(Role.CURATOR, changes.get("name", "Saara Lehtovirta")), [])


@furnishes
def twin(box: Box) -> Someone:
    return box.village.staff(Role.NURSE, f"{box.saara.name} toinen")


def accounts(village: Village) -> set[Any]:
    with village.ledger.transaction() as transaction:
        return set(transaction.session.scalars(select(Account.id)))


@pytest.mark.parametrize("turn", [1, 2])
def test_what_one_test_does_another_does_not_find(box: Box, turn: int) -> None:
    assert box.words == [], f"found in turn {turn}"
    assert accounts(box.village) == {box.saara.account_id}
    box.words.append("written by a test")
    box.village.staff(Role.TEACHER, "Oona Rautasalo")
    assert len(accounts(box.village)) == 2


def test_it_works_on_the_database_of_the_test(box: Box, village: Village, ledger: Ledger) -> None:
    assert box.village is village
    assert village.ledger is ledger


def test_what_stands_on_another_thing_is_made_after_it(twin: Someone, box: Box) -> None:
    assert twin.name == "Saara Lehtovirta toinen"
    assert accounts(box.village) == {box.saara.account_id, twin.account_id}


@pytest.mark.parametrize("box", [{"name": "Mika Kanervala"}], indirect=True)
def test_the_parameter_of_a_test_changes_it(box: Box, twin: Someone) -> None:
    assert (box.saara.name, twin.name) == ("Mika Kanervala", "Mika Kanervala toinen")


def test_the_village_alone_is_there_where_nothing_more_is_wished(village: Village) -> None:
    assert accounts(village) == set()


def test_an_application_cannot_be_handed_from_test_to_test(app: Flask, village: Village) -> None:
    furnished = Furnished("", Path(), {"village": village, "box": [village], "scene": [app]})
    assert furnished.own("box", village) == [village]
    with pytest.raises(TypeError, match="cannot pickle"):
        furnished.own("scene", village)
