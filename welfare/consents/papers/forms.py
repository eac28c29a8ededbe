"""What is asked before a form is printed, one form for each kind of consent; and the scan that comes back."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self
from uuid import UUID, uuid4

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from welfare.consents.forms import WillChoices
from welfare.consents.forms.parts import NamesOutsider, NamesReceiver, name_asked, text_of
from welfare.consents.papers.checking import CheckedFile, checked
from welfare.consents.papers.printing import PrintForm
from welfare.consents.papers.words import FAULT_WORDS
from welfare.consents.words import LANGUAGE_WORDS
from welfare.rules.answers import default_valid_to
from welfare.rules.consent import SPECIFIC_AND_WRITTEN, ConsentKind
from welfare.rules.signed_papers import MOST_BYTES, UnfitPaperError
from welfare.ui.fields import Checkboxes, ChoiceTiles, DateText, LongText, Option, Select, TextLine, Upload
from welfare.ui.forms import PageForm

_DRAWN = (
    "members", "member", "outsider", "outsider_name", "outsider_role", "outsider_organisation", "givers",
    "form_language", "purpose", "scope", "excluded", "valid_to",
)  # fmt: skip
OFFICE = "office"
"""By which a word about somebody of the school differs from one about an outsider: the code of the role there."""
MOST_MEMBERS = 4
"""So many fit on one sheet with everything that the giver must be told."""


class AskingForm(PageForm):
    """What every printed form asks and tells."""

    kind: ConsentKind
    choices: WillChoices

    givers = Checkboxes(
        _l("Who is to sign?"),
        hint=_l("One line for each. Those who decide today are chosen."),
        missing=_l("Choose who is to sign."),
    )
    form_language = ChoiceTiles(
        _l("In which language is the form?"),
        hint=_l("The language of the family, whatever you read yourself."),
        options=[Option(code, words) for code, words in LANGUAGE_WORDS.items()],
        in_rows=True,
        missing=_l("Choose the language of the form."),
    )
    purpose = LongText(
        _l("What is it about?"),
        hint=_l("In plain words, for the giver. It stands on the paper, in the language that you write it in."),
        missing=_l("Write in plain words what the matter is about."),
        rows=2,
        limit=600,
    )
    scope = LongText(_l("What may be talked about or given?"), is_optional=True, rows=2, limit=600)
    excluded = LongText(
        _l("What may not be talked about?"),
        hint=_l("What is known already. The giver can add more by hand."),
        is_optional=True,
        rows=2,
        limit=600,
    )
    valid_to = DateText(
        _l("In force until"), hint=_l("The last day. Empty: until the matter closes."), is_optional=True, width="date"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  (WTForms' own)
        super().__init__(*args, **kwargs)
        rank = {name: place for place, name in enumerate(_DRAWN)}
        self._fields = dict(sorted(self._fields.items(), key=lambda each: rank.get(each[0], len(rank))))

    def offering(self, choices: WillChoices) -> Self:
        """The form with what it may be answered with."""
        self.choices = choices
        offered: dict[str, Iterable[Option]] = {
            "givers": choices.givers,
            "members": choices.members,
            "member": choices.members,
            "outsider": choices.outsiders,
        }
        for name, options in offered.items():
            field = self._fields.get(name)
            if isinstance(field, Checkboxes | Select):
                field.offer(options)
        return self

    def suggest_new(self, on: date, deciders: Iterable[UUID], language: str) -> None:
        """What a new form shows: who decides today, the language of the student, the usual last day."""
        self.givers.put([each.value for each in self.choices.givers if each.value in set(deciders)])
        self.form_language.put(language)
        self.valid_to.put(default_valid_to(on))

    def validate_scope(self, field: LongText) -> None:
        """A specific consent says what it covers (OHL 19 § 2, 22 § 2)."""
        if self.kind in SPECIFIC_AND_WRITTEN and not field.data:
            raise ValidationError(_("Say which information the consent covers: it must be specific."))

    def validate_valid_to(self, field: DateText) -> None:
        """Nobody is asked for a consent that has ended."""
        if field.data is not None and self.today is not None and field.data < self.today:
            raise ValidationError(_("The last day has gone by already. Check the day."))

    def to_command(self, more: dict[str, Any]) -> PrintForm:
        """What is printed. ``more``: words opened by the page, as the name of the student."""
        ids, named = self.named()
        names = {option.value: str(option.label) for option in self.choices.givers}
        givers = [{"name": names[id], "capacity": self.choices.capacities[id].value} for id in self.givers.data]
        words: dict[str, Any] = {**more, **text_of(self, "purpose", "scope", "excluded")}
        if self.valid_to.data is not None:
            words["valid_to"] = self.valid_to.data.isoformat()
        words |= {"named": named, "givers": givers}
        return PrintForm(kind=self.kind, named_ids=ids, language=self.form_language.data, words=words)

    def named(self) -> tuple[tuple[UUID, ...], list[dict[str, str]]]:
        """The ids and the words of those asked about."""
        return (), []


class HandlingAskingForm(AskingForm):
    """Whether the matter may be handled in an expert group."""

    kind = ConsentKind.GROUP_HANDLING


class MembersAskingForm(AskingForm):
    """Whether these experts may be members; each has a yes and a no."""

    kind = ConsentKind.GROUP_MEMBER
    members = Checkboxes(
        _l("Who is asked about?"),
        hint=_l("At most four on one form."),
        missing=_l("Choose the experts who are asked about."),
    )

    def validate_members(self, field: Checkboxes) -> None:
        """As many as fit."""
        if len(field.data) > MOST_MEMBERS:
            raise ValidationError(_("Choose at most four, and print another form for the others."))

    def named(self) -> tuple[tuple[UUID, ...], list[dict[str, str]]]:
        """The experts, with their task at school."""
        names = {option.value: str(option.label) for option in self.choices.members}
        roles = self.choices.assessor_roles
        return tuple(self.members.data), [{"name": names[id], "role": roles[id].value} for id in self.members.data]


class OutsiderAskingForm(NamesOutsider, AskingForm):
    """Whether a partner or a relative may take part."""

    kind = ConsentKind.OUTSIDER_PARTICIPATION

    def named(self) -> tuple[tuple[UUID, ...], list[dict[str, str]]]:
        """Somebody named before, or a new name under a new id, by which the answer is matched."""
        before = self.outsider.data
        own = text_of(self, "outsider_name", "outsider_role", "outsider_organisation")
        words = dict(self.choices.outsider_words[before]) if before else own
        return (before or uuid4(),), [{name.removeprefix("outsider_"): said for name, said in words.items()}]


class DisclosureAskingForm(NamesReceiver, OutsiderAskingForm):
    """Whether information may be given to somebody who does not take part."""

    kind = ConsentKind.DISCLOSURE

    def named(self) -> tuple[tuple[UUID, ...], list[dict[str, str]]]:
        """Somebody of the school, with the task there; or an outsider."""
        if self.member.data is None:
            return super().named()
        name = next(str(each.label) for each in self.member.options if each.value == self.member.data)
        return (self.member.data,), [{"name": name, OFFICE: self.choices.assessor_roles[self.member.data].value}]


class TransferAskingForm(OutsiderAskingForm):
    """Whether welfare information may move to a new provider."""

    kind = ConsentKind.TRANSFER
    outsider_name = name_asked(_l("The new school or education provider"))
    outsider_role = TextLine(_l("Contact person there"), is_optional=True, width="mid")


ASKING = {
    form.kind: form
    for form in (HandlingAskingForm, MembersAskingForm, OutsiderAskingForm, DisclosureAskingForm, TransferAskingForm)
}
"""The form of each kind that may be printed; a minor's prohibition is told, never asked for."""


class SignedPaperForm(PageForm):
    """The scan of one signed paper."""

    checked: CheckedFile | None = None

    file = Upload(
        _l("The scan or photograph of the signed paper"),
        hint=_l("PDF, JPEG or PNG, at most 10 MB. Only the pages or the picture are kept, nothing else of the file."),
        missing=_l("Choose the file."),
        accept=".pdf,.jpg,.jpeg,.png",
    )

    def validate_file(self, field: Upload) -> None:
        """Look at the content before anything of it is kept."""
        content = field.data.stream.read(MOST_BYTES + 1)
        try:
            self.checked = checked(content, field.data.filename)
        except UnfitPaperError as error:
            raise ValidationError(str(FAULT_WORDS[error.fault])) from error
