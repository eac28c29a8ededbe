"""Cards of other providers, and parcels that they have sent."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.crypto.parcels import Card
from welfare.disclosures.card_text import NotACardError, read_card
from welfare.ui.fields import LongText, TextLine, Upload
from welfare.ui.forms import PageForm

MOST_BYTES = 5 * 1024 * 1024


class PartnerForm(PageForm):
    """Another provider's card."""

    card = LongText(
        _l("The other provider’s card"),
        hint=_l("One line of text that the other provider’s administrator has sent you."),
        missing=_l("Paste the card."),
        rows=4,
        limit=2000,
    )
    fingerprint = TextLine(
        _l("Fingerprint, as you were told it"),
        hint=_l("Call the other provider, by a number that you know, and have it read to you: 32 signs."),
        missing=_l("Write the fingerprint that you were told."),
        limit=60,
        width="mid",
    )
    read: tuple[str, Card] | None = None

    def validate_card(self, field: LongText) -> None:
        """It is a card."""
        try:
            self.read = read_card(field.data)
        except NotACardError:
            raise ValidationError(
                _("This is no card. Paste the whole line, from the first sign to the last.")
            ) from None

    def validate_fingerprint(self, field: TextLine) -> None:
        """It is the card of the one who was called."""
        told = "".join(field.data.split()).lower()
        if self.read is not None and told != self.read[1].fingerprint:
            raise ValidationError(_("The card has another fingerprint. Do not use it: ask for the card anew."))


class ParcelForm(PageForm):
    """A parcel."""

    file = Upload(
        _l("The package"),
        accept=".welfare",
        hint=_l("A file whose name ends in .welfare, as the other provider has sent it."),
        missing=_l("Choose the file."),
    )

    @property
    def content(self) -> bytes:
        """The file's bytes. To be asked of a valid form."""
        content: bytes = self.file.data.read()
        self.file.data.seek(0)
        return content

    def validate_file(self, field: Upload) -> None:
        """No larger than any parcel is."""
        content = field.data.read(MOST_BYTES + 1)
        field.data.seek(0)
        if len(content) > MOST_BYTES:
            raise ValidationError(_("The file is too large to be such a package."))
