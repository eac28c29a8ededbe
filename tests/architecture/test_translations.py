"""Finnish and Swedish are whole, in the same commit as the English source.

Why an own test: the tool that writes the catalogues cannot check them (it calls every catalogue with contexts out of
date), and a text without a translation is no error at run time: the reader simply meets English in the middle of a
Finnish page. The texts are extracted anew by the very command that `make translations` uses, and compared with what
is committed.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tests.architecture.tree import ROOT

LANGUAGES = ("fi", "sv")
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[a-z]|%%")
Key = tuple[str, str | None]


def key_of(message: Message) -> Key:
    return (message.id if isinstance(message.id, str) else message.id[0], message.context)


def strings_of(text: str | Iterable[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or [""])


def faults(message: Message, plural_forms: int) -> list[str]:
    """What is wrong with one translated message; nothing, if it may be shown."""
    translated = strings_of(message.string)
    if not all(translated) or (message.pluralizable and len(translated) != plural_forms):
        return ["not translated"]
    found = ["marked fuzzy"] if message.fuzzy else []
    wanted = {placeholder for source in strings_of(message.id) for placeholder in PLACEHOLDER.findall(source)}
    # A singular may say "one" in words; nothing else may lose or invent a placeholder.
    if set(PLACEHOLDER.findall(translated[-1])) != wanted or any(
        set(PLACEHOLDER.findall(s)) - wanted for s in translated
    ):
        found.append(f"its placeholders are not {sorted(wanted)}")
    return found


def catalogue(path: Path, locale: str | None = None) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=locale)


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> set[Key]:
    """Every text in code and templates today."""
    target = tmp_path_factory.mktemp("texts") / "messages.pot"
    make = shutil.which("make")
    assert make, "make is needed: apt-get install -y make"
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    command = [make, "--silent", "extract", f"TEMPLATE={target}"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, timeout=120)  # noqa: S603 – the project's own Makefile
    return {key_of(message) for message in catalogue(target) if message.id}


@pytest.fixture(params=LANGUAGES)
def committed(request: pytest.FixtureRequest) -> Catalog:
    language: str = request.param
    return catalogue(ROOT / "welfare" / "translations" / language / "LC_MESSAGES" / "messages.po", language)


def test_every_text_of_the_product_is_in_the_catalogue(extracted: set[Key], committed: Catalog) -> None:
    assert extracted - {key_of(message) for message in committed if message.id} == set(), "run `make translations`"


def test_the_catalogue_keeps_no_text_that_the_product_has_lost(extracted: set[Key], committed: Catalog) -> None:
    assert {key_of(message) for message in committed if message.id} - extracted == set(), "run `make translations`"
    assert list(committed.obsolete) == []


def test_every_message_is_translated_and_keeps_its_placeholders(committed: Catalog) -> None:
    wrong = {
        key_of(message)[0]: found
        for message in committed
        if message.id and (found := faults(message, committed.num_plurals))
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        (Message("Open", ""), "not translated"),
        (Message("Open", "Avaa", flags=["fuzzy"]), "marked fuzzy"),
        (Message("By %(name)s", "Tekijä %(nam)s"), "its placeholders are not ['%(name)s']"),
        (Message(("%(num)s day", "%(num)s days"), ("%(num)s päivä", "")), "not translated"),
    ],
)
def test_each_fault_of_a_translation_would_be_seen(message: Message, fault: str) -> None:
    assert faults(message, plural_forms=2) == [fault]


def test_a_right_translation_has_no_fault() -> None:
    assert faults(Message("By %(name)s", "Tekijä %(name)s"), plural_forms=2) == []
    assert faults(Message(("%(num)s day", "%(num)s days"), ("yksi päivä", "%(num)s päivää")), plural_forms=2) == []
