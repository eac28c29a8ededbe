"""Words of jobs and mails and of why they fail."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.rules.orders import MailKind

MAIL_WORDS = {
    MailKind.MEETING_INVITED: _l("Invitation to a meeting"),
    MailKind.MEETING_CHANGED: _l("Change of a meeting"),
    MailKind.MEETING_CANCELLED: _l("Meeting called off"),
    MailKind.TASK_DUE: _l("Task that falls due"),
    MailKind.WAY_IN_OPENED: _l("Own pages opened with a letter"),
}
JOB_WORDS = {
    "meetings:lock": _l("Locking the record of a meeting"),
    "papers:scan": _l("Looking for malware in a signed paper"),
    "non_disclosures:remind": _l("Reminding of the last day of a non-disclosure"),
    "drafts:purge": _l("Throwing away drafts that nobody may go on with"),
    "mail:clear": _l("Clearing delivered mails away"),
    "insight:release": _l("Counting the requests and arrangements of a term that has ended"),
    "retention:destroy": _l("Destroying records whose time is over"),
    "access_copies:close": _l("Closing copies of data that were handed over"),
    "retention:clock": _l("Moving the second clock on"),
    "mail:deliver": _l("Delivering a mail"),
}
FAILURE_WORDS = {
    "no_address": _l("No address in the directory"),
    "bad_address": _l("The address in the directory cannot be used"),
    "unreadable": _l("The mail cannot be opened any more"),
    "folder": _l("The folder for mails cannot be written to"),
    "not_offered": _l("The mail server offers no protected connection"),
    "disconnected": _l("The mail server broke off"),
    "server": _l("The mail server answered with an error"),
    "tls": _l("The mail server’s certificate was not accepted"),
    "timeout": _l("The mail server did not answer in time"),
    "unreachable": _l("The mail server could not be reached"),
    "sign_in": _l("The mail server did not accept our sign-in"),
    "clocks_disagree": _l("The machine’s clock and the second clock disagree"),
    "crashed": _l("The server stopped in the middle, each time"),
    "unfinished": _l("The job ended without having done its work"),
    "unknown_kind": _l("This release does not know such a job"),
    "scanner_slow": _l("The malware scanner took too long"),
    "scanner_missing": _l("The malware scanner is not there"),
    "scanner_failed": _l("The malware scanner failed"),
    "paper_broken": _l("The signed paper cannot be opened any more"),
}
_WITH_NUMBER = {
    "recipient": _l("The mail server refused the recipient"),
    "message": _l("The mail server refused the mail"),
    "server": _l("The mail server answered with an error"),
}


def job_words(kind: str) -> str:
    """What a job does; of one that has no words here its code."""
    return str(JOB_WORDS.get(kind, kind))


def failure_words(code: str) -> str:
    """Why a try came to nothing, with the code for whoever mends it."""
    what, _underscore, number = code.rpartition("_")
    if number.isdecimal() and what in _WITH_NUMBER:
        return f"{_WITH_NUMBER[what]} ({number})"
    return str(FAILURE_WORDS[code]) if code in FAILURE_WORDS else _("Unexpected error: %(code)s", code=code)
