"""`welfare retention`: what would be destroyed is told without names, and a certificate is known to be true or not."""

from pathlib import Path

from tests.builders import Village
from tests.builders_cases import People
from tests.builders_requests import at_work
from tests.builders_retention import an_old_case, clocks_agree, rules_decided, studies_ended
from tests.databases import Store
from tests.web.command_line import run, run_json
from welfare.jobs.worker import Tally, Worker
from welfare.organisations.models import Organisation
from welfare.retention import actions
from welfare.retention.destroying import Destroyer
from welfare.retention.models import RetentionRun
from welfare.rules.actors import Role
from welfare.rules.orders import RetentionJob
from welfare.rules.permissions import Permission


def test_a_dry_run_tells_what_by_which_rule_and_why_the_rest_is_kept(store: Store, village: Village) -> None:
    people = People.of(village)
    kaisa = village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Keskitalo")
    old = an_old_case(village, people.student, people.curator)
    studies_ended(village, people.student)
    before = run_json(store, "retention", "run", "--dry-run", "--controller", str(village.provider_id))
    assert before["controllers"][0]["due"] == []
    assert before["controllers"][0]["kept"] == {"not_confirmed": 2, "open": 2}  # the matter and its pupil; the staff
    rules_decided(village, kaisa)
    (keeper,) = run_json(store, "retention", "run", "--dry-run", "--controller", str(village.provider_id))[
        "controllers"
    ]
    assert keeper["due"] == [
        {
            "thing": "matter",
            "id": str(old),
            "rule": "welfare_journal",
            "years": 10,
            "counted_from": "end_of_studies",
            "start": "2014-05-31",
            "kept_until": "2024-05-31",
        }
    ]
    told = run(store, "retention", "run", "--dry-run").stdout
    assert "Metsäpelto" not in told
    assert str(old) in told


def test_nothing_is_destroyed_from_the_command_line(store: Store) -> None:
    assert "two persons" in run(store, "retention", "run", code=1).stderr
    assert run(store, "retention", "run", "--dry-run").exit_code == 0


def test_a_certificate_is_verified_and_a_changed_one_refused(store: Store, village: Village, tmp_path: Path) -> None:
    people = People.of(village)
    kaisa = village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Keskitalo")
    ulla = village.staff(Role.DATA_PROTECTION_OFFICER, "Ulla Vartia")
    an_old_case(village, people.student, people.curator)
    studies_ended(village, people.student)
    rules_decided(village, kaisa)
    clocks_agree(village)
    with at_work(village, kaisa, Permission.RETENTION_PROPOSE) as work:
        run_id = actions.propose(work, work.session.get_one(Organisation, village.provider_id), 5).id
    with at_work(village, ulla, Permission.RETENTION_APPROVE) as work:
        actions.approve(work, work.session.get_one(RetentionRun, run_id))
    Worker(village.ledger, {RetentionJob.DESTROY.value: Destroyer(5).handler()}).work_off(Tally())
    with village.ledger.transaction() as transaction:
        certificate = transaction.session.get_one(RetentionRun, run_id).certificate or ""
    file = tmp_path / "certificate.json"
    file.write_text(certificate, encoding="utf-8")
    assert run(store, "retention", "verify", str(file)).stdout.startswith("True: 1 of 1 records destroyed")
    file.write_text(certificate.replace('"years": 10', '"years": 1'), encoding="utf-8")
    assert "the list is not the one that was signed" in run(store, "retention", "verify", str(file), code=1).stderr
    file.write_text("{}", encoding="utf-8")
    assert "no certificate" in run(store, "retention", "verify", str(file), code=1).stderr
