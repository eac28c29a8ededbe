"""What is tried first: the passwords most people choose, and which keys lie beside each other.

Apart from the rules, because so many words take long to load and are needed only where a password is chosen.
"""

from zxcvbn.adjacency_graphs import ADJACENCY_GRAPHS
from zxcvbn.frequency_lists import FREQUENCY_LISTS

COMMON: frozenset[str] = frozenset(FREQUENCY_LISTS["passwords"])
NEIGHBOURS: dict[str, frozenset[str]] = {
    key: frozenset("".join(pair for pair in pairs if pair)) for key, pairs in ADJACENCY_GRAPHS["qwerty"].items()
}
