"""An address, home municipality or contact, which non-disclosure for safety (turvakielto) may hide from this reader."""

from dataclasses import dataclass


@dataclass(frozen=True, repr=False)
class PlaceView:
    """A PLACE value as this reader may see it: a text, nothing known, or hidden.

    A hidden place holds no text at all, so that no page can let it slip. Raises ValueError if given both. Printed past
    the component, it shows nothing.
    """

    text: str | None
    is_restricted: bool = False

    def __post_init__(self) -> None:
        """Refuse a hidden place that still carries its text."""
        if self.is_restricted and self.text is not None:
            msg = "a restricted place must not carry its text to a page"
            raise ValueError(msg)

    def __repr__(self) -> str:
        """Say what it is, never where."""
        return "<PlaceView>"
