"""Papers into PDF files: tagged, searchable, with page numbers, the same bytes for the same paper (ISO 14289-1)."""

from json import dumps
from pathlib import Path
from typing import Final

from typst import TypstError
from typst import compile as typeset

from welfare.documents.paper import Paper

LAYOUTS: Final = Path(__file__).parent / "layouts"


class PaperError(RuntimeError):
    """A paper could not be made. Says no word of what stands on it."""


def pdf_of(paper: Paper) -> bytes:
    """The file of a paper. Raises PaperError.

    What was typed goes in as data, never as source; the layout may read its own folder alone and no font of the system.
    """
    content = paper.content() | {"digest": paper.digest}
    try:
        return typeset(
            str(LAYOUTS / "paper.typ"),
            root=str(LAYOUTS),
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"paper": dumps(content, ensure_ascii=False)},
            pdf_standards="ua-1",
            timestamp=int(paper.made_at.timestamp()),
        )
    except TypstError as error:
        raise PaperError from error
