"""Forms of a correction: the entry's own fields, filled with its newest text, and the reason (TihL 15 §; rule 19)."""

from collections.abc import Iterable
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l

from welfare.journal.content import Document
from welfare.journal.forms.entry import EntryForm, NoteForm, OpeningForm, OwnWordsForm
from welfare.journal.forms.meeting import MeetingForm
from welfare.journal.forms.texts import EntryLine, EntryText
from welfare.journal.words import GROUND_WORDS
from welfare.rules.disclosure import RULES, DisclosureGround, citation
from welfare.rules.journal import EntryKind, Field
from welfare.ui.fields import Option, Select
from welfare.ui.locale import current_locale


class Correcting(EntryForm):
    """What a correction asks besides the fields of its entry."""

    reason = EntryText(
        _l("Why is the entry corrected?"),
        hint=_l("The earlier text stays readable beside the correction."),
        missing=_l("Write why the entry is corrected."),
        rows=2,
        limit=1000,
    )

    def document(self) -> dict[str, Any]:
        """The reason, and the whole corrected document."""
        return {"reason": self.reason.data or "", "corrected": super().document()}

    def target_of(self, field: Field) -> str | None:
        """As the entry's own form, and the reason."""
        return self.reason.target if field is Field.CORRECTION_REASON else super().target_of(field)


class CorrectedNoteForm(Correcting, NoteForm):
    """A note corrected."""


class CorrectedOwnWordsForm(Correcting, OwnWordsForm):
    """Own words corrected by who wrote them down."""


class CorrectedOpeningForm(Correcting, OpeningForm):
    """An opening corrected."""


class CorrectedMeetingForm(Correcting, MeetingForm):
    """A meeting corrected."""


class CorrectedDisclosureForm(Correcting):
    """A disclosure corrected. What rested on a consent goes on resting on it; another ground must be one of the law."""

    NAMES: ClassVar[tuple[str, ...]] = ("what", "to_whom", "ground", "necessity", "question")

    what = EntryText(_l("What was given?"), missing=_l("Write what is given."), rows=4)
    to_whom = EntryLine(_l("To whom?"), missing=_l("Write to whom it is given."))
    ground = Select(_l("On what ground?"), missing=_l("Choose the ground of the disclosure."), width="full")
    necessity = EntryText(
        _l("Why is it necessary?"),
        is_optional=True,
        optional_words=_l("when the ground allows only what is necessary"),
        rows=3,
    )
    question = EntryText(
        _l("What is asked of the expert?"),
        is_optional=True,
        optional_words=_l("when an expert is asked for advice"),
        rows=3,
    )

    def offer_grounds(self, grounds: Iterable[DisclosureGround], document: Document) -> None:
        """Offer the ground the entry has, and the others that need no consent; remember the consent it rests on."""
        now = self.taken("ground", document.get("ground"))
        offered = [each for each in grounds if each is now or RULES[each].consent is None]
        self.ground.offer(Option(each, GROUND_WORDS[each], citation(each, current_locale())) for each in offered)
        self.consent = {name: document[name] for name in ("consent", "consent_number") if document.get(name)}
        self.how = {"how": document["how"]} if document.get("how") else {}

    def taken(self, name: str, value: Any) -> Any:  # noqa: ANN401 - a word of a document
        """The ground is kept by its code."""
        return DisclosureGround(value) if name == "ground" and value else value

    def document(self) -> dict[str, Any]:
        """With the way it went, and the consent of the entry as long as its ground is the same."""
        kept = super().document()
        kept["corrected"] |= self.how
        ground = self.ground.data
        if ground and RULES[ground].consent:
            kept["corrected"] |= self.consent
        return kept


CORRECTION_FORMS: dict[EntryKind, type[Correcting]] = {
    EntryKind.NOTE: CorrectedNoteForm,
    EntryKind.MEETING: CorrectedMeetingForm,
    EntryKind.OWN_WORDS: CorrectedOwnWordsForm,
    EntryKind.OPENING: CorrectedOpeningForm,
    EntryKind.DISCLOSURE: CorrectedDisclosureForm,
}
