"""The forms by which an answer is recorded, one for each kind of will."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from flask_babel import lazy_gettext as _l

from welfare.consents.actions import RecordWill
from welfare.consents.forms.choices import WillChoices
from welfare.consents.forms.parts import (
    LONG,
    Answered,
    Found,
    Mailed,
    NamesMember,
    NamesOutsider,
    NamesReceiver,
    OnPaper,
    Specific,
    Spoken,
    Valid,
    name_asked,
    scope_asked,
    text_of,
)
from welfare.consents.words import LACK_WORDS
from welfare.rules.answers import default_valid_to
from welfare.rules.consent import Answer, ConsentKind, GiverCapacity, WillLack
from welfare.ui.fields import ChoiceTiles, DrawnField, LongText, Select, TextLine
from welfare.ui.forms import PageForm

_AT_FIELD = {
    WillLack.PERSON: ("member", "outsider_name", "guardian"),
    WillLack.GIVER: ("giver",),
    WillLack.ABILITY_FINDING: ("ability",),
    WillLack.WRITTEN: ("way",),
    WillLack.SCOPE: ("scope",),
    WillLack.INFORMATION: ("language",),
    WillLack.VALIDITY: ("valid_to",),
    WillLack.DATE: ("given_on",),
}
_DRAWN = (
    "guardian", "weighty_reason", "member", "outsider", "outsider_name", "outsider_role", "outsider_organisation",
    "outsider_email", "outsider_mail_agreed", "giver", "ability", "ability_grounds", "ability_assessor", "ability_on",
    "prevented", "prevented_reason", "answer",
    "scope", "excluded", "valid_from", "valid_to", "given_on", "way", "paper_number", "language",
)  # fmt: skip
"""The fields as they follow one another on the page: errors are listed in this order."""
_WORDS = ("scope", "excluded", "place", "interpreter", "note", "prevented_reason", "ability_grounds", "weighty_reason")


class _RecordingForm(PageForm):
    """What every recording form does with its choices, its lacks and its first suggestion."""

    kind: ConsentKind

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  (WTForms' own)
        super().__init__(*args, **kwargs)
        rank = {name: place for place, name in enumerate(_DRAWN)}
        self._fields = dict(sorted(self._fields.items(), key=lambda each: rank.get(each[0], len(rank))))

    def offer(self, choices: WillChoices) -> None:
        """Offer the choices that the fields of this form ask for."""
        offered: dict[str, Iterable[Any]] = {
            "giver": choices.givers,
            "member": choices.members,
            "ability_assessor": choices.assessors,
            "outsider": choices.outsiders,
            "guardian": choices.guardians,
        }
        for name, options in offered.items():
            field = self._fields.get(name)
            if isinstance(field, ChoiceTiles | Select):
                field.offer(options)

    def suggest(self, values: Mapping[str, object]) -> None:
        """Show these values on a form that nobody has sent yet."""
        for name, value in values.items():
            field = self._fields.get(name)
            if isinstance(field, DrawnField) and value is not None:
                field.put(value)

    @property
    def is_more_open(self) -> bool:
        """Whether somebody has used the fields that are rarely needed."""
        return self._is_used("place", "interpreter", "note")

    def _is_used(self, *names: str) -> bool:
        return any(self[name].data or self[name].errors for name in names)

    def refuse_lacks(self, lacks: Iterable[WillLack]) -> None:
        """Say at the fields what the expression still lacks."""
        for lack in lacks:
            name = next((name for name in _AT_FIELD[lack] if name in self), None)
            self.refuse(name, str(LACK_WORDS[lack]))


class WillForm(Answered, Spoken, OnPaper, Valid, Specific, Found, _RecordingForm):
    """A consent or a refusal."""

    @property
    def is_in_place_open(self) -> bool:
        """Whether the fields for an answer in the student's place are in use."""
        return self._is_used(
            "ability", "ability_grounds", "ability_assessor", "ability_on", "prevented", "prevented_reason"
        )

    @property
    def names_known_outsider(self) -> bool:
        """Whether somebody was chosen who has been named before."""
        return "outsider" in self and self["outsider"].data is not None

    def suggest_new(self, on: date) -> None:
        """What a new form shows: today, and the usual last day."""
        self.suggest({"given_on": on, "valid_to": default_valid_to(on)})

    def to_command(self, choices: WillChoices, answers_id: UUID | None = None) -> RecordWill:
        """What has been said, as the action takes it."""
        capacity = choices.capacities[self.giver.data]
        is_guardian = capacity is GiverCapacity.GUARDIAN
        is_yes = self.answer.data is Answer.GIVEN
        words = text_of(self, *_WORDS) | choices.assessor_words(
            self.ability_assessor.data if self.ability.data else None
        )
        return RecordWill(
            kind=self.kind,
            answer=self.answer.data,
            giver_id=self.giver.data,
            capacity=capacity,
            given_on=self.given_on.data,
            valid_from=self.valid_from.data if is_yes else None,
            valid_to=self.valid_to.data if is_yes else None,
            way=self.way.data,
            language=self.language.data,
            ability=self.ability.data,
            ability_on=self.ability_on.data if self.ability.data else None,
            other_deciders_prevented=is_yes and is_guardian and self.prevented.data,
            answers_id=answers_id,
            **self.named(choices, words),
        )

    def named(self, choices: WillChoices, words: dict[str, str]) -> dict[str, Any]:
        """Whom the expression names, with the words that are sealed."""
        del choices
        return {"words": words}


