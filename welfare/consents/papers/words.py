"""Words for scans of signed papers."""

from flask_babel import lazy_gettext as _l

from welfare.rules.signed_papers import PaperFault, PaperKind, PaperState

FAULT_WORDS = {
    PaperFault.EMPTY: _l("The file is empty. Choose another one."),
    PaperFault.TOO_LARGE: _l("The file is too large: at most 10 MB. Scan it in black and white, or with fewer dots."),
    PaperFault.UNKNOWN_KIND: _l(
        "This is no PDF file, JPEG or PNG picture. Scan or photograph the paper, and choose that."
    ),
    PaperFault.WRONG_ENDING: _l(
        "The name of the file says another kind than the file is. Save it anew, and choose that."
    ),
    PaperFault.BROKEN: _l("The file is broken or not whole. Scan or photograph the paper again."),
    PaperFault.TOO_MANY_PIXELS: _l("The picture is too large: at most 40 million dots. Scan it with fewer."),
    PaperFault.TOO_MANY_PAGES: _l("The file has too many pages: at most 20."),
    PaperFault.ENCRYPTED: _l("The PDF file has a password. Save it without one."),
    PaperFault.ACTS: _l("The PDF file holds a programme, a form or another file. Print it and scan the paper."),
    PaperFault.MORE_THAN_ONE: _l("Something else is hidden in the file. Scan or photograph the paper again."),
}
KIND_NAMES = {PaperKind.PDF: "PDF", PaperKind.JPEG: "JPEG", PaperKind.PNG: "PNG"}
STATE_WORDS = {
    PaperState.HELD: _l("Waits for the virus scanner"),
    PaperState.CLEAN: _l("Looked at by the virus scanner"),
    PaperState.REFUSED: _l("Infected: the file was removed"),
}
UNSCANNED = _l("Not scanned for viruses")
