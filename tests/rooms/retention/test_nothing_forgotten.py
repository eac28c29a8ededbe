"""No table that tells of a person is without an end: it goes with a thing, with a person, or is named here with why."""

import pytest
from flask import Flask

from welfare.access_copies.jobs import CopyJob
from welfare.db.base import Base, DataClass
from welfare.drafts.jobs import DraftJob
from welfare.mail.planning import MailJob
from welfare.meetings.models import Meeting
from welfare.people.models import Person, RosterRecord
from welfare.retention.due import KEPT
from welfare.retention.kept_communal import ENDINGS, communal_models
from welfare.retention.models import RetentionHold
from welfare.retention.persons import OF_ACCOUNT, OF_PERSON
from welfare.retention.things import PEOPLE, ROOTS
from welfare.retention.whole import mappers, ties_to
from welfare.rules.retention import COUNTY_KEEPS, ENDED_ELSEWHERE, PROVIDER_KEEPS
from welfare.rules.retention_ends import Thing
from welfare.web.services import DAILY

TELLING = {DataClass.PERSONAL, DataClass.SECRET, DataClass.PLACE}
COMMUNAL = "names who of the staff keeps a figure, a plan or a programme, which stay (docs/retention.md)"
DECIDED = "names who of the controller decided; it is the proof of the decision, and holds nothing of a pupil"
AFTER_DAYS = "cleared away after days by a job of each night"
ENDED_BY_ITSELF = {
    "draft": (AFTER_DAYS, DraftJob.PURGE),
    "mail_text": (AFTER_DAYS, MailJob.CLEAR),
    "roster_delivery_part": ("removed after its use, or after an hour", DraftJob.PURGE),
    "roster_preview": ("removed with the delivery", DraftJob.PURGE),
}
NAMED = {
    **dict.fromkeys(
        (
            "absence_count",
            "clock_task",
            "indicator_import",
            "indicator_past_value",
            "indicator_value",
            "instruction_receipt",
            "instruction_version",
            "own_indicator",
            "plan_evaluation",
            "programme",
            "programme_entry",
            "programme_staff",
            "programme_steps",
            "pupil_count",
            "staff_post",
            "statutory_version",
            "year_goal",
            "year_measure",
            "year_plan_approval",
        ),
        COMMUNAL,
    ),
    **dict.fromkeys(
        (
            "archive_transfer",
            "arrangement_version",
            "assessment_process_version",
            "plan_template_version",
            "retention_rule",
            "retention_run",
            "transfer_keys",
            "transfer_partner",
        ),
        DECIDED,
    ),
}


def reached_from(model: type[Base], found: set[str]) -> set[str]:
    """Every table that goes along when a row of this one goes."""
    if model.__tablename__ not in found:
        found.add(model.__tablename__)
        for child, _column in ties_to(model):
            reached_from(child, found)
    return found


def with_an_end() -> set[str]:
    """Every table whose rows go with a thing or with a person."""
    found: set[str] = set()
    roots: list[type[Base]] = [model for thing, model in ROOTS.items() if thing not in PEOPLE]
    roots += [Meeting, RetentionHold, *communal_models()]
    for root in roots:
        reached_from(root, found)
    found |= {tie.partition(".")[0] for tie in OF_PERSON | OF_ACCOUNT}
    found |= {mapper.class_.__tablename__ for mapper in mappers() if ".consents." in mapper.class_.__module__}
    return found | {Person.__tablename__, RosterRecord.__tablename__, "protection_person"}


def tells_of_somebody(model: type[Base]) -> bool:
    """Whether it holds words about a person, or names one by an id."""
    table = model.__table__
    words = any(column.info.get("data") in TELLING for column in table.columns)
    return words or any(key.column.table.name in {"person", "account"} for key in table.foreign_keys)


def test_every_table_that_tells_of_somebody_has_an_end_or_a_reason(app: Flask) -> None:
    del app
    telling = {mapper.class_.__tablename__ for mapper in mappers() if tells_of_somebody(mapper.class_)}
    ended = with_an_end()
    named = NAMED.keys() | ENDED_BY_ITSELF.keys()
    assert telling - ended - named == set()
    assert named - telling == set()
    assert not named & ended


def test_every_thing_is_looked_for_and_every_kind_has_a_thing_or_says_that_it_has_none(app: Flask) -> None:
    del app
    assert set(KEPT) == set(Thing) == set(ROOTS) | {Thing.WILLS, Thing.COMMUNAL}
    assert {model.__tablename__ for model in communal_models()} == set(ENDINGS)
    assert {*PROVIDER_KEEPS, *COUNTY_KEEPS} > ENDED_ELSEWHERE


@pytest.mark.parametrize("job", [CopyJob.CLOSE, *sorted({job for _why, job in ENDED_BY_ITSELF.values()})])
def test_what_ends_by_itself_is_looked_for_every_day(job: str) -> None:
    assert job in DAILY
