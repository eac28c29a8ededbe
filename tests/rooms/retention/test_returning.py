"""A pupil whose words were destroyed comes back: the new words get a new key, and the old one stays gone."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from sqlalchemy import Engine, Row, select, update

from config.settings import Settings
from tests.builders_requests import at_work
from tests.rooms.retention.conftest import Keeping
from welfare.audit.gap import GapDocument
from welfare.consents.actions import AtSchool, RecordWill, record_will
from welfare.consents.models import ExpressionOfWill
from welfare.crypto.keystore import data_keys, open_key_store
from welfare.retention.models import ItemState
from welfare.rules.consent import Answer, ConsentKind, GiverCapacity, Way
from welfare.rules.permissions import Permission
from welfare.web.instance import open_keyring

OUTSIDE = ExpressionOfWill.case_id.is_(None)


@pytest.fixture
def keys(settings: Settings) -> Iterator[Engine]:
    engine = open_key_store(settings.keys_url)
    yield engine
    engine.dispose()


def write_anew(keeping: Keeping) -> UUID:
    """The pupil says something once more."""
    village, aada = keeping.village, keeping.people.student
    command = RecordWill(
        kind=ConsentKind.MINOR_PROHIBITION,
        answer=Answer.GIVEN,
        giver_id=aada.person_id,
        capacity=GiverCapacity.SELF,
        named_person_id=keeping.people.father.person_id,
        given_on=keeping.clock.now.date(),
        way=Way.ORAL_IN_MEETING,
        language="fi",
        words={"weighty_reason": "En halua."},
    )
    with at_work(village, keeping.people.nurse, Permission.CONSENT_RECORD) as work:
        where = AtSchool(aada.person_id, village.school_id, village.provider_id)
        return record_will(work, where, command).id


def read(keeping: Keeping, will_id: UUID) -> object:
    """What stands in the document now."""
    with at_work(keeping.village, keeping.people.nurse, Permission.CONSENT_RECORD) as work:
        row = work.session.get_one(ExpressionOfWill, will_id)
        document = work.decrypt_document(row, ExpressionOfWill.document)
        return None if isinstance(document, GapDocument) else document.get("weighty_reason")


def keys_of(keys: Engine, keeping: Keeping) -> list[Row[tuple[object, ...]]]:
    """The keys of the pupil's words, by their versions."""
    own = (data_keys.c.subject_id == keeping.people.student.person_id, data_keys.c.register == "welfare")
    with keys.connect() as connection:
        return list(connection.execute(select(data_keys).where(*own).order_by(data_keys.c.version)))


def test_what_is_written_anew_lives_under_a_new_key_and_no_backup_brings_the_old_one_back(
    keeping: Keeping, settings: Settings, keys: Engine
) -> None:
    (saved,) = keys_of(keys, keeping)
    keeping.destroy_all()
    assert keeping.rows(ExpressionOfWill, OUTSIDE) == []
    anew = write_anew(keeping)
    assert read(keeping, anew) == "En halua."
    with keys.begin() as connection:
        old = data_keys.c.id == saved.id
        connection.execute(update(data_keys).where(old).values(wrapped=saved.wrapped, destroyed_at=None))
    open_keyring(settings).close()
    first, second = keys_of(keys, keeping)
    assert (first.wrapped, second.wrapped is None) == (None, False)
    keeping.village.ledger.keyring.forget()
    assert read(keeping, anew) == "En halua."


def test_what_was_written_between_the_key_and_the_rows_stays_when_the_rest_is_finished(keeping: Keeping) -> None:
    run_id = keeping.propose()
    keeping.approve(run_id)
    (old,) = keeping.rows(ExpressionOfWill, OUTSIDE)
    keeping.village.ledger.keyring.destroy([old.key_holder()], keeping.clock.now)
    anew = write_anew(keeping)
    keeping.work_off()
    assert {item.state for item in keeping.items(run_id)} == {ItemState.DESTROYED}
    assert [row.id for row in keeping.rows(ExpressionOfWill, OUTSIDE)] == [anew]
    assert read(keeping, anew) == "En halua."
