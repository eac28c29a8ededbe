"""What the arrangements room shows; conditions agreed on are opened here."""

from welfare.arrangements.pages.catalogue import CataloguePage, VersionLine, version_lines
from welfare.arrangements.pages.using import UseLine, cited_lines, offered_options, opened_use, use_lines

__all__ = [
    "CataloguePage",
    "UseLine",
    "VersionLine",
    "cited_lines",
    "offered_options",
    "opened_use",
    "use_lines",
    "version_lines",
]
