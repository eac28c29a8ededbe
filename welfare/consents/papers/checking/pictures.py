"""Pictures decoded and written anew: what was not a pixel is gone, and the picture stands upright."""

import struct
from io import BytesIO
from typing import Final

from PIL import Image, ImageOps

from welfare.rules.signed_papers import MOST_PIXELS, PaperFault, UnfitPaperError

Image.MAX_IMAGE_PIXELS = None  # Pillow's limit lies higher than ours, which is looked at before a pixel is decoded
_WHITE: Final = (255, 255, 255)
_GREY: Final = frozenset({"1", "L"})
_SEEN_THROUGH: Final = frozenset({"RGBA", "LA", "PA", "P"})
_CHUNK: Final = 12
"""Bytes of a PNG chunk beside its data: length, kind, check sum."""
_END: Final = b"IEND"


def rewritten_jpeg(content: bytes) -> bytes:
    """A JPEG picture written anew. Raises UnfitPaperError."""
    return _rewritten(content, "JPEG", quality=88, optimize=True)


def rewritten_png(content: bytes) -> bytes:
    """A PNG picture written anew; nothing may stand behind its end. Raises UnfitPaperError."""
    if _end_of_png(content) != len(content):
        raise UnfitPaperError(PaperFault.MORE_THAN_ONE)
    return _rewritten(content, "PNG", optimize=True)


def _rewritten(content: bytes, kind: str, **wishes: int) -> bytes:
    try:
        with Image.open(BytesIO(content), formats=(kind,)) as opened:
            _refuse_too_many_pixels(opened)
            picture = _bare(ImageOps.exif_transpose(opened))
        written = BytesIO()
        picture.save(written, kind, **wishes)
    except UnfitPaperError:
        raise
    except Exception as error:  # whatever a broken picture makes a decoder raise, it is a broken picture
        raise UnfitPaperError(PaperFault.BROKEN) from error
    return written.getvalue()


def _refuse_too_many_pixels(opened: Image.Image) -> None:
    """By the header alone: nothing has been decoded yet."""
    if opened.width * opened.height > MOST_PIXELS:
        raise UnfitPaperError(PaperFault.TOO_MANY_PIXELS)


def _bare(picture: Image.Image) -> Image.Image:
    """The pixels alone, on white where one could see through them."""
    if picture.mode in _GREY:
        bare = Image.new("L", picture.size)
        bare.paste(picture.convert("L"))
        return bare
    bare = Image.new("RGB", picture.size, _WHITE)
    if picture.mode in _SEEN_THROUGH:
        covered = picture.convert("RGBA")
        bare.paste(covered, mask=covered.getchannel("A"))
    else:
        bare.paste(picture.convert("RGB"))
    return bare


def _end_of_png(content: bytes) -> int:
    """Where the last chunk ends. Raises UnfitPaperError if there is none."""
    place = 8
    try:
        while content[place + 4 : place + 8] != _END:
            place += struct.unpack_from(">I", content, place)[0] + _CHUNK
    except struct.error:
        raise UnfitPaperError(PaperFault.BROKEN) from None
    return place + _CHUNK
