"""What the arrangements room shows; conditions agreed on are opened here."""

from welfare.arrangements.pages.catalogue import catalogue_page
from welfare.arrangements.pages.using import UseLine, cited_lines, offered_options, opened_use, use_lines

__all__ = ["UseLine", "catalogue_page", "cited_lines", "offered_options", "opened_use", "use_lines"]
