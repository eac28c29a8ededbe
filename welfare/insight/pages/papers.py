"""The signed review on paper: the same words and figures as when it was signed, however often it is printed."""

from collections.abc import Iterator
from json import loads

from flask_babel import force_locale
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import LightsPart
from welfare.communal.parts import parts_of
from welfare.documents.paper import Block, Facts, Paper, Table, Words
from welfare.insight.models import CommunityReview
from welfare.insight.words import role_words
from welfare.organisations.models import Organisation
from welfare.organisations.words import term_words
from welfare.rules.terms import SchoolTerm
from welfare.ui.formats import moment_text

KINDS: dict[str, type[Block]] = {kind.kind: kind for kind in (Words, Facts, Table)}


def blocks_of_unit(work: UnitOfWork, unit: Organisation) -> Iterator[Block]:
    """What stands on the page of a unit, for paper: the duties, then every room's part, in the reader's language."""
    lights = LightsPart.of(work, unit)
    if lights.views:
        heads = [_("Duty"), _("State"), _("How it stands"), _("Rule")]
        rows = [[view.light.title, view.state, view.light.words, view.light.rule] for view in lights.views]
        yield Table(heads, rows, heading=_("Statutory duties"))
    for part in parts_of(work, unit):
        yield from part.blocks


def review_paper(review: CommunityReview, unit: Organisation) -> Paper:
    """The paper of a signed review, in the language it was signed in."""
    with force_locale(review.language):
        term = term_words(SchoolTerm(review.term_starts_on))
        signed = [
            (_("Signed"), moment_text(review.signed_at)),
            (_("Signed by"), role_words(review.signed_as)),
        ]
        comment = [Words(review.comment, heading=_("Comment"))] if review.comment else []
        return Paper(
            title=_("Communal welfare work: review"),
            language=review.language,
            number=f"{review.term_starts_on:%Y-%m}-{review.id.hex[:8]}",
            made_at=review.signed_at,
            blocks=[Facts(signed), *comment, *_kept(review)],
            under=f"{unit.name(review.language)}, {term}",
        )


def _kept(review: CommunityReview) -> Iterator[Block]:
    for kept in loads(review.document):
        yield KINDS[kept.pop("kind")](**kept)
