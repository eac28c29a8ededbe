"""Signs of good typography that look like others on the screen, by name."""

from typing import Final

MINUS: Final = "\u2212"
NO_BREAK_SPACE: Final = "\u00a0"
