"""What is kept of a file until it is imported or left: the numbers, and what was told of its regions and codes.

What was told lies here and not in the tables of its keeper, for until somebody approves, nothing may be changed by it.
"""

import io
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from zipfile import ZIP_DEFLATED, ZipFile

_NUMBERS, _REGIONS, _NAMES = "numbers", "regions.json", "names.json"
_ZIP_BEGINS = b"PK"


@dataclass(frozen=True)
class Bundle:
    """A file with what was told of it."""

    numbers: bytes
    regions: bytes | None = None
    """The publisher's list of regions, as it came."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Which indicator of the library a publisher's code means."""

    def packed(self) -> bytes:
        """As it lies in `IndicatorImport.content`."""
        stream = io.BytesIO()
        with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
            archive.writestr(_NUMBERS, self.numbers)
            archive.writestr(_NAMES, json.dumps(dict(self.names)))
            if self.regions is not None:
                archive.writestr(_REGIONS, self.regions)
        return stream.getvalue()

    @classmethod
    def unpacked(cls, content: bytes) -> "Bundle":
        """What was packed; a file that waits since before there were bundles is numbers alone."""
        if not content.startswith(_ZIP_BEGINS):
            return cls(zlib.decompress(content))
        with ZipFile(io.BytesIO(content)) as archive:
            regions = archive.read(_REGIONS) if _REGIONS in archive.namelist() else None
            return cls(archive.read(_NUMBERS), regions, json.loads(archive.read(_NAMES)))
