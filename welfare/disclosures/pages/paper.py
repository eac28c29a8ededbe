"""A disclosure on paper, for a receiver without an account. No place of anybody stands on it, hidden or not."""

from collections.abc import Iterator

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.disclosures.models import Disclosure
from welfare.disclosures.pages.copies import CopyPage
from welfare.documents.paper import Facts, Paper, Words
from welfare.rules.printing import SECRECY, SILENCE
from welfare.ui.formats import long_date_text
from welfare.ui.locale import current_locale


def disclosure_paper(work: UnitOfWork, row: Disclosure) -> Paper:
    """The paper of one disclosure."""
    page = CopyPage.of(work, row)
    to_whom = work.decrypt_document(row, Disclosure.document)["to_whom"]
    return Paper(
        title=_("Information disclosed"),
        language=current_locale(),
        number=row.id.hex[:12],  # a matter’s number names the school, which leads to a door
        made_at=row.given_at,
        blocks=[_head(page, to_whom), *_words(page), _foot()],
        under=long_date_text(row.given_at.date()),
        marks=[_("Secret: %(law)s", law=SECRECY.text(current_locale()))],
        foot=to_whom,
    )


def _head(page: CopyPage, to_whom: str) -> Facts:
    return Facts(
        [
            (_("Concerns"), page.pupil),
            (_("To whom"), to_whom),
            (_("Given by"), f"{page.given_by}, {page.office}"),
            (_("Ground"), f"{page.ground}, {page.law}"),
        ]
    )


def _words(page: CopyPage) -> Iterator[Words]:
    if page.shown.words:
        yield Words(page.shown.words, heading=_("What is given"))
    for each in page.shown.excerpts:
        heading = f"{each.source} · {each.label}" if each.label else each.source
        yield Words(each.text, heading=heading, is_voice=each.is_voice)


def _foot() -> Words:
    words = _(
        "Use this only for what it was given for, and give it to nobody else (%(law)s). Destroy the paper when it is "
        "not needed any more."
    )
    return Words(words % {"law": SILENCE.text(current_locale())}, heading=_("To the receiver"))
