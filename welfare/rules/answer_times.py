"""How long an answer about one's own data may take, and when that time may be made longer (GDPR 12(3); IND §7.3).

The month is the regulation's. It may grow by at most two months where the request is complex or there are many, if
the asker is told within the first month, with the reasons. The Client Data Act's two months for the log of a county's
register are the whole time that there is (ATL 11 § 1).
"""

from datetime import date

from welfare.rules.log_requests import months_after
from welfare.rules.registers import COUNTY_REGISTERS, Register

MONTHS, MORE_MONTHS = 1, 2


def copy_due(received: date) -> date:
    """The last day to answer a request for a copy or a correction, whichever the register (GDPR 12(3), 15-16)."""
    return months_after(received, MONTHS)


def latest_due(received: date) -> date:
    """The last day to which the time may be made longer."""
    return months_after(received, MONTHS + MORE_MONTHS)


def may_extend(received: date, due: date, today: date) -> bool:
    """Whether the asker can still be told of a longer time: within the first month, and once."""
    return today <= copy_due(received) and due == copy_due(received)


def may_extend_log(register: Register, received: date, due: date, today: date) -> bool:
    """The same of log information: only where the regulation alone gives the time."""
    return register not in COUNTY_REGISTERS and may_extend(received, due, today)


def is_within(received: date, due: date, longer: date) -> bool:
    """Whether a longer time is longer, and not too long."""
    return due < longer <= latest_due(received)