class HandlingForm(WillForm):
    """The matter may be handled in an expert group (OHL 19 § 1)."""

    kind = ConsentKind.GROUP_HANDLING


class MemberForm(NamesMember, WillForm):
    """One expert is a member (OHL 14 § 4)."""

    kind = ConsentKind.GROUP_MEMBER

    def named(self, choices: WillChoices, words: dict[str, str]) -> dict[str, Any]:
        """The expert, and whether to take the place at once."""
        del choices
        return {"named_person_id": self.member.data, "is_to_join": self.is_to_join.data, "words": words}


class OutsiderForm(NamesOutsider, WillForm):
    """A partner or a relative takes part (OHL 19 § 2)."""

    kind = ConsentKind.OUTSIDER_PARTICIPATION
    scope = scope_asked(_l("if consent is given"))

    def offer(self, choices: WillChoices) -> None:
        """Where nobody has been named before, a name must be written."""
        super().offer(choices)
        if not choices.outsiders and "member" not in self:
            self.outsider_name.is_optional, self.outsider_name.optional_words = False, ""

    def named(self, choices: WillChoices, words: dict[str, str]) -> dict[str, Any]:
        """Somebody named before, or a new name under a new id."""
        before = self.outsider.data
        own = text_of(self, "outsider_name", "outsider_role", "outsider_organisation")
        found = dict(choices.outsider_words[before]) if before else own
        joins = self.kind is ConsentKind.OUTSIDER_PARTICIPATION
        return {"outsider_id": before or uuid4(), "is_to_join": joins, "words": words | found}


class ParticipantForm(Mailed, OutsiderForm):
    """A partner or a relative takes part, and may be mailed (OHL 19 § 2)."""

    def named(self, choices: WillChoices, words: dict[str, str]) -> dict[str, Any]:
        """With the address; of one who is not to take part none is kept."""
        found = super().named(choices, words)
        if self.answer.data is Answer.GIVEN:
            found["words"] |= text_of(self, "outsider_email")
        return found


class DisclosureForm(NamesReceiver, OutsiderForm):
    """Information is given to somebody who does not take part (OHL 22 § 2)."""

    kind = ConsentKind.DISCLOSURE

    def named(self, choices: WillChoices, words: dict[str, str]) -> dict[str, Any]:
        """Somebody of the school by the directory, or an outsider."""
        if self.member.data is not None:
            return {"named_person_id": self.member.data, "words": words}
        return super().named(choices, words)


class TransferForm(OutsiderForm):
    """Welfare information moves to a new provider (OHL 23 § 3)."""

    kind = ConsentKind.TRANSFER
    outsider_name = name_asked(_l("The new school or education provider"))
    outsider_role = TextLine(_l("Contact person there"), is_optional=True, width="mid")


class ProhibitionForm(Spoken, _RecordingForm):
    """A minor leaves a guardian out (OHL 18 § 2)."""

    kind = ConsentKind.MINOR_PROHIBITION
    guardian = ChoiceTiles(_l("Which guardian?"), missing=_l("Choose the guardian whom the pupil wishes to leave out."))
    weighty_reason = LongText(
        _l("The pupil's weighty reason"),
        hint=_l("Nobody but social and health professionals and the group sees this."),
        missing=_l("Write the weighty reason: the act asks for one."),
        rows=3,
        limit=LONG,
    )
    scope = LongText(
        _l("What is the guardian left out of?"),
        hint=_l("Empty: of taking part and of receiving any secret information."),
        is_optional=True,
        rows=2,
        limit=LONG,
    )

    def suggest_new(self, on: date) -> None:
        """What a new form shows: today."""
        self.suggest({"given_on": on})

    def to_command(self, student_id: UUID) -> RecordWill:
        """The prohibition; it is always the minor's own word."""
        return RecordWill(
            kind=self.kind,
            answer=Answer.GIVEN,
            giver_id=student_id,
            capacity=GiverCapacity.SELF,
            named_person_id=self.guardian.data,
            given_on=self.given_on.data,
            way=self.way.data,
            language=self.language.data,
            words=text_of(self, *_WORDS),
        )


FORMS = {form.kind: form for form in (HandlingForm, MemberForm, ParticipantForm, DisclosureForm, TransferForm)}


def form_for(kind: ConsentKind) -> type[WillForm]:
    """The form of a kind of consent."""
    return FORMS[kind]
