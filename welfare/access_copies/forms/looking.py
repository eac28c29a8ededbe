"""Looking at one part: what to do with each sentence, with some words, or with the whole record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, cast

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, ValidationError

from welfare.access_copies.actions.reviewing import Looked
from welfare.access_copies.pages.opening import CopyField
from welfare.access_copies.words import LIMIT_SHORT
from welfare.disclosures.passages import sentences_of
from welfare.rules.access_copies import CopyLimit, Span, spans_of_words
from welfare.ui.fields import LongText, Option, Select
from welfare.ui.forms import RevisedForm

KEEP = _l("Is given")


@dataclass(frozen=True, slots=True)
class Stretch:
    """One sentence of a field, with the name of its answer in the form."""

    answer: str
    field: CopyField
    start: int
    end: int

    @property
    def text(self) -> str:
        """What it says."""
        return self.field.text[self.start : self.end]


class LookForm(RevisedForm):
    """What is left out of one record. The answers about its sentences are added by `look_form`."""

    words = LongText(
        _l("Words that are left out wherever they stand in this record"),
        hint=_l("One to a line, for example a name."),
        is_optional=True,
        rows=2,
        limit=1000,
    )
    words_limit = Select(_l("Why are these words left out?"), is_optional=True, blank=_l("No words"))
    withheld = Select(_l("The whole record"), is_optional=True, blank=KEEP)

    stretches: Sequence[Stretch] = ()

    def validate_words_limit(self, field: Field) -> None:
        """Words have a reason."""
        if self.words.data and field.data is None:
            raise ValidationError(_("Choose why these words are left out."))

    def validate_words(self, field: Field) -> None:
        """The words stand in the record."""
        missing = [words for words in self.lines if not any(self._found(words))]
        if field.data and missing:
            raise ValidationError(_("These words do not stand in the record: %(words)s", words=", ".join(missing)))

    @property
    def groups(self) -> list[tuple[str, list[Stretch]]]:
        """The sentences under the label of their field, in the order of the record."""
        found = groupby(self.stretches, key=lambda stretch: stretch.field)
        return [(field.label, list(stretches)) for field, stretches in found]

    @property
    def lines(self) -> list[str]:
        """The words, one line after the other."""
        return [line.strip() for line in (self.words.data or "").splitlines() if line.strip()]

    def answer(self, stretch: Stretch) -> Select:
        """The field of a sentence."""
        return cast("Select", self[stretch.answer])

    def put_spans(self, spans: Mapping[str, Sequence[Span]]) -> None:
        """Show what has been left out before: whole sentences at their place, other stretches as words."""
        words: list[str] = []
        for stretch in self.stretches:
            for span in spans.get(stretch.field.key, ()):
                if (span.start, span.end) == (stretch.start, stretch.end):
                    self.answer(stretch).put(span.limit)
                elif stretch.start <= span.start and span.end <= stretch.end:
                    words.append(stretch.field.text[span.start : span.end])
                    self.words_limit.put(span.limit)
        self.words.put("\n".join(dict.fromkeys(words)))

    def to_command(self) -> Looked:
        """What is left out. To be asked of a valid form."""
        spans: dict[str, list[Span]] = {}
        for stretch in self.stretches:
            limit = self.answer(stretch).data
            if limit is not None:
                spans.setdefault(stretch.field.key, []).append(Span(stretch.start, stretch.end, limit))
        for words in self.lines:
            for key, span in self._found(words):
                spans.setdefault(key, []).append(span)
        seen = {stretch.field.key: stretch.field.text for stretch in self.stretches}
        return Looked(revision=self.seen_revision, withheld=self.withheld.data, spans=spans, seen=seen)

    def _found(self, words: str) -> Iterator[tuple[str, Span]]:
        limit = self.words_limit.data or CopyLimit.THIRD_PERSON
        for field in dict.fromkeys(stretch.field for stretch in self.stretches):
            for span in spans_of_words(field.text, words, limit):
                yield field.key, span


def look_form(
    fields: Sequence[CopyField],
    limits: Sequence[CopyLimit],
    revision: int,
    **how: Any,  # noqa: ANN401 - as WTForms takes it
) -> LookForm:
    """A form over the sentences of one record at one revision of it: an older draft finds no place in a newer form."""
    stretches = list(stretches_of(fields, revision))
    reasons = [Option(limit, LIMIT_SHORT[limit]) for limit in limits]
    options = [Option(limit, _("Is left out: %(why)s", why=LIMIT_SHORT[limit])) for limit in limits]
    answers = {each.answer: Select(each.text, options=options, is_optional=True, blank=KEEP) for each in stretches}
    form: LookForm = type("LookFormOfRecord", (LookForm,), answers)(**how)
    form.stretches = stretches
    form.words_limit.offer(reasons)
    form.withheld.offer(options)
    return form


def stretches_of(fields: Sequence[CopyField], revision: int) -> Iterator[Stretch]:
    """The sentences of each field, with where they stand."""
    number = 0
    for field in fields:
        at = 0
        for sentence in sentences_of(field.text):
            start = field.text.index(sentence, at)
            at = start + len(sentence)
            yield Stretch(f"r{revision}_{number}", field, start, at)
            number += 1
