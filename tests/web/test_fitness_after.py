"""`welfare check` says where mail goes, and what could not be done."""

from dataclasses import replace

import pytest

from config.mail import MailServer
from config.settings import Settings, SettingsError
from tests.clock import Clock
from tests.jobs.yard import Kind, an_order, open_yard
from welfare.rules.suppression import FLOOR
from welfare.web.findings import Finding, Weight
from welfare.web.fitness import look_at


def mail(settings: Settings, **changes: object) -> Finding:
    changed = replace(settings, **changes)  # type: ignore[arg-type]
    return next(finding for finding in look_at(changed) if finding.name == "mail")


def test_mail_that_reaches_nobody_is_a_warning_in_production_alone(settings: Settings) -> None:
    assert (mail(settings).weight, "outbox" in mail(settings).words) == (Weight.GOOD, True)
    told = mail(settings, is_production=True)
    assert (told.weight, "MAIL_URL" in told.words) == (Weight.WARNING, True)


def test_a_mail_server_is_named_without_its_password(settings: Settings) -> None:
    server = MailServer.from_url("smtp://post:geheim@mail.example")
    told = mail(settings, is_production=True, mail_server=server, mail_from="kokoukset@kunta.example")
    assert told.weight is Weight.GOOD
    assert "mail.example:587" in told.words
    assert "geheim" not in told.words + repr(replace(settings, mail_server=server))


def test_production_is_told_that_links_lead_to_this_machine(settings: Settings) -> None:
    lone, public = replace(settings, is_production=True), replace(settings, is_production=True, base_url="https://a.fi")
    assert "url" in {finding.name for finding in look_at(lone)}
    assert "url" not in {finding.name for finding in look_at(public) + look_at(settings)}


def test_a_job_that_was_given_up_is_a_warning(settings: Settings, clock: Clock) -> None:
    assert "jobs" not in {finding.name for finding in look_at(settings)}
    with open_yard(settings, clock) as yard:
        yard.plan(an_order(Kind.HOPELESS))
        yard.work_off()
    (told,) = [finding for finding in look_at(settings) if finding.name == "jobs"]
    assert (told.weight, told.words[:10]) == (Weight.WARNING, "1 given up")


@pytest.mark.parametrize(
    ("environ", "name"),
    [
        ({"MAIL_URL": "mail.example", "MAIL_FROM": "a@b.example"}, "MAIL_URL"),
        ({"MAIL_URL": "smtp://mail.example"}, "MAIL_FROM"),
        ({"MAIL_FROM": "kokoukset@kunta.example\nBcc: a@b.example"}, "MAIL_FROM"),
        ({"WELFARE_URL": "palvelu.example"}, "WELFARE_URL"),
        ({"WELFARE_URL": "https://palvelu.example?x=1"}, "WELFARE_URL"),
    ],
)
def test_a_malformed_setting_of_mail_is_refused_by_its_name(environ: dict[str, str], name: str) -> None:
    with pytest.raises(SettingsError, match=name):
        Settings.from_env(environ)
    fine = {"MAIL_URL": "smtp://m.example", "MAIL_FROM": "a@b.example", "WELFARE_URL": "https://palvelu.example/"}
    assert Settings.from_env(fine).base_url == "https://palvelu.example"


@pytest.mark.parametrize("floor", ["4", "0", "1"])
def test_a_floor_of_small_numbers_below_five_is_refused_in_plain_words(floor: str) -> None:
    with pytest.raises(SettingsError, match="WELFARE_SMALL_NUMBER_FLOOR may be 5 or more"):
        Settings.from_env({"WELFARE_SMALL_NUMBER_FLOOR": floor})
    assert Settings.from_env({"WELFARE_SMALL_NUMBER_FLOOR": "8"}).small_number_floor == 8
    assert Settings.from_env({}).small_number_floor == FLOOR
