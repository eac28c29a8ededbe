"""What stands where a ciphertext could not be opened, so that the rest of the page lives."""

from typing import Any


class Gap(str):
    """An empty text that templates draw as a marked gap; never equal to something that was really empty."""

    __slots__ = ()


class GapDocument(dict[str, Any]):
    """A document none of whose words could be opened."""

    def __missing__(self, key: str) -> Gap:
        """A gap for every key."""
        return Gap()

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - dict's signature
        """A gap for every key, whatever the default."""
        del key, default
        return Gap()
