"""What a browser is called in the list of open sessions: enough to know one's own, no more."""

from collections.abc import Mapping

_BROWSERS: Mapping[str, str] = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "Firefox/": "Firefox",
    "FxiOS": "Firefox",
    "CriOS": "Chrome",
    "Chrome/": "Chrome",
    "Safari/": "Safari",
}
_SYSTEMS: Mapping[str, str] = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "CrOS": "ChromeOS",
    "Windows": "Windows",
    "Mac OS X": "macOS",
    "Linux": "Linux",
}


def browser_name(user_agent: str) -> str:
    """``Firefox, Windows``; an empty text for what is not recognised."""
    return ", ".join(name for table in (_BROWSERS, _SYSTEMS) if (name := _first(table, user_agent)))


def _first(table: Mapping[str, str], user_agent: str) -> str:
    return next((name for mark, name in table.items() if mark in user_agent), "")
