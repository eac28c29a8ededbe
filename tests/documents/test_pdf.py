"""A paper becomes a file that a screen reader can read, and that says what was typed and nothing else."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from welfare.documents.paper import Choices, Facts, Paper, Signatures, Table, Words
from welfare.documents.pdf import PaperError, pdf_of

PAPER = Paper(
    title="Kokouksen kirjaus 2026–27/KOI/014",
    language="fi",
    number="2026–27/KOI/014",
    made_at=datetime(2026, 11, 23, 9, tzinfo=UTC),
    under="maanantai 23.11.2026",
    marks=["Salassa pidettävä"],
    foot="Saara Lehtovirta",
    blocks=[
        Facts([("Oppilas", "Aada Metsäpelto")], heading="Kenestä"),
        Words("Poissaoloja aamuisin.\n\nToinen kappale.", heading="Tausta"),
        Words("Haluan jatkaa.", heading="Oppilaan näkemys", is_voice=True),
        Table(["Mitä", "Kuka tekee"], [["Aamuvastaanotto", "Petri"]], heading="Toimenpiteet"),
        Choices(["Annan suostumuksen", "En anna suostumusta"], heading="Vastaus"),
        Signatures(["Huoltajan allekirjoitus"], heading="Allekirjoitus"),
    ],
)


def read(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def text_of(paper: Paper) -> str:
    return "\n".join(page.extract_text() for page in read(pdf_of(paper)).pages)


def test_everything_on_the_paper_stands_in_the_file() -> None:
    text = text_of(PAPER)
    for words in (
        "Kokouksen kirjaus 2026–27/KOI/014",
        "Salassa pidettävä",
        "Oppilas: Aada Metsäpelto",
        "Toinen kappale.",
        "Haluan jatkaa.",
        "Aamuvastaanotto",
        "En anna suostumusta",
        "Huoltajan allekirjoitus",
        "Saara Lehtovirta",
        "1 / 1",
        PAPER.digest[:16],
    ):
        assert words in text


def test_the_file_is_tagged_and_tells_its_language_and_title() -> None:
    reader = read(pdf_of(PAPER))
    catalogue = reader.root_object
    marked = catalogue["/MarkInfo"]
    assert isinstance(marked, DictionaryObject)
    assert bool(marked["/Marked"])
    assert str(catalogue["/Lang"]).startswith("fi")
    assert reader.metadata is not None
    assert reader.metadata.title == PAPER.title
    assert b"pdfuaid:part" in pdf_metadata(reader)
    roles = set(roles_in(catalogue["/StructTreeRoot"]))
    assert {"/H1", "/H2", "/P", "/Table", "/TH", "/TD"} <= roles


def pdf_metadata(reader: PdfReader) -> bytes:
    found = reader.root_object["/Metadata"]
    data: bytes = found.get_data()  # type: ignore[attr-defined]  # a stream, by the catalogue's word
    return data


def roles_in(node: object) -> list[str]:
    if isinstance(node, list):
        return [role for each in node for role in roles_in(each.get_object())]
    if not isinstance(node, DictionaryObject):
        return []
    own = [str(node["/S"])] if "/S" in node else []
    return own + roles_in(node["/K"]) if "/K" in node else own


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert pdf_of(PAPER) == pdf_of(replace(PAPER))
    assert pdf_of(PAPER) != pdf_of(replace(PAPER, under="tiistai 24.11.2026"))


def test_a_copy_for_somebody_else_says_the_same() -> None:
    assert replace(PAPER, foot="Mirja Kanervala").digest == PAPER.digest
    assert replace(PAPER, under="tiistai").digest != PAPER.digest


@pytest.mark.parametrize(
    "typed",
    [
        '#import "/etc/passwd": x',
        '#read("paper.typ")',
        "= Otsikko",
        "$x^2$ *lihava* _kursiivi_ @viite <nimi>",
        "\\ \\n // ei kommentti",
        "å ä ö Å Ä Ö š ž € – ” …",
    ],
)
def test_what_was_typed_is_printed_as_it_was_typed(typed: str) -> None:
    text = text_of(replace(PAPER, blocks=[Words(typed, heading=typed)]))
    assert "".join(text.split()).count("".join(typed.split())) == 2


def test_a_long_record_goes_on_over_pages_that_are_numbered() -> None:
    paper = replace(PAPER, blocks=[Words("Pitkä teksti. " * 900, heading="Käsittely")])
    pages = read(pdf_of(paper)).pages
    assert len(pages) > 1
    assert f"{len(pages)} / {len(pages)}" in pages[-1].extract_text()


def test_a_paper_that_cannot_be_made_says_so_without_its_words() -> None:
    with pytest.raises(PaperError) as raised:
        pdf_of(replace(PAPER, language="not a language", blocks=[Words("salaisuus")]))
    assert "salaisuus" not in str(raised.value)
