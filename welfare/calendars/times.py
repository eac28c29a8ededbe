"""From what a clock in Finland shows to a moment, in the two nights of a year as well when the clocks are changed."""

from datetime import UTC, date, datetime, time

from welfare.access.gate import HOME_ZONE


class NoSuchTimeError(ValueError):
    """In spring one hour of one night is left out, and no clock shows it."""


def moment_of(day: date, clock: time, *, is_second: bool = False) -> datetime:
    """The moment, in UTC. In autumn one hour comes twice: the first is meant unless ``is_second``.

    Raises NoSuchTimeError.
    """
    local = datetime.combine(day, clock.replace(tzinfo=None, fold=int(is_second)), HOME_ZONE)
    moment = local.astimezone(UTC)
    if moment.astimezone(HOME_ZONE).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise NoSuchTimeError(day.isoformat())
    return moment


def comes_again(moment: datetime) -> bool:
    """Whether a clock in Finland shows this for the second time that night: then only UTC says which is meant."""
    return bool(moment.astimezone(HOME_ZONE).fold)
