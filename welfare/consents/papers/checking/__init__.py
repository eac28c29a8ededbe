"""Looking at a file before anything of it is kept: by its content, never by its name alone."""

from welfare.consents.papers.checking.files import CheckedFile, checked

__all__ = ["CheckedFile", "checked"]
