"""The one screen of a disclosure: what, how and to whom, on what ground (OHL 20 § 5, 22-23 §; rules 24 and 25)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from welfare.disclosures.actions import GiveDisclosure, Reader
from welfare.disclosures.forms.consented import GivenConsent
from welfare.disclosures.forms.passage_boxes import PassageBoxes
from welfare.disclosures.passages import Passage
from welfare.disclosures.words import HOW_NOTES, HOW_WORDS, RECEIVER_WORDS
from welfare.journal.actions import NewEntry
from welfare.journal.forms.entry import EntryForm
from welfare.journal.forms.texts import EntryLine, EntryText
from welfare.journal.words import GROUND_WORDS, KIND_WORDS
from welfare.rules.disclosure import RULES, DisclosureGround, citation
from welfare.rules.giving import How, WayFacts, WayLack, what_the_way_lacks
from welfare.rules.journal import EntryKind
from welfare.rules.receivers import LONGEST_DAYS, REACH
from welfare.ui.fields import ChoiceTiles, DateText, Option, Select, enum_options
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale


class GivingForm(EntryForm):
    """A disclosure."""

    NAMES: ClassVar[tuple[str, ...]] = ("to_whom", "ground", "necessity", "question")

    passages = PassageBoxes(
        _l("Which passages are given?"),
        hint=_l("Choose only what the receiver needs. The receiver sees these sentences as they stand, and no others."),
        is_optional=True,
    )
    what = EntryText(
        _l("What is given?"),
        hint=_l("In your own words: the receiver sees this too. For teachers: what to do, without the reasons."),
        is_optional=True,
        optional_words=_l("optional when passages are chosen"),
        rows=4,
    )
    how = ChoiceTiles(
        _l("How is it given?"),
        options=enum_options({how: HOW_WORDS[how] for how in HOW_NOTES}, HOW_NOTES),
        missing=_l("Choose how it is given."),
    )
    reader = Select(
        _l("Who reads it here?"),
        hint=_l("People who work at the school and take no part in this matter."),
        is_optional=True,
        optional_words=_l("when it is read here"),
        width="full",
    )
    partner = Select(
        _l("Which education provider?"),
        hint=_l("Those whose card your provider’s administrator has checked."),
        is_optional=True,
        optional_words=_l("when it is a sealed package"),
        width="full",
    )
    open_until = DateText(_l("Open until"), is_optional=True, optional_words=_l("30 days, if you write nothing"))
    to_whom = EntryLine(
        _l("To whom?"),
        hint=_l("Name and task, or the group: teachers of class 8B (6)."),
        is_optional=True,
        optional_words=_l("unless a reader or a consent names the receiver"),
    )
    ground = Select(_l("On what ground?"), missing=_l("Choose the ground of the disclosure."), width="full")
    consent = ChoiceTiles(_l("By which consent?"), is_optional=True, optional_words=_l("when the ground is a consent"))
    necessity = EntryText(
        _l("Why is it necessary?"),
        hint=_l("Only what the recipient’s task cannot do without may be given without consent."),
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

    def offer_grounds(self, grounds: Iterable[DisclosureGround]) -> None:
        """Offer these grounds, each with whom it reaches and its section."""
        locale = current_locale()
        self.ground.offer(
            Option(each, GROUND_WORDS[each], f"{RECEIVER_WORDS[REACH[each].receiver]}, {citation(each, locale)}")
            for each in grounds
        )

    def offer_consents(self, consents: Iterable[GivenConsent]) -> None:
        """Offer the consents in force, and to go without."""
        self.consents = {each.id: each for each in consents}
        self.consent.offer([*(each.option for each in self.consents.values()), Option("", _("No consent"))])

    def offer_readers(self, readers: Mapping[UUID, Reader], options: Sequence[Option]) -> None:
        """Offer those who may read a copy, by the ids of their accounts."""
        self.readers = readers
        self.reader.offer(options)

    def offer_partners(self, partners: Sequence[Option]) -> None:
        """Offer those for whom a parcel can be sealed."""
        self.partner.offer(partners)

    def document(self) -> dict[str, Any]:
        """The journal's line, as far as it is typed: a consent that the ground does not ask for is left out."""
        consent, typed = self.consent_for_ground, super().document()
        typed["what"] = "\n".join(filter(None, (self.what.data, *_told(self.passages.chosen))))
        typed["how"] = self._way() if self.how.data else ""
        if self.chosen_reader is not None:
            typed["to_whom"] = self._reader_words()
        if self.chosen_partner is not None:
            partner = str(next(each.label for each in self.partner.options if each.value == self.partner.data))
            named = consent.recipient if consent else partner
            typed["to_whom"] = partner if named == partner else f"{partner} ({named})"
        if consent is None:
            return typed
        rests_on = {"consent": consent.id.hex, "consent_number": consent.number}
        return {**typed, "to_whom": typed["to_whom"] or consent.recipient, **rests_on}

    def to_command(self) -> GiveDisclosure:
        """What is to be done. To be asked of a valid form."""
        entry = NewEntry(
            kind=EntryKind.DISCLOSURE, occurred_on=self.day, office=self.chosen_office, document=self.document()
        )
        return GiveDisclosure(
            entry=entry,
            ground=self.ground.data,
            how=self.how.data,
            words=self.what.data,
            excerpts=self.passages.excerpts,
            reader=self.chosen_reader,
            open_until=self.open_until.data,
            partner_id=self.chosen_partner,
        )

    @property
    def chosen_partner(self) -> UUID | None:
        """For whom a parcel is sealed."""
        found: UUID | None = self.partner.data if self.how.data is How.PARCEL else None
        return found

    @property
    def chosen_reader(self) -> Reader | None:
        """Who will read a copy."""
        return self.readers.get(self.reader.data) if self.how.data is How.READ_HERE else None

    @property
    def consent_for_ground(self) -> GivenConsent | None:
        """The chosen consent, if the ground asks for one of its kind."""
        chosen = self.consents.get(self.consent.data)
        ground: DisclosureGround | None = self.ground.data
        return chosen if chosen and ground and RULES[ground].consent is chosen.kind else None

    def validate(self, *args: Any, **kwargs: Any) -> bool:  # noqa: ANN401 - WTForms' own
        """Also: that something is given, that the way is whole, and that a consent reaches none but whom it names."""
        is_valid = super().validate(*args, **kwargs)
        faults = [*self._faults_of_what(), *self._faults_of_way(), *self._faults_of_consent()]
        for name, words in faults:
            self.refuse(name, words)
        return is_valid and not faults

    def _faults_of_what(self) -> Iterable[tuple[str, str]]:
        if not self.what.data and not self.what.errors and not self.passages.chosen:
            yield "what", _("Choose passages above, or write what is given.")

    def _faults_of_way(self) -> Iterable[tuple[str, str]]:
        if self.how.data is None or self.today is None or self.reader.errors or self.partner.errors:
            return
        consent = self.consent_for_ground
        facts = WayFacts(
            how=self.how.data,
            on=self.today,
            has_reader=self.reader.data is not None,
            has_partner=self.partner.data is not None,
            is_transfer=self.ground.data is DisclosureGround.TRANSFER_CONSENT,
            open_until=self.open_until.data,
            consent_to=consent.valid_to if consent else None,
        )
        words = {
            WayLack.READER: ("reader", _("Choose who reads it here.")),
            WayLack.OTHER_WAY: ("reader", _("A reader reads it here. Choose that way, or choose nobody.")),
            WayLack.PARTNER: ("partner", _("Choose for which education provider it is sealed.")),
            WayLack.NO_PARCEL: ("partner", _("A provider gets a sealed package. Choose that way, or choose nobody.")),
            WayLack.TRANSFER_ONLY: ("ground", _("A sealed package goes by a consent to transfer. Choose that ground.")),
            WayLack.ENDED: ("open_until", _("The day is past. Write a day to come.")),
            WayLack.TOO_LONG: (
                "open_until",
                _("At most %(days)s days, and no longer than the consent holds.", days=LONGEST_DAYS),
            ),
        }
        yield from (words[lack] for lack in what_the_way_lacks(facts))

    def _faults_of_consent(self) -> Iterable[tuple[str, str]]:
        consent, told = self.consent_for_ground, self.to_whom.data
        if consent and told and consent.recipient.casefold() not in told.casefold():
            words = _(
                "The consent names %(recipient)s. Leave the recipient empty, or choose another consent or ground."
            )
            yield "to_whom", words % {"recipient": consent.recipient}

    def _way(self) -> str:
        words = str(HOW_WORDS[self.how.data])
        until = self.open_until.data
        return _("%(way)s, until %(day)s", way=words, day=date_text(until)) if until and self._is_read_here else words

    @property
    def _is_read_here(self) -> bool:
        return self.how.data is How.READ_HERE

    def _reader_words(self) -> str:
        option = next(each for each in self.reader.options if each.value == self.reader.data)
        return f"{option.label}, {str(option.note).lower()}"


def _told(passages: Iterable[Passage]) -> Iterable[str]:
    """Which passages were given, for the journal: where they stand, not what they say once more."""
    counted: dict[tuple[str, str], int] = {}
    for each in passages:
        source = str(KIND_WORDS[each.kind]), date_text(each.day)
        counted[source] = counted.get(source, 0) + 1
    for (kind, day), count in counted.items():
        yield ngettext(
            "%(kind)s %(day)s, %(num)d passage", "%(kind)s %(day)s, %(num)d passages", count, kind=kind, day=day
        )
