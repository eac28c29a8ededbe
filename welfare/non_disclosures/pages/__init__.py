"""What is shown of protections."""

from welfare.non_disclosures.pages.looks import LooksPage
from welfare.non_disclosures.pages.place import PlacePage
from welfare.non_disclosures.pages.protection import ProtectionPage, ProtectionsPage, family_options

__all__ = ["LooksPage", "PlacePage", "ProtectionPage", "ProtectionsPage", "family_options"]
