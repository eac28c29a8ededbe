"""What the room's templates are given. What was disclosed is opened in this folder and nowhere else."""

from welfare.disclosures.pages.copies import CopyPage, ReceivedPage
from welfare.disclosures.pages.given import GivenPage, given_lines

__all__ = ["CopyPage", "GivenPage", "ReceivedPage", "given_lines"]
