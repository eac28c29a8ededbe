"""A worker killed at the worst moment: the mail has been taken, and nobody was told. It goes again under its old id."""

import sys

from config.mail import MailServer, Security
from config.settings import Settings
from tests.builders import Someone
from tests.clock import Clock
from tests.jobs.yard import open_yard, start
from tests.mail.office import SENDER, Office, read
from tests.mail.postbox import HERE, Postbox, open_postbox
from welfare.jobs.claiming import HELD_FOR
from welfare.mail.delivering import Postman
from welfare.mail.models import MailState
from welfare.mail.planning import MailJob
from welfare.mail.transports.smtp import SmtpTransport


def transport(port: int) -> SmtpTransport:
    return SmtpTransport(MailServer(HERE, port, Security.NONE), SENDER)


def deliver_once_told(instance: str, url: str, port: str) -> None:
    """A worker of its own process, that begins when a line comes in."""
    settings = Settings.from_env({"WELFARE_INSTANCE": instance, "DATABASE_URL": url})
    with open_yard(settings, Clock(), {MailJob.DELIVER: Postman(transport(int(port)), SENDER).handler()}) as yard:
        yard.work_off()


def test_a_mail_sent_again_after_a_crash_is_known_to_be_the_same(
    office: Office, tiina: Someone, settings: Settings, clock: Clock
) -> None:
    mail_id = office.order(tiina, appointment=office.appointment())
    with open_postbox(postbox := Postbox()) as port:
        with start("tests.mail.test_killed", settings, str(port), waits=True) as worker:
            postbox.kills = worker.pid
            assert worker.stdin is not None
            worker.stdin.write("go\n")
            worker.stdin.close()
        assert worker.returncode == -9
        assert (len(postbox.taken), office.only().state) == (1, MailState.PLANNED)
        postbox.kills = 0
        assert office.deliver(transport(port)).done == 0, "the dead worker's claim still stands"
        clock.forward(seconds=HELD_FOR.total_seconds())
        assert office.deliver(transport(port)).done == 1
        clock.forward(days=1)
        assert office.deliver(transport(port)).done == 0
    (_, first), (_, second) = postbox.taken
    assert first == second
    assert read(first)["Message-ID"] == f"<{mail_id.hex}@kunta.example>"
    assert (office.only().state, office.only().tries) == (MailState.DELIVERED, 2)


if __name__ == "__main__":
    sys.stdin.readline()
    deliver_once_told(*sys.argv[1:])
